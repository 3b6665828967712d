package org.aludel.migrations.command;

import static org.aludel.migrations.command.Workshop.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Objects;
import org.aludel.migrations.scratch.ProofResult;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fresh clone: revisions and classes, and no database that has any of it. */
@PostgresTest(perMethod = true)
class WithoutDatabaseTest {
  @TempDir Path directory;
  private Workshop workshop;

  WithoutDatabaseTest(TestDatabase database) {
    workshop = new Workshop(database, Path.of(""));
  }

  @BeforeEach
  void open(TestDatabase database) {
    workshop = new Workshop(database, directory);
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  void theFirstRevisionIsWrittenAndProven(TestDatabase database) {
    AutogenerateResult result =
        workshop.model(table("person", "name")).withoutDatabase().autogenerate("first");

    assertThat(result.detected())
        .extracting(Detected::description)
        .containsExactly("create table  person");
    assertThat(written(result).proof().level()).isEqualTo(ProofResult.Level.PROVEN);
    assertThat(database.query("SELECT to_regclass('person')").get(0)).containsOnlyNulls();
  }

  @Test
  void theNextOneHoldsWhatTheHistoryLacks() {
    workshop.model(table("person", "name")).withoutDatabase().autogenerate("first");

    AutogenerateResult result =
        workshop.model(table("person", "name", "email")).withoutDatabase().autogenerate("email");

    assertThat(result.detected())
        .extracting(Detected::description)
        .containsExactly("add column  person.email text");
    assertThat(written(result).proof().level()).isEqualTo(ProofResult.Level.PROVEN);
    assertThat(
            workshop
                .model(table("person", "name", "email"))
                .withoutDatabase()
                .checkHistory(true)
                .passes())
        .isTrue();
  }

  @Test
  void nothingIsWrittenWhereTheHistoryMakesTheModel() {
    workshop.model(table("person", "name")).withoutDatabase().autogenerate("first");

    AutogenerateResult again =
        workshop.model(table("person", "name")).withoutDatabase().autogenerate("again");

    assertThat(again.noChanges()).isTrue();
    assertThat(again.written()).isNull();
  }

  @Test
  void dropsAreHeldBackAndReleasedAsOverALiveDatabase() {
    workshop.model(table("person", "name", "nick")).withoutDatabase().autogenerate("first");

    AutogenerateResult held =
        workshop.model(table("person", "name")).withoutDatabase().autogenerate("drop");
    AutogenerateResult released =
        workshop
            .with("drop", "person.nick")
            .model(table("person", "name"))
            .withoutDatabase()
            .autogenerate("drop");

    assertThat(held.written()).isNull();
    assertThat(held.heldBack())
        .extracting(Detected::description)
        .containsExactly("drop column  person.nick");
    assertThat(released.detected())
        .extracting(Detected::description)
        .containsExactly("drop column  person.nick");
  }

  @Test
  void whatTheLiveDatabaseHasDoesNotCount(TestDatabase database) {
    database.run("CREATE TABLE person (id bigint PRIMARY KEY, name text)");

    AutogenerateResult result =
        workshop.model(table("person", "name")).withoutDatabase().autogenerate("first");

    assertThat(result.detected())
        .extracting(Detected::description)
        .containsExactly("create table  person");
  }

  @Test
  void withoutAServerForScratchDatabasesItSaysWhatIsMissing() {
    Migrations nowhere =
        workshop.model(table("person")).withoutServer("there is no server of any kind");

    assertThatThrownBy(() -> nowhere.autogenerate("first"))
        .hasMessageContaining("ORM-MIG-SCRATCH-FAILED")
        .hasMessageContaining("there is no server of any kind")
        .hasMessageContaining("orm.scratch.url");
  }

  private static AutogenerateResult.Written written(AutogenerateResult result) {
    return Objects.requireNonNull(result.written());
  }
}
