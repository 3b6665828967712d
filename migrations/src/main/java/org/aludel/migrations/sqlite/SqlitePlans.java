package org.aludel.migrations.sqlite;

import java.util.List;
import java.util.Optional;
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

  /** No type has a length or a size that is looked at. Source: SQLite, datatypes. */
  private static final String NARROWING = "B05";

  private static final String NO_CAST = "B06";

  /** Source: SQLite, datatypes and STRICT tables. */
  private static final String KEPT =
      "keeps a value that is none of the new type as it is, and fails there in a STRICT table";

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
  public Optional<String> harm(String code, String usual) {
    if (code.startsWith(AVAILABILITY) || code.equals(NARROWING)) {
      return Optional.empty();
    }
    return Optional.of(code.equals(NO_CAST) ? KEPT : usual);
  }
}
