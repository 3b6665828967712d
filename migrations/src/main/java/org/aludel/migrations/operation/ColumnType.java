package org.aludel.migrations.operation;

import org.aludel.schema.Column;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * What a change of type exchanges in a column.
 *
 * @param collation as written in SQL, or null for the type's own
 * @param serverDefault SQL text, or null
 */
public record ColumnType(
    SqlType<?> type, @Nullable String collation, @Nullable String serverDefault) {
  /** The part of a column that a change of type concerns. */
  public static ColumnType of(Column column) {
    return new ColumnType(column.type(), column.collation(), column.serverDefault());
  }

  /** The same with no default. */
  public ColumnType withoutDefault() {
    return new ColumnType(type, collation, null);
  }

  /** Whether values may lose digits or parts on the way to the other type without an error. */
  public boolean narrowsTo(ColumnType other) {
    return TypeFamily.rounds(type.name(), other.type.name());
  }

  @Override
  public String toString() {
    return collation == null ? type.name() : type.name() + " collate " + collation;
  }
}
