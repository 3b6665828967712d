package org.aludel.migrations.sqlite;

import java.util.List;
import java.util.Locale;
import org.aludel.dialect.Dialect;
import org.aludel.engine.Connection;
import org.aludel.engine.DatabaseUrl;
import org.aludel.engine.Engine;
import org.aludel.error.DatabaseException;
import org.aludel.error.EngineCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.scratch.ScratchDialect;
import org.aludel.migrations.scratch.ScratchPlace;
import org.aludel.schema.Column;
import org.jspecify.annotations.Nullable;

/** On SQLite: files in the folder for temporary ones. */
public final class SqliteScratches implements ScratchDialect {
  @Override
  public boolean serves(Dialect dialect) {
    return dialect.name().equals(SqliteRuns.NAME);
  }

  @Override
  public ScratchPlace place(Engine live, @Nullable DatabaseUrl url) {
    return new SqliteScratch();
  }

  @Override
  public void enter(Connection connection, String schema) {
    // There is one schema, and it is always there.
  }

  @Override
  public void point(Connection connection, String schema) {
    // Unqualified names have nowhere else to point to.
  }

  @Override
  public void run(Connection connection, List<String> statements) {
    boolean left = ForeignKeys.areLeft(statements);
    if (left) {
      connection.rollback();
      ForeignKeys.off(connection);
    }
    for (String statement : statements) {
      connection.dialect().statements(statement).forEach(each -> connection.execute(each).close());
    }
    if (left) {
      requireWhole(connection);
    }
  }

  /** As a statement that the database refuses, for so it would be elsewhere. */
  private static void requireWhole(Connection connection) {
    try {
      ForeignKeys.require(connection);
    } catch (RevisionException broken) {
      throw new DatabaseException(
          Problem.of(EngineCode.INTEGRITY, "cannot commit in a scratch database")
              .found(String.valueOf(broken.problem().found()))
              .expected("rows that refer to rows")
              .fix("correct the rows first"),
          null,
          broken);
    }
  }

  /** A column holds what it is given, so what looks like a number or a truth is given as one. */
  @Override
  public String sample(Column column, String literal) {
    return switch (column.type().baseName().toLowerCase(Locale.ROOT)) {
      case "boolean" -> literal.contains("true") ? "1" : "0";
      case "blob", "bytea" -> "x'" + literal.replaceAll("[^0-9a-f]", "") + "'";
      default -> literal;
    };
  }

  @Override
  public String greater(String one, String other) {
    return "max(" + one + ", " + other + ")";
  }
}
