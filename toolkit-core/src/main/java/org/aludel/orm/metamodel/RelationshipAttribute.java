package org.aludel.orm.metamodel;

import java.util.List;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Predicate;
import org.aludel.sql.TableName;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that refers to other entities: something to join along, to load with, and to ask
 * about.
 *
 * @param <E> the entity class
 * @param <T> the class that is referred to
 */
public sealed interface RelationshipAttribute<E, T> extends RelationshipPath<E, T>
    permits ToOne, ToMany, ToOneInverse {
  /** Whose attribute it is. */
  EntityTable<E> table();

  /** The attribute's name, which is the field's. */
  String attribute();

  /** The class that is referred to. */
  Class<T> target();

  /** The table of that class, by the names that annotations give. */
  TableName targetTable();

  @Override
  default RelationshipAttribute<E, T> relationship() {
    return this;
  }

  @Override
  default @Nullable Predicate condition() {
    return null;
  }

  @Override
  default @Nullable EntityTable<T> alias() {
    return null;
  }

  /** The condition under which rows of both sides belong together, by those names. */
  Predicate joined(FromItem owner, FromItem other);

  /**
   * The join without a session.
   *
   * @throws CompileException with {@code UNSUPPORTED_STATEMENT} for a path from a table to itself
   *     without an alias
   */
  @Override
  default Join toJoin(Join.Kind kind) {
    NamedTable other = new NamedTable(targetTable(), null, List.of(), List.of());
    if (other.key().equals(table().key())) {
      throw new CompileException(
          Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot join \"" + describe() + "\"")
              .found("a path from a table to itself, both under one name")
              .fix("join an alias on what " + describe() + " holds, or select from an alias"));
    }
    return new Join(kind, other, joined(table(), other));
  }

  @Override
  default String describe() {
    return table() + "." + attribute();
  }
}
