package org.aludel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import org.aludel.error.ConnectionLost;
import org.aludel.error.DatabaseException;
import org.aludel.error.IntegrityViolation;
import org.aludel.error.MultipleResultsException;
import org.aludel.error.NoResultException;
import org.aludel.error.QueryTimeout;
import org.aludel.error.UsageException;
import org.aludel.sql.Row;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

@PostgresTest
final class ConnectionTest {
  private final TestDatabase database;
  private final Engine engine;
  private final Connection connection;

  ConnectionTest(TestDatabase database) {
    this.database = database;
    this.engine = Engine.create(database.dataSource());
    this.connection = engine.connect();
  }

  @BeforeEach
  void createTable() {
    database.run("DROP TABLE IF EXISTS item; CREATE TABLE item (id int PRIMARY KEY, name text)");
  }

  @AfterEach
  void close() {
    connection.close();
    engine.close();
  }

  private List<List<@Nullable String>> stored() {
    return database.query("SELECT id FROM item ORDER BY id");
  }

  private void insert(int id) {
    connection.update("INSERT INTO item VALUES (?, ?)", id, "name " + id);
  }

  @Test
  void commitsAsYouGo() {
    insert(1);
    assertThat(connection.inTransaction()).isTrue();
    connection.commit();
    insert(2);
    connection.rollback();
    insert(3);
    connection.close();

    assertThat(stored()).containsExactly(List.of("1"));
  }

  @Test
  void rollsBackATransactionThatIsNotCommitted() {
    try (Transaction transaction = connection.begin()) {
      insert(1);
      assertThat(transaction.isActive()).isTrue();
    }
    try (Transaction transaction = connection.begin()) {
      insert(2);
      transaction.commit();
    }
    assertThat(stored()).containsExactly(List.of("2"));
  }

  @Test
  void refusesASecondBegin() {
    insert(1);

    assertThatThrownBy(connection::begin)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("ORM-ENGINE-WRONG-STATE")
        .hasMessageContaining("beginNested()");
  }

  @Test
  void goesOnBehindASavepointThatFailed() {
    insert(1);
    try (Transaction nested = connection.beginNested()) {
      assertThatThrownBy(() -> insert(1)).isInstanceOf(IntegrityViolation.class);
      assertThat(nested.isNested()).isTrue();
    }
    try (Transaction nested = connection.beginNested()) {
      insert(2);
      nested.commit();
    }
    connection.commit();

    assertThat(stored()).containsExactly(List.of("1"), List.of("2"));
  }

  @Test
  void endsSavepointsFromTheInsideOut() {
    Transaction outer = connection.beginNested();
    Transaction inner = connection.beginNested();

    assertThatThrownBy(outer::commit).hasMessageContaining("from the inside out");
    assertThatThrownBy(connection::commit).hasMessageContaining("a savepoint that has not ended");
    outer.rollback();
    assertThat(inner.isActive()).isFalse();
    assertThatThrownBy(inner::commit).hasMessageContaining("ended already");
  }

  @Test
  void saysThatAnEarlierFailureBrokeTheTransaction() {
    assertThatThrownBy(() -> connection.execute("SELECT no_such"))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("ORM-SQL-STATEMENT-FAILED")
        .hasMessageContaining("in: SELECT no_such");
    assertThatThrownBy(() -> connection.execute("SELECT 1"))
        .hasMessageContaining("ORM-ENGINE-FAILED-TRANSACTION");
    connection.rollback();
    assertThat(connection.execute("SELECT 1").all()).hasSize(1);
  }

  @Test
  void keepsValuesOutOfMessages() {
    insert(77);

    assertThatThrownBy(() -> connection.update("INSERT INTO item (id) VALUES (?)", 77))
        .isInstanceOf(IntegrityViolation.class)
        .hasMessageContaining("ORM-ENGINE-INTEGRITY")
        .hasMessageContaining("item_pkey")
        .hasMessageContaining("bind types: integer")
        .hasMessageNotContaining("77");
  }

  @Test
  void showsValuesWhenAsked() {
    try (Engine open = Engine.create(database.dataSource(), options -> options.logValues(true));
        Connection other = open.connect()) {
      other.update("INSERT INTO item VALUES (?)", 88);

      assertThatThrownBy(() -> other.update("INSERT INTO item VALUES (?)", 88))
          .hasMessageContaining("(id)=(88)")
          .hasMessageContaining("binds: 88");
    }
  }

  @Test
  void tellsLostConnectionsFromTimeoutsFromSyntax() {
    assertThatThrownBy(() -> connection.execute("SELECT FROM WHERE"))
        .hasMessageContaining("ORM-SQL-SYNTAX");
    connection.rollback();
    connection.execute("SET statement_timeout = 50");
    assertThatThrownBy(() -> connection.execute("SELECT pg_sleep(5)"))
        .isInstanceOf(QueryTimeout.class);
    connection.rollback();
    assertThatThrownBy(() -> connection.execute("SELECT pg_terminate_backend(pg_backend_pid())"))
        .isInstanceOf(ConnectionLost.class);
    connection.close();
  }

  @Test
  void sendsTextWithoutValuesAsItIs() {
    assertThat(connection.execute("SELECT '{\"a\": 1}'::jsonb ? 'a' AS found").one().get("found"))
        .isEqualTo(true);
    assertThat(connection.execute("SELECT '{d 2020-01-01}' AS kept").one().get("kept"))
        .isEqualTo("{d 2020-01-01}");
  }

  @Test
  void givesTheResultOfTheLastOfSeveralStatements() {
    Result<Row> result =
        connection.execute("INSERT INTO item VALUES (1); SELECT id FROM item; SELECT 'last' AS x");

    assertThat(result.all()).extracting(row -> row.get("x")).containsExactly("last");
    assertThat(connection.update("SELECT 1; INSERT INTO item VALUES (2), (3)")).isEqualTo(2);
  }

  @Test
  void bindsNullsAndNamesUnknownColumns() {
    Row row = connection.execute("SELECT ?::text AS name, ?::int AS age", null, 5).one();

    assertThat(row.get(0)).isNull();
    assertThat(row.get("age", Integer.class)).isEqualTo(5);
    assertThat(row).hasToString("{name=null, age=5}");
    assertThatThrownBy(() -> row.get("nme"))
        .hasMessageContaining("ORM-SQL-UNKNOWN-RESULT-COLUMN")
        .hasMessageContaining("did you mean \"name\"?");
    assertThatThrownBy(() -> row.get("age", String.class))
        .hasMessageContaining("ORM-TYPE-WRONG-VALUE");
    assertThatThrownBy(() -> row.get(2)).hasMessageContaining("columns 0 to 1");
  }

  @Test
  void insistsOnTheNumberOfRowsAskedFor() {
    String none = "SELECT id FROM item";
    String two = "VALUES (1), (2)";

    assertThat(connection.execute(none).first()).isEmpty();
    assertThat(connection.execute(none).oneOrNone()).isEmpty();
    assertThat(connection.execute(two).first()).isPresent();
    assertThat(connection.execute(two).scalar(Integer.class)).isEqualTo(1);
    assertThatThrownBy(() -> connection.execute(none).one()).isInstanceOf(NoResultException.class);
    assertThatThrownBy(() -> connection.execute(two).one())
        .isInstanceOf(MultipleResultsException.class);
    assertThatThrownBy(() -> connection.execute(two).oneOrNone())
        .isInstanceOf(MultipleResultsException.class);
    assertThatThrownBy(() -> connection.execute("DELETE FROM item").all())
        .hasMessageContaining("ORM-SQL-NO-ROWS");
  }

  @Test
  void readsAResultOnceAndOnlyInItsTransaction() {
    Result<Row> twice = connection.execute("SELECT 1");
    twice.all();
    assertThatThrownBy(twice::all).hasMessageContaining("ORM-SQL-ALREADY-READ");

    Result<Row> late = connection.execute("SELECT 1");
    connection.commit();
    assertThatThrownBy(late::all).hasMessageContaining("ORM-ENGINE-CLOSED");
  }

  @Test
  void fetchesSoManyRowsAtATime() {
    connection.execute("CREATE TEMPORARY SEQUENCE counter");
    connection.fetchSize(10);
    Result<Row> rows =
        connection.execute("SELECT nextval('counter') FROM generate_series(1, ?)", 1_000);

    assertThat(rows.iterator().next().get(0)).isEqualTo(1L);
    assertThat(connection.execute("SELECT last_value FROM counter").scalar(Long.class))
        .isEqualTo(10);
  }

  @Test
  void maps() {
    assertThat(connection.execute("VALUES (1), (2)").scalars(Integer.class).map(one -> one + 1))
        .containsExactly(2, 3);
    assertThat(connection.execute("VALUES (1), (2)").stream().count()).isEqualTo(2);
  }

  @Test
  void refusesTransactionsOnAutocommit() {
    try (Connection auto = engine.connectAutocommit()) {
      assertThatThrownBy(auto::begin).hasMessageContaining("ORM-ENGINE-WRONG-STATE");
      assertThatThrownBy(auto::commit).hasMessageContaining("engine.connect()");
      auto.update("VACUUM item");
    }
  }

  @Test
  void unwrapsTheDriversConnection() throws java.sql.SQLException {
    PGConnection driver = connection.unwrap(PGConnection.class);

    assertThat(driver.getBackendPID()).isPositive();
    assertThat(connection.inTransaction()).isTrue();
  }

  @Test
  void refusesEverythingOnceClosed() {
    connection.close();
    connection.close();

    assertThatThrownBy(() -> connection.execute("SELECT 1"))
        .hasMessageContaining("ORM-ENGINE-CLOSED");
  }

  @Test
  void commitOfAFailedTransactionIsRefusedAndNamesTheFailure() {
    insert(1);
    assertThatThrownBy(() -> insert(1)).isInstanceOf(IntegrityViolation.class);

    assertThatThrownBy(connection::commit)
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("ORM-ENGINE-FAILED-TRANSACTION: cannot commit")
        .hasMessageContaining("duplicate key value violates unique constraint \"item_pkey\"");

    connection.rollback();
    insert(2);
    connection.commit();
    assertThat(stored()).containsExactly(List.of("2"));
  }

  @Test
  void commitGoesThroughWhenTheFailureWasInsideASavepoint() {
    insert(1);
    Transaction nested = connection.beginNested();
    assertThatThrownBy(() -> insert(1)).isInstanceOf(IntegrityViolation.class);
    nested.rollback();

    connection.commit();

    assertThat(stored()).containsExactly(List.of("1"));
  }

  @Test
  void commitIsRefusedWhenTheFailureWasOnTheJdbcConnectionBelow() throws SQLException {
    insert(1);
    try (java.sql.Statement raw = connection.unwrap(java.sql.Connection.class).createStatement()) {
      assertThatThrownBy(() -> raw.execute("SELECT nothing")).isInstanceOf(SQLException.class);
    }

    assertThatThrownBy(connection::commit)
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("ORM-ENGINE-FAILED-TRANSACTION");
  }

  @Test
  void valuesOfRowsStandInNoMessageAndInNoCause() {
    insert(4711);

    assertThatThrownBy(() -> insert(4711))
        .isInstanceOf(IntegrityViolation.class)
        .satisfies(failure -> assertThat(trace(failure)).doesNotContain("4711"))
        .rootCause()
        .isInstanceOf(SQLException.class)
        .extracting(cause -> ((SQLException) cause).getSQLState())
        .isEqualTo("23505");
  }

  private static String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
