package org.aludel.instrument;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Turns the current row of a result into a value, by position. Called once a row, in row order, and
 * must not move the cursor. Not shared between results.
 *
 * @param <R> what a row becomes
 */
@FunctionalInterface
public interface RowReader<R> {
  /** Reads the current row; null where the row stands for nothing. No effect on the database. */
  @Nullable R read(ResultSet row) throws SQLException;
}
