package org.aludel.migrations.command;

import static org.aludel.migrations.command.Workshop.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.aludel.migrations.repair.Finding;
import org.aludel.migrations.repair.RepairResult;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.script.ScriptDirectory;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest(perMethod = true)
class RepairTest {
  private static final String LOCKED =
      "CREATE TABLE databasechangeloglock (id int PRIMARY KEY, locked boolean NOT NULL, lockgranted"
          + " timestamp, lockedby varchar(255)); INSERT INTO databasechangeloglock VALUES (1, true,"
          + " '2026-11-20 10:00', 'ci-7 (10.0.0.7)')";

  @TempDir Path directory;
  private Workshop workshop;
  private final String first = "a1";
  private final String second = "b2";
  private Path secondFile = Path.of("");

  RepairTest(TestDatabase database) {
    workshop = new Workshop(database, Path.of(""));
  }

  @BeforeEach
  void open(TestDatabase database) {
    workshop = new Workshop(database, directory);
    write("a1", List.of(), "CREATE TABLE person (id bigint PRIMARY KEY, name text)");
    secondFile = write("b2", List.of("a1"), "ALTER TABLE person ADD COLUMN email text");
    workshop.model().upgrade();
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  void findsNothingWhereNothingIsWrong() {
    assertThat(repair().findings()).isEmpty();
  }

  @Test
  void aRevisionWithoutItsFileIsWrittenAgainFromTheKeptText() throws Exception {
    Files.delete(secondFile);

    assertThat(texts(repair()))
        .containsExactly("revision " + second + " is applied and has no file");
    assertThat(names(repair())).containsExactly("restore:" + second, "forget:" + second);
    repair("restore:" + second);

    assertThat(repair().findings()).isEmpty();
    assertThat(workshop.model().current().atHead()).isTrue();
  }

  @Test
  void aFileInTheMiddleIsWrittenAgainAlthoughTheGraphHasAGap(TestDatabase database)
      throws Exception {
    Path firstFile;
    try (var files = Files.list(workshop.revisions())) {
      firstFile = files.filter(file -> file.toString().contains(first)).findFirst().orElseThrow();
    }
    Files.delete(firstFile);
    assertThatThrownBy(() -> workshop.model().current())
        .hasMessageContaining("ORM-MIG-MISSING-DOWN-REVISION");

    repair("restore:" + first);

    assertThat(workshop.model().current().atHead()).isTrue();
  }

  @Test
  void aRevisionWithoutItsFileIsForgottenWithItsPlaceAmongTheHeads(TestDatabase database)
      throws Exception {
    Files.delete(secondFile);

    repair("forget:" + second);

    assertThat(database.query("SELECT version_num FROM aludel_version"))
        .containsExactly(List.of(first));
    assertThat(repair().findings()).isEmpty();
    assertThat(database.query("SELECT email FROM person")).isEmpty();
    assertThat(workshop.model().current().atHead()).isTrue();
  }

  @Test
  void lookingChangesNothing(TestDatabase database) throws Exception {
    Files.delete(secondFile);
    List<List<String>> before = books(database);

    repair();

    assertThat(books(database)).isEqualTo(before);
    assertThat(secondFile).doesNotExist();
  }

  @Test
  void aChangedFileIsAcceptedByName() throws Exception {
    change(secondFile);

    assertThat(names(repair())).containsExactly("accept:" + second);
    repair("accept:" + second);

    assertThat(repair().findings()).isEmpty();
    assertThat(workshop.model(table("person", "name", "email")).check(true).passes()).isTrue();
  }

  @Test
  void onlyWhatIsNamedIsDone(TestDatabase database) throws Exception {
    change(secondFile);
    database.run(LOCKED);

    RepairResult result = repair("liquibase-lock");

    assertThat(texts(result)).hasSize(2).anyMatch(text -> text.contains("ci-7 (10.0.0.7)"));
    assertThat(result.done()).extracting(Finding.Fix::name).containsExactly("liquibase-lock");
    assertThat(names(repair())).containsExactly("accept:" + second);
    assertThat(database.query("SELECT locked, lockedby FROM databasechangeloglock").get(0))
        .containsExactly("f", null);
  }

  @Test
  void aFixThatNobodyOfferedIsRefusedWithAllOthers(TestDatabase database) throws Exception {
    database.run(LOCKED);

    assertThatThrownBy(() -> repair("liquibase-lock", "liquibase-lok"))
        .hasMessageContaining("ORM-MIG-NOTHING-TO-FIX")
        .hasMessageContaining("did you mean \"liquibase-lock\"");
    assertThat(database.query("SELECT locked FROM databasechangeloglock").get(0))
        .containsExactly("t");
  }

  @Test
  void whatIsRecordedInPartIsCompletedOrForgotten(TestDatabase database) {
    workshop.model().downgrade("-1");
    database.run(ledgerRow("half-1"));
    half();

    assertThat(texts(repair()))
        .containsExactly("revision half \"half\" is recorded in part: 1 of 2 steps");
    assertThat(names(repair())).containsExactly("complete:half", "unrecord:half");
    repair("unrecord:half");

    assertThat(repair().findings()).isEmpty();
    assertThat(ledger(database)).doesNotContain("half-1");

    database.run(ledgerRow("half-1"));
    repair("complete:half");

    assertThat(repair().findings()).isEmpty();
    assertThat(ledger(database)).contains("half-1", "half-2");
    assertThat(database.query("SELECT version_num FROM aludel_version")).contains(List.of("half"));
  }

  @Test
  void headsThatTheLedgerDoesNotExplainFollowItOnRequest(TestDatabase database) {
    database.run("UPDATE aludel_version SET version_num = '" + first + "'");

    assertThat(texts(repair()))
        .containsExactly(
            "the heads do not follow from the ledger: aludel_version says "
                + first
                + ", databasechangelog makes it "
                + second);
    assertThat(names(repair())).containsExactly("heads");
    repair("heads");

    assertThat(database.query("SELECT version_num FROM aludel_version"))
        .containsExactly(List.of(second));
  }

  @Test
  void aLostLedgerIsMadeAgainFromTheHeadsOnRequest(TestDatabase database) {
    database.run("DELETE FROM databasechangelog");
    assertThatThrownBy(() -> workshop.model().current())
        .hasMessageContaining("ORM-MIG-LEDGER-MISMATCH");

    assertThat(names(repair())).containsExactly("heads", "ledger");
    repair("ledger");

    assertThat(ledger(database)).contains(first + "-1", second + "-1");
    assertThat(workshop.model().current().atHead()).isTrue();
  }

  @Test
  void aHoleInTheLedgerIsFilledOrWhatStandsOnItIsForgotten(TestDatabase database) {
    database.run("DELETE FROM databasechangelog WHERE filename = 'aludel/" + first + ".yaml'");

    assertThat(names(repair())).contains("complete:" + first, "unrecord:" + second);
    repair("complete:" + first);

    assertThat(repair().findings()).isEmpty();
    assertThat(workshop.model().current().atHead()).isTrue();
  }

  @Test
  void anInvalidIndexIsBuiltAgain(TestDatabase database) {
    database.run("INSERT INTO person VALUES (1, 'a'), (2, 'a')");
    assertThatThrownBy(
            () -> database.run("CREATE UNIQUE INDEX CONCURRENTLY person_name ON person (name)"))
        .hasMessageContaining("could not create unique index");
    database.run("UPDATE person SET name = 'b' WHERE id = 2");

    assertThat(texts(repair())).containsExactly("index public.person_name of person is not valid");
    repair("index:public.person_name");

    assertThat(repair().findings()).isEmpty();
    assertThat(
            database
                .query(
                    "SELECT indisvalid FROM pg_index WHERE indexrelid ="
                        + " 'person_name'::regclass")
                .get(0))
        .containsExactly("t");
  }

  @Test
  void aLeftScratchDatabaseIsDropped(TestDatabase database) {
    String name = "aludel_scratch_1_" + database.name().replace("_", "");
    database.run("CREATE DATABASE " + name);
    try {
      assertThat(names(repair())).contains("scratch:" + name);

      repair("scratch:" + name);

      assertThat(names(repair())).doesNotContain("scratch:" + name);
    } finally {
      database.run("DROP DATABASE IF EXISTS " + name);
    }
  }

  private RepairResult repair(String... fixes) {
    Migrations migrations = workshop.model();
    return fixes.length == 0 ? migrations.repair() : migrations.repair(List.of(fixes));
  }

  private static List<String> texts(RepairResult result) {
    return result.findings().stream().map(Finding::text).toList();
  }

  private static List<String> names(RepairResult result) {
    return result.findings().stream()
        .flatMap(each -> each.fixes().stream())
        .map(Finding.Fix::name)
        .toList();
  }

  private Path write(String id, List<String> follows, String sql) {
    ChangeSet step =
        ChangeSet.of(
            id + "-1", "make " + id, List.of(Change.sql(sql)), List.of(Change.sql("SELECT 0")));
    return ScriptDirectory.of(workshop.revisions())
        .write(
            Revision.of(id, follows, id, Instant.parse("2026-11-22T00:00:00Z"))
                .withChangeSets(List.of(step)),
            List.of());
  }

  private static void change(Path file) throws IOException {
    Files.writeString(file, Files.readString(file).replace("comment: ", "comment: once "));
  }

  private void half() {
    ChangeSet first = ChangeSet.of("half-1", "half", List.of(Change.sql("SELECT 1")), List.of());
    ChangeSet other = ChangeSet.of("half-2", "half", List.of(Change.sql("SELECT 2")), List.of());
    ScriptDirectory.of(workshop.revisions())
        .write(
            Revision.of("half", List.of(), "half", Instant.parse("2026-11-22T00:00:00Z"))
                .withChangeSets(List.of(first, other)),
            List.of());
  }

  private static String ledgerRow(String id) {
    return "INSERT INTO databasechangelog (id, author, filename, dateexecuted, orderexecuted,"
        + " exectype) VALUES ('"
        + id
        + "', 'aludel', 'aludel/half.yaml', now(), 99, 'EXECUTED')";
  }

  private static List<String> ledger(TestDatabase database) {
    return database.query("SELECT id FROM databasechangelog ORDER BY 1").stream()
        .map(row -> row.get(0))
        .toList();
  }

  private static List<List<String>> books(TestDatabase database) {
    return database.query(
        "SELECT (SELECT array_agg(v::text) FROM aludel_version v), (SELECT array_agg(l::text ORDER"
            + " BY id) FROM aludel_revision_log l), (SELECT array_agg(c::text ORDER BY"
            + " orderexecuted) FROM databasechangelog c)");
  }
}
