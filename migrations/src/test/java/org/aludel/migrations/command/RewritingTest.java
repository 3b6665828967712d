package org.aludel.migrations.command;

import static org.aludel.migrations.command.Workshop.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.aludel.error.RevisionException;
import org.aludel.migrations.extension.Extensions;
import org.aludel.migrations.extension.OperationRewriter;
import org.aludel.migrations.extension.RevisionDirective;
import org.aludel.migrations.loss.LossPolicy;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.CustomOperation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.migrations.revision.Change;
import org.aludel.schema.Column;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest(perMethod = true)
class RewritingTest {
  @TempDir Path directory;
  private Workshop workshop;

  RewritingTest(TestDatabase database) {
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

  /** Fills a table when it comes and empties it before it goes. */
  record Fill(String table, boolean fills) implements CustomOperation {
    @Override
    public List<String> sql() {
      return List.of(
          fills
              ? "INSERT INTO " + table + " (id) SELECT generate_series(1000001, 1000003)"
              : "DELETE FROM " + table + " WHERE id > 1000000");
    }

    @Override
    public CustomOperation inverse() {
      return new Fill(table, !fills);
    }

    @Override
    public String describe() {
      return (fills ? "fill  " : "empty  ") + table;
    }

    @Override
    public Effects effects() {
      Set<ObjectReference> used = Set.of(ObjectReference.table(QualifiedName.of(table)));
      return new Effects(Set.of(), Set.of(), used, used);
    }

    @Override
    public List<Caution> cautions() {
      return List.of(new Caution("SHOP1", "writes rows", "run it when few people look"));
    }
  }

  private static final OperationRewriter FILLING =
      OperationRewriter.of(
          TableOperation.Create.class,
          create -> List.of(new Fill(create.table().name().name(), true), create));

  private Migrations rewriting(Extensions extensions, Table... tables) {
    return workshop.model(tables).extensions(extensions);
  }

  private static List<String> found(AutogenerateResult result) {
    return result.detected().stream().map(Detected::description).toList();
  }

  @Test
  void anOperationOfUsersIsOrderedProvenWrittenAndRun(TestDatabase database) throws IOException {
    AutogenerateResult result =
        rewriting(Extensions.none().rewriter(FILLING), table("person")).autogenerate("first");
    workshop.model(table("person")).upgrade();

    assertThat(found(result)).containsExactly("create table  person", "fill  person");
    assertThat(result.detected().get(1).hazards())
        .containsExactly("SHOP1: writes rows; run it when few people look");
    AutogenerateResult.Written written = Objects.requireNonNull(result.written());
    assertThat(written.proof().proven()).as(written.proof().text()).isTrue();
    assertThat(Files.readString(written.file()))
        .contains("INSERT INTO person (id) SELECT generate_series(1000001, 1000003)")
        .contains("DELETE FROM person WHERE id > 1000000");
    assertThat(database.query("SELECT id FROM person")).hasSize(3);
    workshop.model(table("person")).downgrade("base", LossPolicy.ACCEPT);
    assertThat(database.query("SELECT to_regclass('person')").toString()).contains("null");
  }

  @Test
  void whatIsDroppedFromTheListIsNotWrittenAndSaid() {
    workshop.model(table("person", "nick")).autogenerate("first");
    workshop.model(table("person", "nick")).upgrade();
    Extensions noNames =
        Extensions.none()
            .rewriter(
                OperationRewriter.of(
                    ColumnOperation.Add.class,
                    add -> add.column().name().equals("name") ? List.of() : List.of(add)));

    AutogenerateResult result =
        rewriting(noNames, table("person", "nick", "name", "mail")).autogenerate("second");

    assertThat(found(result)).containsExactly("add column  person.mail text");
    AutogenerateResult.Written written = Objects.requireNonNull(result.written());
    assertThat(written.proof().proven()).isFalse();
    assertThat(written.proof().text())
        .contains("downgrade gives the schema before")
        .contains("after the upgrade this is left: add column  person.name text");
  }

  @Test
  void aRevisionThatIsLeftEmptyIsNotWritten() throws IOException {
    Extensions nothing =
        Extensions.none().rewriter(OperationRewriter.of(TableOperation.class, each -> List.of()));

    AutogenerateResult result = rewriting(nothing, table("person")).autogenerate("first");

    assertThat(result.noChanges()).isTrue();
    assertThat(result.notes()).containsExactly("rewriting left nothing of 1 operations");
    assertThat(Files.exists(workshop.revisions())).isFalse();
  }

  @Test
  void aListIsSplitIntoRevisionsBehindEachOther(TestDatabase database) {
    Extensions split =
        Extensions.none()
            .rewriter(
                (directives, sides) ->
                    directives.get(0).operations().stream()
                        .map(each -> new RevisionDirective(each.describe(), List.of(each)))
                        .toList());

    AutogenerateResult result =
        rewriting(split, table("one"), table("two"), table("three")).autogenerate("many");
    workshop.model(table("one")).upgrade("+2");

    assertThat(Objects.requireNonNull(result.written()).proof().proven()).isTrue();
    assertThat(result.further()).hasSize(2);
    assertThat(workshop.model(table("one")).history().revisions())
        .extracting(RevisionLine::message)
        .containsExactly("create table  one", "create table  three", "create table  two");
    assertThat(database.query("SELECT to_regclass('two')").toString()).contains("null");
  }

  @Test
  void aRewrittenListThatDoesNotRunIsRefused() throws IOException {
    Extensions twice =
        Extensions.none()
            .rewriter(
                OperationRewriter.of(
                    TableOperation.Create.class,
                    create -> List.of(create, new Fill("nowhere", true))));

    assertThatThrownBy(() -> rewriting(twice, table("person")).autogenerate("first"))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("ORM-MIG-PROOF-FAILED")
        .hasMessageContaining("nowhere");
    assertThat(Files.exists(workshop.revisions())).isFalse();
  }

  @Test
  void rulesAreAppliedOneAfterTheOther() {
    OperationRewriter chain =
        OperationRewriter.of(
                TableOperation.Create.class,
                create ->
                    List.of(
                        new TableOperation.Create(
                            create
                                .table()
                                .withColumns(
                                    List.of(
                                        create.table().columns().get(0),
                                        Column.of("note", SqlTypes.TEXT))),
                            create.owned())))
            .and(FILLING);

    AutogenerateResult result =
        rewriting(Extensions.none().rewriter(chain), table("person", "note")).autogenerate("first");

    assertThat(found(result)).containsExactly("create table  person", "fill  person");
    assertThat(Objects.requireNonNull(result.written()).proof().proven()).isTrue();
  }

  @Test
  void aRendererDecidesHowAnOperationStandsInTheFile() throws IOException {
    Extensions rendering =
        Extensions.none()
            .renderer(
                operation ->
                    operation instanceof TableOperation.Create create
                        ? Optional.of(
                            List.of(
                                Change.sql("SET LOCAL lock_timeout = '5s'"),
                                Change.sql(
                                    "CREATE TABLE "
                                        + create.table().name()
                                        + " (id bigint CONSTRAINT person_pkey PRIMARY KEY)")))
                        : Optional.empty());

    AutogenerateResult result = rewriting(rendering, table("person")).autogenerate("first");

    AutogenerateResult.Written written = Objects.requireNonNull(result.written());
    assertThat(written.proof().proven()).as(written.proof().text()).isTrue();
    assertThat(Files.readString(written.file()))
        .contains("SET LOCAL lock_timeout = '5s'")
        .contains("CONSTRAINT person_pkey PRIMARY KEY");
  }

  @Test
  void aRenderingThatDoesSomethingElseIsFoundByTheProof() {
    Extensions rendering =
        Extensions.none()
            .renderer(
                operation ->
                    operation instanceof TableOperation.Create
                        ? Optional.of(List.of(Change.sql("CREATE TABLE person (id integer)")))
                        : Optional.empty());

    assertThatThrownBy(() -> rewriting(rendering, table("person")).autogenerate("first"))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("ORM-MIG-PROOF-FAILED");
  }

  @Test
  void theSameInputGivesTheSameFile() throws IOException {
    Extensions filling = Extensions.none().rewriter(FILLING);
    Path first =
        Objects.requireNonNull(rewriting(filling, table("person")).autogenerate("x").written())
            .file();
    String text = Files.readString(first).replaceAll("[0-9a-f]{12}", "id");
    Files.delete(first);

    Path second =
        Objects.requireNonNull(rewriting(filling, table("person")).autogenerate("x").written())
            .file();

    assertThat(Files.readString(second).replaceAll("[0-9a-f]{12}", "id")).isEqualTo(text);
  }

  @Test
  void hooksAreToldOfEachStepInsideItsTransaction(TestDatabase database) {
    workshop.model(table("person")).autogenerate("first");
    Extensions audit =
        Extensions.none()
            .versionHook(
                (move, connection) ->
                    connection.update(
                        "INSERT INTO audit VALUES ('"
                            + move.revision().message()
                            + "', '"
                            + move.before()
                            + "', "
                            + move.after().equals(List.of(move.revision().id()))
                            + ")"));

    assertThatThrownBy(() -> rewriting(audit, table("person")).upgrade())
        .hasMessageContaining("audit");
    assertThat(database.query("SELECT to_regclass('person')").toString()).contains("null");
    database.run("CREATE TABLE audit (message text, before text, head boolean)");
    rewriting(audit, table("person")).upgrade();

    assertThat(database.query("SELECT message, before, head FROM audit").toString())
        .isEqualTo("[[first, [], t]]");
  }
}
