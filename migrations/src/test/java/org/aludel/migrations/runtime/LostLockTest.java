package org.aludel.migrations.runtime;

import static org.aludel.migrations.runtime.Script.column;
import static org.aludel.migrations.runtime.Script.ledger;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
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
@PostgresTest(judge = true, perMethod = true)
class LostLockTest {
  private static final long SEED = 20261128;
  private static final int CUTS = Boolean.getBoolean("aludel.full") ? 100 : 5;
  private static final ExecutionListener SILENT = new ExecutionListener() {};
  private static final Set<Optional<ErrorCode>> OVERTAKEN =
      Set.of(Optional.empty(), Optional.of(MigrationCode.LOCKED));

  /** The lock of the run, not that of the work, which its other connections take. */
  private static final String HOLDERS =
      "SELECT a.pid FROM pg_stat_activity a JOIN pg_locks l ON l.pid = a.pid"
          + " WHERE l.locktype = 'advisory' AND a.datname = current_database()"
          + " AND a.application_name LIKE 'aludel migrations%'";

  private static final String CUT =
      HOLDERS.replace("a.pid FROM", "pg_terminate_backend(a.pid) FROM");

  @Test
  void nothingIsAppliedTwice(TestDatabase database) throws Exception {
    List<String> events = UpgradeProgram.events(database.jdbcUrl());
    Finished undisturbed = Finished.of(database);
    Random random = new Random(SEED);

    for (int i = 0; i < CUTS; i++) {
      int event = place(events, random);
      try (TestDatabase shared = database.another()) {
        Optional<RevisionException> first = cutAndOvertake(shared, LongHistory.script(), event);

        String where = "seed %d, event %d: %s".formatted(SEED, event, events.get(event - 1));
        assertThat(first.map(RevisionException::code)).as(where).isIn(OVERTAKEN);
        assertThat(Finished.of(shared)).as(where).isEqualTo(undisturbed);
      }
    }
  }

  @Test
  void aCutBetweenTheLookAtTheLockAndTheCommitAppliesNothingTwice(TestDatabase database)
      throws Exception {
    Script script =
        new Script()
            .revision("aaaa", "CREATE TABLE t (x int) ;; INSERT INTO t VALUES (0)")
            .revision(
                "bbbb",
                "UPDATE t SET x = x + 1 // UPDATE t SET x = x - 1",
                "!VACUUM t // ",
                "UPDATE t SET x = x + 10 // UPDATE t SET x = x - 10");
    script.upgrade(database, "aaaa");
    int look = 0;
    try (TestDatabase other = database.another()) {
      script.upgrade(other, "aaaa");
      List<String> events = new ArrayList<>();
      run(other, script, new UpgradeProgram.Recorder(events));
      while (!events.get(look++).startsWith("WITH part0")) {}
    }

    cutAndOvertake(database, script, look);

    assertThat(column(database, "SELECT x FROM t")).containsExactly("11");
    assertThat(ledger(database)).containsExactly("aaaa-1", "bbbb-1", "bbbb-2", "bbbb-3");
  }

  @Test
  void whoComesWaitsForAStepOutsideATransactionThatStillRuns(TestDatabase database)
      throws Exception {
    Script script =
        new Script()
            .revision("aaaa", "CREATE TABLE t (x int) ;; INSERT INTO t VALUES (0)")
            .revision(
                "bbbb",
                "!DO $$ BEGIN PERFORM pg_sleep(1.5); UPDATE t SET x = x + 1; COMMIT; END $$");
    script.upgrade(database, "aaaa");
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Optional<RevisionException>> first =
          threads.submit(() -> run(database, script, SILENT));
      String sleeping = "SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'";
      while (database.query(sleeping).isEmpty() && !first.isDone()) {
        Thread.sleep(5);
      }
      cutLock(database);
      Future<Optional<RevisionException>> second =
          threads.submit(() -> run(database, script, SILENT));

      assertThat(second.get()).isEmpty();
      assertThat(first.get()).map(RevisionException::code).contains(MigrationCode.LOCKED);
      assertThat(column(database, "SELECT x FROM t")).containsExactly("1");
    } finally {
      threads.shutdownNow();
    }
  }

  /** Ends the connection that holds the lock, and waits until the lock is gone. */
  static void cutLock(TestDatabase database) {
    List<String> holders = column(database, CUT);
    assertThat(holders).containsExactly("t");
    while (!database.query(HOLDERS).isEmpty()) {
      Thread.onSpinWait();
    }
  }

  /** Before the first statement of a revision there is no lock to cut. */
  private static int place(List<String> events, Random random) {
    return 10 + random.nextInt(events.size() - 20);
  }

  /** What the first runner says, whose lock was cut at an event, before another one began. */
  private static Optional<RevisionException> cutAndOvertake(
      TestDatabase database, Script script, int event) throws Exception {
    CountDownLatch cut = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Optional<RevisionException>> first =
          threads.submit(() -> run(database, script, new Cutter(database, event, cut)));
      while (!cut.await(10, TimeUnit.MILLISECONDS)) {
        assertThat(first.isDone()).as("ended before its cut").isFalse();
      }
      Future<Optional<RevisionException>> second =
          threads.submit(() -> run(database, script, SILENT));
      assertThat(second.get()).isEmpty();
      return first.get();
    } finally {
      threads.shutdownNow();
    }
  }

  private static Optional<RevisionException> run(
      TestDatabase database, Script script, ExecutionListener told) {
    try {
      UpgradeProgram.upgrade(database.jdbcUrl(), script, told);
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
        cutLock(database);
        cut.countDown();
        waitUntilTheOtherHasTheLock();
      }
    }

    /** And has had the time to read where the database is, if nothing keeps it from that. */
    private void waitUntilTheOtherHasTheLock() {
      try {
        for (int i = 0; i < 200 && database.query(HOLDERS).isEmpty(); i++) {
          Thread.sleep(10);
        }
        Thread.sleep(300);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
