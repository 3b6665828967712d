package org.aludel.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

@PostgresTest
final class StatementRecorderTest {
  private final StatementRecorder recorder = new StatementRecorder();
  private final TestDatabase database;

  StatementRecorderTest(TestDatabase database) {
    this.database = database;
  }

  private Connection connect() throws SQLException {
    return recorder.wrap(database.dataSource()).getConnection();
  }

  @Test
  void recordsPlainAndPreparedStatementsInOrder() throws SQLException {
    try (Connection connection = connect();
        PreparedStatement prepared = connection.prepareStatement("SELECT ?::int");
        Statement plain = connection.createStatement()) {
      plain.execute("SELECT 1");
      prepared.setInt(1, 2);
      prepared.executeQuery().close();
      prepared.executeQuery().close();
      plain.executeUpdate("CREATE TEMP TABLE t (a int)");
    }

    assertThat(recorder.sql())
        .containsExactly(
            "SELECT 1", "SELECT ?::int", "SELECT ?::int", "CREATE TEMP TABLE t (a int)");
    assertThat(recorder.count()).isEqualTo(4);
  }

  @Test
  void preparingAloneIsNotExecuting() throws SQLException {
    try (Connection connection = connect();
        PreparedStatement prepared = connection.prepareStatement("SELECT 1")) {
      assertThat(prepared.isClosed()).isFalse();
    }

    assertThat(recorder.sql()).isEmpty();
  }

  @Test
  void aPreparedBatchIsOneExecution() throws SQLException {
    try (Connection connection = connect();
        Statement plain = connection.createStatement()) {
      plain.execute("CREATE TEMP TABLE b (a int)");
      recorder.clear();
      try (PreparedStatement insert = connection.prepareStatement("INSERT INTO b VALUES (?)")) {
        for (int value = 0; value < 3; value++) {
          insert.setInt(1, value);
          insert.addBatch();
        }
        insert.executeBatch();
      }
      plain.addBatch("INSERT INTO b VALUES (8)");
      plain.addBatch("INSERT INTO b VALUES (9)");
      plain.executeBatch();
    }

    assertThat(recorder.sql())
        .containsExactly(
            "INSERT INTO b VALUES (?)", "INSERT INTO b VALUES (8)", "INSERT INTO b VALUES (9)");
  }

  @Test
  void recordsCalls() throws SQLException {
    try (Connection connection = connect();
        CallableStatement call = connection.prepareCall("SELECT 1")) {
      call.execute();
    }

    assertThat(recorder.sql()).containsExactly("SELECT 1");
  }

  @Test
  void recordsWhatFailsAndGivesTheDriversException() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("SELEC"))
          .isInstanceOf(SQLException.class)
          .hasFieldOrPropertyWithValue("SQLState", "42601");
    }

    assertThat(recorder.sql()).containsExactly("SELEC");
  }

  @Test
  void clearForgets() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT 1");
      recorder.clear();
      statement.execute("SELECT 2");
    }

    assertThat(recorder.sql()).containsExactly("SELECT 2");
  }

  @Test
  void connectionUnwrapsToTheDriversOwn() throws SQLException {
    try (Connection connection = connect()) {
      assertThat(connection.unwrap(PGConnection.class).getBackendPID()).isPositive();
    }
  }
}
