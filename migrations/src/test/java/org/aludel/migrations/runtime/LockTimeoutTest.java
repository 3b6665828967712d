package org.aludel.migrations.runtime;

import static org.aludel.migrations.runtime.MigrationRunnerTest.refused;
import static org.aludel.migrations.runtime.Script.column;
import static org.aludel.migrations.runtime.Script.heads;
import static org.aludel.migrations.runtime.Script.tables;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.aludel.error.MigrationCode;
import org.aludel.error.RevisionException;
import org.aludel.migrations.contention.StepLimits;
import org.aludel.migrations.revision.Revision;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Locks that others hold: short waits, other tries, and who was in the way. */
@PostgresTest(perMethod = true)
class LockTimeoutTest {
  private static final Duration SHORT = Duration.ofMillis(300);

  private static Script script() {
    return new Script()
        .revision("aaaa", "CREATE TABLE t (id int) // DROP TABLE t")
        .revision(
            "bbbb",
            "CREATE TABLE u (id int) // DROP TABLE u",
            "ALTER TABLE t ADD COLUMN x int // ALTER TABLE t DROP COLUMN x");
  }

  private static RunnerOptions options(int retries, @Nullable Duration statement) {
    return RunnerOptions.defaults().withLimits(new StepLimits(SHORT, retries, statement));
  }

  /** Ends the holder's transaction once as many tries have failed. */
  private static ProgressListener releasing(Connection holder, int after, List<String> seen) {
    return new ProgressListener() {
      @Override
      public void retrying(Revision revision, int tries, Duration pause, List<String> blockers) {
        seen.addAll(blockers);
        if (tries == after) {
          commit(holder);
        }
      }
    };
  }

  private static void commit(Connection holder) {
    try {
      holder.commit();
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connection holding(TestDatabase database, String sql) throws Exception {
    Connection holder = database.open();
    holder.setAutoCommit(false);
    try (Statement statement = holder.createStatement()) {
      statement.execute("SET application_name = 'nightly report'");
      statement.execute(sql);
    }
    return holder;
  }

  @Test
  void aRevisionIsTriedAgainWholly(TestDatabase database) throws Exception {
    script().upgrade(database, "aaaa");
    List<String> seen = new ArrayList<>();
    try (Connection holder = holding(database, "SELECT id, 'secret' FROM t")) {
      RunResult result =
          script()
              .with(
                  database,
                  options(5, null),
                  releasing(holder, 2, seen),
                  runner -> runner.upgrade("head"));

      assertThat(result.steps()).extracting(AppliedStep::operations).containsExactly(2);
    }
    assertThat(heads(database)).containsExactly("bbbb");
    assertThat(seen)
        .contains("waited for AccessExclusiveLock on t")
        .anyMatch(line -> line.contains("(nightly report) of user " + database.user()))
        .noneMatch(line -> line.contains("secret"));
  }

  @Test
  void whenNoTryIsLeftTheErrorNamesTheHolder(TestDatabase database) throws Exception {
    script().upgrade(database, "aaaa");
    try (Connection holder = holding(database, "SELECT id, 'secret' FROM t")) {
      RevisionException thrown =
          refused(
              () ->
                  script()
                      .with(
                          database,
                          options(1, null),
                          ProgressListener.SILENT,
                          runner -> runner.upgrade("head")));

      assertThat(thrown.code()).isEqualTo(MigrationCode.LOCK_TIMEOUT);
      assertThat(thrown)
          .hasMessageContaining("others held its locks in 2 tries")
          .hasMessageContaining("ALTER TABLE t ADD COLUMN x int")
          .hasMessageContaining("SQLSTATE 55P03")
          .hasMessageContaining("waited for AccessExclusiveLock on t")
          .hasMessageContaining("(nightly report) of user " + database.user())
          .hasMessageContaining("idle in transaction, its last query begun at 20");
      assertThat(thrown.getMessage()).doesNotContain("secret");
      holder.rollback();
    }
    assertThat(tables(database)).containsExactly("t");
    assertThat(heads(database)).containsExactly("aaaa");
  }

  @Test
  void aStepOutsideATransactionIsTriedAgainByItself(TestDatabase database) throws Exception {
    database.run("CREATE TABLE t (id int)");
    Script script =
        new Script().revision("aaaa", "!SELECT 1; ;; ALTER TABLE t ADD COLUMN x int // ");
    try (Connection holder = holding(database, "SELECT id FROM t")) {
      script.with(
          database,
          options(5, null),
          releasing(holder, 1, new ArrayList<>()),
          runner -> runner.upgrade("head"));
    }
    assertThat(heads(database)).containsExactly("aaaa");
  }

  @Test
  void aConcurrentIndexWaitsForOthersWithoutALimit(TestDatabase database) throws Exception {
    database.run("CREATE TABLE t (id int)");
    Script script =
        new Script().revision("aaaa", "!CREATE INDEX CONCURRENTLY ix ON t (id) // DROP INDEX ix");
    Connection holder = holding(database, "INSERT INTO t VALUES (1)");
    Thread releasing =
        new Thread(
            () -> {
              try (holder) {
                Thread.sleep(3 * SHORT.toMillis());
                holder.commit();
              } catch (InterruptedException | java.sql.SQLException e) {
                throw new IllegalStateException(e);
              }
            });
    releasing.start();

    script.with(
        database, options(0, null), ProgressListener.SILENT, runner -> runner.upgrade("head"));

    releasing.join();
    assertThat(column(database, "SELECT indisvalid FROM pg_index WHERE indrelid = 't'::regclass"))
        .containsExactly("t");
  }

  @Test
  void aStatementThatTakesTooLongIsEnded(TestDatabase database) {
    Script script =
        new Script().revision("aaaa", "CREATE TABLE t () // ", "SELECT pg_sleep(9) // ");

    RevisionException thrown =
        refused(
            () ->
                script.with(
                    database,
                    options(5, SHORT),
                    ProgressListener.SILENT,
                    runner -> runner.upgrade("head")));

    assertThat(thrown.code()).isEqualTo(MigrationCode.STEP_FAILED);
    assertThat(thrown)
        .hasMessageContaining("SQLSTATE 57014")
        .hasMessageContaining("-Dorm.statement-timeout=2h gives it longer");
    assertThat(tables(database)).isEmpty();
  }

  @Test
  void limitsAreThoseOfTheStep(TestDatabase database) {
    Script script =
        new Script()
            .revision(
                "aaaa",
                "CREATE TABLE limits AS SELECT 'in' AS step, current_setting('lock_timeout') AS l,"
                    + " current_setting('statement_timeout') AS s // ",
                "!SELECT 1 ;; INSERT INTO limits SELECT 'alone', current_setting('lock_timeout'),"
                    + " current_setting('statement_timeout') // ");

    script.upgrade(database, "head");

    assertThat(column(database, "SELECT step || ' ' || l || ' ' || s FROM limits"))
        .containsExactly("in 5s 1h", "alone 5s 0");
  }

  @Test
  void aDeadlockIsTriedAgain(TestDatabase database) throws Exception {
    database.run("CREATE TABLE t (id int); CREATE TABLE u (id int)");
    Script script =
        new Script()
            .revision(
                "aaaa", "SET LOCAL deadlock_timeout = '500ms' ;; LOCK TABLE u ;; LOCK TABLE t // ");
    List<Integer> tries = new ArrayList<>();
    Connection holder = holding(database, "SET deadlock_timeout = '1min'; LOCK TABLE t");
    Thread waiting =
        new Thread(
            () -> {
              try (holder;
                  Statement statement = holder.createStatement()) {
                statement.execute("LOCK TABLE u");
                holder.commit();
              } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
              }
            });
    ProgressListener listener =
        new ProgressListener() {
          @Override
          public void operation(Revision revision, int done, int operations, Duration took) {
            if (done == 2 && waiting.getState() == Thread.State.NEW) {
              waiting.start();
            }
          }

          @Override
          public void retrying(Revision revision, int number, Duration pause, List<String> who) {
            tries.add(number);
          }
        };

    RunnerOptions patient =
        RunnerOptions.defaults().withLimits(new StepLimits(Duration.ofSeconds(30), 5, null));
    script.with(database, patient, listener, runner -> runner.upgrade("head"));

    waiting.join();
    assertThat(tries).containsExactly(1);
    assertThat(heads(database)).containsExactly("aaaa");
  }
}
