package org.aludel.migrations.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aludel.engine.Engine;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.SchemaDump;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts are run by psql where it is installed, else statement by statement. */
@PostgresTest(perMethod = true, judge = true)
class OfflineScriptTest {
  private static final String HISTORY =
      "SELECT concat_ws('|', id, author, filename, orderexecuted, exectype, md5sum, description,"
          + " comments, labels) FROM databasechangelog ORDER BY orderexecuted";
  private static final String LOG =
      "SELECT concat_ws('|', revision, action, digest, canonical_text) FROM aludel_revision_log"
          + " WHERE action <> 'ATTEMPT' ORDER BY id";

  private static final Script SCRIPT =
      new Script()
          .revision(
              "one",
              "CREATE TABLE \"Häuser\" (id int, name text) // DROP TABLE \"Häuser\"",
              "INSERT INTO \"Häuser\" VALUES (1, 'it''s \\ $1 ?') -- the first // ")
          .revision(
              "two",
              "CREATE TABLE b (id int); CREATE TABLE c (id int); // DROP TABLE c ;; DROP TABLE b",
              "!CREATE INDEX CONCURRENTLY ix_b ON b (id) // DROP INDEX CONCURRENTLY ix_b",
              "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1; $$ // DROP FUNCTION"
                  + " f()")
          .revisionOn("side", new String[] {"one"}, "CREATE TABLE d (id int) // DROP TABLE d")
          .revisionOn("join", new String[] {"two", "side"}, "SELECT 1 // SELECT 1");

  @TempDir Path directory;

  @Test
  void theWholeHistoryGivesWhatAnUpgradeGives(TestDatabase database) throws Exception {
    try (TestDatabase other = database.another()) {
      SCRIPT.upgrade(database, "head");

      run(other, upgrade("head").sql());

      if (SchemaDump.availableFor(database)) {
        assertThat(SchemaDump.standard().of(other)).isEqualTo(SchemaDump.standard().of(database));
      }
      for (String bookkeeping : List.of(HISTORY, LOG)) {
        assertThat(Script.column(other, bookkeeping))
            .isEqualTo(Script.column(database, bookkeeping));
      }
      assertThat(Script.heads(other)).containsExactly("join");
      assertThat(Script.column(other, "SELECT name FROM \"Häuser\""))
          .containsExactly("it's \\ $1 ?");
      assertThat(SCRIPT.upgrade(other, "head").steps()).isEmpty();
      assertThat(dump(other)).isEqualTo(dump(database));
    }
  }

  @Test
  void theWayBackLeavesNothing(TestDatabase database) throws Exception {
    SCRIPT.upgrade(database, "head");

    run(database, offline("head:base", false).sql());

    assertThat(Script.tables(database)).isEmpty();
    assertThat(Script.heads(database)).isEmpty();
    assertThat(Script.ledger(database)).isEmpty();
    assertThat(SCRIPT.upgrade(database, "head").heads()).containsExactly("join");
  }

  @Test
  void aPartBeginsWhereTheRangeSays(TestDatabase database) throws Exception {
    SCRIPT.upgrade(database, "one");

    OfflineResult part = offline("one:two", true);
    run(database, part.sql());

    assertThat(part.revisions()).extracting(Revision::id).containsExactly("two");
    assertThat(Script.heads(database)).containsExactly("two");
  }

  @Test
  void theScriptOfAStampGivesWhatAStampGives(TestDatabase database) throws Exception {
    try (TestDatabase other = database.another()) {
      SCRIPT.with(database, ProgressListener.SILENT, runner -> runner.stamp("two,side"));

      OfflineResult stamp = runner(SCRIPT.map()).stampScript("two,side");
      run(other, stamp.sql());

      assertThat(stamp.heads()).containsExactlyInAnyOrder("two", "side");
      for (String bookkeeping : List.of(HISTORY, LOG)) {
        assertThat(Script.column(other, bookkeeping))
            .isEqualTo(Script.column(database, bookkeeping));
      }
      assertThat(Script.heads(other)).containsExactlyInAnyOrder("two", "side");

      run(other, runner(SCRIPT.map()).stampScript("two,side:one").sql());
      assertThat(Script.heads(other)).containsExactly("one");
      assertThatThrownBy(() -> run(other, runner(SCRIPT.map()).stampScript("two").sql()))
          .hasMessageContaining("ORM-MIG-NOT-AT-HEAD");
    }
  }

  @Test
  void theTablesOfTheBookkeepingCanBeMadeByAScript(TestDatabase database) throws Exception {
    run(database, runner(SCRIPT.map()).ensureVersionScript());

    assertThat(
            SCRIPT.<Object>with(database, ProgressListener.SILENT, MigrationRunner::ensureVersion))
        .isEqualTo(List.of());
  }

  @Test
  void theStartMayBeWhereTheDatabaseIs(TestDatabase database) {
    SCRIPT.upgrade(database, "one");

    OfflineResult rest =
        SCRIPT.with(
            database, ProgressListener.SILENT, runner -> runner.upgradeScript("current:head"));

    assertThat(rest.before()).containsExactly("one");
  }

  @Test
  void aDatabaseElsewhereIsLeftAlone(TestDatabase database) {
    SCRIPT.upgrade(database, "one");

    assertThatThrownBy(() -> run(database, offline("two:head", true).sql()))
        .hasMessageContaining("ORM-MIG-NOT-AT-HEAD: this part begins at two");
    assertThat(Script.heads(database)).containsExactly("one");
    assertThat(Script.tables(database)).containsExactly("Häuser");
  }

  @Test
  void whileARunnerWorksTheScriptStops(TestDatabase database) {
    try (Engine engine = Engine.create(database.jdbcUrl(), each -> each.unpooled());
        MigrationLock lock =
            MigrationLock.acquire(engine, RunnerOptions.defaults(), ProgressListener.SILENT)) {
      assertThat(lock).isNotNull();
      assertThatThrownBy(() -> run(database, upgrade("head").sql()))
          .hasMessageContaining("ORM-MIG-LOCKED");
    }
  }

  @Test
  void aDowngradeNeedsItsStart() {
    assertThatThrownBy(() -> offline("base", false))
        .hasMessageContaining("ORM-MIG-NOT-OFFLINE")
        .hasMessageContaining("-Dorm.to=head:base");
  }

  @Test
  void whatOnlyAProgramCanDoIsRefused() {
    Revision revision =
        SCRIPT
            .revisions()
            .get(0)
            .withChangeSets(
                List.of(
                    ChangeSet.of(
                        "one-1", "", List.of(Change.of("loadData", Map.of())), List.of())));

    assertThatThrownBy(() -> runner(RevisionMap.of(List.of(revision))).upgradeScript("head"))
        .hasMessageContaining("ORM-MIG-NOT-OFFLINE")
        .hasMessageContaining("loadData");
  }

  @Test
  void equalRevisionsGiveEqualScripts() {
    assertThat(upgrade("head").sql()).isEqualTo(upgrade("head").sql()).contains("-- outside a");
  }

  private static OfflineResult upgrade(String range) {
    return offline(range, true);
  }

  private static OfflineResult offline(String range, boolean up) {
    MigrationRunner runner = runner(SCRIPT.map());
    return up ? runner.upgradeScript(range) : runner.downgradeScript(range);
  }

  /** Nobody listens there. */
  private static MigrationRunner runner(RevisionMap map) {
    Engine nowhere = Engine.create("postgresql://127.0.0.1:1/nowhere", each -> each.unpooled());
    return new MigrationRunner(
        nowhere, map, Script.NO_NATIVE_CHANGES, RunnerOptions.defaults(), ProgressListener.SILENT);
  }

  private static String dump(TestDatabase database) {
    return database.dumpSchema().orElse("");
  }

  private void run(TestDatabase database, String sql) throws IOException, InterruptedException {
    Path psql =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
            .map(folder -> Path.of(folder, "psql"))
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    if (psql == null) {
      database.run(sql);
      return;
    }
    Path file = Files.writeString(directory.resolve("script.sql"), sql);
    ProcessBuilder builder =
        new ProcessBuilder(
            psql.toString(),
            "-Xq",
            "-v",
            "ON_ERROR_STOP=1",
            "-h",
            database.host(),
            "-p",
            String.valueOf(database.port()),
            "-U",
            database.user(),
            "-d",
            database.name(),
            "-f",
            file.toString());
    builder.environment().put("PGPASSWORD", database.password());
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
  }
}
