package org.aludel.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import org.aludel.error.DatabaseException;
import org.aludel.error.EngineCode;
import org.aludel.error.Problem;
import org.aludel.error.UsageException;
import org.aludel.type.RowReader;
import org.jspecify.annotations.Nullable;

/** The open JDBC side of one result; closes itself behind the last row. Not thread-safe. */
final class Cursor implements AutoCloseable {
  private final Statement statement;
  private final @Nullable ResultSet rows;
  private final long rowCount;
  private final Function<SQLException, DatabaseException> translation;
  private final OpenCursors registry;
  private boolean exhausted;
  private boolean closed;

  Cursor(
      Statement statement,
      @Nullable ResultSet rows,
      long rowCount,
      Function<SQLException, DatabaseException> translation,
      OpenCursors registry) {
    this.statement = statement;
    this.rows = rows;
    this.rowCount = rowCount;
    this.translation = translation;
    this.registry = registry;
    if (rows == null) {
      close();
    } else {
      registry.add(this);
    }
  }

  /** Rows changed, or -1 for a result with rows. */
  long rowCount() {
    return rowCount;
  }

  @Nullable ResultSet rows() {
    return rows;
  }

  /** Moves to the next row; false at the end, also when asked again. */
  boolean next() {
    if (exhausted || rows == null) {
      return false;
    }
    requireOpen();
    try {
      if (rows.next()) {
        return true;
      }
    } catch (SQLException failure) {
      close();
      throw translation.apply(failure);
    }
    exhausted = true;
    close();
    return false;
  }

  <R extends @Nullable Object> R read(RowReader<R> reader) {
    if (rows == null) {
      throw new IllegalStateException("no rows to read");
    }
    try {
      return reader.read(rows);
    } catch (SQLException failure) {
      close();
      throw translation.apply(failure);
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new UsageException(
          Problem.of(EngineCode.CLOSED, "cannot read a closed result")
              .found("it, its transaction or its connection was closed")
              .fix("read it with all() while the transaction is open"));
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    registry.remove(this);
    try {
      statement.close();
    } catch (SQLException failure) {
      throw translation.apply(failure);
    }
  }
}
