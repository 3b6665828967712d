package org.aludel.migrations.command;

import static org.aludel.migrations.command.Workshop.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.aludel.migrations.authoring.NewRevision;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest(perMethod = true)
class CheckTest {
  @TempDir Path directory;
  private Workshop workshop;

  CheckTest(TestDatabase database) {
    workshop = new Workshop(database, Path.of(""));
  }

  @BeforeEach
  void open(TestDatabase database) {
    workshop = new Workshop(database, directory);
    workshop.model(table("person", "name")).autogenerate("first");
    workshop.model(table("person", "name")).upgrade();
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  void passesWhereModelRevisionsAndDatabaseAgree() {
    CheckResult result = workshop.model(table("person", "name")).check(true).orThrow();

    assertThat(result.passes()).isTrue();
  }

  @Test
  void listsWhatTheModelAsksForAndTheRevisionsLack() {
    CheckResult result = workshop.model(table("person", "name", "email")).check(false);

    assertThat(result.missing())
        .extracting(Detected::description)
        .containsExactly("add column  person.email text");
    assertThatThrownBy(result::orThrow)
        .hasMessageContaining("ORM-MIG-DIFFERENCES")
        .hasMessageContaining("the revisions lack: add column  person.email text")
        .hasMessageContaining("mvn orm:autogenerate");
  }

  @Test
  void seesAMissingRevisionAlthoughTheDatabaseWasChangedByHand(TestDatabase database) {
    database.run("ALTER TABLE person ADD COLUMN email text");

    CheckResult result =
        workshop.with("unmanaged", "include").model(table("person", "name", "email")).check(false);

    assertThat(result.missing()).hasSize(1);
    assertThat(result.drifted())
        .extracting(Detected::description)
        .containsExactly("drop column  person.email");
  }

  @Test
  void listsWhatWasChangedByHand(TestDatabase database) {
    database.run("ALTER TABLE person ALTER COLUMN name SET NOT NULL");

    CheckResult result = workshop.model(table("person", "name")).check(false);

    assertThat(result.missing()).isEmpty();
    assertThat(result.drifted()).hasSize(1);
    assertThatThrownBy(result::orThrow).hasMessageContaining("the database drifted");
  }

  @Test
  void aTableThatNoRevisionMadeIsNoDrift(TestDatabase database) {
    database.run("CREATE TABLE audit (at timestamptz)");

    assertThat(workshop.model(table("person", "name")).check(true).passes()).isTrue();
  }

  @Test
  void listsRevisionsThatTheDatabaseLacks() {
    workshop.model(table("person", "name")).downgrade("base");

    CheckResult result = workshop.model(table("person", "name")).check(false);

    assertThat(result.pending()).extracting(RevisionLine::message).containsExactly("first");
    assertThatThrownBy(result::orThrow)
        .hasMessageContaining("the database lacks")
        .hasMessageContaining("mvn orm:upgrade");
  }

  @Test
  void dropsThatAreHeldBackFailOnlyAStrictCheck() {
    CheckResult lenient = workshop.model(table("person")).check(false);
    CheckResult strict = workshop.model(table("person")).check(true);

    assertThat(lenient.passes()).isTrue();
    assertThat(lenient.heldBack()).hasSize(1);
    assertThatThrownBy(strict::orThrow).hasMessageContaining("held back: drop column");
  }

  @Test
  void twoHeadsAreADifferenceOfTheirOwn() {
    Migrations migrations = workshop.model(table("person", "name"));
    migrations.revision(NewRevision.of("other").on("base").named("other"));
    migrations.upgrade("heads");

    CheckResult result = migrations.check(false);

    assertThat(result.modelAgrees()).isTrue();
    assertThat(result.databaseAgrees()).isTrue();
    assertThat(result.oneHead()).isFalse();
    assertThatThrownBy(result::orThrow)
        .hasMessageContaining("one of 2 heads: other")
        .hasMessageContaining("mvn orm:merge");
  }

  @Test
  void withoutADatabaseModelAndRevisionsAreHeldAgainstEachOther(TestDatabase database) {
    database.run("DROP TABLE person");

    CheckResult same = workshop.model(table("person", "name")).withoutDatabase().check(false);
    CheckResult other = workshop.model(table("person")).withoutDatabase().check(true);

    assertThat(same.passes()).isTrue();
    assertThat(same.unasked()).isNotNull();
    assertThat(other.modelAgrees()).isFalse();
  }

  @Test
  void theAnswersAreWrittenForOtherPrograms(TestDatabase database) {
    database.run("ALTER TABLE person ALTER COLUMN name SET DEFAULT '\"\\'");

    String json = workshop.model(table("person", "name", "email")).check(false).toJson();

    assertThat(json)
        .contains("\"passes\": false")
        .contains("\"missing\": [\"add column  person.email text\"]")
        .contains("\\\"\\\\")
        .containsPattern("\"heads\": \\{\\s+\"agrees\": true");
  }

  @Test
  void theRunOfTheWholeHistoryIsAnAnswerOfItsOwn() {
    CheckResult unasked = workshop.model(table("person", "name")).check(true);
    CheckResult proven = workshop.model(table("person", "name")).checkHistory(true);

    assertThat(unasked.history()).isNull();
    assertThat(proven.orThrow().passes()).isTrue();
    assertThat(Objects.requireNonNull(proven.history()).text())
        .startsWith("1 revision up from nothing and down again");
  }

  @Test
  void aRevisionThatDoesNotLeadBackFailsTheCheckOfTheHistoryAlone(TestDatabase database)
      throws IOException {
    Migrations migrations = workshop.model(table("person", "name", "email"));
    AutogenerateResult.Written written =
        Objects.requireNonNull(migrations.autogenerate("email").written());
    String text = Files.readString(written.file());
    Files.writeString(
        written.file(),
        text.replaceFirst(
            "rollback:[\\s\\S]*$", "rollback:\n        - sql: {sql: \"SELECT '\\\\n'\"}\n"));
    migrations.upgrade();

    CheckResult result = migrations.checkHistory(true);

    assertThat(migrations.check(true).passes()).isTrue();
    assertThat(result.modelAgrees()).isTrue();
    assertThatThrownBy(result::orThrow)
        .hasMessageContaining("the history: the downgrade of " + written.id())
        .hasMessageContaining("drop column  person.email")
        .hasMessageContaining("correct " + written.file());
    assertThat(
            database.query(
                "SELECT j ->> 'revision', j ->> 'direction' FROM (SELECT CAST("
                    + quoted(result.toJson())
                    + " AS json) -> 'history' -> 'broken' AS j) broken"))
        .containsExactly(List.of(written.id(), "down"));
  }

  @Test
  void aDatabaseThatDoesNotFitLeavesTheOtherQuestionsTheirAnswers(TestDatabase database) {
    database.run("UPDATE aludel_version SET version_num = 'gone'");

    CheckResult result = workshop.model(table("person", "name", "email")).check(true);

    assertThat(result.missing())
        .extracting(Detected::description)
        .containsExactly("add column  person.email text");
    assertThat(result.oneHead()).isTrue();
    assertThat(result.databaseAgrees()).isFalse();
    assertThat(result.unplaced())
        .singleElement()
        .asString()
        .startsWith("ORM-MIG-UNKNOWN-REVISION")
        .contains("gone");
    assertThatThrownBy(result::orThrow).hasMessageContaining("mvn orm:repair");
  }

  @Test
  void aFileThatWasChangedAfterItWasAppliedIsAnAnswerAboutTheDatabase() throws IOException {
    try (var files = Files.list(workshop.revisions())) {
      Path file = files.findFirst().orElseThrow();
      Files.writeString(file, Files.readString(file).replace("comment: ", "comment: once "));
    }

    CheckResult result = workshop.model(table("person", "name")).check(true);

    assertThat(result.modelAgrees()).isTrue();
    assertThat(result.unplaced()).singleElement().asString().startsWith("changed after");
    assertThat(result.passes()).isFalse();
  }

  private static String quoted(String json) {
    return "'" + json.replace("'", "''") + "'";
  }
}
