package org.aludel.dialect.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.aludel.type.SqlType;
import org.aludel.type.ValueCodec;
import org.jspecify.annotations.Nullable;

/**
 * The columns of many rows as one JSON text, an array for each row: numbers and truth values as
 * numbers, bytes as hexadecimal digits, all else as the text that SQLite keeps.
 */
final class SqliteRowsCodec implements ValueCodec<Object> {
  /** The first character that stands for itself between quotes of JSON, quote and bar apart. */
  private static final char FIRST_PRINTABLE = 0x20;

  private final List<SqlType<?>> types;

  private SqliteRowsCodec(List<SqlType<?>> types) {
    this.types = List.copyOf(types);
  }

  /** The type of a list of columns, each an array with one value a row. */
  static SqlType<Object> typeOf(List<SqlType<?>> columns) {
    return new SqlType<>("rows", Object.class, new SqliteRowsCodec(columns));
  }

  static boolean isBytes(SqlType<?> type) {
    return type.javaType() == byte[].class;
  }

  @Override
  public int jdbcType() {
    return Types.VARCHAR;
  }

  @Override
  public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
    statement.setString(index, text(value));
  }

  @Override
  public @Nullable Object read(ResultSet row, int index) throws SQLException {
    return row.getString(index);
  }

  @Override
  public Object parse(String text) {
    return text;
  }

  @Override
  public String text(Object value) {
    List<@Nullable Object[]> columns = new ArrayList<>();
    ((List<?>) value).forEach(column -> columns.add(values(column)));
    int rows = columns.get(0).length;
    StringBuilder json = new StringBuilder(rows * columns.size() * 8).append('[');
    for (int row = 0; row < rows; row++) {
      json.append(row == 0 ? "[" : ",[");
      for (int column = 0; column < columns.size(); column++) {
        if (column > 0) {
          json.append(',');
        }
        append(json, types.get(column), columns.get(column)[row]);
      }
      json.append(']');
    }
    return json.append(']').toString();
  }

  /** Keys come without boxes, as the driver of PostgreSQL takes them. */
  private static @Nullable Object[] values(Object column) {
    return column instanceof long[] keys
        ? Arrays.stream(keys).boxed().toArray()
        : (@Nullable Object[]) column;
  }

  private static <J> void append(StringBuilder json, SqlType<J> type, @Nullable Object value) {
    if (value == null) {
      json.append("null");
    } else if (value instanceof byte[] bytes) {
      json.append('"').append(HexFormat.of().formatHex(bytes)).append('"');
    } else if (value instanceof Boolean truth) {
      json.append(truth ? '1' : '0');
    } else if (value instanceof Float || value instanceof Double) {
      json.append(binary(((Number) value).doubleValue()));
    } else {
      @SuppressWarnings("unchecked") // the column holds values of its type
      String text = type.codec().text((J) value);
      if (value instanceof Number && !(type.codec() instanceof SqliteTextCodec)) {
        json.append(text);
      } else {
        quote(json, text);
      }
    }
  }

  /** As a single value would be kept: not a number is NULL, infinity is what overflows. */
  private static String binary(double value) {
    if (Double.isNaN(value)) {
      return "null";
    }
    return Double.isInfinite(value) ? (value < 0 ? "-9e999" : "9e999") : Double.toString(value);
  }

  private static void quote(StringBuilder json, String text) {
    json.append('"');
    for (int index = 0; index < text.length(); index++) {
      char c = text.charAt(index);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < FIRST_PRINTABLE) {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
