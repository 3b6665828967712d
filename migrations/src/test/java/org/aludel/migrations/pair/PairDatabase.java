package org.aludel.migrations.pair;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.aludel.dialect.Dialect;
import org.aludel.reflect.ReflectOptions;
import org.aludel.schema.MetaData;
import org.aludel.testing.TestDatabase;

/** A database that many pairs use one after the other, over one connection. */
final class PairDatabase implements AutoCloseable {
  private static final String LEFTOVERS =
      """
      SELECT format('DROP PUBLICATION %I', pubname) FROM pg_publication
      UNION ALL
      SELECT format('DROP EVENT TRIGGER %I', evtname) FROM pg_event_trigger
      UNION ALL
      SELECT format('DROP SCHEMA %I CASCADE', nspname) FROM pg_namespace
        WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
      """;

  private final TestDatabase database;
  private final Connection connection;

  PairDatabase(TestDatabase database) {
    this.database = database;
    this.connection = database.open();
  }

  TestDatabase database() {
    return database;
  }

  /** Runs a statement; the transaction is the connection's. */
  void run(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    } catch (SQLException e) {
      throw new PairFailure(e.getMessage() + "\n  in: " + sql, e);
    }
  }

  /** Runs what the server takes, and gives what it refuses with its reasons. */
  List<String> runAccepted(List<String> statements) {
    List<String> refused = new ArrayList<>();
    for (String sql : statements) {
      try {
        run(sql);
      } catch (PairFailure refusal) {
        refused.add(refusal.getMessage());
      }
    }
    return refused;
  }

  void transaction(boolean transactional, List<String> statements) {
    try {
      connection.setAutoCommit(!transactional);
      try {
        statements.forEach(this::run);
        if (transactional) {
          connection.commit();
        }
      } finally {
        if (transactional) {
          connection.rollback();
        }
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new PairFailure(String.valueOf(e.getMessage()), e);
    }
  }

  List<String> column(String query) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new PairFailure(e.getMessage() + "\n  in: " + query, e);
    }
  }

  MetaData reflect(Dialect dialect) {
    return dialect.catalogReader().read(connection, ReflectOptions.of("public"));
  }

  void empty() {
    column(LEFTOVERS).forEach(this::run);
    run("CREATE SCHEMA public");
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot leave " + database.name(), e);
    }
    database.close();
  }
}
