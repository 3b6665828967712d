package org.aludel.sql;

import org.jspecify.annotations.Nullable;

/** What a statement says of the other columns of a row, for a value that is made from them. */
public interface RowValues {
  /** Whether the value of a column is known: said, and not computed by the database. */
  boolean has(String column);

  /**
   * The value of a column, of the class of its type; null where the statement says NULL.
   *
   * @throws org.aludel.error.CompileException with {@code NO_GIVEN_VALUE} where {@link #has} is
   *     false: nobody but the database knows what the row will hold
   */
  @Nullable Object get(String column);
}
