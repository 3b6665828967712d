package org.aludel.migrations.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** A database that belonged to another branch of version control. */
@PostgresTest(perMethod = true)
class SyncTest {
  private static final Script OTHERS =
      new Script()
          .revision("one", "CREATE TABLE a (id int) // DROP TABLE a")
          .revision("theirs", "CREATE TABLE b (id int) // DROP TABLE b")
          .revision("more", "CREATE TABLE c (id int) // DROP TABLE c");
  private static final Script OURS =
      new Script()
          .revision("one", "CREATE TABLE a (id int) // DROP TABLE a")
          .revision("ours", "CREATE TABLE d (id int) // DROP TABLE d");

  @Test
  void goesDownToTheCommonAncestorAndUpAgain(TestDatabase database) {
    OTHERS.upgrade(database, "head");

    RunResult result = sync(OURS, database);

    assertThat(result.steps())
        .extracting(step -> step.direction() + " " + step.revision().id())
        .containsExactly("DOWN more", "DOWN theirs", "UP ours");
    assertThat(Script.tables(database)).containsExactly("a", "d");
    assertThat(Script.heads(database)).containsExactly("ours");
  }

  @Test
  void aRevisionThatSaysSomethingElseIsRunAgain(TestDatabase database) {
    OURS.upgrade(database, "head");
    Script amended =
        new Script()
            .revision("one", "CREATE TABLE a (id int) // DROP TABLE a")
            .revision("ours", "CREATE TABLE e (id int) // DROP TABLE e");

    sync(amended, database);

    assertThat(Script.tables(database)).containsExactly("a", "e");
    assertThat(amended.state(database).changed()).isEmpty();
  }

  @Test
  void whereNothingDiffersItDoesNothing(TestDatabase database) {
    OURS.upgrade(database, "head");

    assertThat(sync(OURS, database).steps()).isEmpty();
  }

  @Test
  void anEmptyDatabaseIsBroughtToTheHeads(TestDatabase database) {
    assertThat(sync(OURS, database).heads()).containsExactly("ours");
  }

  @Test
  void aPurgedStampForgetsWhatNoFileExplains(TestDatabase database) {
    OTHERS.upgrade(database, "head");

    assertThatThrownBy(() -> OURS.stamp(database, "one"))
        .hasMessageContaining("ORM-MIG-UNKNOWN-REVISION");
    RunResult result =
        OURS.with(database, ProgressListener.SILENT, runner -> runner.stamp("one", true));

    assertThat(result.before()).containsExactly("more");
    assertThat(Script.heads(database)).containsExactly("one");
    assertThat(Script.ledger(database)).containsExactly("one-1");
    assertThat(Script.tables(database)).containsExactly("a", "b", "c");
    assertThat(OURS.upgrade(database, "head").heads()).containsExactly("ours");
  }

  @Test
  void severalLinesAreStampedTogether(TestDatabase database) {
    Script fork =
        new Script()
            .revision("one", "SELECT 1 // SELECT 1")
            .revision("left", "SELECT 1 // SELECT 1")
            .revisionOn("right", new String[] {"one"}, "SELECT 1 // SELECT 1");

    fork.stamp(database, "left,right");

    assertThat(Script.heads(database)).containsExactly("left", "right");
  }

  @Test
  void theTablesCanBeMadeAlone(TestDatabase database) {
    List<String> made =
        OURS.with(database, ProgressListener.SILENT, MigrationRunner::ensureVersion);

    assertThat(made).containsExactly("aludel_revision_log", "aludel_version", "databasechangelog");
    assertThat(OURS.with(database, ProgressListener.SILENT, MigrationRunner::ensureVersion))
        .isEmpty();
    assertThat(Script.heads(database)).isEmpty();
  }

  private static RunResult sync(Script script, TestDatabase database) {
    return script.with(database, ProgressListener.SILENT, MigrationRunner::sync);
  }
}
