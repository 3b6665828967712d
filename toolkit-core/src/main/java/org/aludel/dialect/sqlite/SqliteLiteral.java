package org.aludel.dialect.sqlite;

import java.util.HexFormat;
import org.aludel.type.SqlType;
import org.aludel.type.ValueCodec;

/** Values as they stand in SQL. Source: SQLite, literal values. */
final class SqliteLiteral {

  private SqliteLiteral() {}

  /** A value of a type that {@link SqliteTypes#of} gave. */
  static <J> String of(SqlType<J> type, J value) {
    ValueCodec<J> codec = type.codec();
    if (value instanceof byte[] bytes) {
      return "x'" + HexFormat.of().formatHex(bytes) + "'";
    }
    if (value instanceof Boolean truth) {
      return truth ? "TRUE" : "FALSE";
    }
    if (value instanceof Float || value instanceof Double) {
      return binary(((Number) value).doubleValue());
    }
    if (value instanceof Number && !(codec instanceof SqliteTextCodec)) {
      return codec.text(value);
    }
    return text(codec.text(value));
  }

  /** Text in single quotes; a backslash is a character like any other. */
  static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /** There is no word for infinity, but a number too large to be held. */
  private static String binary(double value) {
    if (Double.isNaN(value)) {
      return "NULL";
    }
    return Double.isInfinite(value) ? (value < 0 ? "-9e999" : "9e999") : Double.toString(value);
  }
}
