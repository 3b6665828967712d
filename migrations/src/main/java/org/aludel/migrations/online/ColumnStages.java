package org.aludel.migrations.online;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.ddl.ColumnDdl;
import org.aludel.ddl.ConstraintDdl;
import org.aludel.ddl.DdlStatement;
import org.aludel.ddl.RawSql;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.VolatileDefault;
import org.aludel.migrations.plan.DdlPlan;
import org.aludel.migrations.plan.SpareName;
import org.aludel.migrations.rows.NewColumn;
import org.aludel.migrations.rows.RowStatements;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.QualifiedName;

/**
 * Columns that come or become NOT NULL without a scan or a rewrite under an exclusive lock. By a
 * check on all servers, and not by {@code NOT NULL … NOT VALID} of PostgreSQL 18: a revision runs
 * on whatever server it meets, and both end the same. Source: PostgreSQL 18, ALTER TABLE, SET NOT
 * NULL.
 */
record ColumnStages(DdlPlan plan, IdentifierQuoter quoter, Scope scope) {
  private static final String ENDING = "__not_null";

  /** Sets NOT NULL by a check that is valid by then, which spares the server the scan. */
  List<Stage> setNotNull(ColumnOperation.AlterNullability operation) {
    QualifiedName table = operation.table();
    String column = operation.column();
    List<Stage> stages = new ArrayList<>(notNull(operation, table, column));
    String value = plan.rows().fill(table, column).orElse(null);
    if (value != null) {
      stages.addAll(1, filled(operation, table, column, value));
    } else if (plan.rows().looks()) {
      RawSql look = new RowStatements(quoter).refuseNulls(table, column);
      stages.add(0, new Stage(Stage.Commit.FIRST, operation, List.of(look), List.of()));
    }
    return stages;
  }

  private List<Stage> notNull(ColumnOperation operation, QualifiedName table, String column) {
    String name = SpareName.of(quoter, column, ENDING);
    CheckConstraint check =
        CheckConstraint.of(ConstraintName.given(name), quoter.quote(column) + " IS NOT NULL");
    RawSql away =
        new RawSql(
            "ALTER TABLE "
                + quoter.quote(table)
                + " DROP CONSTRAINT IF EXISTS "
                + quoter.quote(name));
    return List.of(
        new Stage(
            Stage.Commit.TOGETHER,
            operation,
            List.of(new ConstraintDdl.AddConstraint(table, check.withValidated(false))),
            List.of(away)),
        new Stage(
            Stage.Commit.APART,
            operation,
            List.of(new ConstraintDdl.ValidateConstraint(table, name)),
            List.of()),
        new Stage(
            Stage.Commit.TOGETHER,
            operation,
            List.of(
                new ColumnDdl.SetNotNull(table, column),
                new ConstraintDdl.DropConstraint(table, name)),
            List.of(new ColumnDdl.DropNotNull(table, column))));
  }

  /** Empty where the column costs no rewrite, or one that cannot be helped. */
  Optional<List<Stage>> add(ColumnOperation.Add operation) {
    Column column = operation.column();
    String wanted = column.serverDefault();
    if (operation.owned() != null) {
      return Optional.empty();
    }
    if (wanted != null) {
      return VolatileDefault.isIn(column)
          ? Optional.of(filled(operation, wanted, List.of(setDefault(operation, column, wanted))))
          : Optional.empty();
    }
    return plan.rows()
        .fill(operation.table(), column.name())
        .filter(value -> NewColumn.needsValue(operation))
        .map(value -> filled(operation, value, List.of()));
  }

  private static DdlStatement setDefault(
      ColumnOperation.Add operation, Column column, String wanted) {
    return new ColumnDdl.SetDefault(operation.table(), column.name(), wanted);
  }

  private List<Stage> filled(ColumnOperation.Add operation, String value, List<DdlStatement> more) {
    QualifiedName table = operation.table();
    Column column = operation.column();
    Column bare = column.withServerDefault(null).withNullable(true);
    List<DdlStatement> first =
        new ArrayList<>(plan.statements(new ColumnOperation.Add(table, bare, null)));
    first.addAll(more);
    List<Stage> stages = new ArrayList<>();
    stages.add(
        new Stage(Stage.Commit.TOGETHER, operation, first, plan.statements(operation.inverse())));
    List<Stage> fills = filled(operation, table, column.name(), value);
    if (column.nullable()) {
      stages.addAll(fills);
      return stages;
    }
    List<Stage> strict = new ArrayList<>(notNull(operation, table, column.name()));
    strict.addAll(1, fills);
    stages.addAll(strict);
    return stages;
  }

  private List<Stage> filled(
      ColumnOperation operation, QualifiedName table, String column, String value) {
    ChunkedFill fill = new ChunkedFill(quoter);
    return scope.leaves(table).stream()
        .map(
            leaf ->
                new Stage(
                    Stage.Commit.ALONE,
                    operation,
                    List.of(fill.statement(leaf, column, value)),
                    List.of()))
        .toList();
  }
}
