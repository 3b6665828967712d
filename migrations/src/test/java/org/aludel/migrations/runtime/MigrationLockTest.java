package org.aludel.migrations.runtime;

import static org.aludel.migrations.runtime.MigrationRunnerTest.refused;
import static org.aludel.migrations.runtime.Script.heads;
import static org.aludel.migrations.runtime.Script.ledger;
import static org.aludel.migrations.runtime.Script.tables;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aludel.engine.Engine;
import org.aludel.error.MigrationCode;
import org.aludel.error.RevisionException;
import org.aludel.migrations.revision.Revision;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@PostgresTest(perMethod = true)
class MigrationLockTest {
  private static final String HERE =
      "database = (SELECT oid FROM pg_database WHERE datname = current_database())";

  private static Script script() {
    return new Script()
        .revision("aaaa", "CREATE TABLE a (id int) // DROP TABLE a")
        .revision("bbbb", "CREATE TABLE b (id int) // DROP TABLE b");
  }

  @Test
  void aHeldLockIsRefusedWithItsHolder(TestDatabase database) {
    RunnerOptions once = RunnerOptions.defaults().withWaitForTurn(Duration.ZERO);
    try (Engine engine = Engine.create(database.jdbcUrl(), each -> each.unpooled());
        MigrationLock held = MigrationLock.acquire(engine, once, ProgressListener.SILENT)) {
      RevisionException thrown =
          refused(
              () ->
                  script()
                      .with(
                          database,
                          once,
                          ProgressListener.SILENT,
                          runner -> runner.upgrade("head")));

      assertThat(thrown.code()).isEqualTo(MigrationCode.LOCKED);
      assertThat(thrown)
          .hasMessageContaining("aludel migrations, process " + ProcessHandle.current().pid())
          .hasMessageContaining("of user " + database.user())
          .hasMessageContaining("connected since 20");
      assertThat(held).isNotNull();
    }
  }

  @Test
  void theLockIsFreeAfterARun(TestDatabase database) {
    script().upgrade(database, "aaaa");

    assertThat(database.query("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND " + HERE))
        .isEmpty();
    assertThat(script().upgrade(database, "head").steps()).hasSize(1);
  }

  @Test
  void whoWaitsFindsNothingToDo(TestDatabase database) throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch waiting = new CountDownLatch(1);
    List<String> holders = new ArrayList<>();
    ProgressListener slow =
        new ProgressListener() {
          @Override
          public void started(Revision revision, Direction direction, int operations) {
            begun.countDown();
            await(waiting);
          }
        };
    ProgressListener second =
        new ProgressListener() {
          @Override
          public void waiting(String holder, Duration waited) {
            holders.add(holder);
            waiting.countDown();
          }
        };
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<RunResult> first =
          threads.submit(() -> script().with(database, slow, runner -> runner.upgrade("head")));
      await(begun);
      Future<RunResult> other =
          threads.submit(() -> script().with(database, second, runner -> runner.upgrade("head")));

      assertThat(first.get().steps()).hasSize(2);
      assertThat(other.get().steps()).isEmpty();
      assertThat(other.get().heads()).containsExactly("bbbb");
      assertThat(holders).isNotEmpty().allMatch(each -> each.contains("aludel migrations"));
      assertThat(ledger(database)).containsExactly("aaaa-1", "bbbb-1");
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aLostLockStopsTheRunBeforeItsCommit(TestDatabase database) {
    ProgressListener killer =
        new ProgressListener() {
          @Override
          public void operation(Revision revision, int done, int operations, Duration took) {
            if (revision.id().equals("bbbb")) {
              LostLockTest.cutLock(database);
            }
          }
        };

    RevisionException thrown =
        refused(() -> script().with(database, killer, runner -> runner.upgrade("head")));

    assertThat(thrown.code()).isEqualTo(MigrationCode.LOCKED);
    assertThat(thrown).hasMessageContaining("the lock of this run is lost");
    assertThat(tables(database)).containsExactly("a");
    assertThat(heads(database)).containsExactly("aaaa");
  }

  @Test
  void aStatementThatFailsWithoutTheLockSaysThatItIsLost(TestDatabase database) {
    ProgressListener killer =
        new ProgressListener() {
          @Override
          public void started(Revision revision, Direction direction, int operations) {
            if (revision.id().equals("cccc")) {
              database.run("CREATE FUNCTION cut() RETURNS int LANGUAGE sql AS $$ SELECT 1 / 0 $$");
            }
          }

          @Override
          public void operation(Revision revision, int done, int operations, Duration took) {
            if (revision.id().equals("cccc")) {
              LostLockTest.cutLock(database);
            }
          }
        };

    RevisionException thrown =
        refused(
            () ->
                script()
                    .revision("cccc", "CREATE TABLE c (id int) ;; SELECT cut() // DROP TABLE c")
                    .with(database, killer, runner -> runner.upgrade("head")));

    assertThat(thrown.code()).isEqualTo(MigrationCode.LOCKED);
    assertThat(thrown)
        .hasMessageContaining("then: cannot run revision")
        .hasMessageContaining("cccc");
    assertThat(thrown.getSuppressed()).singleElement().asString().contains("division by zero");
  }

  @Test
  void headsThatMovedMeanwhileStopTheRun(TestDatabase database) {
    ProgressListener meddler =
        new ProgressListener() {
          @Override
          public void started(Revision revision, Direction direction, int operations) {
            if (revision.id().equals("bbbb")) {
              database.run("UPDATE aludel_version SET version_num = 'zzzz'");
            }
          }
        };

    RevisionException thrown =
        refused(() -> script().with(database, meddler, runner -> runner.upgrade("head")));

    assertThat(thrown.code()).isEqualTo(MigrationCode.LEDGER_MISMATCH);
    assertThat(thrown).hasMessageContaining("cannot move the heads of the database away from");
    assertThat(tables(database)).containsExactly("a");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
