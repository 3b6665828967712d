package org.aludel.migrations.operation;

import java.util.List;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.Index;
import org.aludel.schema.QualifiedName;

/**
 * What has to be converted, or dropped and created again, when an enum type is exchanged.
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
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    indexes = List.copyOf(indexes);
  }

  /** A column of a table. */
  public record ColumnUse(QualifiedName table, Column column) {}

  /** A constraint of a table. */
  public record ConstraintUse(QualifiedName table, Constraint constraint) {}

  /** An index of a table. */
  public record IndexUse(QualifiedName table, Index index) {}
}
