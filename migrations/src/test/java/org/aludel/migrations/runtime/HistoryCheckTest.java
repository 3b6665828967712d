package org.aludel.migrations.runtime;

import static org.aludel.migrations.runtime.MigrationRunnerTest.refused;
import static org.aludel.migrations.runtime.Script.heads;
import static org.aludel.migrations.runtime.Script.tables;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.error.MigrationCode;
import org.aludel.error.RevisionException;
import org.aludel.migrations.script.RevisionFile;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** A database that is behind, ahead, unknown or changed by others. */
@PostgresTest(perMethod = true)
class HistoryCheckTest {
  private static Script two() {
    return new Script()
        .revision("aaaa", "CREATE TABLE a (id int) // DROP TABLE a")
        .revision("bbbb", "CREATE TABLE b (id int) // DROP TABLE b");
  }

  private static Script three() {
    return two().revision("cccc", "CREATE TABLE c (id int) // DROP TABLE c");
  }

  @Test
  void aHeadWithoutAFileIsUnknown(TestDatabase database) {
    three().upgrade(database, "head");

    RevisionException thrown = refused(() -> two().upgrade(database, "head"));

    assertThat(thrown.code()).isEqualTo(MigrationCode.UNKNOWN_REVISION);
    assertThat(thrown).hasMessageContaining("it is at revision \"cccc\"");
    assertThat(heads(database)).containsExactly("cccc");
    assertThat(refused(() -> two().state(database)).code())
        .isEqualTo(MigrationCode.UNKNOWN_REVISION);
    assertThat(refused(() -> two().stamp(database, "bbbb")).code())
        .isEqualTo(MigrationCode.UNKNOWN_REVISION);
  }

  @Test
  void aLedgerRowWithoutAFileIsUnknown(TestDatabase database) {
    two().upgrade(database, "head");
    database.run(
        "INSERT INTO databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype)"
            + " VALUES ('x', 'aludel', 'aludel/bbbc.yaml', now(), 9, 'EXECUTED'),"
            + " ('y', 'somebody', 'db/other.xml', now(), 10, 'EXECUTED')");

    assertThat(refused(() -> two().upgrade(database, "head")))
        .hasMessageContaining("it has revision \"bbbc\"")
        .hasMessageContaining("no revision file for bbbc, did you mean \"bbbb\"?");
  }

  @Test
  void aFileThatChangedAfterItWasAppliedIsRefused(TestDatabase database) {
    two().upgrade(database, "head");
    Script changed =
        new Script()
            .revision("aaaa", "CREATE TABLE a (id bigint) // DROP TABLE a")
            .revision("bbbb", "CREATE TABLE b (id int) // DROP TABLE b");

    RevisionException thrown = refused(() -> changed.downgrade(database, "base"));

    assertThat(thrown.code()).isEqualTo(MigrationCode.FILE_CHANGED);
    assertThat(thrown)
        .hasMessageContaining(
            "aaaa: applied as "
                + RevisionFile.digest(two().revisions().get(0))
                + ", now "
                + RevisionFile.digest(changed.revisions().get(0)));
    assertThat(tables(database)).containsExactly("a", "b");

    changed.stamp(database, "bbbb");
    assertThat(changed.upgrade(database, "head").steps()).isEmpty();
  }

  @Test
  void aFileThatChangesBeforeItIsAppliedIsNormal(TestDatabase database) {
    two().upgrade(database, "aaaa");
    Script changed =
        new Script()
            .revision("aaaa", "CREATE TABLE a (id int) // DROP TABLE a")
            .revision("bbbb", "CREATE TABLE other (id int) // DROP TABLE other");

    changed.upgrade(database, "head");

    assertThat(tables(database)).containsExactly("a", "other");
  }

  @Test
  void theTextThatWasAppliedIsKept(TestDatabase database) {
    two().upgrade(database, "aaaa");

    List<List<String>> log =
        database.query("SELECT digest, canonical_text FROM aludel_revision_log").stream()
            .map(row -> row.stream().map(String::valueOf).toList())
            .toList();

    assertThat(log)
        .containsExactly(
            List.of(
                RevisionFile.digest(two().revisions().get(0)),
                RevisionFile.canonicalText(two().revisions().get(0))));
  }

  @Test
  void aDowngradeGoesDownFromARevisionWhoseFileIsGone(TestDatabase database) {
    three().revision("dddd", "CREATE TABLE d (id int) // DROP TABLE d").upgrade(database, "head");

    RunResult result = two().downgrade(database, "bbbb");

    assertThat(result.steps())
        .extracting(step -> step.revision().id())
        .containsExactly("dddd", "cccc");
    assertThat(tables(database)).containsExactly("a", "b");
    assertThat(two().upgrade(database, "head").steps()).isEmpty();
  }

  @Test
  void aDowngradeFromARevisionThatWasNotKeptIsRefused(TestDatabase database) {
    three().upgrade(database, "head");
    database.run("DELETE FROM aludel_revision_log");

    assertThat(refused(() -> two().downgrade(database, "base")).code())
        .isEqualTo(MigrationCode.UNKNOWN_REVISION);
  }

  @Test
  void headsFollowALedgerThatIsBehind(TestDatabase database) {
    three().upgrade(database, "head");
    database.run("DROP TABLE c; DELETE FROM databasechangelog WHERE id = 'cccc-1'");

    assertThat(three().state(database).heads()).containsExactly("bbbb");
    assertThat(three().state(database).recorded()).containsExactly("cccc");
    assertThat(three().upgrade(database, "head").steps()).hasSize(1);
    assertThat(heads(database)).containsExactly("cccc");
  }

  @Test
  void anEmptiedLedgerIsNotBelieved(TestDatabase database) {
    two().upgrade(database, "head");
    database.run("DELETE FROM databasechangelog");

    RevisionException thrown = refused(() -> two().upgrade(database, "head"));

    assertThat(thrown.code()).isEqualTo(MigrationCode.LEDGER_MISMATCH);
    assertThat(thrown).hasMessageContaining("aludel_version says bbbb");
    two().stamp(database, "bbbb");
    assertThat(two().upgrade(database, "head").steps()).isEmpty();
  }

  @Test
  void aLedgerWithAHoleIsRefused(TestDatabase database) {
    three().upgrade(database, "head");
    database.run("DELETE FROM databasechangelog WHERE id = 'bbbb-1'");

    RevisionException thrown = refused(() -> three().upgrade(database, "head"));

    assertThat(thrown.code()).isEqualTo(MigrationCode.LEDGER_MISMATCH);
    assertThat(thrown).hasMessageContaining("cccc \"add cccc\" needs bbbb \"add bbbb\"");
  }

  @Test
  void liquibasesLockRowIsRespected(TestDatabase database) {
    database.run(
        "CREATE TABLE databasechangeloglock (id int, locked boolean, lockgranted timestamp,"
            + " lockedby varchar(255)); INSERT INTO databasechangeloglock VALUES (1, true,"
            + " '2026-11-22 10:00:00', 'ci (10.0.0.7)')");

    RevisionException thrown = refused(() -> two().upgrade(database, "head"));

    assertThat(thrown.code()).isEqualTo(MigrationCode.LOCKED);
    assertThat(thrown).hasMessageContaining("locked by ci (10.0.0.7) since 2026-11-22 10:00:00");
    RunnerOptions options = RunnerOptions.defaults().ignoringLiquibaseLock();
    two().with(database, options, ProgressListener.SILENT, runner -> runner.upgrade("head"));
    assertThat(heads(database)).containsExactly("bbbb");
  }

  @Test
  void aFreeLiquibaseLockRowIsNoObstacle(TestDatabase database) {
    database.run(
        "CREATE TABLE databasechangeloglock (id int, locked boolean, lockgranted timestamp,"
            + " lockedby varchar(255)); INSERT INTO databasechangeloglock VALUES (1, false)");

    two().upgrade(database, "head");

    assertThat(heads(database)).containsExactly("bbbb");
  }
}
