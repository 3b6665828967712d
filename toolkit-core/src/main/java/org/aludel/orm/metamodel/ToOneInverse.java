package org.aludel.orm.metamodel;

import org.aludel.sql.FromItem;
import org.aludel.sql.Predicate;
import org.aludel.sql.TableName;

/**
 * At most one other entity, of which the own row says nothing: the side of a one-to-one that has no
 * foreign key, or what a condition finds.
 *
 * @param targetTable the table of that entity
 * @param link how it is told from others
 * @param <E> the entity class
 * @param <T> the class that is referred to
 */
public record ToOneInverse<E, T>(
    EntityTable<E> table, String attribute, Class<T> target, TableName targetTable, ToManyLink link)
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

  @Override
  public Predicate joined(FromItem owner, FromItem other) {
    return link.joined(owner, other);
  }

  @Override
  public String toString() {
    return describe();
  }
}
