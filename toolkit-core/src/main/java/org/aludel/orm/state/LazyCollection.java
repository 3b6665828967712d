package org.aludel.orm.state;

import java.util.Collection;

/**
 * What stands in the field of a to-many attribute before its elements are loaded, and stays there
 * afterwards. Not thread-safe, as the session is not.
 */
public interface LazyCollection {
  /** Whether the elements are there, so that reading them runs no SQL. */
  boolean isLoaded();

  /** Replaces the elements, which makes the collection loaded. */
  void fill(Collection<?> elements);

  /** Forgets the elements; the next use loads them. */
  void unload();

  /** The elements, loaded now where they are not; a map's are its values. */
  Collection<?> elements();

  /** The object in whose field a session has put it. */
  InstanceState<?> owner();
}
