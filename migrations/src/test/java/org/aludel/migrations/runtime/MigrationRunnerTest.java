package org.aludel.migrations.runtime;

import static org.aludel.migrations.runtime.Script.column;
import static org.aludel.migrations.runtime.Script.heads;
import static org.aludel.migrations.runtime.Script.ledger;
import static org.aludel.migrations.runtime.Script.tables;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.Engine;
import org.aludel.error.AludelException;
import org.aludel.error.MigrationCode;
import org.aludel.error.OperationNotReversibleException;
import org.aludel.error.RevisionException;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.script.ScriptDirectory;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest(perMethod = true)
class MigrationRunnerTest {
  private static final String[] DOWN_A = {"aaaa"};

  private static Script line() {
    return new Script()
        .revision("aaaa", "CREATE TABLE a (id int) // DROP TABLE a")
        .revision("bbbb", "CREATE TABLE b (id int) // DROP TABLE b", "INSERT INTO b VALUES (1) // ")
        .revision("cccc", "CREATE TABLE c (id int) // DROP TABLE c");
  }

  @Test
  void upgradeRunsRevisionsAndMovesTheHeads(TestDatabase database) {
    RunResult result = line().upgrade(database, "head");

    assertThat(result.steps())
        .extracting(step -> step.revision().id())
        .containsExactly("aaaa", "bbbb", "cccc");
    assertThat(result.steps()).extracting(AppliedStep::operations).containsExactly(1, 2, 1);
    assertThat(result.heads()).containsExactly("cccc");
    assertThat(tables(database)).containsExactly("a", "b", "c");
    assertThat(heads(database)).containsExactly("cccc");
    assertThat(ledger(database)).containsExactly("aaaa-1", "bbbb-1", "bbbb-2", "cccc-1");
  }

  @Test
  void upgradeStopsAtItsTargetAndGoesOnLater(TestDatabase database) {
    line().upgrade(database, "bbbb");
    assertThat(heads(database)).containsExactly("bbbb");

    RunResult result = line().upgrade(database, "+1");

    assertThat(result.steps()).extracting(AppliedStep::before).containsExactly(List.of("bbbb"));
    assertThat(heads(database)).containsExactly("cccc");
    assertThat(line().upgrade(database, "head").steps()).isEmpty();
  }

  @Test
  void downgradeUndoesAndLeavesOnlyTheBookkeeping(TestDatabase database) {
    line().upgrade(database, "head");

    line().downgrade(database, "-1");
    assertThat(tables(database)).containsExactly("a", "b");
    assertThat(heads(database)).containsExactly("bbbb");

    line().downgrade(database, "base");
    assertThat(tables(database)).isEmpty();
    assertThat(heads(database)).isEmpty();
    assertThat(ledger(database)).isEmpty();
    assertThat(
            column(
                database, "SELECT action || ' ' || revision FROM aludel_revision_log ORDER BY id"))
        .containsExactly("UP aaaa", "UP bbbb", "UP cccc", "DOWN cccc", "DOWN bbbb", "DOWN aaaa");
  }

  @Test
  void aFailingStatementRollsItsRevisionBackAndSaysWhere(TestDatabase database) {
    Script script =
        new Script()
            .revision("aaaa", "CREATE TABLE a (id int) // DROP TABLE a")
            .revision("bbbb", "CREATE TABLE b (id int) // ", "CREATE TABLE a (id int) // ");

    RevisionException thrown = refused(() -> script.upgrade(database, "head"));

    assertThat(thrown.code()).isEqualTo(MigrationCode.STEP_FAILED);
    assertThat(thrown)
        .hasMessageContaining("cannot run revision bbbb \"add bbbb\"")
        .hasMessageContaining("changeSet \"bbbb-2\"\n            CREATE TABLE a (id int)")
        .hasMessageContaining("SQLSTATE 42P07: ERROR: relation \"a\" already exists")
        .hasMessageContaining("Its transaction was rolled back; nothing of the revision is done.");
    assertThat(tables(database)).containsExactly("a");
    assertThat(heads(database)).containsExactly("aaaa");
    assertThat(ledger(database)).containsExactly("aaaa-1");
  }

  @Test
  void aFailingStatementDoesNotQuoteRows(TestDatabase database) {
    database.run("CREATE TABLE t (name text); INSERT INTO t VALUES ('pearl'), ('pearl')");
    Script script = new Script().revision("aaaa", "ALTER TABLE t ADD UNIQUE (name) // ");

    assertThat(refused(() -> script.upgrade(database, "head")))
        .hasMessageContaining("SQLSTATE 23505: ERROR: could not create unique index")
        .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("pearl"));
  }

  @Test
  void theResultIsOneLineWithoutStatements(TestDatabase database) {
    assertThat(line().upgrade(database, "+1"))
        .hasToString("RunResult[] -> [aaaa][UP aaaa \"add aaaa\"]");
  }

  @Test
  void aFailingStatementNamesItsPlaceInTheFile(TestDatabase database, @TempDir Path directory) {
    ScriptDirectory scripts = ScriptDirectory.of(directory);
    Script script = new Script().revision("aaaa", "CREATE TABEL a (id int) // ");
    Path file = scripts.write(script.revisions().get(0), List.of());

    try (Engine engine = Engine.create(database.jdbcUrl(), each -> each.unpooled())) {
      MigrationRunner runner =
          new MigrationRunner(
              engine,
              scripts.revisions(),
              Script.NO_NATIVE_CHANGES,
              RunnerOptions.defaults(),
              ProgressListener.SILENT);

      assertThat(refused(() -> runner.upgrade("head")))
          .hasMessageContaining(file + ":17:11: change \"sql\" of changeSet \"aaaa-1\"")
          .hasMessageContaining("SQLSTATE 42601: ERROR: syntax error at or near \"TABEL\"");
    }
  }

  @Test
  void branchesHaveAHeadEachUntilTheyMerge(TestDatabase database) {
    Script script =
        line()
            .revisionOn("dddd", DOWN_A, "CREATE TABLE d (id int) // DROP TABLE d")
            .revisionOn("eeee", new String[] {"cccc", "dddd"}, " // ");

    script.upgrade(database, "cccc");
    script.upgrade(database, "dddd");
    assertThat(heads(database)).containsExactly("cccc", "dddd");

    script.upgrade(database, "head");
    assertThat(heads(database)).containsExactly("eeee");

    script.downgrade(database, "-1");
    assertThat(heads(database)).containsExactly("cccc", "dddd");
    script.downgrade(database, "aaaa");
    assertThat(tables(database)).containsExactly("a");
  }

  @Test
  void whatCannotBeUndoneIsRefusedBeforeAnythingIs(TestDatabase database) {
    Script script =
        new Script()
            .revision("aaaa", "CREATE TABLE a (id int)")
            .revision("bbbb", "CREATE TABLE b (id int) // DROP TABLE b");
    script.upgrade(database, "head");

    AludelException thrown =
        catchThrowableOfType(AludelException.class, () -> script.downgrade(database, "base"));

    assertThat(thrown).isInstanceOf(OperationNotReversibleException.class);
    assertThat(thrown)
        .hasMessageContaining("cannot undo revision aaaa")
        .hasMessageContaining("irreversible: it is one-way");
    assertThat(heads(database)).containsExactly("bbbb");
  }

  @Test
  void sqlThatEndsTheTransactionIsCaught(TestDatabase database) {
    Script script =
        new Script().revision("aaaa", "CREATE TABLE a (id int) ;; COMMIT ;; SELECT 1 // ");

    assertThat(refused(() -> script.upgrade(database, "head")))
        .hasMessageContaining("its SQL ended the transaction");
    assertThat(heads(database)).isEmpty();
  }

  @Test
  void sqlMayChangeTheSearchPathForItselfOnly(TestDatabase database) {
    Script script =
        new Script()
            .revision(
                "aaaa",
                "SELECT pg_catalog.set_config('search_path', '', false) // ",
                "CREATE TABLE a (id int) // DROP TABLE a");

    script.upgrade(database, "head");

    assertThat(tables(database)).containsExactly("a");
  }

  @Test
  void namesGoToTheDefaultSchema(TestDatabase database) {
    database.run("CREATE SCHEMA \"My Shop\"");
    RunnerOptions options = RunnerOptions.defaults().withDefaultSchema("My Shop");

    line().with(database, options, ProgressListener.SILENT, runner -> runner.upgrade("head"));

    assertThat(
            column(
                database,
                "SELECT tablename FROM pg_tables WHERE schemaname = 'My Shop' ORDER BY 1"))
        .containsExactly(
            "a", "aludel_revision_log", "aludel_version", "b", "c", "databasechangelog");
  }

  @Test
  void everyOperationIsReported(TestDatabase database) {
    List<String> told = new ArrayList<>();
    ProgressListener listener =
        new ProgressListener() {
          @Override
          public void started(Revision revision, Direction direction, int operations) {
            told.add(direction + " " + revision.id() + " of " + operations);
          }

          @Override
          public void operation(Revision revision, int done, int operations, Duration took) {
            told.add(done + "/" + operations);
          }

          @Override
          public void finished(AppliedStep step) {
            told.add(step.before() + " -> " + step.after());
          }
        };

    line().with(database, listener, runner -> runner.upgrade("bbbb"));

    assertThat(told)
        .containsExactly(
            "UP aaaa of 1",
            "1/1",
            "[] -> [aaaa]",
            "UP bbbb of 2",
            "1/2",
            "2/2",
            "[aaaa] -> [bbbb]");
  }

  @Test
  void stateOfADatabaseWithoutTablesIsTheBase(TestDatabase database) {
    DatabaseState state = line().state(database);

    assertThat(state.heads()).isEmpty();
    assertThat(column(database, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
        .isEmpty();
  }

  @Test
  void stateNamesWhatIsApplied(TestDatabase database) {
    line().upgrade(database, "bbbb");

    DatabaseState state = line().state(database);

    assertThat(state.heads()).containsExactly("bbbb");
    assertThat(state.applied()).containsExactly("aaaa", "bbbb");
    assertThat(state.partial()).isEmpty();
  }

  @Test
  void stampDeclaresWithoutRunning(TestDatabase database) {
    RunResult result = line().stamp(database, "bbbb");

    assertThat(result.heads()).containsExactly("bbbb");
    assertThat(tables(database)).isEmpty();
    assertThat(column(database, "SELECT id || ' ' || exectype FROM databasechangelog ORDER BY 1"))
        .containsExactly("aaaa-1 MARK_RAN", "bbbb-1 MARK_RAN", "bbbb-2 MARK_RAN");
    assertThat(line().upgrade(database, "head").steps()).hasSize(1);

    line().stamp(database, "base");
    assertThat(heads(database)).isEmpty();
    assertThat(ledger(database)).isEmpty();
  }

  @Test
  void stampLeavesOtherLinesAlone(TestDatabase database) {
    Script script = line().revisionOn("dddd", DOWN_A, " // ");
    script.upgrade(database, "heads");

    script.stamp(database, "bbbb");

    assertThat(heads(database)).containsExactly("bbbb", "dddd");
  }

  static RevisionException refused(Runnable run) {
    return catchThrowableOfType(RevisionException.class, run::run);
  }
}
