package org.aludel.orm.metamodel;

import java.util.ArrayList;
import java.util.List;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Predicate;
import org.aludel.sql.Sql;
import org.aludel.sql.TableSource;
import org.jspecify.annotations.Nullable;

/**
 * Whether a relationship leads to a row: EXISTS, by the names of a session's registry, or without a
 * session by those that annotations give.
 *
 * @param condition over columns of the target, or null when any row will do
 * @param below a class below the target, of which the row must be; or null
 */
public record RelationshipExists(
    RelationshipAttribute<?, ?> relationship,
    @Nullable Predicate condition,
    @Nullable EntityTable<?> below)
    implements Predicate.Unresolved {
  RelationshipExists(RelationshipAttribute<?, ?> relationship, @Nullable Predicate condition) {
    this(relationship, condition, null);
  }

  @Override
  public String describe() {
    String word = relationship instanceof ToMany ? "any(" : "has(";
    return word + relationship.describe() + ")";
  }

  @Override
  public @Nullable Predicate resolved() {
    return below == null ? resolved(relationship.table()) : null;
  }

  /** The same of another name of the owner's table. */
  Predicate resolved(TableSource<?> owner) {
    NamedTable target = new NamedTable(relationship.targetTable(), null, List.of(), List.of());
    boolean same = target.key().equals(owner.key());
    NamedTable inner = same ? target.as(target.tableName().name() + "_1") : target;
    List<Predicate> where = new ArrayList<>();
    where.add(relationship.joined(owner, inner));
    if (condition != null) {
      where.add(same ? new Renaming(target.key(), inner).predicate(condition) : condition);
    }
    return Sql.exists(
        Sql.select(Sql.literal(1)).from(inner).where(where.toArray(Predicate[]::new)));
  }
}
