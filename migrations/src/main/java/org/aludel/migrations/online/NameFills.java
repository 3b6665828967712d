package org.aludel.migrations.online;

import java.util.List;
import org.aludel.compile.DdlCompiler;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.ddl.RawSql;
import org.aludel.dialect.Dialect;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.plan.MigrationPlan;
import org.aludel.schema.QualifiedName;

/** Steps that give a column under one name the values that it has under the other. */
public record NameFills(IdentifierQuoter quoter, DdlCompiler compiler) {
  public NameFills(Dialect dialect) {
    this(dialect.quoter(), dialect.ddlCompiler());
  }

  /** On the way up; on the way back the column is dropped. */
  public MigrationPlan.Step up(
      Operation operation, QualifiedName table, String column, String other) {
    return new MigrationPlan.Step(
        false,
        List.of(new MigrationPlan.Planned(operation, fill(table, column, other), List.of())));
  }

  /** On the way back; on the way up the column is dropped. */
  public MigrationPlan.Step down(
      Operation operation, QualifiedName table, String column, String other) {
    return new MigrationPlan.Step(
        false,
        List.of(new MigrationPlan.Planned(operation, List.of(), fill(table, column, other))));
  }

  private List<MigrationPlan.Statement> fill(QualifiedName table, String column, String other) {
    RawSql fill = new ChunkedFill(quoter).statement(table, column, quoter.quote(other));
    return MigrationPlan.Statement.of(List.of(fill), compiler);
  }
}
