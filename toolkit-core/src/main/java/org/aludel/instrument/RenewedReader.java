package org.aludel.instrument;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.aludel.type.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one result by one reader after the other: those of a stream come in batches.
 * Not thread-safe.
 *
 * @param <R> what a row becomes
 */
public final class RenewedReader<R extends @Nullable Object> implements RowReader<R> {
  private @Nullable RowReader<R> current;

  /** Reads the rows that follow. */
  public void renew(RowReader<R> reader) {
    current = reader;
  }

  @Override
  public R read(ResultSet row) throws SQLException {
    RowReader<R> reader = current;
    if (reader == null) {
      throw new IllegalStateException("no batch was begun");
    }
    return reader.read(row);
  }
}
