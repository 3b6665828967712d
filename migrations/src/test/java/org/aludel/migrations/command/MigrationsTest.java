package org.aludel.migrations.command;

import static org.aludel.migrations.command.Workshop.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aludel.engine.Engine;
import org.aludel.migrations.command.RevisionLine.State;
import org.aludel.migrations.runtime.RunResult;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest(perMethod = true)
class MigrationsTest {
  @TempDir Path directory;

  @Test
  void historyAndCurrentFollowTheDatabase(TestDatabase database) {
    try (Workshop workshop = new Workshop(database, directory)) {
      Migrations migrations = twoRevisions(workshop);
      migrations.downgrade("-1");

      assertThat(migrations.history().revisions())
          .extracting(RevisionLine::message, RevisionLine::head, RevisionLine::state)
          .containsExactly(
              tuple("first", false, State.CURRENT), tuple("second", true, State.PENDING));
      assertThat(migrations.current().current())
          .extracting(RevisionLine::message)
          .containsExactly("first");
      assertThat(migrations.current().atHead()).isFalse();
    }
  }

  @Test
  void stampMovesWithoutRunning(TestDatabase database) {
    try (Workshop workshop = new Workshop(database, directory)) {
      Migrations migrations = twoRevisions(workshop);
      migrations.downgrade("base");

      RunResult result = migrations.stamp("head");

      assertThat(result.before()).isEmpty();
      assertThat(migrations.current().atHead()).isTrue();
      assertThat(database.query("SELECT to_regclass('person')").get(0)).containsOnlyNulls();
    }
  }

  @Test
  void downgradeToBaseLeavesNothingButTheBookkeeping(TestDatabase database) {
    try (Workshop workshop = new Workshop(database, directory)) {
      twoRevisions(workshop).downgrade("base");

      assertThat(
              database.query(
                  "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
                      + " AND relkind = 'r' ORDER BY 1"))
          .extracting(row -> row.get(0))
          .containsExactly("aludel_revision_log", "aludel_version", "databasechangelog");
    }
  }

  @Test
  void anApplicationUpgradesFromItsClassPathOverItsDataSource(TestDatabase database)
      throws Exception {
    try (Workshop workshop = new Workshop(database, directory)) {
      twoRevisions(workshop).downgrade("base");
    }
    URL[] classPath = {directory.resolve("src/main/resources").toUri().toURL()};

    try (URLClassLoader loader = new URLClassLoader(classPath, getClass().getClassLoader())) {
      RunResult result = Migrations.of(database.dataSource()).revisionsOf(loader).upgrade();

      assertThat(result.steps()).hasSize(2);
      assertThat(database.query("SELECT email FROM person")).isEmpty();
    }
  }

  @Test
  void withoutRevisionsOnTheClassPathThereIsNothingToDo(TestDatabase database) throws Exception {
    URL[] classPath = {Files.createDirectory(directory.resolve("classes")).toUri().toURL()};

    try (URLClassLoader loader = new URLClassLoader(classPath, null);
        Engine engine = Engine.create(database.dataSource())) {
      assertThat(Migrations.of(engine).revisionsOf(loader).upgrade("heads").steps()).isEmpty();
    }
  }

  private static Migrations twoRevisions(Workshop workshop) {
    workshop.model(table("person")).autogenerate("first");
    workshop.model(table("person")).upgrade();
    Migrations migrations = workshop.model(table("person", "email"));
    migrations.autogenerate("second");
    migrations.upgrade();
    return migrations;
  }
}
