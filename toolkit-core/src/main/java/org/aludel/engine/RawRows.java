package org.aludel.engine;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.aludel.dialect.Dialect;
import org.aludel.sql.Row;
import org.aludel.sql.RowShape;
import org.aludel.type.RowReader;
import org.aludel.type.SqlType;
import org.aludel.type.ValuesReader;
import org.jspecify.annotations.Nullable;

/** Reads rows whose columns only the result itself knows, by the types that the driver names. */
final class RawRows {
  private RawRows() {}

  /** A reader for a result; for a statement without rows it is never called. */
  static RowReader<Row> reader(@Nullable ResultSet rows, Dialect dialect) throws SQLException {
    return reader(rows, dialect, List.of());
  }

  /** As {@link #reader(ResultSet, Dialect)}, where the statement knows the types of its columns. */
  static RowReader<Row> reader(@Nullable ResultSet rows, Dialect dialect, List<SqlType<?>> known)
      throws SQLException {
    if (rows == null) {
      RowShape none = RowShape.of(List.of());
      return row -> new Row(none, new @Nullable Object[0]);
    }
    ResultSetMetaData metaData = rows.getMetaData();
    RowShape shape = shape(metaData);
    ValuesReader values = new ValuesReader(known.isEmpty() ? types(metaData, dialect) : known);
    return row -> new Row(shape, values.read(row));
  }

  private static List<SqlType<?>> types(ResultSetMetaData metaData, Dialect dialect)
      throws SQLException {
    List<SqlType<?>> types = new ArrayList<>();
    for (int i = 1; i <= metaData.getColumnCount(); i++) {
      types.add(dialect.resultType(metaData.getColumnTypeName(i)));
    }
    return types;
  }

  private static RowShape shape(ResultSetMetaData metaData) throws SQLException {
    return RowShape.of(labels(metaData));
  }

  static List<String> labels(ResultSetMetaData metaData) throws SQLException {
    List<String> labels = new ArrayList<>();
    for (int i = 1; i <= metaData.getColumnCount(); i++) {
      labels.add(metaData.getColumnLabel(i));
    }
    return List.copyOf(labels);
  }
}
