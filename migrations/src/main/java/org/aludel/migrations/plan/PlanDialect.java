package org.aludel.migrations.plan;

import java.util.List;
import java.util.Optional;
import org.aludel.dialect.Dialect;
import org.aludel.migrations.dialect.DialectPort;
import org.aludel.migrations.dialect.DialectPorts;
import org.aludel.migrations.operation.ColumnType;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.rows.RowRules;
import org.aludel.schema.MetaData;

/** How operations become statements of a database. */
public interface PlanDialect extends DialectPort {
  /** The provider for a dialect; throws UNSUPPORTED_DATABASE. */
  static PlanDialect of(Dialect dialect) {
    return DialectPorts.of(PlanDialect.class, dialect);
  }

  /**
   * Operations in the order in which they can be done, with those that have to go along.
   *
   * @param before the database after the renames among the operations
   */
  List<Operation> ordered(List<Operation> operations, MetaData before, MetaData after);

  /**
   * The statements of ordered operations, both ways.
   *
   * @param before the database after the renames among the operations
   * @param rows what becomes of rows
   * @throws org.aludel.error.AludelException for what this database has not
   */
  MigrationPlan plan(List<Operation> ordered, MetaData before, RowRules rows, Setting setting);

  /** Whether no value survives a change of type. */
  boolean areStrangers(ColumnType from, ColumnType to);

  /**
   * What a hazard does on this database; empty where it does not exist there.
   *
   * @param code of the hazard
   * @param usual what it does on PostgreSQL
   */
  Optional<String> harm(String code, String usual);

  /**
   * Where a plan is for.
   *
   * @param defaultSchema by its own name, for statements that must name it
   */
  record Setting(Dialect dialect, String defaultSchema) {}
}
