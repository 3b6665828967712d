package org.aludel.orm.event;

/**
 * A listener of a factory to attributes.
 *
 * @param type of the objects it is told of, with those of classes below it
 */
public record AttributeRegistration<E>(Class<E> type, AttributeListener<? super E> listener) {
  /** As {@link EntityRegistration#concerns}. */
  boolean concerns(Class<?> entity, boolean excludesInherited) {
    return entity == type || (!excludesInherited && type.isAssignableFrom(entity));
  }
}
