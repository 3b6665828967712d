package org.aludel.migrations.command;

import static org.aludel.migrations.command.Workshop.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aludel.migrations.authoring.NewRevision;
import org.aludel.migrations.loss.LossPolicy;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest(perMethod = true)
class SquashTest {
  private static final NewRevision ALL = NewRevision.of("all of it").named("all");

  @TempDir Path directory;
  private Workshop workshop;
  private Migrations migrations;

  SquashTest(TestDatabase database) {
    workshop = new Workshop(database, Path.of(""));
    migrations = workshop.model();
  }

  @BeforeEach
  void threeRevisions(TestDatabase database) {
    workshop = new Workshop(database, directory);
    write("one", "name");
    write("two", "name", "email");
    write("three", "name", "email", "phone");
    migrations = workshop.model(table("person", "name", "email", "phone"));
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  void oneRevisionMakesWhatSeveralMade(TestDatabase database) {
    database.run("INSERT INTO person (id, phone) VALUES (1, '112')");

    SquashResult result = migrations.squash("two", ALL, false);

    assertThat(result.replaced()).containsExactlyInAnyOrder("one", "two");
    assertThat(result.proof().proven()).isTrue();
    assertThat(migrations.history().revisions())
        .extracting(RevisionLine::id)
        .containsExactly("all", "three");
    assertThat(migrations.current().atHead()).isTrue();
    assertThat(migrations.check(true).passes()).isTrue();
    assertThat(database.query("SELECT phone FROM person").get(0)).containsExactly("112");
    assertThat(migrations.downgrade("base", LossPolicy.ACCEPT).steps()).hasSize(2);
  }

  @Test
  void statementsThatChangeRowsAreLeftOutOnlyOnRequest() throws IOException {
    Path file = migrations.revision(NewRevision.of("seed").named("seed")).file();
    Files.writeString(
        file,
        Files.readString(file)
            .replace("- empty: {}", "- sql: {sql: INSERT INTO person (id) VALUES (7)}"));
    migrations.upgrade();

    assertThatThrownBy(() -> migrations.squash("head", ALL, false))
        .hasMessageContaining("ORM-MIG-CANNOT-SQUASH")
        .hasMessageContaining("seed: INSERT INTO person (id) VALUES (7)");
    assertThat(migrations.squash("head", ALL, true).left()).hasSize(1);
    assertThat(migrations.current().atHead()).isTrue();
  }

  @Test
  void aDatabaseInTheMiddleIsRefused() {
    migrations.downgrade("one");

    assertThatThrownBy(() -> migrations.squash("two", ALL, false))
        .hasMessageContaining("the database lacks two");
  }

  @Test
  void whatAnotherLineIsBuiltOnStays() {
    migrations.revision(NewRevision.of("side").on("one").splicing(true));

    assertThatThrownBy(() -> migrations.squash("three", ALL, false))
        .hasMessageContaining("ORM-MIG-CANNOT-SQUASH")
        .hasMessageContaining("is built on one");
    assertThat(migrations.history().revisions()).hasSize(4);
  }

  private void write(String id, String... columns) {
    Migrations next = workshop.model(table("person", columns));
    next.autogenerateAs(NewRevision.of(id).named(id));
    next.upgrade();
  }
}
