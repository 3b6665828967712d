package org.aludel.type;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Turns the current row of a JDBC result into one value, by position. Called once a row, in order;
 * must not move the cursor.
 *
 * @param <R> what a row becomes
 */
@FunctionalInterface
public interface RowReader<R extends @Nullable Object> {
  /** The value of the row that the cursor stands on. */
  R read(ResultSet row) throws SQLException;
}
