package org.aludel.migrations.command;

import static org.aludel.migrations.command.Workshop.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aludel.migrations.authoring.NewRevision;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest(perMethod = true)
class RebaseTest {
  @TempDir Path directory;
  private Workshop workshop;
  private Migrations migrations;
  private Path mine = Path.of("");

  RebaseTest(TestDatabase database) {
    workshop = new Workshop(database, Path.of(""));
    migrations = workshop.model();
  }

  /** One revision of theirs and two of mine, behind the same one. */
  @BeforeEach
  void fork(TestDatabase database) {
    workshop = new Workshop(database, directory);
    migrations = workshop.model(table("person"));
    migrations.autogenerateAs(NewRevision.of("people").named("base1"));
    migrations.revision(NewRevision.of("theirs").named("theirs"));
    mine =
        migrations
            .revision(NewRevision.of("mine").named("mine1").on("base1").splicing(true))
            .file();
    migrations.revision(NewRevision.of("mine too").named("mine2").on("mine1"));
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  void theBranchFollowsTheOtherHeadAndKeepsItsComments() throws IOException {
    Files.writeString(mine, "# a word of mine\n" + Files.readString(mine));

    RebaseResult result = migrations.rebase("mine2", null);

    assertThat(result.moved()).containsExactly("mine1", "mine2");
    assertThat(result.files()).containsExactly(mine);
    assertThat(result.proof()).contains("run back");
    assertThat(Files.readString(mine)).startsWith("# a word of mine").contains("# rollback: []");
    assertThat(migrations.upgrade().heads()).containsExactly("mine2");
    assertThat(migrations.history().revisions())
        .extracting(RevisionLine::id)
        .containsExactly("base1", "theirs", "mine1", "mine2");
  }

  @Test
  void ofTwoHeadsTheOneThatIsNotAppliedMoves() {
    migrations.upgrade("theirs");

    assertThat(migrations.rebase(null, null).onto()).isEqualTo("theirs");
  }

  @Test
  void whatTheDatabaseHasAppliedStays() throws IOException {
    migrations.upgrade("mine1");
    String before = Files.readString(mine);

    assertThatThrownBy(() -> migrations.rebase("mine2", "theirs"))
        .hasMessageContaining("ORM-MIG-APPLIED-ALREADY")
        .hasMessageContaining("mvn orm:downgrade -Dorm.to=base1");
    assertThat(Files.readString(mine)).isEqualTo(before);
  }

  @Test
  void aHistoryThatNoLongerRunsIsNotWritten() throws IOException {
    String filled =
        Files.readString(mine)
            .replace(
                "- empty: {}",
                "- sql: {splitStatements: false, stripComments: false, sql: SELECT * FROM gone}");
    Files.writeString(mine, filled);

    assertThatThrownBy(() -> migrations.rebase("mine2", "theirs"))
        .hasMessageContaining("ORM-MIG-STEP-FAILED");
    assertThat(Files.readString(mine)).isEqualTo(filled);
  }

  @Test
  void oneLineHasNothingToMove() {
    assertThatThrownBy(() -> migrations.rebase("mine2", "base1"))
        .hasMessageContaining("ORM-MIG-NOTHING-TO-REBASE");
    assertThatThrownBy(() -> migrations.rebase("base1", "mine2"))
        .hasMessageContaining("ORM-MIG-NOTHING-TO-REBASE");
  }

  @Test
  void whichBranchMovesIsNeverGuessed() {
    assertThatThrownBy(() -> migrations.rebase(null, null))
        .hasMessageContaining("ORM-MIG-MULTIPLE-HEADS")
        .hasMessageContaining("-Dorm.onto");
  }
}
