package org.aludel.orm.event;

/**
 * A listener of a factory.
 *
 * @param type of the objects it is told of, with those of classes below it
 */
public record EntityRegistration<E>(Class<E> type, EntityListener<? super E> listener) {
  /** Whether objects of a class are told of; a class may be deaf to what is said of those above. */
  boolean concerns(Class<?> entity, boolean excludesInherited) {
    return entity == type || (!excludesInherited && type.isAssignableFrom(entity));
  }
}
