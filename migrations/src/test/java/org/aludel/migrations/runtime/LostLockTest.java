package org.aludel.migrations.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.engine.Execution;
import org.aludel.engine.ExecutionListener;
import org.aludel.error.ErrorCode;
import org.aludel.error.MigrationCode;
import org.aludel.error.RevisionException;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** The connection that holds the lock is cut while a revision runs, and another runner comes. */
@PostgresTest(judge = true)
class LostLockTest {
  private static final long SEED = 20261128;
  private static final int CUTS = Boolean.getBoolean("aludel.full") ? 100 : 5;
  private static final ExecutionListener SILENT = new ExecutionListener() {};
  private static final String CUT =
      "SELECT pg_terminate_backend(pid, 10000) FROM pg_locks WHERE locktype = 'advisory'"
          + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

  @Test
  void nothingIsAppliedTwice(TestDatabase database) throws Exception {
    List<String> events = UpgradeProgram.events(database.jdbcUrl());
    Finished undisturbed = Finished.of(database);
    Random random = new Random(SEED);

    for (int i = 0; i < CUTS; i++) {
      int event = place(events, random);
      try (TestDatabase shared = database.another()) {
        Optional<RevisionException> first = cutAndOvertake(shared, event);

        String where = "seed %d, event %d: %s".formatted(SEED, event, events.get(event - 1));
        first.map(RevisionException::code).ifPresent(LostLockTest::isOvertaken);
        assertThat(Finished.of(shared)).as(where).isEqualTo(undisturbed);
      }
    }
  }

  /**
   * Not behind a look at the lock and before its commit: docs/reliability.md says what may happen
   * in that moment. Before the first statement of a revision there is no lock to cut.
   */
  private static int place(List<String> events, Random random) {
    int event = 10 + random.nextInt(events.size() - 20);
    while (events.get(event - 1).startsWith("WITH part0")) {
      event--;
    }
    return event;
  }

  /** What the first runner says, whose lock was cut at an event, before another one began. */
  private static Optional<RevisionException> cutAndOvertake(TestDatabase database, int event)
      throws Exception {
    CountDownLatch cut = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Optional<RevisionException>> first =
          threads.submit(() -> run(database, new Cutter(database, event, cut)));
      cut.await();
      Future<Optional<RevisionException>> second = threads.submit(() -> run(database, SILENT));
      // Cut between the last look at the lock and the commit, the first one still commits, and the
      // second one finds what it made; whoever comes next finds nothing to do.
      second.get().map(RevisionException::code).ifPresent(LostLockTest::isOvertaken);
      Optional<RevisionException> refused = first.get();
      assertThat(run(database, SILENT)).isEmpty();
      return refused;
    } finally {
      threads.shutdownNow();
    }
  }

  /** A runner that is overtaken finds the lock lost, what the other one made, or other heads. */
  private static void isOvertaken(ErrorCode code) {
    assertThat(code)
        .isIn(MigrationCode.LOCKED, MigrationCode.STEP_FAILED, MigrationCode.LEDGER_MISMATCH);
  }

  private static Optional<RevisionException> run(TestDatabase database, ExecutionListener told) {
    try {
      UpgradeProgram.upgrade(database.jdbcUrl(), told);
      return Optional.empty();
    } catch (RevisionException refused) {
      return Optional.of(refused);
    }
  }

  /** Cuts the lock at an event, lets the other runner begin, and goes on. */
  private record Cutter(TestDatabase database, int event, CountDownLatch cut, AtomicInteger count)
      implements ExecutionListener {
    Cutter(TestDatabase database, int event, CountDownLatch cut) {
      this(database, event, cut, new AtomicInteger());
    }

    @Override
    public void executed(Execution execution) {
      happened();
    }

    @Override
    public void transaction(String verb) {
      happened();
    }

    private void happened() {
      if (count.incrementAndGet() == event) {
        assertThat(database.query(CUT)).isNotEmpty();
        cut.countDown();
        waitUntilTheOtherHasTheLock();
      }
    }

    private void waitUntilTheOtherHasTheLock() {
      String holders = CUT.replace("pg_terminate_backend(pid, 10000)", "pid");
      try {
        for (int i = 0; i < 200 && database.query(holders).isEmpty(); i++) {
          Thread.sleep(10);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
