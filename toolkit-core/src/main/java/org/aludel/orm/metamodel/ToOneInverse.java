package org.aludel.orm.metamodel;

import java.util.ArrayList;
import java.util.List;
import org.aludel.sql.FromItem;
import org.aludel.sql.JoinKey;
import org.aludel.sql.Predicate;
import org.aludel.sql.Sql;
import org.aludel.sql.TableName;
import org.aludel.type.SqlTypes;

/**
 * The side of a one-to-one that has no foreign key: at most one other entity, whose row refers
 * here.
 *
 * @param targetTable the table of that entity
 * @param key the foreign key of that table that leads back here
 * @param <E> the entity class
 * @param <T> the class that is referred to
 */
public record ToOneInverse<E, T>(
    EntityTable<E> table, String attribute, Class<T> target, TableName targetTable, JoinKey key)
    implements RelationshipAttribute<E, T> {

  /** Whether there is such a row and the condition holds for it: EXISTS. */
  public Predicate has(Predicate condition) {
    return new RelationshipExists(this, condition);
  }

  /** Whether there is such a row: EXISTS. */
  public Predicate has() {
    return new RelationshipExists(this, null);
  }

  /** Whether there is no such row: NOT EXISTS. */
  public Predicate isNull() {
    return has().not();
  }

  /** As {@link #has()}. */
  public Predicate isNotNull() {
    return has();
  }

  /** The type plays no part in a comparison of two columns. */
  @Override
  public Predicate joined(FromItem owner, FromItem other) {
    List<Predicate> parts = new ArrayList<>();
    for (int index = 0; index < key.columns().size(); index++) {
      parts.add(
          new Predicate.Comparison(
              other.c(key.columns().get(index), SqlTypes.TEXT),
              Predicate.Operator.EQUAL,
              owner.c(key.targetColumns().get(index), SqlTypes.TEXT)));
    }
    return Sql.and(parts.toArray(Predicate[]::new));
  }

  @Override
  public String toString() {
    return describe();
  }
}
