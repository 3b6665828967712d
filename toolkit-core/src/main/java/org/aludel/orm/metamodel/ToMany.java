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
 * A collection of other entities.
 *
 * @param targetTable the table of the elements
 * @param key the foreign key of the elements that leads back here
 * @param <E> the entity class
 * @param <T> the class of the elements
 */
public record ToMany<E, T>(
    EntityTable<E> table, String attribute, Class<T> target, TableName targetTable, JoinKey key)
    implements RelationshipAttribute<E, T> {

  /** Whether the condition holds for at least one element: EXISTS. */
  public Predicate any(Predicate condition) {
    return new RelationshipExists(this, condition);
  }

  /** Whether there is at least one element: EXISTS. */
  public Predicate any() {
    return new RelationshipExists(this, null);
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
