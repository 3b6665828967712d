package org.aludel.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that an INSERT or UPDATE can set and that is no column itself, such as the reference of
 * a mapped class to an object whose key the columns hold.
 *
 * @param <T> the class of its values
 */
public interface Assignable<T> {
  /** One assignment for each column, in key order; SQL NULL in all of them for null. */
  List<Assignment> assignments(@Nullable T value);
}
