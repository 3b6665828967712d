package org.aludel.migrations.plan;

import org.aludel.migrations.operation.ColumnType;

/** What a change of type does to values. */
public final class Conversions {
  private Conversions() {}

  /** Whether no value of the one type, written as text, is one of the other. */
  public static boolean areStrangers(ColumnType from, ColumnType to) {
    return new TypeConversion(from, to).isBetweenStrangers();
  }

  /** Whether values are read as the text of another type, which they may not be. */
  public static boolean goThroughText(ColumnType from, ColumnType to) {
    return new TypeConversion(from, to).goesThroughText();
  }
}
