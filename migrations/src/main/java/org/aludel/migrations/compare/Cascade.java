package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * What a change of a table does to one that inherits from it, or is a partition of it: the server
 * carries columns, types, defaults and nullability along. Source: PostgreSQL 18, ALTER TABLE.
 *
 * @param from the origin in the database
 * @param to the origin in the model
 * @param partition whether the other is a partition, which has no columns of its own
 */
record Cascade(Table from, Table to, boolean partition) {

  /** The other table once the origin has changed. */
  Table after(Table table) {
    List<Column> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      Column before = from.column(column.name()).orElse(null);
      Column after = to.column(column.name()).orElse(null);
      if (before == null || after == null) {
        boolean goes = before != null && (partition || column.inherited());
        if (!goes) {
          columns.add(column);
        }
      } else {
        columns.add(changed(column, before, after));
      }
    }
    for (Column added : to.columns()) {
      if (from.column(added.name()).isEmpty() && table.column(added.name()).isEmpty()) {
        columns.add(arrived(added));
      }
    }
    return table.withColumns(columns).withConstraints(constraints(table));
  }

  /** Checks that heirs have of the origin take its other name for them. */
  private List<Constraint> constraints(Table table) {
    List<Constraint> constraints = new ArrayList<>(table.constraints());
    for (Operation operation : ConstraintComparator.compare(from, to)) {
      if (operation instanceof ConstraintOperation.Rename rename
          && rename.constraint() instanceof CheckConstraint check
          && !check.noInherit()) {
        constraints.replaceAll(
            each ->
                each instanceof CheckConstraint && each.name().text().equals(check.name().text())
                    ? each.withName(new ConstraintName(rename.to(), true))
                    : each);
      }
    }
    return constraints;
  }

  /**
   * The other table with the origin's old values in all that will be carried along: without that,
   * the way back would leave other values than it had.
   */
  Table aligned(Table table) {
    return table.withColumns(
        table.columns().stream()
            .map(
                column -> {
                  Column before = from.column(column.name()).orElse(null);
                  Column after = to.column(column.name()).orElse(null);
                  return before == null || after == null ? column : changed(column, after, before);
                })
            .toList());
  }

  /** Storage and statistics are set on all that have the column, its other options are not. */
  private Column arrived(Column added) {
    Column.Options options = added.options();
    return added
        .withComment(null)
        .withIdentity(null)
        .withOptions(
            new Column.Options(
                options.storage(),
                Column.Options.DEFAULT.compression(),
                options.statisticsTarget(),
                Column.Options.DEFAULT.parameters()))
        .withInherited(!partition);
  }

  private static Column changed(Column column, Column old, Column wanted) {
    Column changed = column;
    boolean retyped =
        !old.type().name().equals(wanted.type().name())
            || !Objects.equals(old.collation(), wanted.collation());
    if (retyped) {
      changed =
          changed
              .withType(wanted.type())
              .withCollation(wanted.collation())
              .withServerDefault(wanted.serverDefault());
    }
    if (!Objects.equals(old.serverDefault(), wanted.serverDefault())) {
      changed = changed.withServerDefault(wanted.serverDefault());
    }
    if (old.nullable() != wanted.nullable()) {
      changed = changed.withNullable(wanted.nullable());
    }
    if (!Objects.equals(old.computed(), wanted.computed())) {
      changed = changed.withComputed(wanted.computed());
    }
    return changed.withOptions(options(changed.options(), old.options(), wanted.options()));
  }

  private static Column.Options options(
      Column.Options own, Column.Options before, Column.Options after) {
    return new Column.Options(
        other(own.storage(), before.storage(), after.storage()),
        own.compression(),
        other(own.statisticsTarget(), before.statisticsTarget(), after.statisticsTarget()),
        own.parameters());
  }

  private static <T> @Nullable T other(@Nullable T own, @Nullable T before, @Nullable T after) {
    return Objects.equals(before, after) ? own : after;
  }
}
