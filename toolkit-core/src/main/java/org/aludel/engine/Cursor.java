package org.aludel.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.aludel.error.EngineCode;
import org.aludel.error.Problem;
import org.aludel.error.UsageException;
import org.aludel.sql.Row;
import org.aludel.type.RowReader;
import org.jspecify.annotations.Nullable;

/** The open JDBC side of one result; closes itself behind the last row. Not thread-safe. */
final class Cursor implements AutoCloseable {
  /** How much larger each of growing fetches is than the one before. */
  private static final int GROWTH = 4;

  /** Characters of a statement that a message repeats. */
  private static final int SHOWN_SQL = 500;

  private final Statement statement;
  private final @Nullable ResultSet rows;
  private final long rowCount;
  private final CursorOrigin origin;
  private final boolean streams;
  private final int mostFetched;
  private @Nullable List<String> labels;
  private int fetchSize;

  /** Rows that the driver has already, at most. */
  private int leftOfFetch;

  private boolean seen;
  private boolean exhausted;
  private boolean closed;

  Cursor(Statement statement, @Nullable ResultSet rows, long rowCount, CursorOrigin origin) {
    this.statement = statement;
    this.rows = rows;
    this.rowCount = rowCount;
    this.origin = origin;
    this.fetchSize = origin.options().firstFetch();
    this.mostFetched = origin.options().fetchSize();
    this.leftOfFetch = fetchSize;
    this.streams = fetchSize > 0;
    if (rows == null) {
      close();
    } else {
      origin.runner().cursors().add(this);
    }
  }

  /** Rows changed, or -1 for a result with rows. */
  long rowCount() {
    return rowCount;
  }

  @Nullable ResultSet rows() {
    return rows;
  }

  /** The labels of the columns; empty for a statement without rows. */
  List<String> columnNames() {
    ResultSet open = rows;
    if (labels == null && open != null) {
      requireOpen();
      labels = origin.runner().call(null, () -> RawRows.labels(open.getMetaData()));
    }
    return labels == null ? List.of() : labels;
  }

  /** What a message says of the result: its columns and its statement, no values. */
  String described() {
    String sql = origin.call().sql();
    String shown = sql.length() <= SHOWN_SQL ? sql : sql.substring(0, SHOWN_SQL) + " …";
    String columns = closed && labels == null ? "" : "columns: " + String.join(", ", columnNames());
    return columns + "\nin: " + shown;
  }

  /** Reads rows as maps, by the types of the statement or else of the driver. */
  RowReader<Map<String, @Nullable Object>> mappings() {
    RowReader<Row> whole =
        origin
            .runner()
            .call(
                null,
                () -> RawRows.reader(rows, origin.runner().dialect(), origin.call().resultTypes()));
    return row -> whole.read(row).toMap();
  }

  /** Moves to the next row; false at the end, also when asked again. */
  boolean next() {
    if (exhausted || rows == null) {
      return false;
    }
    requireOpen();
    try {
      if (streams ? nextOfStream(rows) : rows.next()) {
        seen = true;
        return true;
      }
    } catch (SQLException failure) {
      close();
      throw origin.runner().translate(failure, origin.call());
    }
    exhausted = true;
    if (!seen) {
      // Who asked for a row wants to know of what; a closed result could not tell any more.
      columnNames();
    }
    close();
    return false;
  }

  /** Only behind the last row of a fetch may the driver talk to the server. */
  private boolean nextOfStream(ResultSet open) throws SQLException {
    if (leftOfFetch-- > 0) {
      return open.next();
    }
    boolean entered = origin.runner().guard().enter();
    try {
      growFetch(open);
      return open.next();
    } finally {
      if (entered) {
        origin.runner().guard().exit();
      }
    }
  }

  /** The size that the driver is told holds from the next fetch on. Source: pgjdbc, PgResultSet. */
  private void growFetch(ResultSet open) throws SQLException {
    if (fetchSize != mostFetched) {
      fetchSize = (int) Math.min(mostFetched, (long) fetchSize * GROWTH);
      open.setFetchSize(fetchSize);
    }
    leftOfFetch = fetchSize - 1;
  }

  <R extends @Nullable Object> R read(RowReader<R> reader) {
    if (rows == null) {
      throw new IllegalStateException("no rows to read");
    }
    try {
      return reader.read(rows);
    } catch (SQLException failure) {
      close();
      throw origin.runner().translate(failure, origin.call());
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
    origin.runner().cursors().remove(this);
    try {
      statement.close();
    } catch (SQLException failure) {
      throw origin.runner().translate(failure, origin.call());
    }
  }
}
