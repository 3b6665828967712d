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
    return notNull(operation, operation.table(), operation.column());
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
    if (wanted == null || !VolatileDefault.isIn(column) || operation.owned() != null) {
      return Optional.empty();
    }
    QualifiedName table = operation.table();
    Column bare = column.withServerDefault(null).withNullable(true);
    List<DdlStatement> first =
        new ArrayList<>(plan.statements(new ColumnOperation.Add(table, bare, null)));
    first.add(new ColumnDdl.SetDefault(table, column.name(), wanted));
    List<Stage> stages = new ArrayList<>();
    stages.add(
        new Stage(Stage.Commit.TOGETHER, operation, first, plan.statements(operation.inverse())));
    stages.addAll(filled(operation, table, column.name(), wanted));
    if (!column.nullable()) {
      stages.addAll(notNull(operation, table, column.name()));
    }
    return Optional.of(stages);
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
