package org.aludel.migrations.command;

import static org.aludel.migrations.command.Workshop.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.aludel.schema.EnumType;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Rename;
import org.aludel.schema.Sequence;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest(perMethod = true)
class AutogenerateTest {
  @TempDir Path directory;
  private Workshop workshop;

  AutogenerateTest(TestDatabase database) {
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
  void findsProvesAndWritesWhatAnUpgradeThenRuns(TestDatabase database) {
    AutogenerateResult result = workshop.model(table("person", "name")).autogenerate("first");

    assertThat(result.detected())
        .extracting(Detected::description)
        .containsExactly("create table  person");
    assertThat(Objects.requireNonNull(result.written()).proof().proven()).isTrue();
    workshop.model(table("person", "name")).upgrade();
    assertThat(database.query("SELECT id, name FROM person")).isEmpty();
  }

  @Test
  void sequenceOfARenamedTableGoesOnCounting(TestDatabase database) {
    QualifiedName before = QualifiedName.of("Order_seq");
    MetaData old =
        MetaData.ofTables(List.of(table("Order"))).withSequences(List.of(Sequence.of(before)));
    workshop.model(old).autogenerate("first");
    workshop.model(old).upgrade();
    database.query("SELECT nextval('\"Order_seq\"')");

    QualifiedName after = QualifiedName.of("orders_seq");
    MetaData renamed =
        MetaData.ofTables(List.of(table("orders")))
            .withSequences(List.of(Sequence.of(after)))
            .withRenames(
                List.of(
                    Rename.ofTable(QualifiedName.of("orders"), "Order"),
                    Rename.ofSequence(after, "Order_seq")));
    AutogenerateResult result = workshop.model(renamed).autogenerate("second");
    workshop.model(renamed).upgrade();

    assertThat(result.detected())
        .extracting(Detected::description)
        .containsExactly(
            "rename table  Order -> orders", "rename sequence  Order_seq -> orders_seq");
    assertThat(database.query("SELECT nextval('orders_seq')").toString()).contains("2");
    assertThat(workshop.model(renamed).autogenerate("again").noChanges()).isTrue();
  }

  @Test
  void withoutADifferenceNothingIsWritten() throws IOException {
    workshop.model(table("person")).autogenerate("first");
    workshop.model(table("person")).upgrade();

    AutogenerateResult again = workshop.model(table("person")).autogenerate("again");

    assertThat(again.noChanges()).isTrue();
    assertThat(again.written()).isNull();
    assertThat(files()).hasSize(1);
  }

  @Test
  void refusesADatabaseThatLacksRevisions() {
    workshop.model(table("person")).autogenerate("first");

    assertThatThrownBy(() -> workshop.model(table("person", "name")).autogenerate("second"))
        .hasMessageContaining("ORM-MIG-NOT-AT-HEAD")
        .hasMessageContaining("first")
        .hasMessageContaining("mvn orm:upgrade");
  }

  @Test
  void givesTheSameBytesButForIdAndTime(TestDatabase database, @TempDir Path other)
      throws IOException {
    String one = text(workshop.model(table("person", "name")).autogenerate("first"));
    try (Workshop second = new Workshop(database, other)) {
      String two = text(second.model(table("person", "name")).autogenerate("first"));

      assertThat(two.replaceAll("[0-9a-f]{12}", "ID"))
          .isEqualTo(one.replaceAll("[0-9a-f]{12}", "ID"));
    }
  }

  @Test
  void aDropIsHeldBackUntilItIsReleasedByName() {
    upgraded("person", "nick");

    AutogenerateResult held = workshop.model(table("person")).autogenerate("less");
    AutogenerateResult released =
        workshop.with("drop", "person.nick").model(table("person")).autogenerate("less");

    assertThat(held.noChanges()).isTrue();
    assertThat(held.heldBack())
        .extracting(Detected::description)
        .containsExactly("drop column  person.nick");
    assertThat(released.detected())
        .extracting(Detected::description)
        .containsExactly("drop column  person.nick");
  }

  @Test
  void whatNoRevisionMadeIsLeftAloneAndMentioned(TestDatabase database) {
    upgraded("person");
    database.run("CREATE TABLE audit (at timestamptz)");

    AutogenerateResult result =
        workshop.with("drops", "allow").model(table("person")).autogenerate("x");

    assertThat(result.noChanges()).isTrue();
    assertThat(result.notes())
        .containsExactly("left alone, as no revision made it or what stays needs it: table  audit");
  }

  @Test
  void whatNoRevisionMadeIsOursWhereTheSettingsSaySo(TestDatabase database) {
    upgraded("person");
    database.run("CREATE TABLE audit (at timestamptz)");

    AutogenerateResult result =
        workshop
            .with("drops", "allow")
            .with("unmanaged", "include")
            .model(table("person"))
            .autogenerate("x");

    assertThat(result.detected())
        .extracting(Detected::description)
        .containsExactly("drop table  audit");
  }

  @Test
  void aRenameKeepsTheColumn(TestDatabase database) {
    upgraded("person", "name");
    database.run("INSERT INTO person VALUES (1, 'pearl')");

    workshop
        .with("rename", "person.name:full_name")
        .model(table("person", "full_name"))
        .autogenerate("rename");
    workshop.model(table("person", "full_name")).upgrade();

    assertThat(database.query("SELECT full_name FROM person").get(0)).containsExactly("pearl");
  }

  @Test
  void whatRevisionsMadeStaysTheirsUnderTheTablesNewName() {
    upgraded("person", "keep", "gone");
    workshop.with("drops", "allow").with("rename", "person:human");

    AutogenerateResult first = workshop.model(table("human", "keep")).autogenerate("rename");
    workshop.model(table("human", "keep")).upgrade();

    assertThat(first.detected())
        .extracting(Detected::description)
        .contains("rename table  person -> human", "drop column  human.gone");
    assertThat(first.notes()).isEmpty();
    assertThat(workshop.model(table("human", "keep")).autogenerate("again").noChanges()).isTrue();
  }

  @Test
  void aRenameMayWriteTheDefaultSchema() {
    upgraded("person", "name");

    AutogenerateResult result =
        workshop
            .with("rename", "public.person.name:full_name")
            .model(table("person", "full_name"))
            .autogenerate("rename");

    assertThat(result.detected())
        .extracting(Detected::description)
        .containsExactly("rename column  person.name -> full_name");
  }

  @Test
  void anEnumTypeIsRenamedAndBack(TestDatabase database) {
    workshop.model(mood("mood")).autogenerate("first");
    workshop.model(mood("mood")).upgrade();
    Migrations renamed = workshop.with("rename", "mood:feeling").model(mood("feeling"));

    AutogenerateResult result = renamed.autogenerate("rename");

    assertThat(result.detected())
        .extracting(Detected::description)
        .containsExactly("rename enum  mood -> feeling");
    assertThat(Objects.requireNonNull(result.written()).proof().proven()).isTrue();
    renamed.upgrade();
    assertThat(renamed.autogenerate("nothing").noChanges()).isTrue();
    renamed.downgrade("-1");
    assertThat(database.query("SELECT typname FROM pg_type WHERE typtype = 'e'"))
        .containsExactly(List.of("mood"));
  }

  @Test
  void anEnumTypeAndALabelFollowWhatTheModelSays() {
    workshop.model(mood("mood")).autogenerate("first");
    workshop.model(mood("mood")).upgrade();
    QualifiedName feeling = QualifiedName.of("feeling");
    MetaData wanted =
        MetaData.empty()
            .withEnums(List.of(new EnumType(feeling, List.of("unhappy", "glad"), null)))
            .withRenames(
                List.of(
                    Rename.ofEnum(feeling, "mood"), Rename.ofEnumValue(feeling, "unhappy", "sad")));

    AutogenerateResult result = workshop.model(wanted).autogenerate("rename");

    assertThat(result.detected())
        .extracting(Detected::description)
        .containsExactly(
            "rename enum  mood -> feeling", "rename enum value  feeling \"sad\" -> \"unhappy\"");
    assertThat(Objects.requireNonNull(result.written()).proof().proven()).isTrue();
  }

  @Test
  void aColumnThatRowsRefuseIsWrittenWithItsRemedy() throws IOException {
    upgraded("person");

    AutogenerateResult result = workshop.model(table("person", "name!")).autogenerate("name");

    assertThat(result.detected().get(0).hazards())
        .singleElement()
        .satisfies(
            hazard ->
                assertThat(hazard)
                    .startsWith("B01: fails on a table with rows; ")
                    .contains("@ServerDefault")
                    .contains("nullable"));
    assertThat(text(result).lines().filter(line -> line.startsWith("#")))
        .anySatisfy(line -> assertThat(line).contains("B01: ").contains("@ServerDefault"));
  }

  @Test
  void aLookAlikeIsMentionedAsAPossibleRename() {
    upgraded("person", "name");

    AutogenerateResult result = workshop.model(table("person", "full_name")).autogenerate("x");

    assertThat(result.notes())
        .containsExactly("if this is a rename: -Dorm.rename=person.name:full_name");
  }

  @Test
  void withoutAMessageTheFirstOperationIsTheTitle() throws IOException {
    workshop.model(table("person"), table("pet")).autogenerate(null);

    assertThat(files()[0].getFileName().toString())
        .endsWith("_create_table_person_and_1_more.yaml");
  }

  @Test
  void aModelInSqlNeedsNoClasses(TestDatabase database) throws IOException {
    Files.writeString(directory.resolve("schema.sql"), "CREATE TABLE pet (id int PRIMARY KEY);");

    AutogenerateResult result =
        workshop.with("model", "sql:schema.sql").model().autogenerate("pet");

    assertThat(result.detected())
        .extracting(Detected::description)
        .containsExactly("create table  pet");
  }

  private static MetaData mood(String name) {
    return MetaData.empty()
        .withEnums(List.of(new EnumType(QualifiedName.of(name), List.of("sad", "glad"), null)));
  }

  private void upgraded(String table, String... columns) {
    workshop.model(table(table, columns)).autogenerate("first");
    workshop.model(table(table, columns)).upgrade();
  }

  private Path[] files() throws IOException {
    try (Stream<Path> files = Files.list(workshop.revisions())) {
      return files.sorted().toArray(Path[]::new);
    }
  }

  private static String text(AutogenerateResult result) throws IOException {
    return Files.readString(Objects.requireNonNull(result.written()).file());
  }
}
