package org.aludel.migrations.plan;

import org.aludel.migrations.operation.ColumnType;

/** What a change of type does to values. */
public final class Conversions {
  private Conversions() {}

  /** Whether values are read as the text of another type, which they may not be. */
  public static boolean goThroughText(ColumnType from, ColumnType to) {
    return new TypeConversion(from, to).goesThroughText();
  }
}
