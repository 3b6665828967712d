package org.aludel.orm.event;

import java.util.Map;
import org.aludel.engine.Connection;

/**
 * Told by a flush of the attributes in which objects of a class, and of classes below it, differ
 * from their rows, before anything is written. Objects are plain, so that nobody is told when a
 * setter runs; of several values that an attribute had since the last flush, the last is told.
 *
 * <p>It may change objects, the one it is told of among them: what differs then is written, and
 * what is as in its row again is not. An exception is that of the flush, which writes nothing.
 *
 * @param <E> the class, or a superclass of those that are listened to
 */
@FunctionalInterface
public interface AttributeListener<E> {
  /**
   * Attributes of an object that has a row have changed. Called before {@code beforeUpdate}; each
   * attribute of an object is told of once a flush.
   *
   * @param changes by the name of the attribute, a path where it is embedded: those in columns in
   *     the order of declaration, then references, then collections; never empty, immutable
   * @param connection of the flush
   */
  void changed(E entity, Map<String, AttributeHistory> changes, Connection connection);
}
