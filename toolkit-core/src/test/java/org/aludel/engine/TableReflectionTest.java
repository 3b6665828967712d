package org.aludel.engine;

import static org.aludel.sql.Sql.insert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.aludel.error.SchemaCode;
import org.aludel.error.SchemaException;
import org.aludel.reflect.ReflectOptions;
import org.aludel.reflect.TableReflection;
import org.aludel.schema.Column;
import org.aludel.schema.Index;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables for statements, read from the database, with what the program knows better of them. */
@PostgresTest
class TableReflectionTest {
  private static final ReflectOptions OPTIONS = ReflectOptions.of("public");
  private final Engine engine;
  private Connection connection;

  TableReflectionTest(TestDatabase database) {
    engine = Engine.create(database.jdbcUrl(), each -> each.unpooled());
    database.run(
        """
        CREATE SCHEMA IF NOT EXISTS s;
        CREATE TABLE IF NOT EXISTS s.country (code text PRIMARY KEY);
        CREATE TABLE IF NOT EXISTS city (id int PRIMARY KEY, country text REFERENCES s.country);
        CREATE TABLE IF NOT EXISTS person (
          id int PRIMARY KEY, name text NOT NULL CHECK (name <> ''), state text, born date,
          city int REFERENCES city, UNIQUE (name, born));
        CREATE INDEX IF NOT EXISTS person_state ON person (state) INCLUDE (id);
        CREATE INDEX IF NOT EXISTS person_lower ON person (lower(name));
        CREATE INDEX IF NOT EXISTS person_born ON person (born);
        """);
  }

  @BeforeEach
  void connect() {
    connection = engine.connect();
  }

  @AfterEach
  void close() {
    connection.close();
    engine.close();
  }

  @Test
  void aColumnOfTheProgramTakesThePlaceOfTheOneRead() {
    Table person =
        connection
            .inspector()
            .table(
                OPTIONS,
                TableReflection.of("person")
                    .override(Column.of("state", SqlTypes.TEXT).withDefault("new")));

    connection
        .execute(
            insert(person)
                .set(person.c("id", SqlTypes.INTEGER), 1)
                .set(person.c("name", SqlTypes.TEXT), "ada"))
        .close();
    assertThat(connection.execute("SELECT state FROM person").all().get(0).get(0)).isEqualTo("new");
    assertThat(person.columns()).extracting(Column::name).startsWith("id", "name", "state");
  }

  @Test
  void someColumnsComeWithWhatNeedsNoOthers() {
    Table person =
        connection
            .inspector()
            .table(OPTIONS, TableReflection.of("person").only("state", "id", "name"));

    assertThat(person.columns()).extracting(Column::name).containsExactly("id", "name", "state");
    assertThat(person.primaryKey()).isPresent();
    assertThat(person.uniqueConstraints()).isEmpty();
    assertThat(person.foreignKeys()).isEmpty();
    assertThat(person.checkConstraints()).isEmpty();
    assertThat(person.indexes())
        .extracting(Index::name)
        .extracting(String::valueOf)
        .containsExactly("person_state");
  }

  @Test
  void tablesThatForeignKeysLeadToComeToo() {
    MetaData found = connection.inspector().tables(OPTIONS, TableReflection.of("person"));

    assertThat(found.tables())
        .extracting(Table::name)
        .extracting(QualifiedName::toString)
        .containsExactly("person", "city", "s.country");
  }

  @Test
  void theyStayAwayOnRequestAndTheKeysStay() {
    MetaData found =
        connection.inspector().tables(OPTIONS, TableReflection.of("person").withoutReferences());

    assertThat(found.tables()).hasSize(1);
    assertThat(found.tables().get(0).foreignKeys()).hasSize(1);
  }

  @Test
  void aListenerMayReplaceEachColumn() {
    ReflectOptions options =
        OPTIONS.withColumnListener(
            (table, column) ->
                table.name().equals("city") && column.name().equals("country")
                    ? column.withComment("seen")
                    : column);

    MetaData found = connection.inspector().reflect(options);

    assertThat(
            found.tables().stream()
                .flatMap(table -> table.columns().stream())
                .filter(column -> "seen".equals(column.comment())))
        .extracting(Column::name)
        .containsExactly("country");
  }

  @Test
  void aListenerMayGiveWhatNoDatabaseHolds() {
    ReflectOptions options =
        OPTIONS.withColumnListener(
            (table, column) -> column.name().equals("state") ? column.withDefault("new") : column);

    Table person = connection.inspector().reflect(options).table(name()).orElseThrow();

    assertThat(person.clientDefaults()).hasSize(1);
  }

  @Test
  void aListenerHearsOfPartitionsToo() {
    connection.execute(
        "CREATE TABLE part (x int) PARTITION BY LIST (x);"
            + "CREATE TABLE part_1 PARTITION OF part FOR VALUES IN (1)");
    List<String> heard = new ArrayList<>();

    connection
        .inspector()
        .reflect(
            OPTIONS.withColumnListener(
                (table, column) -> {
                  heard.add(table + "." + column.name());
                  return column.withComment("seen");
                }));

    assertThat(heard).contains("part.x", "part_1.x");
  }

  @Test
  void aListenerMayNotRename() {
    ReflectOptions options =
        OPTIONS.withColumnListener((table, column) -> column.withName(column.name() + "_"));

    assertThatThrownBy(() -> connection.inspector().reflect(options))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("SCHEMA-INVALID-OBJECT")
        .hasMessageContaining("cannot take column \"");
  }

  @Test
  void aColumnThatIsNotThereIsRefusedWithTheOneMeant() {
    TableReflection wrong = TableReflection.of("person").override(Column.of("stat", SqlTypes.TEXT));

    assertThatThrownBy(() -> connection.inspector().table(OPTIONS, wrong))
        .isInstanceOfSatisfying(
            SchemaException.class,
            refused -> assertThat(refused.code()).isEqualTo(SchemaCode.UNKNOWN_COLUMN))
        .hasMessageContaining("cannot reflect column \"stat\" of table \"person\"")
        .hasMessageContaining("\"state\"");
  }

  @Test
  void aTableThatIsNotThereIsRefusedWithTheOneMeant() {
    assertThatThrownBy(() -> connection.inspector().tables(OPTIONS, TableReflection.of("persom")))
        .isInstanceOfSatisfying(
            SchemaException.class,
            refused -> assertThat(refused.code()).isEqualTo(SchemaCode.UNKNOWN_TABLE))
        .hasMessageContaining("cannot reflect table \"persom\"")
        .hasMessageContaining("\"person\"");
  }

  @Test
  void whatWasReadIsNotChanged() {
    List<Column> before =
        connection.inspector().reflect(OPTIONS).table(name()).orElseThrow().columns();

    connection.inspector().table(OPTIONS, TableReflection.of("person").only("id"));

    assertThat(connection.inspector().reflect(OPTIONS).table(name()).orElseThrow().columns())
        .isEqualTo(before);
  }

  private static QualifiedName name() {
    return QualifiedName.of("person");
  }
}
