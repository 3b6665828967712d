package org.aludel.migrations.rows;

import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.schema.Column;

/** Recognises columns that rows cannot be given without a word more. */
public final class NewColumn {
  private NewColumn() {}

  /** Whether rows that are there have no value for the column, and need one. */
  public static boolean needsValue(ColumnOperation.Add operation) {
    Column column = operation.column();
    return !column.nullable()
        && column.serverDefault() == null
        && column.identity() == null
        && column.computed() == null;
  }
}
