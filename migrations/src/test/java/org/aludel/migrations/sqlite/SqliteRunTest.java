package org.aludel.migrations.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.error.MigrationCode;
import org.aludel.error.RevisionException;
import org.aludel.migrations.loss.LossPolicy;
import org.aludel.migrations.runtime.DatabaseState;
import org.aludel.migrations.runtime.ProgressListener;
import org.aludel.migrations.runtime.RunLock;
import org.aludel.migrations.runtime.RunResult;
import org.aludel.migrations.runtime.RunnerOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Revisions written by hand, run over a file of SQLite. */
class SqliteRunTest {
  private SqliteFile file;

  @BeforeEach
  void newFile(@TempDir Path folder) {
    file = new SqliteFile(folder);
  }

  private SqliteFile line() {
    return file.revision("aaaa", "CREATE TABLE a (id integer PRIMARY KEY) // DROP TABLE a")
        .revision("bbbb", "CREATE TABLE b (id int) // DROP TABLE b", "INSERT INTO b VALUES (1) // ")
        .revision("cccc", "CREATE TABLE c (id int) // DROP TABLE c");
  }

  @Test
  void upgradeAndDowngradeMoveTablesHeadsAndLedgerTogether() {
    try (Engine engine = line().engine()) {
      RunResult up = file.runner(engine).upgrade("head");
      assertThat(up.heads()).containsExactly("cccc");
      assertThat(file.tables()).containsExactly("a", "b", "c");
      assertThat(file.heads()).containsExactly("cccc");
      assertThat(file.column("SELECT id FROM databasechangelog ORDER BY orderexecuted"))
          .containsExactly("aaaa-1", "bbbb-1", "bbbb-2", "cccc-1");

      file.runner(engine).downgrade("-2");
      assertThat(file.tables()).containsExactly("a");
      file.runner(engine).downgrade("base");
    }

    assertThat(file.tables()).isEmpty();
    assertThat(file.column("SELECT action || ' ' || revision FROM aludel_revision_log ORDER BY id"))
        .containsExactly("UP aaaa", "UP bbbb", "UP cccc", "DOWN cccc", "DOWN bbbb", "DOWN aaaa");
  }

  @Test
  void aFailingStatementRollsItsRevisionBackAndSaysWhere() {
    file.revision("aaaa", "CREATE TABLE a (id int) // DROP TABLE a")
        .revision("bbbb", "CREATE TABLE b (id int) // ", "CREATE TABLE a (id int) // ");

    try (Engine engine = file.engine()) {
      assertThat(refused(() -> file.runner(engine).upgrade("head")))
          .hasMessageContaining("cannot run revision bbbb \"add bbbb\"")
          .hasMessageContaining("table a already exists")
          .hasMessageContaining("Its transaction was rolled back");
    }
    assertThat(file.tables()).containsExactly("a");
    assertThat(file.heads()).containsExactly("aaaa");
  }

  @Test
  void aRevisionThatCommitsByItselfIsRefused() {
    file.revision("aaaa", "CREATE TABLE a (id int) ;; COMMIT ;; CREATE TABLE b (id int) // ");

    try (Engine engine = file.engine()) {
      assertThat(refused(() -> file.runner(engine).upgrade("head")))
          .hasMessageContaining("its SQL ended the transaction");
    }
    assertThat(file.heads()).isEmpty();
  }

  @Test
  void severalStatementsOfOneChangeRunOneByOne() {
    file.revision(
        "aaaa",
        "CREATE TABLE a (id int, n int); CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET n ="
            + " CASE WHEN id = 1 THEN 7 ELSE 8 END; DELETE FROM a WHERE id = 2; END; INSERT INTO a"
            + " VALUES (1, 0); -- the end; // DROP TABLE a");

    try (Engine engine = file.engine()) {
      file.runner(engine).upgrade("head");
    }

    assertThat(file.column("SELECT n FROM a")).containsExactly("7");
  }

  @Test
  void whoeverComesSecondWaitsAndIsToldWhoIsAtWork() {
    line();
    try (Engine engine = file.engine();
        RunLock held = SqliteRunLock.acquire(engine, options(engine), ProgressListener.SILENT);
        Connection connection = engine.connect()) {
      RunnerOptions once = options(engine).withWaitForTurn(Duration.ZERO);

      RevisionException thrown = refused(() -> file.runner(engine, once).upgrade("head"));

      held.refuseLost(connection);
      assertThat(thrown.code()).isEqualTo(MigrationCode.LOCKED);
      assertThat(thrown).hasMessageContaining("process " + ProcessHandle.current().pid());
    }
    assertThat(file.tables()).isEmpty();
  }

  @Test
  void theLockIsFreeAfterwards() {
    try (Engine engine = line().engine()) {
      file.runner(engine).upgrade("aaaa");

      assertThat(file.runner(engine).upgrade("head").heads()).containsExactly("cccc");
    }
  }

  @Test
  void stampDeclaresAndRunsNothing() {
    try (Engine engine = line().engine()) {
      file.runner(engine).stamp("bbbb");
      DatabaseState state = file.runner(engine).state();

      assertThat(state.heads()).containsExactly("bbbb");
      assertThat(file.tables()).isEmpty();

      file.runner(engine).stamp("cccc", true);
      assertThat(file.heads()).containsExactly("cccc");
    }
  }

  @Test
  void aDowngradeCountsTheRowsThatItLosesAndMayKeepThem() {
    file.revision("aaaa", "CREATE TABLE a (id integer PRIMARY KEY, note text) // DROP TABLE a");
    lossy("a.*");
    try (Engine engine = file.engine()) {
      file.runner(engine).upgrade("head");
      file.run("INSERT INTO a VALUES (1, 'one'), (2, 'two')");

      assertThat(refused(() -> file.runner(engine).downgrade("base")))
          .hasMessageContaining("a.*: 2 rows");
      file.runner(engine, options(engine).withLossy(LossPolicy.KEEP)).downgrade("base");
      assertThat(file.column("SELECT note FROM \"aludel_kept aaaa a.* 1\""))
          .containsExactly("one", "two");
      file.runner(engine).upgrade("head");
    }
    assertThat(file.column("SELECT note FROM a")).containsExactly("one", "two");
  }

  @Test
  void resetEmptiesTheFileAndRunsAll() {
    try (Engine engine = line().engine()) {
      file.runner(engine).upgrade("head");
      file.run(
          "CREATE TABLE other (id int REFERENCES a (id))",
          "CREATE VIEW v AS SELECT * FROM other",
          "INSERT INTO a VALUES (1)",
          "INSERT INTO other VALUES (1)");

      file.runner(engine).reset();
    }

    assertThat(file.tables()).containsExactly("a", "b", "c");
    assertThat(file.column("SELECT count(*) FROM a")).containsExactly("0");
  }

  @Test
  void foreignKeysThatAStepLeftAloneAreCheckedBeforeItsCommit() {
    file.run(
        "CREATE TABLE a (id integer PRIMARY KEY)",
        "CREATE TABLE b (a int REFERENCES a (id))",
        "INSERT INTO a VALUES (1)",
        "INSERT INTO b VALUES (1)");
    file.revision("aaaa", "PRAGMA foreign_keys = OFF ;; DELETE FROM a // ");

    try (Engine engine = file.engine()) {
      assertThat(refused(() -> file.runner(engine).upgrade("head")))
          .hasMessageContaining("row 1 of b refers to none of a");
    }
    assertThat(file.column("SELECT count(*) FROM a")).containsExactly("1");
  }

  private void lossy(String part) {
    file.replaceLast(each -> each.withLosses(List.of(part), null));
  }

  private static RunnerOptions options(Engine engine) {
    return RunnerOptions.defaults(engine.dialect());
  }

  private static RevisionException refused(Runnable run) {
    return catchThrowableOfType(RevisionException.class, run::run);
  }
}
