package org.aludel.migrations.operation;

import java.util.Comparator;
import java.util.List;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.Grant;
import org.aludel.schema.Index;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.SchemaObject;

/**
 * What has to be converted, or dropped and created again, when an enum type is exchanged. Sorted by
 * name, since a column that was dropped and added again stands elsewhere in its table.
 *
 * @param columns of that type or of an array of it, with their defaults
 * @param constraints whose text depends on such a column
 * @param indexes whose text depends on such a column
 * @param objects views, routines and the like that stand on the type or such a column, each behind
 *     those that it needs
 * @param grants the privileges on the type itself
 */
public record EnumUses(
    List<ColumnUse> columns,
    List<ConstraintUse> constraints,
    List<IndexUse> indexes,
    List<ObjectUse> objects,
    List<Grant> grants) {
  /** Used by nothing. */
  public static final EnumUses NONE =
      new EnumUses(List.of(), List.of(), List.of(), List.of(), List.of());

  /** Used by tables alone. */
  public EnumUses(
      List<ColumnUse> columns, List<ConstraintUse> constraints, List<IndexUse> indexes) {
    this(columns, constraints, indexes, List.of(), List.of());
  }

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
    objects = List.copyOf(objects);
    grants = List.copyOf(grants);
  }

  /**
   * A column of a table.
   *
   * @param carried whether its type changes with that of a parent's column
   */
  public record ColumnUse(QualifiedName table, Column column, boolean carried) {}

  /** A constraint of a table. */
  public record ConstraintUse(QualifiedName table, Constraint constraint) {}

  /** An object with the privileges on it and its columns. */
  public record ObjectUse(SchemaObject object, List<Grant> grants) {
    public ObjectUse {
      grants = List.copyOf(grants);
    }
  }

  /** An index of a table. */
  public record IndexUse(QualifiedName table, Index index) {}
}
