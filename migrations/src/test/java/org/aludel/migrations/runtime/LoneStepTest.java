package org.aludel.migrations.runtime;

import static org.aludel.migrations.runtime.MigrationRunnerTest.refused;
import static org.aludel.migrations.runtime.Script.column;
import static org.aludel.migrations.runtime.Script.heads;
import static org.aludel.migrations.runtime.Script.ledger;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.error.MigrationCode;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Steps outside a transaction: alone, recorded one by one, and safe to run again. */
@PostgresTest(perMethod = true)
class LoneStepTest {
  private static final String TABLE = "CREATE TABLE t (id int) // DROP TABLE t";
  private static final String INDEX =
      "!CREATE UNIQUE INDEX CONCURRENTLY ix ON public.t (id) // DROP INDEX CONCURRENTLY ix";
  private static final String COMMENT = "COMMENT ON TABLE t IS 'x' // COMMENT ON TABLE t IS NULL";

  private static Script script() {
    return new Script().revision("aaaa", TABLE, INDEX, COMMENT);
  }

  @Test
  void runsOutsideATransactionBothWays(TestDatabase database) {
    script().upgrade(database, "head");
    assertThat(indexes(database)).containsExactly("ix true");
    assertThat(ledger(database)).containsExactly("aaaa-1", "aaaa-2", "aaaa-3");
    assertThat(heads(database)).containsExactly("aaaa");

    script().downgrade(database, "base");
    assertThat(indexes(database)).isEmpty();
    assertThat(ledger(database)).isEmpty();
  }

  @Test
  void aBrokenStepLeavesThoseBeforeItAndIsRunAgain(TestDatabase database) {
    database.run("CREATE TABLE t (id int); INSERT INTO t VALUES (1), (1)");
    Script script =
        new Script().revision("aaaa", "CREATE TABLE before (id int) // ", INDEX, COMMENT);

    assertThat(refused(() -> script.upgrade(database, "head")))
        .satisfies(thrown -> assertThat(thrown.code()).isEqualTo(MigrationCode.DUPLICATE_KEYS))
        .hasMessageContaining("rows of t with the same (id), for the unique index ix of changeSet")
        .hasMessageContaining("SELECT id, count(*) FROM t GROUP BY id HAVING count(*) > 1")
        .hasMessageContaining("Done and committed: aaaa-1 (CREATE TABLE before (id int))")
        .hasMessageContaining(
            "Outside a transaction, perhaps in part: aaaa-2 (CREATE UNIQUE INDEX");
    assertThat(ledger(database)).containsExactly("aaaa-1");
    assertThat(heads(database)).isEmpty();
    assertThat(indexes(database)).containsExactly("ix false");
    assertThat(script.state(database).partial()).containsExactly("aaaa");

    database.run("DELETE FROM t");
    assertThat(script.upgrade(database, "head").steps())
        .extracting(AppliedStep::operations)
        .containsExactly(2);
    assertThat(indexes(database)).containsExactly("ix true");
    assertThat(heads(database)).containsExactly("aaaa");
  }

  @Test
  void aFailureBehindItSaysWhatStandsAndWhatWasRolledBack(TestDatabase database) {
    Script script =
        new Script()
            .revision(
                "aaaa", "!CREATE TABLE one () // ", "CREATE TABLE two () // ", "SELECT x // ");

    assertThat(refused(() -> script.upgrade(database, "head")))
        .hasMessageContaining("Done and committed: aaaa-1 (CREATE TABLE one ())")
        .hasMessageContaining("Rolled back: aaaa-2 (CREATE TABLE two ()); aaaa-3 (SELECT x)");
    assertThat(Script.tables(database)).containsExactly("one");
  }

  @Test
  void aFailureOnTheWayBackSaysWhatIsUndone(TestDatabase database) {
    Script script =
        new Script()
            .revision(
                "aaaa",
                "CREATE TABLE one () // DROP TABLE one",
                "!SELECT 1 // VACUUM no",
                "CREATE TABLE two () // DROP TABLE two");
    script.upgrade(database, "head");

    assertThat(refused(() -> script.downgrade(database, "base")))
        .hasMessageContaining("Undone and committed: aaaa-3 (CREATE TABLE two ())")
        .hasMessageContaining("Outside a transaction, perhaps in part: aaaa-2 (SELECT 1)");
    assertThat(Script.tables(database)).containsExactly("one");
  }

  @Test
  void whatABrokenAttemptFinishedCountsAsDone(TestDatabase database) {
    script().upgrade(database, "head");
    database.run(
        "DELETE FROM databasechangelog WHERE id <> 'aaaa-1'; DELETE FROM aludel_version;"
            + " DELETE FROM aludel_revision_log WHERE action = 'UP'");

    script().upgrade(database, "head");

    assertThat(indexes(database)).containsExactly("ix true");
    assertThat(heads(database)).containsExactly("aaaa");
  }

  @Test
  void whatSomebodyElseMadeDoesNotCount(TestDatabase database) {
    database.run("CREATE TABLE t (id int); CREATE INDEX ix ON t (id)");
    Script script = new Script().revision("aaaa", INDEX);

    assertThat(refused(() -> script.upgrade(database, "head")))
        .hasMessageContaining("relation \"ix\" already exists");
  }

  /** The first run leaves a note of its attempt, which is no sign that the step was done. */
  @Test
  void whatSomebodyElseMadeDoesNotCountInTheNextRunEither(TestDatabase database) {
    database.run("CREATE TABLE t (id int, x int); CREATE INDEX ix ON t (x)");
    Script script = new Script().revision("aaaa", INDEX);
    refused(() -> script.upgrade(database, "head"));

    assertThat(refused(() -> script.upgrade(database, "head")))
        .hasMessageContaining("relation \"ix\" already exists");
    database.run("DROP INDEX ix");
    script.upgrade(database, "head");

    assertThat(heads(database)).containsExactly("aaaa");
  }

  @Test
  void aDowngradeUndoesWhatAHalfRunRevisionDid(TestDatabase database) {
    Script script =
        new Script()
            .revision("aaaa", TABLE)
            .revision("bbbb", "CREATE TABLE b (id int) // DROP TABLE b", "!VACUUM none // ");
    refused(() -> script.upgrade(database, "head"));
    assertThat(script.state(database).partial()).containsExactly("bbbb");

    RunResult result = script.downgrade(database, "aaaa");

    assertThat(result.steps()).extracting(AppliedStep::operations).containsExactly(1);
    assertThat(Script.tables(database)).containsExactly("t");
    assertThat(ledger(database)).containsExactly("aaaa-1");
    assertThat(heads(database)).containsExactly("aaaa");
  }

  private static List<String> indexes(TestDatabase database) {
    return column(
        database,
        "SELECT c.relname || ' ' || i.indisvalid FROM pg_index i JOIN pg_class c ON c.oid ="
            + " i.indexrelid WHERE i.indrelid = to_regclass('t')");
  }
}
