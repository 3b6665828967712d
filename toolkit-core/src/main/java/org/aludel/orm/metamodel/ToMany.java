package org.aludel.orm.metamodel;

import org.aludel.sql.FromItem;
import org.aludel.sql.Predicate;
import org.aludel.sql.TableName;

/**
 * A collection of other entities.
 *
 * @param targetTable the table of the elements
 * @param link how elements are told from others
 * @param <E> the entity class
 * @param <T> the class of the elements
 */
public record ToMany<E, T>(
    EntityTable<E> table, String attribute, Class<T> target, TableName targetTable, ToManyLink link)
    implements RelationshipAttribute<E, T> {

  /** Whether the condition holds for at least one element: EXISTS. */
  public Predicate any(Predicate condition) {
    return new RelationshipExists(this, condition);
  }

  /** Whether there is at least one element: EXISTS. */
  public Predicate any() {
    return new RelationshipExists(this, null);
  }

  @Override
  public Predicate joined(FromItem owner, FromItem other) {
    return link.joined(owner, other);
  }

  @Override
  public String toString() {
    return describe();
  }
}
