package org.aludel.migrations.operation;

import java.util.Comparator;
import java.util.List;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.Index;
import org.aludel.schema.QualifiedName;

/**
 * What has to be converted, or dropped and created again, when an enum type is exchanged. Sorted by
 * name, since a column that was dropped and added again stands elsewhere in its table.
 *
 * @param columns of that type or of an array of it, with their defaults
 * @param constraints whose text depends on such a column
 * @param indexes whose text depends on such a column
 */
public record EnumUses(
    List<ColumnUse> columns, List<ConstraintUse> constraints, List<IndexUse> indexes) {
  /** Used by nothing. */
  public static final EnumUses NONE = new EnumUses(List.of(), List.of(), List.of());

  public EnumUses {
    columns =
        columns.stream()
            .sorted(
                Comparator.comparing(ColumnUse::table).thenComparing(use -> use.column().name()))
            .toList();
    constraints =
        constraints.stream()
            .sorted(
                Comparator.comparing(ConstraintUse::table)
                    .thenComparing(use -> use.constraint().name().text()))
            .toList();
    indexes =
        indexes.stream()
            .sorted(
                Comparator.comparing(IndexUse::table)
                    .thenComparing(use -> use.index().name().text()))
            .toList();
  }

  /** A column of a table. */
  public record ColumnUse(QualifiedName table, Column column) {}

  /** A constraint of a table. */
  public record ConstraintUse(QualifiedName table, Constraint constraint) {}

  /** An index of a table. */
  public record IndexUse(QualifiedName table, Index index) {}
}
