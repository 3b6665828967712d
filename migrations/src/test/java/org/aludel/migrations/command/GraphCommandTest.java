package org.aludel.migrations.command;

import static org.aludel.migrations.command.Workshop.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.aludel.engine.Engine;
import org.aludel.migrations.authoring.NewRevision;
import org.aludel.migrations.command.RevisionLine.State;
import org.aludel.migrations.revision.Revision;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people added a revision to the same one. */
@PostgresTest(perMethod = true)
class GraphCommandTest {
  @TempDir Path directory;
  private Workshop workshop;
  private Migrations migrations;
  private String base = "";
  private String left = "";
  private String right = "";

  GraphCommandTest(TestDatabase database) {
    workshop = new Workshop(database, Path.of(""));
    migrations = workshop.model();
  }

  @BeforeEach
  void fork(TestDatabase database) {
    workshop = new Workshop(database, directory);
    migrations = workshop.model(table("person"));
    migrations.autogenerate("people");
    base = migrations.heads().heads().get(0).line().id();
    left = migrations.revision(NewRevision.of("left")).revision().id();
    right =
        migrations
            .revision(NewRevision.of("right").on(base).splicing(true).labelled(List.of("billing")))
            .revision()
            .id();
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  void headsAndBranchesShowTheFork() {
    assertThat(migrations.heads().heads())
        .extracting(head -> head.line().id(), HeadsResult.Head::labels)
        .containsExactlyInAnyOrder(tuple(left, List.of()), tuple(right, List.of("billing")));
    assertThat(migrations.branches().forks())
        .singleElement()
        .satisfies(
            fork -> {
              assertThat(fork.point().id()).isEqualTo(base);
              assertThat(fork.branches()).hasSize(2);
            });
  }

  @Test
  void aRangeOfTheHistoryHasBothEnds() {
    assertThat(ids(migrations.history(":"))).containsExactlyInAnyOrder(base, left, right);
    assertThat(ids(migrations.history(left + ":"))).doesNotContain(base);
    assertThat(ids(migrations.history(base + ":" + left))).containsExactly(base, left);
    assertThat(ids(migrations.history(":billing@head"))).containsExactly(base, right);
    assertThat(ids(migrations.history(base))).containsExactly(base);
  }

  @Test
  void aRangeCanBeCountedFromWhereTheDatabaseIs() {
    migrations.upgrade(base);
    assertThat(ids(migrations.history("current:"))).containsExactlyInAnyOrder(base, left, right);
    assertThat(ids(migrations.history("base:current"))).containsExactly(base);

    migrations.upgrade(left);

    assertThat(ids(migrations.history("-1:current"))).containsExactly(base, left);
    assertThatThrownBy(() -> migrations.history("nowhere:"))
        .hasMessageContaining("ORM-MIG-UNKNOWN-REVISION");
  }

  @Test
  void currentFailsOnRequestUntilAllHeadsAreThere() {
    migrations.upgrade(left);
    assertThatThrownBy(() -> migrations.current().orThrow())
        .hasMessageContaining("ORM-MIG-NOT-AT-HEAD")
        .hasMessageContaining(right);

    migrations.upgrade("heads");

    assertThat(migrations.current().orThrow().current()).hasSize(2);
  }

  @Test
  void whatIsShownOfSomeRevisionsIsInTheirOrder() {
    assertThat(migrations.showAll(List.of(right, base)))
        .extracting(each -> each.line().id())
        .containsExactly(right, base);
  }

  @Test
  void aTagStandsInTheLedgerWhereLiquibaseLooksForIt(TestDatabase database) {
    assertThat(migrations.tag("none")).isFalse();
    migrations.upgrade(left);

    assertThat(migrations.tag("v7")).isTrue();
    assertThat(database.query("SELECT filename FROM databasechangelog WHERE tag = 'v7'"))
        .containsExactly(List.of("aludel/" + left + ".yaml"));
  }

  private static List<String> ids(HistoryResult result) {
    return result.revisions().stream().map(RevisionLine::id).toList();
  }

  @Test
  void autogenerateOnTwoHeadsRefusesAndNamesTheWayOut() {
    migrations.upgrade("heads");

    assertThatThrownBy(() -> workshop.model(table("person", "email")).autogenerate("email"))
        .hasMessageContaining("ORM-MIG-MULTIPLE-HEADS")
        .hasMessageContaining("mvn orm:merge");
  }

  @Test
  void afterAMergeUpgradeAndAutogenerateGoOn() {
    Revision merge = migrations.merge(List.of(), NewRevision.of(null)).revision();

    assertThat(migrations.upgrade().heads()).containsExactly(merge.id());
    AutogenerateResult next = workshop.model(table("person", "email")).autogenerate("email");

    assertThat(next.written()).isNotNull();
    assertThat(migrations.branches().merges()).extracting(RevisionLine::id).contains(merge.id());
  }

  @Test
  void autogeneratePutsWhatItFindsOnTheBranchThatIsNamed() {
    migrations.upgrade("heads");

    AutogenerateResult next =
        workshop
            .model(table("person", "email"))
            .autogenerateAs(NewRevision.of("email").on("billing@head").named("bill2"));

    assertThat(next.written()).isNotNull();
    assertThat(migrations.show("bill2").get(0).line().down()).containsExactly(right);
  }

  @Test
  void aMergeUndoneLeavesBothLines() {
    migrations.merge(List.of(left, right), NewRevision.of("join"));
    migrations.upgrade();

    assertThat(migrations.downgrade("-1").heads()).containsExactlyInAnyOrder(left, right);
  }

  @Test
  void showGivesTheSqlOfBothWaysAndTheState() {
    migrations.upgrade(base);

    ShowResult shown = migrations.show("current").get(0);

    assertThat(shown.line().state()).isEqualTo(State.CURRENT);
    assertThat(shown.next()).containsExactlyInAnyOrder(left, right);
    assertThat(shown.file()).endsWith("_people.yaml");
    assertThat(shown.upgrade().get(0).statements().get(0)).startsWith("CREATE TABLE person (");
    assertThat(shown.downgrade().get(0).statements()).containsExactly("DROP TABLE person");
  }

  @Test
  void withoutADatabaseTheFilesAreReadAndNothingIsConnected() {
    try (Engine nowhere = Engine.create("postgresql://127.0.0.1:1/nowhere")) {
      Migrations files = new Workshop(nowhere, directory).model().withoutDatabase();

      assertThat(files.show(base).get(0).line().state()).isEqualTo(State.UNKNOWN);
      assertThat(files.merge(List.of(), NewRevision.of("join")).revision().down()).hasSize(2);
    }
  }
}
