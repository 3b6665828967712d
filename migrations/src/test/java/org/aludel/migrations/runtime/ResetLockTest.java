package org.aludel.migrations.runtime;

import static org.aludel.migrations.runtime.Script.heads;
import static org.aludel.migrations.runtime.Script.ledger;
import static org.aludel.migrations.runtime.Script.tables;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.aludel.engine.Engine;
import org.aludel.engine.Execution;
import org.aludel.engine.ExecutionListener;
import org.aludel.error.MigrationCode;
import org.aludel.error.RevisionException;
import org.aludel.migrations.revision.Revision;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Throwing a database away takes the same two locks as an upgrade. */
@PostgresTest(perMethod = true)
class ResetLockTest {
  private static Script line() {
    return new Script()
        .revision("aaaa", "CREATE TABLE a (id int) // DROP TABLE a")
        .revision("bbbb", "CREATE TABLE b (id int) // DROP TABLE b");
  }

  @Test
  void aResetWaitsForAnUpgradeAndRunsAllAgain(TestDatabase database) throws Exception {
    CountDownLatch upgrading = new CountDownLatch(1);
    CountDownLatch waiting = new CountDownLatch(1);
    ProgressListener slow =
        new ProgressListener() {
          @Override
          public void started(Revision revision, Direction direction, int operations) {
            upgrading.countDown();
            await(waiting);
          }
        };

    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<RunResult> upgrade =
          threads.submit(() -> line().with(database, slow, runner -> runner.upgrade("head")));
      await(upgrading);
      Future<RunResult> reset =
          threads.submit(() -> line().with(database, telling(waiting), MigrationRunner::reset));

      assertThat(upgrade.get().steps()).hasSize(2);
      assertThat(reset.get().steps()).hasSize(2);
    } finally {
      threads.shutdownNow();
    }
    assertThat(tables(database)).containsExactly("a", "b");
    assertThat(heads(database)).containsExactly("bbbb");
    assertThat(ledger(database)).containsExactly("aaaa-1", "bbbb-1");
  }

  @Test
  void anUpgradeWaitsForAResetAndFindsNothingToDo(TestDatabase database) throws Exception {
    line().upgrade(database, "head");
    database.run("CREATE TABLE junk (id int)");
    CountDownLatch wiping = new CountDownLatch(1);
    CountDownLatch waiting = new CountDownLatch(1);
    ExecutionListener slow =
        new ExecutionListener() {
          @Override
          public void executed(Execution execution) {
            if (execution.sql().startsWith("DROP table")) {
              wiping.countDown();
              await(waiting);
            }
          }
        };

    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<RunResult> reset = threads.submit(() -> reset(database, slow));
      await(wiping);
      Future<RunResult> upgrade =
          threads.submit(
              () -> line().with(database, telling(waiting), runner -> runner.upgrade("head")));

      assertThat(reset.get().steps()).hasSize(2);
      assertThat(upgrade.get().steps()).isEmpty();
    } finally {
      threads.shutdownNow();
    }
    assertThat(tables(database)).containsExactly("a", "b");
    assertThat(ledger(database)).containsExactly("aaaa-1", "bbbb-1");
  }

  @Test
  void aResetThatLosesItsLockThrowsNothingAway(TestDatabase database) {
    line().upgrade(database, "head");
    ExecutionListener cutting =
        new ExecutionListener() {
          private boolean cut;

          @Override
          public void executed(Execution execution) {
            if (!cut && execution.sql().startsWith("DROP table")) {
              cut = true;
              LostLockTest.cutLock(database);
            }
          }
        };

    RevisionException thrown =
        catchThrowableOfType(RevisionException.class, () -> reset(database, cutting));

    assertThat(thrown.code()).isEqualTo(MigrationCode.LOCKED);
    assertThat(tables(database)).containsExactly("a", "b");
    assertThat(ledger(database)).containsExactly("aaaa-1", "bbbb-1");
  }

  private static RunResult reset(TestDatabase database, ExecutionListener listener) {
    try (Engine engine =
        Engine.create(database.jdbcUrl(), each -> each.unpooled().listener(listener))) {
      return new MigrationRunner(
              engine,
              line().map(),
              Script.NO_NATIVE_CHANGES,
              RunnerOptions.defaults(),
              ProgressListener.SILENT)
          .reset();
    }
  }

  private static ProgressListener telling(CountDownLatch waiting) {
    return new ProgressListener() {
      @Override
      public void waiting(String holder, Duration waited) {
        waiting.countDown();
      }
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
