package org.aludel.migrations.runtime;

import static org.aludel.migrations.runtime.Script.column;
import static org.aludel.migrations.runtime.Script.heads;
import static org.aludel.migrations.runtime.Script.ledger;
import static org.aludel.migrations.runtime.Script.tables;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.engine.Engine;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.revision.Value;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Liquibase 4.33 and we work on the same database, one after the other. */
@PostgresTest(perMethod = true)
class LiquibaseInteropTest {
  private static final String LEDGER_SHAPE =
      "SELECT column_name, data_type, character_maximum_length, is_nullable, column_default FROM"
          + " information_schema.columns WHERE table_name = 'databasechangelog' ORDER BY"
          + " ordinal_position";
  private final Path directory;

  LiquibaseInteropTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private static Script script() {
    return new Script()
        .revision("aaaa", "CREATE TABLE a (id int) // DROP TABLE a")
        .revision(
            "bbbb",
            "CREATE TABLE b (id int) // DROP TABLE b",
            "!CREATE INDEX CONCURRENTLY ix ON b (id) // DROP INDEX CONCURRENTLY ix",
            "COMMENT ON TABLE b IS 'x' // ")
        .revision("cccc", "CREATE TABLE c (id int) // DROP TABLE c");
  }

  @Test
  void liquibaseIsUpToDateAfterUsAndFillsInTheChecksums(TestDatabase database) throws Exception {
    PlainLiquibase liquibase = new PlainLiquibase(directory, database).files(script());
    script().upgrade(database, "head");
    assertThat(column(database, "SELECT DISTINCT md5sum FROM databasechangelog"))
        .containsExactly("null");

    assertThat(liquibase.run("status")).contains("is up to date");
    liquibase.run("update");

    assertThat(tables(database)).containsExactly("a", "b", "c");
    assertThat(column(database, "SELECT count(*) FROM databasechangelog WHERE md5sum LIKE '9:%'"))
        .containsExactly("5");
    assertThat(script().upgrade(database, "head").steps()).isEmpty();
  }

  @Test
  void liquibaseRollsBackOneOfOursAndWeCarryOn(TestDatabase database) throws Exception {
    PlainLiquibase liquibase = new PlainLiquibase(directory, database).files(script());
    script().upgrade(database, "head");

    liquibase.run("rollbackCount", "count", 1);

    assertThat(tables(database)).containsExactly("a", "b");
    assertThat(ledger(database)).doesNotContain("cccc-1");
    List<List<String>> told = new ArrayList<>();
    ProgressListener listener =
        new ProgressListener() {
          @Override
          public void headsRecomputed(List<String> recorded, List<String> heads) {
            told.add(recorded);
            told.add(heads);
          }
        };
    RunResult result = script().with(database, listener, runner -> runner.upgrade("head"));
    assertThat(told).containsExactly(List.of("cccc"), List.of("bbbb"));
    assertThat(result.steps()).hasSize(1);
    assertThat(heads(database)).containsExactly("cccc");
    assertThat(
            column(
                database,
                "SELECT action FROM aludel_revision_log WHERE revision = 'cccc' ORDER BY id"))
        .containsExactly("UP", "RELEASE", "UP");
  }

  @Test
  void weCarryOnWhereLiquibaseBegan(TestDatabase database) throws Exception {
    PlainLiquibase liquibase = new PlainLiquibase(directory, database).files(script());
    liquibase.run("updateCount", "count", 2);
    assertThat(ledger(database)).containsExactly("aaaa-1", "bbbb-1");

    RunResult result = script().upgrade(database, "head");

    assertThat(result.steps())
        .extracting(step -> step.revision().id())
        .containsExactly("bbbb", "cccc");
    assertThat(result.steps()).extracting(AppliedStep::operations).containsExactly(2, 1);
    assertThat(ledger(database)).containsExactly("aaaa-1", "bbbb-1", "bbbb-2", "bbbb-3", "cccc-1");
    script().downgrade(database, "base");
    assertThat(tables(database)).isEmpty();
  }

  @Test
  void weAdoptAllThatLiquibaseRan(TestDatabase database) throws Exception {
    PlainLiquibase liquibase = new PlainLiquibase(directory, database).files(script());
    liquibase.run("update");

    assertThat(script().upgrade(database, "head").steps()).isEmpty();

    assertThat(heads(database)).containsExactly("cccc");
    assertThat(column(database, "SELECT DISTINCT action FROM aludel_revision_log"))
        .containsExactly("ADOPT");
  }

  @Test
  void ourLedgerHasTheShapeOfLiquibases(TestDatabase database) throws Exception {
    TestDatabase other = database.another();
    new PlainLiquibase(directory, other).files(script()).run("update");

    script().upgrade(database, "head");

    assertThat(database.query(LEDGER_SHAPE)).isEqualTo(other.query(LEDGER_SHAPE));
    String keys =
        "SELECT count(*) FROM pg_constraint WHERE conrelid = 'databasechangelog'::regclass AND contype <> 'n'";
    assertThat(database.query(keys)).isEqualTo(other.query(keys));
    String rows =
        "SELECT id, author, filename, orderexecuted, exectype, description, comments, tag,"
            + " contexts, labels, length(deployment_id) FROM databasechangelog ORDER BY 4";
    assertThat(database.query(rows)).isEqualTo(other.query(rows));
  }

  @Test
  void aChangeThatOnlyLiquibaseKnowsIsRunInOurTransaction(TestDatabase database) {
    Map<String, Value> column = new LinkedHashMap<>();
    column.put("name", Value.of("id"));
    column.put("valueNumeric", Value.of("7"));
    Map<String, Value> insert = new LinkedHashMap<>();
    insert.put("tableName", Value.of("a"));
    insert.put(
        "columns",
        new Value.Items(List.of(new Value.Fields(Map.of("column", new Value.Fields(column))))));
    Revision good = withInsert("aaaa", "CREATE TABLE a (id int)", insert);
    Revision bad = withInsert("aaaa", "CREATE TABLE a (other int)", insert);

    assertThat(MigrationRunnerTest.refused(() -> upgrade(database, bad)))
        .hasMessageContaining("change \"insert\" of changeSet \"aaaa-1\"")
        .hasMessageContaining("SQLSTATE 42703");
    assertThat(tables(database)).isEmpty();

    upgrade(database, good);

    assertThat(column(database, "SELECT id FROM a")).containsExactly("7");
  }

  @Test
  void aCustomChangeIsRunInOurTransaction(TestDatabase database) {
    Map<String, Value> parameter = new LinkedHashMap<>();
    parameter.put("name", Value.of("table"));
    parameter.put("value", Value.of("made_by_java"));
    Map<String, Value> custom = new LinkedHashMap<>();
    custom.put("class", Value.of(TableMaker.class.getName()));
    custom.put("param", new Value.Fields(parameter));
    Change change = Change.of("customChange", custom);
    Change failing = Change.sql("SELECT 1 / 0");

    assertThat(MigrationRunnerTest.refused(() -> upgrade(database, step(change, failing))))
        .hasMessageContaining("SQLSTATE 22012");
    assertThat(tables(database)).isEmpty();

    upgrade(database, step(change));

    assertThat(tables(database)).containsExactly("made_by_java");
  }

  private static Revision step(Change... changes) {
    return Revision.of("aaaa", List.of(), "", Instant.EPOCH)
        .withChangeSets(List.of(ChangeSet.of("aaaa-1", "", List.of(changes), List.of())));
  }

  private static Revision withInsert(String id, String table, Map<String, Value> insert) {
    List<Change> changes = List.of(Change.sql(table), Change.of("insert", insert));
    return Revision.of(id, List.of(), "", Instant.EPOCH)
        .withChangeSets(List.of(ChangeSet.of(id + "-1", "", changes, List.of())));
  }

  private static void upgrade(TestDatabase database, Revision revision) {
    try (Engine engine = Engine.create(database.jdbcUrl(), options -> options.unpooled())) {
      new MigrationRunner(
              engine,
              RevisionMap.of(List.of(revision)),
              Script.NO_NATIVE_CHANGES,
              RunnerOptions.defaults(),
              ProgressListener.SILENT)
          .upgrade("head");
    }
  }
}
