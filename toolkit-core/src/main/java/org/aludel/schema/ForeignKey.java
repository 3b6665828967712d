package org.aludel.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key.
 *
 * @param columns of this table, in key order
 * @param target the referenced table
 * @param targetColumns in the same order; never empty
 * @param onDeleteColumns the columns that {@code ON DELETE SET NULL (…)} names; empty for all
 * @param validated false for NOT VALID
 */
public record ForeignKey(
    ConstraintName name,
    List<String> columns,
    QualifiedName target,
    List<String> targetColumns,
    ReferentialAction onDelete,
    List<String> onDeleteColumns,
    ReferentialAction onUpdate,
    MatchType match,
    Deferral deferral,
    boolean validated,
    @Nullable String comment)
    implements Constraint {
  public ForeignKey {
    columns = List.copyOf(columns);
    targetColumns = List.copyOf(targetColumns);
    onDeleteColumns = List.copyOf(onDeleteColumns);
  }

  /** A plain foreign key: no actions, MATCH SIMPLE, not deferrable, validated. */
  public static ForeignKey of(
      ConstraintName name, List<String> columns, QualifiedName target, List<String> targetColumns) {
    return new ForeignKey(
        name,
        columns,
        target,
        targetColumns,
        ReferentialAction.NO_ACTION,
        List.of(),
        ReferentialAction.NO_ACTION,
        MatchType.SIMPLE,
        Deferral.NOT_DEFERRABLE,
        true,
        null);
  }

  public ForeignKey withActions(ReferentialAction delete, ReferentialAction update) {
    return new ForeignKey(
        name,
        columns,
        target,
        targetColumns,
        delete,
        onDeleteColumns,
        update,
        match,
        deferral,
        validated,
        comment);
  }

  @Override
  public ForeignKey withName(ConstraintName value) {
    return new ForeignKey(
        value,
        columns,
        target,
        targetColumns,
        onDelete,
        onDeleteColumns,
        onUpdate,
        match,
        deferral,
        validated,
        comment);
  }

  /** The same foreign key, whose rows are checked or not (NOT VALID). */
  public ForeignKey withValidated(boolean value) {
    return new ForeignKey(
        name,
        columns,
        target,
        targetColumns,
        onDelete,
        onDeleteColumns,
        onUpdate,
        match,
        deferral,
        value,
        comment);
  }
}
