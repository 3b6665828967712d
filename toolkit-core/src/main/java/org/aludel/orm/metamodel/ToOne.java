package org.aludel.orm.metamodel;

import org.aludel.sql.Predicate;

/**
 * A reference to one other entity.
 *
 * @param <E> the entity class
 * @param <T> the class that is referred to
 */
public record ToOne<E, T>(EntityTable<E> table, String attribute, Class<T> target)
    implements RelationshipAttribute<E, T> {
  /** Whether it refers to something for which the condition holds. */
  public Predicate has(Predicate condition) {
    return new RelationshipExists(this, condition);
  }

  /** Whether it refers to something. */
  public Predicate has() {
    return new RelationshipExists(this, null);
  }

  @Override
  public String toString() {
    return describe();
  }
}
