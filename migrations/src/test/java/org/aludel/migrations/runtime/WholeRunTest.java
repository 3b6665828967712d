package org.aludel.migrations.runtime;

import static org.aludel.migrations.runtime.Script.column;
import static org.aludel.migrations.runtime.Script.heads;
import static org.aludel.migrations.runtime.Script.ledger;
import static org.aludel.migrations.runtime.Script.tables;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.aludel.error.MigrationCode;
import org.aludel.error.RevisionException;
import org.aludel.migrations.contention.StepLimits;
import org.aludel.migrations.revision.Revision;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** One transaction for a whole run. */
@PostgresTest(perMethod = true)
class WholeRunTest {
  private static final RunnerOptions TOGETHER = RunnerOptions.defaults().withTogether(true);

  private static Script line() {
    return new Script()
        .revision("aaaa", "CREATE TABLE a (id int) // DROP TABLE a")
        .revision("bbbb", "CREATE TABLE b (id int) // DROP TABLE b", "INSERT INTO b VALUES (1) // ")
        .revision("cccc", "ALTER TABLE a ADD COLUMN x int // ALTER TABLE a DROP COLUMN x");
  }

  private static RevisionException refused(Script script, TestDatabase database) {
    return catchThrowableOfType(
        RevisionException.class,
        () -> script.with(database, TOGETHER, ProgressListener.SILENT, up -> up.upgrade("head")));
  }

  @Test
  void nothingIsSeenByOthersBeforeAllOfItIsThere(TestDatabase database) {
    List<String> seen = new ArrayList<>();
    ProgressListener looking =
        new ProgressListener() {
          @Override
          public void finished(AppliedStep step) {
            seen.addAll(tables(database));
            seen.addAll(heads(database));
          }
        };

    RunResult result = line().with(database, TOGETHER, looking, up -> up.upgrade("head"));

    assertThat(seen).isEmpty();
    assertThat(result.heads()).containsExactly("cccc");
    assertThat(result.steps()).hasSize(3);
    assertThat(tables(database)).containsExactly("a", "b");
    assertThat(heads(database)).containsExactly("cccc");
    assertThat(ledger(database)).containsExactly("aaaa-1", "bbbb-1", "bbbb-2", "cccc-1");
    assertThat(column(database, "SELECT count(DISTINCT xmin::text)::text FROM databasechangelog"))
        .containsExactly("1");
    assertThat(line().upgrade(database, "head").steps()).isEmpty();
  }

  @Test
  void aFailureLeavesNoneOfThem(TestDatabase database) {
    Script script = line().revision("dddd", "CREATE TABLE a (id int) // ");

    RevisionException thrown = refused(script, database);

    assertThat(thrown.code()).isEqualTo(MigrationCode.STEP_FAILED);
    assertThat(thrown)
        .hasMessageContaining("cannot run revision dddd")
        .hasMessageContaining("The 3 revisions before it were rolled back with it.");
    assertThat(tables(database)).isEmpty();
    assertThat(heads(database)).isEmpty();
    assertThat(ledger(database)).isEmpty();
  }

  @Test
  void aDowngradeIsOneTransactionToo(TestDatabase database) {
    Script script =
        new Script()
            .revision("aaaa", "CREATE TABLE a (id int) // SELECT 1 / 0")
            .revision("bbbb", "CREATE TABLE b (id int) // DROP TABLE b");
    script.upgrade(database, "head");

    RevisionException thrown =
        catchThrowableOfType(
            RevisionException.class,
            () ->
                script.with(
                    database, TOGETHER, ProgressListener.SILENT, down -> down.downgrade("base")));

    assertThat(thrown)
        .hasMessageContaining("nothing of the revision is undone.")
        .hasMessageContaining("The revision before it was rolled back with it.");
    assertThat(tables(database)).containsExactly("a", "b");
    assertThat(heads(database)).containsExactly("bbbb");
  }

  @Test
  void stepsThatCommitByThemselvesAreRefusedBeforeAnythingIsRun(TestDatabase database) {
    Script script =
        line()
            .revision("dddd", "!CREATE INDEX CONCURRENTLY i ON b (id) // DROP INDEX i")
            .revision(
                new Script()
                    .revisionOn("eeee", new String[] {"dddd"}, "SELECT 1 // ")
                    .revisions()
                    .get(0)
                    .withAtomic(false));

    RevisionException thrown = refused(script, database);

    assertThat(thrown.code()).isEqualTo(MigrationCode.NOT_ONE_TRANSACTION);
    assertThat(thrown)
        .hasMessageContaining("dddd \"add dddd\": changeSet \"dddd-1\" commits by itself")
        .hasMessageContaining("eeee \"add eeee\": atomic: false");
    assertThat(tables(database)).isEmpty();
  }

  @Test
  void whereOthersHoldALockAllOfItIsTriedAgain(TestDatabase database) throws Exception {
    line().upgrade(database, "bbbb");
    Script script = line().revision("dddd", "DROP TABLE b // ");
    List<String> tried = new ArrayList<>();
    try (Connection holder = database.open()) {
      holder.setAutoCommit(false);
      holder.createStatement().execute("SELECT * FROM b");
      ProgressListener releasing =
          new ProgressListener() {
            @Override
            public void retrying(
                Revision revision, int tries, Duration pause, List<String> blockers) {
              tried.add(revision.id());
              end(holder);
            }
          };

      script.with(
          database,
          TOGETHER.withLimits(new StepLimits(Duration.ofMillis(200), 3, null)),
          releasing,
          up -> up.upgrade("head"));
    }

    assertThat(tried).containsExactly("dddd");
    assertThat(ledger(database)).containsExactly("aaaa-1", "bbbb-1", "bbbb-2", "cccc-1", "dddd-1");
    assertThat(tables(database)).containsExactly("a");
  }

  @Test
  void aScriptHoldsOneTransactionForAll(TestDatabase database) {
    String script =
        line()
            .with(
                database,
                TOGETHER,
                ProgressListener.SILENT,
                runner -> runner.upgradeScript("head").sql());

    assertThat(script.split("BEGIN;\n", -1)).as("the bookkeeping, then the rest").hasSize(3);
    database.run(script);
    assertThat(tables(database)).containsExactly("a", "b");
    assertThat(ledger(database)).containsExactly("aaaa-1", "bbbb-1", "bbbb-2", "cccc-1");
    assertThat(line().upgrade(database, "head").steps()).isEmpty();
  }

  private static void end(Connection holder) {
    try {
      holder.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
