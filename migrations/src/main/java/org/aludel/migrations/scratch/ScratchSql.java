package org.aludel.migrations.scratch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aludel.dialect.Dialect;
import org.aludel.dialect.FailedStatement;
import org.aludel.engine.Connection;

/**
 * Statements sent as they stand. A question mark is an operator of PostgreSQL and a brace a
 * character of a literal here, so neither binds nor escapes of JDBC may be seen in them.
 */
final class ScratchSql {
  private final Connection connection;

  ScratchSql(Connection connection) {
    this.connection = connection;
  }

  /** Runs statements in order; a text may hold several. */
  void run(List<String> statements) {
    statements.forEach(this::run);
  }

  void run(String sql) {
    connection.dialect().statements(sql).forEach(this::runOne);
  }

  private void runOne(String sql) {
    Dialect dialect = connection.dialect();
    java.sql.Connection jdbc = connection.unwrap(java.sql.Connection.class);
    try (Statement statement = jdbc.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    } catch (SQLException failure) {
      throw dialect.translate(failure, FailedStatement.of(sql));
    }
  }

  /** The first column of the first row. */
  long number(String sql) {
    Dialect dialect = connection.dialect();
    java.sql.Connection jdbc = connection.unwrap(java.sql.Connection.class);
    try (Statement statement = jdbc.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getLong(1) : 0;
    } catch (SQLException failure) {
      throw dialect.translate(failure, FailedStatement.of(sql));
    }
  }

  /** The first column of all rows. */
  Set<Long> numbers(String sql) {
    Dialect dialect = connection.dialect();
    java.sql.Connection jdbc = connection.unwrap(java.sql.Connection.class);
    Set<Long> numbers = new LinkedHashSet<>();
    try (Statement statement = jdbc.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        numbers.add(rows.getLong(1));
      }
      return numbers;
    } catch (SQLException failure) {
      throw dialect.translate(failure, FailedStatement.of(sql));
    }
  }
}
