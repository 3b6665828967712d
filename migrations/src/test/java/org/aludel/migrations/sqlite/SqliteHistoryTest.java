package org.aludel.migrations.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.aludel.engine.Engine;
import org.aludel.engine.SchemaCheck;
import org.aludel.migrations.authoring.NewRevision;
import org.aludel.migrations.check.RevisionCheck;
import org.aludel.migrations.command.AutogenerateResult;
import org.aludel.migrations.command.Migrations;
import org.aludel.migrations.command.RebaseResult;
import org.aludel.migrations.command.RevisionLine;
import org.aludel.migrations.command.SquashResult;
import org.aludel.migrations.loss.LossPolicy;
import org.aludel.migrations.runtime.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done with a whole history, and the check of the session, over a file of SQLite. */
final class SqliteHistoryTest {
  private static final String PERSON = "CREATE TABLE person (id integer PRIMARY KEY, name text)";
  private static final String PET = "CREATE TABLE pet (id integer PRIMARY KEY, name text)";

  @TempDir Path folder;

  @Test
  void severalRevisionsBecomeOne() {
    try (SqliteProject project = new SqliteProject(folder)) {
      project.migrate(PERSON);
      project.migrate(PERSON, PET);
      project.run("INSERT INTO pet VALUES (1, 'Rex')");
      Migrations migrations = project.model(PERSON, PET);

      SquashResult result =
          migrations.squash("head", NewRevision.of("all of it").named("all"), false);

      assertThat(result.replaced()).hasSize(2);
      assertThat(result.proof().proven()).isTrue();
      assertThat(migrations.current().atHead()).isTrue();
      assertThat(project.rows("SELECT name FROM pet")).containsExactly("Rex");
      migrations.downgrade("base", LossPolicy.ACCEPT);
      assertThat(project.schema()).isEmpty();
      migrations.upgrade();
      assertThat(project.schema()).hasSize(2);
    }
  }

  @Test
  void aBranchIsPutBehindTheOtherHead() {
    try (SqliteProject project = new SqliteProject(folder)) {
      Migrations migrations = project.model(PERSON);
      migrations.autogenerateAs(NewRevision.of("people").named("base1"));
      migrations.revision(NewRevision.of("theirs").named("theirs"));
      migrations.revision(NewRevision.of("mine").named("mine1").on("base1").splicing(true));

      RebaseResult result = migrations.rebase("mine1", null);

      assertThat(result.moved()).containsExactly("mine1");
      assertThat(result.proof()).contains("run back");
      assertThat(migrations.upgrade().heads()).containsExactly("mine1");
      assertThat(migrations.history().revisions())
          .extracting(RevisionLine::id)
          .containsExactly("base1", "theirs", "mine1");
    }
  }

  @Test
  void theFileOfAnotherBranchGoesDownToTheCommonAncestorAndUpAgain() {
    SqliteFile theirs =
        new SqliteFile(folder)
            .revision("one", "CREATE TABLE a (id int) // DROP TABLE a")
            .revision("theirs", "CREATE TABLE b (id int) // DROP TABLE b");
    SqliteFile ours =
        new SqliteFile(folder)
            .revision("one", "CREATE TABLE a (id int) // DROP TABLE a")
            .revision("ours", "CREATE TABLE c (id int) // DROP TABLE c");
    try (Engine engine = theirs.engine()) {
      theirs.runner(engine).upgrade("head");

      RunResult result = ours.runner(engine).sync();

      assertThat(result.steps())
          .extracting(step -> step.direction() + " " + step.revision().id())
          .containsExactly("DOWN theirs", "UP ours");
    }
    assertThat(ours.tables()).containsExactly("a", "c");
    assertThat(ours.heads()).containsExactly("ours");
  }

  @Test
  void theSessionRefusesAFileThatIsBehindAndMayUpgradeIt() throws Exception {
    try (SqliteProject project = new SqliteProject(folder)) {
      project.migrate(PERSON);
      sessionOf(project);
    }
  }

  private void sessionOf(SqliteProject project) throws Exception {
    URL[] classes = {folder.resolve("src/main/resources").toUri().toURL()};
    try (URLClassLoader loader =
        new URLClassLoader(classes, ClassLoader.getPlatformClassLoader())) {
      SchemaCheck.Application application = new SchemaCheck.Application(loader, null);
      assertThat(RevisionCheck.standing(project.engine(), loader).name()).isEqualTo("AT_HEAD");
      project.model(PERSON).downgrade("base", LossPolicy.ACCEPT);

      assertThatThrownBy(
              () ->
                  new RevisionCheck().check(project.engine(), application, SchemaCheck.Policy.FAIL))
          .hasMessageContaining("ORM-SESSION-SCHEMA-BEHIND");
      new RevisionCheck().check(project.engine(), application, SchemaCheck.Policy.UPGRADE);

      assertThat(project.schema()).hasSize(1);
      assertThat(RevisionCheck.standing(project.engine(), loader).name()).isEqualTo("AT_HEAD");
    }
  }

  @Test
  void hazardsSayWhatSqliteDoes() {
    String text = "CREATE TABLE note (id integer PRIMARY KEY, day text)";
    try (SqliteProject project = new SqliteProject(folder)) {
      project.migrate(text);

      AutogenerateResult result =
          project.model(text.replace("day text", "day integer")).autogenerate("number");

      assertThat(result.detected().stream().flatMap(each -> each.hazards().stream()))
          .anyMatch(note -> note.startsWith("B06: keeps a value that is none of the new type"))
          .noneMatch(note -> note.contains("by way of text"));
    }
  }
}
