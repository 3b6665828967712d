package org.aludel.engine.retry;

import static org.aludel.dialect.Isolation.SERIALIZABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.error.EngineCode;
import org.aludel.error.Problem;
import org.aludel.error.SerializationFailure;
import org.aludel.error.UsageException;
import org.aludel.error.database.Deadlock;
import org.aludel.error.database.UniqueViolation;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
final class RetryTest {
  private static final String SUM = "SELECT sum(amount)::int FROM account";
  private final TestDatabase database;
  private final Engine engine;
  private final Engine serializable;
  private final ExecutorService threads = Executors.newFixedThreadPool(2);

  RetryTest(TestDatabase database) {
    this.database = database;
    this.engine = Engine.create(database.jdbcUrl());
    this.serializable = engine.withOptions(options -> options.isolation(SERIALIZABLE));
  }

  @BeforeEach
  void createAccounts() {
    database.run(
        """
        DROP TABLE IF EXISTS account;
        CREATE TABLE account (id int PRIMARY KEY, amount int);
        INSERT INTO account VALUES (1, 10), (2, 10);
        """);
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    engine.close();
  }

  private List<String> amounts() {
    return database.query("SELECT amount FROM account ORDER BY id").stream()
        .map(row -> String.valueOf(row.get(0)))
        .toList();
  }

  /** Both have read before either writes, the first time; each write depends on the sum. */
  private static void withdraw(Connection connection, int id, CyclicBarrier both, int attempt)
      throws Exception {
    Integer sum = connection.execute(SUM).scalar(Integer.class);
    if (attempt == 1) {
      both.await(30, TimeUnit.SECONDS);
    }
    if (sum != null && sum >= 15) {
      connection.update("UPDATE account SET amount = amount - 15 WHERE id = ?", id);
    }
  }

  @Test
  void twoTransactionsThatCouldNotRunInAnyOrderAreRunInOne() throws Exception {
    CyclicBarrier both = new CyclicBarrier(2);
    AtomicInteger attempts = new AtomicInteger();
    List<Future<?>> runs =
        List.of(1, 2).stream()
            .<Future<?>>map(
                id ->
                    threads.submit(
                        () -> {
                          AtomicInteger own = new AtomicInteger();
                          Retry.attempts(5)
                              .inTransaction(
                                  serializable,
                                  connection -> {
                                    attempts.incrementAndGet();
                                    withdraw(connection, id, both, own.incrementAndGet());
                                  });
                          return null;
                        }))
            .toList();
    for (Future<?> run : runs) {
      run.get(60, TimeUnit.SECONDS);
    }

    assertThat(attempts).hasValueGreaterThan(2);
    assertThat(amounts()).containsAnyOf("-5").contains("10");
  }

  @Test
  void twoTransactionsThatWaitForEachOtherBothGetThrough() throws Exception {
    CyclicBarrier both = new CyclicBarrier(2);
    AtomicInteger attempts = new AtomicInteger();
    List<Future<?>> runs =
        List.of(1, 2).stream()
            .<Future<?>>map(
                id ->
                    threads.submit(
                        () -> {
                          AtomicInteger own = new AtomicInteger();
                          Retry.attempts(5)
                              .inTransaction(
                                  engine,
                                  connection -> {
                                    attempts.incrementAndGet();
                                    add(connection, id);
                                    if (own.incrementAndGet() == 1) {
                                      both.await(30, TimeUnit.SECONDS);
                                    }
                                    add(connection, 3 - id);
                                  });
                          return null;
                        }))
            .toList();
    for (Future<?> run : runs) {
      run.get(60, TimeUnit.SECONDS);
    }

    assertThat(attempts).hasValue(3);
    assertThat(amounts()).containsExactly("12", "12");
  }

  private static void add(Connection connection, int id) {
    connection.update("UPDATE account SET amount = amount + 1 WHERE id = ?", id);
  }

  private static void fail(Connection connection, String state) {
    connection.execute(
        "DO $$ BEGIN RAISE EXCEPTION 'planned' USING ERRCODE = '" + state + "'; END $$");
  }

  @Test
  void attemptsAreBoundedAndTheLastFailureHasTheOthers() {
    AtomicInteger attempts = new AtomicInteger();
    Retry twice = Retry.attempts(3).pauses(Duration.ofMillis(1), Duration.ofMillis(1));

    assertThatThrownBy(
            () ->
                twice.inTransaction(
                    engine,
                    connection -> {
                      attempts.incrementAndGet();
                      fail(connection, "40P01");
                    }))
        .isInstanceOf(Deadlock.class)
        .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1))
        .satisfies(failure -> assertThat(failure.getSuppressed()[0].getSuppressed()).hasSize(1));
    assertThat(attempts).hasValue(3);
  }

  @Test
  void otherFailuresAreNotTriedAgain() {
    AtomicInteger attempts = new AtomicInteger();

    assertThatThrownBy(
            () ->
                Retry.attempts(3)
                    .inTransaction(
                        engine,
                        connection -> {
                          attempts.incrementAndGet();
                          connection.update("INSERT INTO account VALUES (1, 1)");
                        }))
        .isInstanceOf(UniqueViolation.class);
    assertThat(attempts).hasValue(1);
  }

  @Test
  void aPartOfATransactionIsNotTriedAgain() {
    try (Connection connection = engine.connect()) {
      connection.execute("SELECT 1");

      assertThatThrownBy(() -> Retry.attempts(3).fromTransaction(connection, c -> 1))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("ORM-ENGINE-NOT-RETRIED")
          .hasMessageContaining("a transaction that began before");
      connection.rollback();
      AtomicInteger attempts = new AtomicInteger();
      int value =
          Retry.attempts(3)
              .fromTransaction(
                  connection,
                  c -> {
                    if (attempts.incrementAndGet() == 1) {
                      fail(c, "40001");
                    }
                    add(c, 1);
                    return attempts.get();
                  });
      assertThat(value).isEqualTo(2);
    }
    assertThat(amounts()).containsExactly("11", "10");
  }

  @Test
  void pausesDoubleUpToTheLongestAndAreNeverEqual() {
    Retry retry = Retry.attempts(9).pauses(Duration.ofMillis(10), Duration.ofMillis(60));

    assertThat(retry.random(() -> 0).pauseMillis(1)).isEqualTo(5);
    assertThat(retry.random(() -> 1).pauseMillis(1)).isEqualTo(10);
    assertThat(retry.random(() -> 1).pauseMillis(3)).isEqualTo(40);
    assertThat(retry.random(() -> 1).pauseMillis(4)).isEqualTo(60);
    assertThat(retry.random(() -> 1).pauseMillis(64)).isEqualTo(60);
  }

  @Test
  void whoIsInterruptedWaitsNoLonger() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(
            () ->
                Retry.attempts(3)
                    .pauseAfter(
                        1,
                        new SerializationFailure(
                            Problem.of(EngineCode.SERIALIZATION, "cannot run SQL"), "40001", null)))
        .isInstanceOf(SerializationFailure.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
