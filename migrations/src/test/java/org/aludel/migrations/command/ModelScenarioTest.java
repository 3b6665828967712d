package org.aludel.migrations.command;

import static org.aludel.migrations.command.Workshop.table;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.migrations.loss.LossPolicy;
import org.aludel.migrations.plan.Evolution;
import org.aludel.migrations.plan.Scenario;
import org.aludel.orm.annotation.Maps;
import org.aludel.orm.mapping.Registry;
import org.aludel.reflect.ReflectOptions;
import org.aludel.schema.EnumType;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scenarios on tables, types and defaults that need a model of values or of classes. */
@PostgresTest(perMethod = true)
final class ModelScenarioTest {
  @TempDir Path directory;

  /** Mapped under another name than its member's. */
  @Entity(name = "existing")
  static class Existing {
    @Id
    @Column(name = "id")
    private @Nullable Long key;

    @Column(name = "othervalue")
    private @Nullable String value;
  }

  /** Mapped under another name than its own. */
  @Entity(name = "Some")
  @jakarta.persistence.Table(name = "sometable")
  static class Some {
    @Id
    @Column(name = "some_id")
    private @Nullable Long key;
  }

  /** A class of somebody else's, without an annotation. */
  static final class Parcel {
    @Nullable Long id;
    @Nullable String street;
  }

  /** Maps it, for a model of tables alone: nothing is generated here. */
  @Entity
  @Maps(Parcel.class)
  abstract static class ParcelMapping {
    @Id @Nullable Long id;

    @Column(length = 40)
    @Nullable String street;
  }

  @Test
  void classThatAnotherMapsHasATable(TestDatabase database) throws IOException {
    MetaData model = Registry.builder().add(ParcelMapping.class).build().metaData();

    String script = passes(database, model, "create table  parcel");

    assertThat(script).contains("CREATE TABLE parcel ( id bigint NOT NULL, street varchar(40),");
  }

  @Test
  void case16ABookkeepingTableOfAnotherName(TestDatabase database) {
    leavesAlone(database, "version-table", "my_version");
    leavesAlone(database, QualifiedName.of("my_version"));
  }

  @Test
  void case17ABookkeepingTableOfAnotherSchema(TestDatabase database) {
    leavesAlone(database, "version-schema", "s2");
    leavesAlone(database, new QualifiedName("s2", "aludel_version"));
  }

  @Test
  void case18ABookkeepingTableOfAnotherNameAndSchema(TestDatabase database) {
    leavesAlone(database, "version-schema", "s2", "version-table", "my_version");
    leavesAlone(database, new QualifiedName("s2", "my_version"));
  }

  /** With what a runner has made by these settings, and everything in scope. */
  private void leavesAlone(TestDatabase database, String... settings) {
    try (TestDatabase other = database.another();
        Workshop workshop = new Workshop(other, directory)) {
      workshop.with("unmanaged", "include").with("drops", "allow");
      for (int i = 0; i < settings.length; i += 2) {
        workshop.with(settings[i], settings[i + 1]);
      }
      Migrations migrations = workshop.model();

      assertThat(migrations.ensureVersion()).hasSize(3);

      assertThat(migrations.autogenerate(null).detected()).isEmpty();
      assertThat(migrations.check(true).passes()).isTrue();
    }
  }

  /** Whether the model declares it or not. */
  private static void leavesAlone(TestDatabase database, QualifiedName name) {
    String sql = "CREATE SCHEMA s2; CREATE TABLE " + name + " (version_num varchar(64));";
    Evolution without = Evolution.on(database).before(sql).after("CREATE SCHEMA s2");
    Evolution with = Evolution.on(database).before(sql).after(sql);

    assertThat(without.options(without.options().withBookkeeping(Set.of())).plan().upgrade())
        .as("the table is a difference where nobody says what it is")
        .hasSize(1);
    for (Evolution each : List.of(without, with)) {
      each.options(each.options().withBookkeeping(Set.of(name)));
      assertThat(each.plan().upgrade()).isEmpty();
    }
  }

  @Test
  void case19AMappedSystemColumn(TestDatabase database) {
    database.run(
        "CREATE TABLE sometable (id bigint PRIMARY KEY); INSERT INTO sometable VALUES (1)");
    Table plain = table("sometable");
    Table mapped =
        plain.withColumns(
            Stream.concat(
                    plain.columns().stream(),
                    Stream.of(org.aludel.schema.Column.of("xmin", SqlTypes.named("xid"))))
                .toList());

    try (Workshop workshop = workshop(database)) {
      assertThat(workshop.model(mapped).autogenerate("none").noChanges()).isTrue();
    }
  }

  @Test
  void case24MembersNamedOtherwiseThanTheirColumns(TestDatabase database) throws IOException {
    database.run("CREATE TABLE existing (id bigint PRIMARY KEY); INSERT INTO existing VALUES (1)");
    MetaData model = Registry.builder().add(Existing.class, Some.class).build().metaData();

    String script =
        passes(
            database,
            model,
            "create table  sometable",
            "add column  existing.othervalue varchar(255)");

    assertThat(script).contains("CREATE TABLE sometable ( some_id bigint NOT NULL");
  }

  @Test
  void case25AModelThatNamesTheDefaultSchema(TestDatabase database) {
    database.run("CREATE TABLE a (id bigint PRIMARY KEY); INSERT INTO a VALUES (1);");
    Table a = table("a");
    MetaData model =
        MetaData.ofTables(
            List.of(
                new Table(
                    new QualifiedName("public", "a"),
                    a.columns(),
                    a.constraints(),
                    a.indexes(),
                    null)));

    try (Workshop workshop = workshop(database).with("schemas", "public,test_schema")) {
      assertThat(workshop.model(model).autogenerate("none").noChanges()).isTrue();
    }
  }

  @Test
  void case48ACompareOfFiveTablesTakesAsManyQueriesAsOneOfOne(TestDatabase database) {
    List<String> ofOne = queries(database, 1);
    List<String> ofFive = queries(database, 5);
    List<String> ofFifty = queries(database, 50);

    assertThat(ofFive).isEqualTo(ofOne).hasSizeLessThanOrEqualTo(15);
    assertThat(ofFifty).isEqualTo(ofOne);
  }

  /** What a comparison that finds nothing asks the catalogue of a database with these tables. */
  private List<String> queries(TestDatabase database, int tables) {
    TestDatabase own = database.another();
    own.run("CREATE TABLE t0 (id integer PRIMARY KEY, x varchar(10) DEFAULT 'a' CHECK (x <> ''))");
    IntStream.range(1, tables)
        .forEach(
            at ->
                own.run(
                    "CREATE TABLE t%1$d (id serial PRIMARY KEY, t0_id integer REFERENCES t0, x text)"
                            .formatted(at)
                        + "; CREATE INDEX ix_%1$d ON t%1$d (lower(x))".formatted(at)));
    StatementRecorder recorder = new StatementRecorder();
    try (Engine engine = Engine.create(recorder.wrap(own.dataSource()));
        Workshop workshop = new Workshop(engine, directory)) {
      MetaData model;
      try (Connection connection = engine.connect()) {
        model = connection.inspector().reflect(ReflectOptions.of("public"));
      }
      recorder.clear();

      assertThat(workshop.model(model).autogenerate("none").noChanges()).isTrue();

      return recorder.sql().stream()
          .filter(sql -> sql.contains("pg_catalog.pg_"))
          .filter(sql -> !sql.contains("aludel_version"))
          .toList();
    }
  }

  @Test
  void case83To99TypesThatTheModelSpellsItself(TestDatabase database) throws IOException {
    Map<Integer, SqlType<?>> types = new TreeMap<>();
    types.put(83, SqlTypes.INTEGER);
    types.put(84, SqlTypes.CHAR);
    types.put(85, SqlTypes.varchar(32));
    types.put(86, SqlTypes.TEXT);
    types.put(87, SqlTypes.DOUBLE);
    types.put(88, SqlTypes.NUMERIC);
    types.put(89, SqlTypes.named("decimal"));
    types.put(90, SqlTypes.TIMESTAMP);
    types.put(91, SqlTypes.TIMESTAMPTZ);
    types.put(92, SqlTypes.BOOLEAN);
    types.put(93, SqlTypes.BIGINT);
    types.put(94, SqlTypes.SMALLINT);
    types.put(95, SqlTypes.DATE);
    types.put(96, SqlTypes.named("character varying(32)"));
    types.put(97, SqlTypes.BYTEA);
    types.put(98, SqlTypes.JSON);
    types.put(99, SqlTypes.named("mood"));
    List<Table> tables =
        types.entrySet().stream()
            .map(
                each ->
                    new Table(
                        QualifiedName.of("case" + each.getKey()),
                        List.of(
                            org.aludel.schema.Column.of("x", each.getValue()),
                            org.aludel.schema.Column.of("y", each.getValue()).notNull()),
                        List.of(),
                        List.of(),
                        null))
            .toList();
    MetaData model =
        MetaData.ofTables(tables)
            .withEnums(List.of(new EnumType(QualifiedName.of("mood"), List.of("a", "b"), null)));

    passes(
        database,
        model,
        Stream.concat(
                Stream.of("create enum  mood (a, b)"),
                types.keySet().stream().map(each -> "create table  case" + each))
            .toArray(String[]::new));
  }

  /** The numbers of the three sections that are neither filters nor several schemas at once. */
  @Test
  void everyNumberHasACase() {
    Set<Integer> wanted = new TreeSet<>();
    IntStream.of(1, 2, 3, 4, 6, 7, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19).forEach(wanted::add);
    IntStream.of(24, 25, 26, 27, 28, 37, 48).forEach(wanted::add);
    IntStream.rangeClosed(51, 64).forEach(wanted::add);
    IntStream.rangeClosed(73, 99).forEach(wanted::add);
    IntStream.rangeClosed(117, 131).forEach(wanted::add);

    Set<Integer> found = new TreeSet<>();
    for (String section : List.of("a-tables", "b-types", "c-defaults")) {
      Scenario.in(Path.of("src/test/resources/scenarios", section + ".txt")).stream()
          .map(each -> each.title().split("[ .]", 2)[0])
          .map(Integer::valueOf)
          .forEach(found::add);
    }
    Pattern number = Pattern.compile("case(\\d+)(?!To).*");
    for (Method method : ModelScenarioTest.class.getDeclaredMethods()) {
      Matcher matcher = number.matcher(method.getName());
      if (matcher.matches() && method.isAnnotationPresent(Test.class)) {
        found.add(Integer.valueOf(matcher.group(1)));
      }
    }
    assertThat(found).containsAll(wanted);
  }

  /** The rule of the scenarios; gives the script with its white space as single blanks. */
  private String passes(TestDatabase database, MetaData model, String... operations)
      throws IOException {
    AutogenerateResult first;
    try (Workshop workshop = workshop(database)) {
      first = workshop.model(model).autogenerate("case");
      assertThat(first.detected())
          .extracting(Detected::description)
          .containsExactlyElementsOf(Arrays.asList(operations));
      workshop.model(model).upgrade();
      assertThat(workshop.model(model).autogenerate("none").noChanges()).isTrue();
      workshop.model(model).downgrade("base", LossPolicy.ACCEPT);
    }
    Path file = Objects.requireNonNull(first.written()).file();
    String script = Files.readString(file);
    Files.delete(file);
    try (Workshop workshop = workshop(database)) {
      AutogenerateResult third = workshop.model(model).autogenerate("case");
      assertThat(Files.readString(Objects.requireNonNull(third.written()).file()))
          .isEqualTo(script);
    }
    return Scenario.onOneLine(script);
  }

  private Workshop workshop(TestDatabase database) {
    return new Workshop(database, directory).with("drops", "allow").with("unmanaged", "include");
  }
}
