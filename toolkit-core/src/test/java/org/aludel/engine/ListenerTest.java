package org.aludel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.aludel.error.DatabaseException;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@PostgresTest
final class ListenerTest {
  private final TestDatabase database;
  private final List<String> told = new ArrayList<>();

  ListenerTest(TestDatabase database) {
    this.database = database;
  }

  private Engine engine(ExecutionListener listener) {
    return Engine.create(database.jdbcUrl(), options -> options.poolSize(1).listener(listener));
  }

  /** Writes down everything. */
  private final class Everything implements ExecutionListener {
    @Override
    public void connected(java.sql.Connection physical) {
      told.add("connected");
    }

    @Override
    public void checkedOut(java.sql.Connection jdbc) {
      told.add("checked out");
    }

    @Override
    public String sending(Outgoing statement) {
      told.add("sending " + statement.sql() + " " + statement.bindTypes());
      return statement.sql();
    }

    @Override
    public void executed(Execution execution) {
      told.add(execution.failure() == null ? "executed" : "executed, failed");
    }

    @Override
    public void failed(Failure failure) {
      told.add("failed " + failure.exception().sqlState());
    }

    @Override
    public void transaction(String statement) {
      told.add(statement);
    }

    @Override
    public void checkedIn(java.sql.Connection jdbc) {
      told.add("checked in");
    }
  }

  @Test
  void areToldInOrder() {
    try (Engine engine = engine(new Everything())) {
      try (Connection connection = engine.connect()) {
        connection.execute("SELECT ?", 1).close();
        connection.commit();
        try (Transaction nested = connection.beginNested()) {
          assertThatThrownBy(() -> connection.execute("SELEKT")).isNotNull();
          assertThat(nested.isActive()).isTrue();
        }
      }
      engine.execute("SELECT 2");
    }
    assertThat(told)
        .containsExactly(
            "connected",
            "checked out",
            "BEGIN",
            "sending SELECT ? [integer]",
            "executed",
            "COMMIT",
            "BEGIN",
            "SAVEPOINT aludel_1",
            "sending SELEKT []",
            "executed, failed",
            "failed 42601",
            "ROLLBACK TO SAVEPOINT",
            "ROLLBACK",
            "checked in",
            "checked out",
            "BEGIN",
            "sending SELECT 2 []",
            "executed",
            "COMMIT",
            "checked in");
  }

  @Test
  void mayReplaceWhatTheCallerGets() {
    ExecutionListener other =
        new ExecutionListener() {
          @Override
          public void failed(Failure failure) {
            failure.replaceWith(new IllegalStateException("ours", failure.exception()));
          }
        };
    try (Engine engine = engine(other);
        Connection connection = engine.connect()) {
      assertThatThrownBy(() -> connection.execute("SELEKT"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("ours")
          .hasCauseInstanceOf(DatabaseException.class);
    }
  }

  @Test
  void mayDeclareTheConnectionGone() {
    ExecutionListener strict =
        new ExecutionListener() {
          @Override
          public void failed(Failure failure) {
            if ("22012".equals(failure.exception().sqlState())) {
              failure.markLost();
            }
          }
        };
    try (Engine engine = engine(strict)) {
      String first = backend(engine);
      assertThat(backend(engine)).isEqualTo(first);

      assertThatThrownBy(() -> engine.execute("SELECT 1 / 0")).isNotNull();

      assertThat(backend(engine)).isNotEqualTo(first);
    }
  }

  private static String backend(Engine engine) {
    return show(engine, "SELECT pg_backend_pid()");
  }

  @Test
  void mayChangeTheTextThatIsSent() {
    ExecutionListener comment =
        new ExecutionListener() {
          @Override
          public String sending(Outgoing statement) {
            return statement.sql() + " /* " + statement.options().label() + " */";
          }
        };
    try (Engine engine = engine(comment).withOptions(options -> options.label("checkout"))) {
      String seen = "SELECT query FROM pg_stat_activity WHERE pid = pg_backend_pid()";

      assertThat(engine.execute(seen).get(0).get(0)).isEqualTo(seen + " /* checkout */");
    }
  }

  @Test
  void setASessionUpAndTakeItBack() {
    ExecutionListener zones =
        new ExecutionListener() {
          @Override
          public void connected(java.sql.Connection physical) throws SQLException {
            run(physical, "SET search_path = pg_catalog");
          }

          @Override
          public void checkedIn(java.sql.Connection jdbc) throws SQLException {
            run(jdbc, "RESET work_mem");
            jdbc.commit();
          }
        };
    try (Engine engine = engine(zones)) {
      String mine = show(engine, "SHOW work_mem");
      engine.update("SET work_mem = '7MB'");

      assertThat(show(engine, "SHOW work_mem")).isEqualTo(mine);
      assertThat(show(engine, "SHOW search_path")).isEqualTo("pg_catalog");
    }
  }

  private static void run(java.sql.Connection jdbc, String sql) throws SQLException {
    try (Statement statement = jdbc.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String show(Engine engine, String sql) {
    return String.valueOf(engine.execute(sql).get(0).get(0));
  }

  @Test
  void whatFailsAtTheLoanGivesTheConnectionBack() {
    boolean[] refuses = {true};
    ExecutionListener guard =
        new ExecutionListener() {
          @Override
          public void checkedOut(java.sql.Connection jdbc) throws SQLException {
            if (refuses[0]) {
              throw new SQLException("not now");
            }
          }
        };
    try (Engine engine = engine(guard)) {
      assertThatThrownBy(engine::connect).hasMessageContaining("not now");
      refuses[0] = false;
      assertThat(engine.execute("SELECT 1")).hasSize(1);
    }
  }
}
