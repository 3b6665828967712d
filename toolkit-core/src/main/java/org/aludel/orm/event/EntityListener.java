package org.aludel.orm.event;

import org.aludel.engine.Connection;

/**
 * Told of the objects of a class and the classes below it, in the flush that writes them and with
 * its connection. Before-methods run before the flush writes anything, once for each object: what
 * they change in objects is written with it, and objects that they add or delete take part.
 * After-methods run when all of the flush is written, in the order of writing.
 *
 * <p>SQL over the connection is part of the transaction; it must not write rows of objects that the
 * session holds. An exception is that of the flush: the transaction is rolled back.
 *
 * @param <E> the class, or a superclass of those that are listened to
 */
public interface EntityListener<E> {
  /** An object is about to be inserted. */
  default void beforeInsert(E entity, Connection connection) {}

  /** An object was inserted; it has its id. */
  default void afterInsert(E entity, Connection connection) {}

  /** An object with changed attributes is about to be updated. */
  default void beforeUpdate(E entity, Connection connection) {}

  /** An object was updated. */
  default void afterUpdate(E entity, Connection connection) {}

  /** An object is about to be deleted. */
  default void beforeDelete(E entity, Connection connection) {}

  /** An object was deleted. */
  default void afterDelete(E entity, Connection connection) {}

  /** An object was read or read again; all rows of the statement are read. */
  default void loaded(E entity) {}
}
