package org.aludel.engine;

import static org.aludel.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.aludel.error.DatabaseException;
import org.aludel.error.UsageException;
import org.aludel.error.database.UniqueViolation;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a connection refuses, and what it takes besides statements. */
@PostgresTest
final class ConnectionUseTest {
  private final TestDatabase database;
  private final Engine engine;
  private final Connection connection;
  private final ExecutorService other = Executors.newSingleThreadExecutor();

  ConnectionUseTest(TestDatabase database) {
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
    other.shutdownNow();
    connection.close();
    engine.close();
  }

  private void awaitSleep() {
    String sleeping =
        "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep%' AND state = 'active'"
            + " AND pid <> pg_backend_pid() AND datname = current_database()";
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (database.query(sleeping).get(0).get(0).equals("0")) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  @Test
  void twoThreadsAtOnceAreRefused() throws Exception {
    Future<?> busy = other.submit(() -> connection.execute("SELECT pg_sleep(3)").close());
    awaitSleep();

    assertThatThrownBy(() -> connection.execute("SELECT 1"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("ORM-ENGINE-WRONG-THREAD")
        .hasMessageContaining("a call of thread \"pool-");
    assertThatThrownBy(connection::commit).hasMessageContaining("ORM-ENGINE-WRONG-THREAD");
    busy.get(30, TimeUnit.SECONDS);
    assertThat(connection.execute("SELECT 1").all()).hasSize(1);
  }

  @Test
  void aConnectionMayGoFromOneThreadToAnother() throws Exception {
    connection.update("INSERT INTO item VALUES (1, 'mine')");

    other.submit(() -> connection.update("INSERT INTO item VALUES (2, 'yours')")).get();
    connection.commit();

    assertThat(database.query("SELECT id FROM item")).hasSize(2);
  }

  @Test
  void everythingIsRefusedOnAClosedConnection() {
    connection.close();

    for (Runnable use :
        List.<Runnable>of(
            () -> connection.execute("SELECT 1"),
            () -> connection.execute(text("SELECT 1"), options -> options.fetchSize(2)),
            () -> connection.options(options -> options.label("late")),
            () -> connection.batch("SELECT 1", List.of(List.of())),
            () -> connection.inAutocommit(c -> {}),
            connection::begin,
            connection::commit)) {
      assertThatThrownBy(use::run).hasMessageContaining("ORM-ENGINE-CLOSED");
    }
  }

  @Test
  void aBatchSaysHowManyRowsEachChanged() {
    connection.batch(
        "INSERT INTO item VALUES (?, ?)",
        List.of(Arrays.asList(1, null), List.of(2, "b"), List.of(3, "c")));

    assertThat(connection.batch("DELETE FROM item WHERE id >= ?", List.of(List.of(2), List.of(2))))
        .containsExactly(2L, 0L);
    assertThat(connection.batch("DELETE FROM item WHERE id = ?", List.of())).isEmpty();
    connection.commit();
    assertThat(database.query("SELECT id, name FROM item"))
        .containsExactly(Arrays.asList("1", null));
  }

  @Test
  void aBatchIsOneEvent() {
    List<String> told = new ArrayList<>();
    connection.addListener(
        new ExecutionListener() {
          @Override
          public void executed(Execution execution) {
            told.add(execution.sql() + " " + execution.bindTypes() + " " + execution.rowCount());
          }
        });
    connection.batch("INSERT INTO item VALUES (?, ?)", List.of(List.of(1, "a"), List.of(2, "b")));

    assertThat(told).containsExactly("INSERT INTO item VALUES (?, ?) [integer, text] 2");
  }

  @Test
  void aBatchThatFailsHasTheClassOfItsCause() {
    Throwable failure =
        catchThrowable(
            () ->
                connection.batch(
                    "INSERT INTO item VALUES (?, ?)",
                    List.of(List.of(1, "a"), List.of(1, "s3cr"), List.of(2, "c"))));

    assertThat(failure).isInstanceOf(UniqueViolation.class);
    assertThat(((UniqueViolation) failure).rule().constraint()).isEqualTo("item_pkey");
    assertThat(failure.getMessage() + failure.getCause()).doesNotContain("s3cr");
    assertThatThrownBy(connection::commit)
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("ORM-ENGINE-FAILED-TRANSACTION");
  }

  @Test
  void rowsOfABatchAreOfOneWidth() {
    assertThatThrownBy(
            () ->
                connection.batch(
                    "INSERT INTO item VALUES (?, ?)", List.of(List.of(1, "a"), List.of(2))))
        .hasMessageContaining("ORM-SQL-UNSUPPORTED-STATEMENT")
        .hasMessageContaining("1 values in row 1");
  }

  @Test
  void savepointsNestAndEndInTheirOrder() {
    try (Transaction outer = connection.begin()) {
      connection.update("INSERT INTO item VALUES (1, 'outer')");
      try (Transaction middle = connection.beginNested()) {
        connection.update("INSERT INTO item VALUES (2, 'middle')");
        try (Transaction inner = connection.beginNested()) {
          connection.update("INSERT INTO item VALUES (3, 'inner')");
          assertThatThrownBy(middle::commit).hasMessageContaining("from the inside out");
          assertThatThrownBy(outer::commit).hasMessageContaining("ORM-ENGINE-WRONG-STATE");
          inner.rollback();
        }
        middle.commit();
      }
      outer.commit();
    }
    assertThat(database.query("SELECT id FROM item ORDER BY id"))
        .containsExactly(List.of("1"), List.of("2"));
  }
}
