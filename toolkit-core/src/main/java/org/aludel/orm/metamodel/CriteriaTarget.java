package org.aludel.orm.metamodel;

import org.aludel.sql.Expression;

/** One of the entities that criteria for a class hold for. */
public interface CriteriaTarget {
  /** The entity class. */
  Class<?> entity();

  /**
   * The column of an attribute.
   *
   * @param type the class of its values, the wrapper for a primitive one
   * @throws org.aludel.error.MappingException with {@code NOT_MAPPED} where the entity has no such
   *     attribute
   */
  <T> Expression<T> attribute(String name, Class<T> type);
}
