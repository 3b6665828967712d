package org.aludel.orm.metamodel;

import org.aludel.sql.Predicate;

/**
 * A collection of other entities.
 *
 * @param <E> the entity class
 * @param <T> the class of the elements
 */
public record ToMany<E, T>(EntityTable<E> table, String attribute, Class<T> target)
    implements RelationshipAttribute<E, T> {
  /** Whether the condition holds for at least one element. */
  public Predicate any(Predicate condition) {
    return new RelationshipExists(this, condition);
  }

  /** Whether there is at least one element. */
  public Predicate any() {
    return new RelationshipExists(this, null);
  }

  @Override
  public String toString() {
    return describe();
  }
}
