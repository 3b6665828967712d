package org.aludel.migrations.sqlite;

import java.util.List;
import org.aludel.dialect.Dialect;
import org.aludel.migrations.operation.ColumnType;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.plan.MigrationPlan;
import org.aludel.migrations.plan.PlanDialect;
import org.aludel.migrations.rows.RowRules;
import org.aludel.schema.MetaData;

/** Plans for SQLite, which makes most tables anew that change. */
public final class SqlitePlans implements PlanDialect {
  /** The letter of hazards for those who read and write meanwhile; here they wait in any case. */
  private static final String AVAILABILITY = "A";

  @Override
  public boolean serves(Dialect dialect) {
    return dialect.name().equals(SqliteRuns.NAME);
  }

  @Override
  public List<Operation> ordered(List<Operation> operations, MetaData before, MetaData after) {
    return Phase.sorted(operations);
  }

  @Override
  public MigrationPlan plan(
      List<Operation> ordered, MetaData before, RowRules rows, Setting setting) {
    return new SqlitePlan(setting.dialect(), before, rows).of(ordered);
  }

  /** A column keeps a value that is none of its type as it is. Source: SQLite, datatypes. */
  @Override
  public boolean areStrangers(ColumnType from, ColumnType to) {
    return false;
  }

  @Override
  public boolean knows(String hazard) {
    return !hazard.startsWith(AVAILABILITY);
  }
}
