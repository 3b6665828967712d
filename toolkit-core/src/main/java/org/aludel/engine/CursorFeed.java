package org.aludel.engine;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.aludel.error.Problem;
import org.aludel.error.TypeCode;
import org.aludel.error.UsageException;
import org.aludel.type.RowReader;
import org.jspecify.annotations.Nullable;

/** Rows as the driver has them. */
record CursorFeed<R extends @Nullable Object>(Cursor cursor, RowReader<R> reader)
    implements RowFeed<R> {
  @Override
  public boolean hasRows() {
    return cursor.rows() != null;
  }

  @Override
  public boolean next() {
    return cursor.next();
  }

  @Override
  public R read() {
    return cursor.read(reader);
  }

  @Override
  public List<String> columnNames() {
    return cursor.columnNames();
  }

  @Override
  public long rowCount() {
    return cursor.rowCount();
  }

  @Override
  public String described() {
    return cursor.described();
  }

  @Override
  public <T extends @Nullable Object> RowFeed<T> map(Function<? super R, ? extends T> mapping) {
    return new CursorFeed<>(cursor, row -> mapping.apply(reader.read(row)));
  }

  @Override
  public RowFeed<Map<String, @Nullable Object>> mappings() {
    return new CursorFeed<>(cursor, cursor.mappings());
  }

  @Override
  @SuppressWarnings("NullAway") // the checker takes the reader's type argument for not null
  public <T> RowFeed<@Nullable T> scalars(Class<T> type) {
    return new CursorFeed<>(cursor, row -> converted(row, type));
  }

  private static <T> @Nullable T converted(ResultSet row, Class<T> type) throws SQLException {
    try {
      return row.getObject(1, type);
    } catch (SQLException failure) {
      ResultSetMetaData columns = row.getMetaData();
      throw new UsageException(
          Problem.of(
                  TypeCode.WRONG_VALUE,
                  "cannot read the column \"" + columns.getColumnLabel(1) + "\"")
              .found("SQL type \"" + columns.getColumnTypeName(1) + "\"")
              .expected("one that the driver gives as " + type.getName()),
          failure);
    }
  }

  @Override
  public void close() {
    cursor.close();
  }
}
