package org.aludel.orm.state;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the field of a to-many attribute before its elements are loaded, and stays there
 * afterwards. Not thread-safe, as the session is not.
 */
public interface LazyCollection {
  /** Whether the elements are there, so that reading them runs no SQL. */
  boolean isLoaded();

  /** Replaces the elements, which makes the collection loaded. */
  void fill(Collection<?> elements);

  /**
   * Keeps its elements from now on in the collection of the application whose place it takes, where
   * that can be changed and does no more than those of the JDK: whoever asked for it before the
   * flush may still add to it.
   */
  default void adopt(@Nullable Object before) {}

  /** Forgets the elements; the next use loads them. */
  void unload();

  /** The elements, loaded now where they are not; a map's are its values. */
  Collection<?> elements();

  /** The object in whose field a session has put it. */
  InstanceState<?> owner();

  /**
   * What stands in the field again when the row of a new owner is undone: this, or where the
   * elements are not kept, a collection of those that the owner was born with.
   */
  default Object unstored() {
    return this;
  }

  /** The row of a new owner is there for good, so that {@link #unstored()} is not called. */
  default void stored() {}
}
