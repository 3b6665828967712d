package org.aludel.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code column = value}, or {@code (column, …) = value} of a row, of an UPDATE, a MERGE or ON
 * CONFLICT.
 *
 * @param columns one, or more that are set together
 */
public record Assignment(List<ColumnReference<?>> columns, Expression<?> value) {
  public Assignment {
    columns = List.copyOf(columns);
  }

  /** Sets one column. */
  public Assignment(ColumnReference<?> column, Expression<?> value) {
    this(List.of(column), value);
  }

  /** Sets the parts of a row, which must be columns. */
  static Assignment ofRow(Operation.RowValue<?> row, Expression<?> value) {
    List<ColumnReference<?>> columns = new ArrayList<>();
    for (Expression<?> item : row.items()) {
      if (!(item instanceof ColumnReference<?> column)) {
        throw Refusals.missing("an assignment to a row", "\"" + item + "\"", "columns alone");
      }
      columns.add(column);
    }
    return new Assignment(columns, value);
  }

  /** Whether several columns are set by one value. */
  public boolean isRow() {
    return columns.size() > 1;
  }
}
