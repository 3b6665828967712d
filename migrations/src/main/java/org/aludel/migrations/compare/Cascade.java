package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
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
        if (before == null || !goes(column)) {
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

  /** Checks that heirs have of the origin get another name with it, and are validated with it. */
  private List<Constraint> constraints(Table table) {
    List<Constraint> constraints = new ArrayList<>(table.constraints());
    for (Operation operation : ConstraintComparator.compare(from, to)) {
      if (operation instanceof ConstraintOperation.Rename rename) {
        change(
            constraints,
            rename.constraint(),
            each -> each.withName(new ConstraintName(rename.to(), true)));
      } else if (operation instanceof ConstraintOperation.Validate validate) {
        change(constraints, validate.constraint(), each -> each.withValidated(true));
      } else if (operation instanceof ConstraintOperation.Invalidate invalidate) {
        change(constraints, invalidate.constraint(), each -> each.withValidated(false));
      }
    }
    return constraints;
  }

  private static void change(
      List<Constraint> constraints, Constraint origin, UnaryOperator<CheckConstraint> change) {
    if (origin instanceof CheckConstraint check && !check.noInherit()) {
      constraints.replaceAll(
          each ->
              each instanceof CheckConstraint own && own.name().text().equals(check.name().text())
                  ? change.apply(own)
                  : each);
    }
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
                  if (before != null && after == null && goes(column)) {
                    return arrived(before);
                  }
                  return before == null || after == null ? column : changed(column, after, before);
                })
            .toList());
  }

  /** Whether a column of the other table goes with that of the origin. */
  private boolean goes(Column column) {
    return partition || column.inherited();
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
    Column.Options options = options(changed.options(), old.options(), wanted.options());
    return changed.withOptions(retyped ? forgotten(options, wanted.options()) : options);
  }

  /** A change of type forgets storage and compression, of which the first is set on all again. */
  private static Column.Options forgotten(Column.Options own, Column.Options after) {
    return new Column.Options(
        after.storage(),
        Column.Options.DEFAULT.compression(),
        own.statisticsTarget(),
        own.parameters());
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
