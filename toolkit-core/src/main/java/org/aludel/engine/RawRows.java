package org.aludel.engine;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.aludel.sql.Row;
import org.aludel.sql.RowShape;
import org.aludel.type.RowReader;
import org.jspecify.annotations.Nullable;

/** Reads rows whose columns only the result itself knows, as the driver's own objects. */
final class RawRows {
  private RawRows() {}

  /** A reader for a result; for a statement without rows it is never called. */
  static RowReader<Row> reader(@Nullable ResultSet rows) throws SQLException {
    RowShape shape = rows == null ? RowShape.of(List.of()) : shape(rows.getMetaData());
    int size = shape.labels().size();
    return row -> {
      @Nullable Object[] values = new @Nullable Object[size];
      for (int i = 0; i < size; i++) {
        values[i] = row.getObject(i + 1);
      }
      return new Row(shape, values);
    };
  }

  private static RowShape shape(ResultSetMetaData metaData) throws SQLException {
    List<String> labels = new ArrayList<>();
    for (int i = 1; i <= metaData.getColumnCount(); i++) {
      labels.add(metaData.getColumnLabel(i));
    }
    return RowShape.of(labels);
  }
}
