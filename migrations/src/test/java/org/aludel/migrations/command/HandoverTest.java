package org.aludel.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.aludel.error.RevisionException;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rename for a database in use: both names are there, then the old one goes, and all back. */
@PostgresTest(perMethod = true)
class HandoverTest {
  private static final String OLD =
      """
      CREATE TABLE person (id bigint PRIMARY KEY, age int, name text NOT NULL DEFAULT 'x',
        CONSTRAINT uq UNIQUE (name), CONSTRAINT ck CHECK (name <> ''));
      CREATE INDEX ix ON person (lower(name));
      CREATE VIEW adult AS SELECT id, name AS title FROM person WHERE age > 17;
      """;
  private static final String NEW = OLD.replace("name", "full_name");

  @TempDir Path directory;
  private Workshop workshop;
  private final TestDatabase database;

  HandoverTest(TestDatabase database) {
    this.database = database;
    workshop = new Workshop(database, Path.of(""));
  }

  @BeforeEach
  void open() {
    workshop = new Workshop(database, directory);
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  void columnIsThereUnderBothNames() throws IOException {
    prepare(OLD);
    database.run("INSERT INTO person (id, name) VALUES (1, 'pearl'), (2, 'sandy')");

    AutogenerateResult result = renamed(NEW, "person.name:full_name").autogenerate("rename");

    AutogenerateResult.Written written = Objects.requireNonNull(result.written());
    assertThat(written.proof().text()).endsWith("rows a table)");
    assertThat(result.notes())
        .contains(
            "both names are there; when no application uses person.name: -Dorm.drop=person.name");
    assertThat(Files.readString(written.file()))
        .contains("message: rename\n", "D02: a trigger keeps the old and the new column in step")
        .doesNotContain("lossy: [person.full_name");
    migrations(NEW).upgrade();

    database.run("INSERT INTO person (id, name) VALUES (3, 'old')");
    database.run("INSERT INTO person (id, full_name) VALUES (4, 'new')");
    database.run("INSERT INTO person (id) VALUES (5)");
    database.run("UPDATE person SET name = 'PEARL' WHERE id = 1");
    database.run("UPDATE person SET full_name = 'SANDY' WHERE id = 2");
    assertThat(database.query("SELECT name, full_name FROM person ORDER BY id"))
        .containsExactly(
            List.of("PEARL", "PEARL"),
            List.of("SANDY", "SANDY"),
            List.of("old", "old"),
            List.of("new", "new"),
            List.of("x", "x"));
    assertThatThrownBy(() -> database.run("INSERT INTO person (id, name) VALUES (6, 'new')"))
        .hasMessageContaining("duplicate key");
  }

  @Test
  void nothingIsFoundWhileBothNamesAreThere() {
    prepare(OLD);
    renamed(NEW, "person.name:full_name").autogenerate("rename");
    migrations(NEW).upgrade();

    AutogenerateResult result = migrations(NEW).autogenerate("nothing");

    assertThat(result.noChanges()).isTrue();
    assertThat(result.heldBack())
        .extracting(Detected::description)
        .containsExactly("drop column  person.name");
    assertThat(result.notes()).isEmpty();
    workshop.with("drops", "allow");
    assertThat(migrations(NEW).autogenerate("nothing").noChanges()).isTrue();
  }

  @Test
  void oldColumnGoesWhenItIsReleasedAndComesBackWithItsValues() throws IOException {
    prepare(OLD);
    renamed(NEW, "person.name:full_name").autogenerate("rename");
    migrations(NEW).upgrade();
    database.run("INSERT INTO person (id, full_name) VALUES (1, 'pearl')");
    workshop.with("drop", "person.name");

    AutogenerateResult result = migrations(NEW).autogenerate("contract");

    AutogenerateResult.Written written = Objects.requireNonNull(result.written());
    assertThat(written.proof().text()).endsWith("rows a table)");
    assertThat(result.detected().toString()).doesNotContain("C02");
    workshop.with("drop", "");
    migrations(NEW).upgrade();
    assertThat(database.query("SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal"))
        .containsExactly(List.of("0"));
    assertThat(database.query("SELECT count(*) FROM pg_proc WHERE proname LIKE 'zz_aludel%'"))
        .containsExactly(List.of("0"));
    assertThat(migrations(NEW).autogenerate("nothing").noChanges()).isTrue();

    migrations(NEW).downgrade("-1");

    assertThat(database.query("SELECT name, full_name FROM person"))
        .containsExactly(List.of("pearl", "pearl"));
    database.run("UPDATE person SET name = 'back'");
    migrations(NEW).downgrade("-1");
    assertThat(database.query("SELECT * FROM person")).containsExactly(row("1", null, "back"));
    workshop.with("online", "");
    assertThat(migrations(OLD).diff("database", "model", directory).differences()).isEmpty();
  }

  private static List<@Nullable String> row(@Nullable String... values) {
    return Arrays.asList(values);
  }

  @Test
  void tableIsThereUnderBothNames() {
    String old =
        """
        CREATE TABLE person (id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
          name text DEFAULT 'x');
        GRANT SELECT, INSERT ON person TO PUBLIC;
        CREATE TABLE other (a int); CREATE VIEW v AS SELECT a FROM other;
        """;
    String wanted = old.replace("person", "user_account");
    prepare(old);
    database.run("INSERT INTO person (name) VALUES ('pearl')");

    AutogenerateResult result = renamed(wanted, "person:user_account").autogenerate("rename");

    assertThat(Objects.requireNonNull(result.written()).proof().text()).endsWith("rows a table)");
    migrations(wanted).upgrade();
    assertThat(database.query("INSERT INTO person DEFAULT VALUES RETURNING id, name"))
        .containsExactly(List.of("2", "x"));
    database.run(
        "INSERT INTO person VALUES (2, 'y') ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name");
    database.run("UPDATE person SET name = 'z' WHERE id = 1");
    assertThat(database.query("SELECT id, name FROM user_account ORDER BY id FOR UPDATE"))
        .containsExactly(List.of("1", "z"), List.of("2", "y"));
    assertThat(database.query("SELECT has_table_privilege('public', 'person', 'INSERT')"))
        .containsExactly(List.of("t"));
    AutogenerateResult later = migrations(wanted).autogenerate("nothing");
    assertThat(later.noChanges()).isTrue();
    assertThat(later.heldBack())
        .extracting(Detected::description)
        .containsExactly("drop view  person");

    workshop.with("drop", "person");
    assertThat(
            Objects.requireNonNull(migrations(wanted).autogenerate("contract").written())
                .proof()
                .text())
        .endsWith("rows a table)");
    workshop.with("drop", "");
    migrations(wanted).upgrade();
    assertThat(migrations(wanted).autogenerate("nothing").noChanges()).isTrue();
    migrations(wanted).downgrade("-2");
    assertThat(database.query("SELECT id, name FROM person ORDER BY id"))
        .containsExactly(List.of("1", "z"), List.of("2", "y"));
  }

  @Test
  void tableAndItsColumnAreThereUnderBothNames() {
    String old = "CREATE TABLE person (id bigint PRIMARY KEY, name text);";
    String wanted = "CREATE TABLE account (id bigint PRIMARY KEY, full_name text);";
    prepare(old);
    database.run("INSERT INTO person VALUES (1, 'pearl')");
    workshop.with("rename", "person:account, account.name:full_name").with("online", "");

    AutogenerateResult result = migrations(wanted).autogenerate("rename");

    assertThat(Objects.requireNonNull(result.written()).proof().text()).endsWith("rows a table)");
    migrations(wanted).upgrade();
    database.run("INSERT INTO person (id, name) VALUES (2, 'sandy')");
    assertThat(database.query("SELECT full_name FROM account ORDER BY id"))
        .containsExactly(List.of("pearl"), List.of("sandy"));
    assertThat(migrations(wanted).autogenerate("nothing").noChanges()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER TABLE t ENABLE ROW LEVEL SECURITY | it has row security",
        "CREATE VIEW v AS SELECT a FROM t | view v stands on it"
      })
  void tableThatAViewCannotStandForIsRefused(String more, String reason) {
    String old = "CREATE TABLE t (a int PRIMARY KEY);" + more;
    prepare(old);
    String wanted = old.replaceAll("\\bt\\b", "w");
    Migrations migrations = renamed(wanted, "t:w");

    assertThatThrownBy(() -> migrations.autogenerate("rename"))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("ORM-MIG-RENAME-NOT-ONLINE")
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a bigint PRIMARY KEY | b bigint PRIMARY KEY | t.a:b | part of the primary key",
        "a int GENERATED ALWAYS AS IDENTITY | b int GENERATED ALWAYS AS IDENTITY"
            + "| t.a:b | the server makes its values",
        "a int UNIQUE, c int REFERENCES t (a) | b int UNIQUE, c int REFERENCES t (b)"
            + "| t.a:b | foreign keys refer to it",
        "a int); CREATE TABLE u () INHERITS (t | b int); CREATE TABLE u () INHERITS (t"
            + "| t.a:b | its table is divided or inherits",
        "a int, k int) PARTITION BY RANGE (k | b int, k int) PARTITION BY RANGE (k"
            + "| t.a:b | its table is divided or inherits",
        "a int | b text | t.a:b | its type changes too, from integer to text"
      })
  void whatCannotBeThereUnderTwoNamesIsRefused(
      String before, String after, String hint, String reason) {
    prepare("CREATE TABLE t (" + before + ")");
    Migrations migrations = renamed("CREATE TABLE t (" + after + ")", hint);

    assertThatThrownBy(() -> migrations.autogenerate("rename"))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("ORM-MIG-RENAME-NOT-ONLINE")
        .hasMessageContaining(reason);
  }

  /** The cases of a parameterized test share a database. */
  private void prepare(String sql) {
    database.run("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    migrations(sql).autogenerate("first");
    migrations(sql).upgrade();
  }

  private Migrations renamed(String sql, String rename) {
    workshop.with("rename", rename).with("online", "true");
    return migrations(sql);
  }

  /** The commands with a model in SQL, which needs no classes. */
  private Migrations migrations(String sql) {
    try {
      Files.writeString(directory.resolve("model.sql"), sql);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return workshop.with("model", "sql:model.sql").model();
  }
}
