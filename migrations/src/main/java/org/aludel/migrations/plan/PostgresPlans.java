package org.aludel.migrations.plan;

import java.util.List;
import java.util.Optional;
import org.aludel.dialect.Dialect;
import org.aludel.migrations.operation.ColumnType;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.rows.RowRules;
import org.aludel.schema.MetaData;

/** Plans for PostgreSQL, which alters nearly everything in place. */
public final class PostgresPlans implements PlanDialect {
  @Override
  public boolean serves(Dialect dialect) {
    return dialect.name().equals("postgresql");
  }

  @Override
  public List<Operation> ordered(List<Operation> operations, MetaData before, MetaData after) {
    return OperationOrder.sort(operations, before, after);
  }

  @Override
  public MigrationPlan plan(
      List<Operation> ordered, MetaData before, RowRules rows, Setting setting) {
    Dialect dialect = setting.dialect();
    return MigrationPlan.of(
        ordered,
        new DdlPlan(dialect.quoter(), setting.defaultSchema(), rows),
        dialect.ddlCompiler());
  }

  @Override
  public boolean areStrangers(ColumnType from, ColumnType to) {
    return Conversions.areStrangers(from, to);
  }

  @Override
  public Optional<String> harm(String code, String usual) {
    return Optional.of(usual);
  }
}
