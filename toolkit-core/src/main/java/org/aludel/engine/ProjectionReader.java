package org.aludel.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.error.UsageException;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Expression;
import org.aludel.sql.Projection;
import org.aludel.sql.Row;
import org.aludel.sql.RowShape;
import org.aludel.sql.Selectable;
import org.aludel.sql.TableSource;
import org.aludel.type.RowReader;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/** Reads the values of a projection by position and hands them to its maker. */
final class ProjectionReader<R> implements RowReader<R> {
  private final List<RowReader<?>> parts;
  private final Projection.Maker<R> maker;

  private ProjectionReader(List<RowReader<?>> parts, Projection.Maker<R> maker) {
    this.parts = parts;
    this.maker = maker;
  }

  /**
   * A reader of a projection whose columns are known, the first at position 1.
   *
   * @param dialect whose variants of types are read
   */
  static <R> RowReader<R> of(Projection<R> projection, Projection.Maker<R> maker, String dialect) {
    List<RowReader<?>> parts = new ArrayList<>();
    int position = 1;
    for (Selectable<?> item : projection.items()) {
      if (item instanceof Expression<?> expression) {
        parts.add(value(expression.type().on(dialect), position));
        position++;
      } else if (item instanceof TableSource<?> table) {
        List<ColumnReference<?>> columns = table.columnReferences();
        parts.add(row(columns, position, dialect));
        position += columns.size();
      }
    }
    return new ProjectionReader<>(parts, maker);
  }

  @SuppressWarnings("NullAway") // the checker takes the reader's type argument for not null
  private static <T> RowReader<@Nullable T> value(SqlType<T> type, int position) {
    return row -> type.codec().read(row, position);
  }

  private static RowReader<Row> row(List<ColumnReference<?>> columns, int first, String dialect) {
    RowShape shape =
        RowShape.of(columns.stream().<String>map(ColumnReference::name).toList(), columns);
    return row -> {
      @Nullable Object[] values = new @Nullable Object[columns.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = columns.get(i).type().on(dialect).codec().read(row, first + i);
      }
      return new Row(shape, values);
    };
  }

  @Override
  public R read(ResultSet row) throws SQLException {
    @Nullable Object[] values = new @Nullable Object[parts.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = parts.get(i).read(row);
    }
    try {
      return maker.make(values);
    } catch (NullPointerException failure) {
      throw nullValue(row, values, failure);
    }
  }

  /** A constructor with primitive parameters, or one that insists on values, was given NULL. */
  private static RuntimeException nullValue(
      ResultSet row, @Nullable Object[] values, NullPointerException failure) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null) {
        String label =
            values.length == row.getMetaData().getColumnCount()
                ? "\"" + row.getMetaData().getColumnLabel(i + 1) + "\""
                : "item " + (i + 1);
        columns.add(label);
      }
    }
    if (columns.isEmpty()) {
      return failure;
    }
    return new UsageException(
        Problem.of(SqlCode.NULL_VALUE, "cannot make a row's value")
            .found("NULL in " + String.join(", ", columns) + "; " + failure.getMessage())
            .expected("a value, or a parameter that takes null, such as Integer for int")
            .fix("coalesce(…) in the query, or a class in place of the primitive"),
        failure);
  }
}
