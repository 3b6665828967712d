package org.aludel.sql;

import org.jspecify.annotations.Nullable;

/** What a statement says of the other columns of a row, for a value that is made from them. */
public interface RowValues {
  /** Whether the statement says anything of a column, NULL and SQL included. */
  boolean has(String column);

  /**
   * The value of a column, of the class of its type; null where the statement says nothing, says
   * NULL, or lets the database compute it.
   */
  @Nullable Object get(String column);
}
