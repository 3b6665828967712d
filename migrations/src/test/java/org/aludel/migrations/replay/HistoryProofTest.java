package org.aludel.migrations.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.aludel.engine.Engine;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.render.NativeChanges;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.runtime.Direction;
import org.aludel.migrations.runtime.MigrationRunner;
import org.aludel.migrations.runtime.ProgressListener;
import org.aludel.migrations.runtime.RunnerOptions;
import org.aludel.migrations.scratch.ScratchServer;
import org.aludel.schema.QualifiedName;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@PostgresTest
class HistoryProofTest {
  private static final String PERSON =
      "CREATE TABLE person (id bigint PRIMARY KEY, name text NOT NULL)";
  private final TestDatabase database;
  private final List<Revision> revisions = new ArrayList<>();

  HistoryProofTest(TestDatabase database) {
    this.database = database;
  }

  @Test
  void aHistoryThatRunsBothWaysOverRowsIsProven() {
    revision("a", PERSON, "DROP TABLE person");
    revision(
        "b", "ALTER TABLE person ADD COLUMN email text", "ALTER TABLE person DROP COLUMN email");

    HistoryProofResult result = run();

    assertThat(result.proven()).isTrue();
    assertThat(result.notes()).isEmpty();
    assertThat(result.text())
        .startsWith("2 revisions up from nothing and down again")
        .endsWith("20 rows a table)");
  }

  @Test
  void theFirstUpgradeThatFailsIsNamedWithWhatTheServerSaid() {
    revision("a", PERSON, "DROP TABLE person");
    revision("b", "ALTER TABLE persons ADD COLUMN email text", "SELECT 1");
    revision("c", "SELECT 1", "SELECT 1");

    HistoryProofResult.Broken broken = broken(run());

    assertThat(broken.id()).isEqualTo("b");
    assertThat(broken.direction()).isEqualTo(Direction.UP);
    assertThat(broken.text())
        .startsWith("the upgrade of b \"make b\" fails: ")
        .contains("relation \"persons\" does not exist");
  }

  @Test
  void aDowngradeThatForgetsSomethingIsNamedWithWhatIsLeft() {
    revision("a", PERSON, "DROP TABLE person");
    revision(
        "b",
        "CREATE SCHEMA side; CREATE TABLE side.note (id int); ALTER TABLE person ADD COLUMN x int",
        "ALTER TABLE person DROP COLUMN x");

    HistoryProofResult.Broken broken = broken(run());

    assertThat(broken.id()).isEqualTo("b");
    assertThat(broken.direction()).isEqualTo(Direction.DOWN);
    assertThat(broken.reason())
        .contains("does not give the schema before it")
        .contains("drop table  side.note")
        .contains("drop schema  side");
  }

  @Test
  void whatFailsOverRowsAloneIsANoteAndTheRestIsStillRunOverRows() {
    revision("a", PERSON, "DROP TABLE person");
    revision(
        "b",
        "ALTER TABLE person ADD COLUMN born date NOT NULL",
        "ALTER TABLE person DROP COLUMN born");
    revision(
        "c",
        "ALTER TABLE person ADD CHECK (id > 0)",
        "ALTER TABLE person DROP CONSTRAINT person_id_check");

    HistoryProofResult result = run();

    assertThat(result.proven()).isTrue();
    assertThat(result.notes())
        .singleElement()
        .asString()
        .startsWith("over rows the upgrade of b \"make b\" fails: ")
        .contains("contains null values");
    assertThat(result.text()).endsWith("20 rows a table)");
  }

  @Test
  void aDowngradeThatFailsOverRowsAloneIsANote() {
    revision("a", "CREATE TABLE pin (id int PRIMARY KEY, n int NOT NULL)", "DROP TABLE pin");
    revision(
        "b",
        "ALTER TABLE pin ALTER COLUMN n DROP NOT NULL; UPDATE pin SET n = NULL",
        "ALTER TABLE pin ALTER COLUMN n SET NOT NULL");

    HistoryProofResult result = run();

    assertThat(result.proven()).isTrue();
    assertThat(result.notes())
        .singleElement()
        .asString()
        .startsWith("over rows the downgrade of b \"make b\" fails: ");
  }

  @Test
  void whatCannotBeUndoneIsNamedAndTheRestIsStillUndone() {
    revision("a", PERSON, "DROP TABLE persons");
    revision("b", "ALTER TABLE person ADD COLUMN nick text", null);
    revision("c", "CREATE TABLE note (id int)", "DROP TABLE note");

    HistoryProofResult result = run();

    assertThat(result.irreversible()).containsExactly("b \"make b\"");
    assertThat(broken(result).id()).isEqualTo("a");
    assertThat(broken(result).direction()).isEqualTo(Direction.DOWN);
  }

  @Test
  void branchesAndMergesAreRunInTheOrderOfTheGraph() {
    revision("a", PERSON, "DROP TABLE person");
    revisionOn("left", List.of("a"), "CREATE TABLE l (id int)", "DROP TABLE l");
    revisionOn("right", List.of("a"), "CREATE TABLE r (id int)", "DROP TABLE r");
    revisionOn("joined", List.of("left", "right"), "SELECT 1", "SELECT 1");

    assertThat(run().text()).startsWith("4 revisions up from nothing");
  }

  @Test
  void noScratchDatabaseIsLeftBehind() {
    revision("a", PERSON, "DROP TABLE persons");
    Object before = scratchDatabases();

    broken(run());

    assertThat(scratchDatabases()).isEqualTo(before);
  }

  @Test
  void withoutAServerNothingIsClaimed() {
    revision("a", PERSON, "DROP TABLE person");

    try (Engine engine = engine()) {
      HistoryProofResult result =
          proof(ScratchServer.none(engine, "nobody wants one"), engine).run();

      assertThat(result.proven()).isFalse();
      assertThat(result.obstacle()).isEqualTo("nobody wants one");
    }
  }

  private Object scratchDatabases() {
    return database.query("SELECT count(*) FROM pg_database WHERE datname LIKE 'aludel_scratch%'");
  }

  private static HistoryProofResult.Broken broken(HistoryProofResult result) {
    assertThat(result.proven()).isFalse();
    assertThat(result.broken()).isNotNull();
    return Objects.requireNonNull(result.broken());
  }

  private void revision(String id, String up, @Nullable String down) {
    String last = revisions.isEmpty() ? null : revisions.get(revisions.size() - 1).id();
    revisionOn(id, last == null ? List.of() : List.of(last), up, down);
  }

  private void revisionOn(String id, List<String> follows, String up, @Nullable String down) {
    ChangeSet step =
        ChangeSet.of(
            id + "-1",
            "make " + id,
            List.of(Change.sql(up)),
            down == null ? null : List.of(Change.sql(down)));
    Instant created = Instant.parse("2026-11-22T09:00:00Z").plusSeconds(revisions.size());
    Revision revision =
        Revision.of(id, follows, "make " + id, created).withChangeSets(List.of(step));
    revisions.add(down == null ? revision.withLosses(List.of(), "it is one-way") : revision);
  }

  private HistoryProofResult run() {
    try (Engine engine = engine()) {
      return proof(ScratchServer.of(engine), engine).run();
    }
  }

  private HistoryProof proof(ScratchServer server, Engine engine) {
    RevisionMap map = RevisionMap.of(revisions);
    CompareOptions rules =
        CompareOptions.of(engine.dialect().quoter(), "public")
            .withBookkeeping(
                Set.of(
                    QualifiedName.of("aludel_version"),
                    QualifiedName.of("aludel_revision_log"),
                    QualifiedName.of("databasechangelog")))
            .withDrops(CompareOptions.Drops.allowed());
    return new HistoryProof(
        server,
        map,
        rules,
        each ->
            new MigrationRunner(
                each,
                map,
                NativeChanges.of(each.dialect()),
                RunnerOptions.defaults(),
                ProgressListener.SILENT));
  }

  private Engine engine() {
    return Engine.create(
        database.jdbcUrl(),
        options -> options.unpooled().user(database.user()).password(database.password()));
  }
}
