package org.aludel.orm.bulk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.aludel.dialect.CopySource;
import org.aludel.dialect.Dialect;
import org.aludel.error.UsageException;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the text format of COPY, sent in parts as they come, so that no more than a buffer is in
 * memory. Source: PostgreSQL 18, COPY, "Text Format". Not thread-safe.
 */
final class CopyText {
  private static final int BUFFER = 1 << 16;

  private final CopySource.Sink sink;
  private final List<BulkColumn> columns;
  private final List<? extends SqlType<?>> types;
  private final byte[] buffer = new byte[BUFFER];
  private int length;
  private long rows;

  /**
   * A text of one COPY.
   *
   * @param before how many rows the application gave before its first
   */
  CopyText(CopySource.Sink sink, Dialect dialect, List<BulkColumn> columns, long before) {
    this.rows = before;
    this.sink = sink;
    this.columns = columns;
    this.types = columns.stream().map(column -> dialect.type(column.column().type())).toList();
  }

  /** Writes one row, given by the values of its attributes. */
  void row(@Nullable Object[] values) {
    rows++;
    for (int index = 0; index < columns.size(); index++) {
      if (index > 0) {
        put('\t');
      }
      Object value = value(columns.get(index), values);
      if (value == null) {
        put('\\');
        put('N');
      } else {
        put(text(types.get(index), value));
      }
    }
    put('\n');
  }

  /** Sends what is left. */
  void end() {
    sink.write(buffer, length);
    length = 0;
  }

  private @Nullable Object value(BulkColumn column, @Nullable Object[] values) {
    try {
      return column.in(values);
    } catch (UsageException refused) {
      throw new UsageException(
          refused.problem().found(refused.problem().found() + ", in row " + rows), refused);
    }
  }

  private static <J> String text(SqlType<J> type, Object value) {
    return type.codec().text(type.javaType().cast(value));
  }

  private void put(String text) {
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      switch (each) {
        case '\\' -> escaped('\\');
        case '\t' -> escaped('t');
        case '\n' -> escaped('n');
        case '\r' -> escaped('r');
        default -> put(each);
      }
    }
  }

  private void escaped(int letter) {
    put('\\');
    put(letter);
  }

  private void put(int each) {
    if (length == BUFFER) {
      end();
    }
    buffer[length++] = (byte) each;
  }
}
