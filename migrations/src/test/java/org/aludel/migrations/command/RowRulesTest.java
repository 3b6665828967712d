package org.aludel.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.aludel.error.RevisionException;
import org.aludel.error.UsageException;
import org.aludel.migrations.loss.LossPolicy;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are in the way of a change: filled, mapped, converted, or counted and left alone. */
@PostgresTest(perMethod = true)
class RowRulesTest {
  private static final String PERSON = "CREATE TABLE person (id bigint PRIMARY KEY, name text);";
  private static final String NAMED =
      "CREATE TABLE person (id bigint PRIMARY KEY, name text NOT NULL);";
  private static final String MOODS =
      "CREATE TYPE mood AS ENUM ('sad', 'meh', 'ok');"
          + "CREATE TABLE day (id int PRIMARY KEY, m mood DEFAULT 'ok', ms mood[],"
          + " CHECK (m <> 'meh' OR id > 0));"
          + "CREATE INDEX day_ok ON day (id) WHERE m = 'ok';";

  @TempDir Path directory;
  private Workshop workshop;

  RowRulesTest(TestDatabase database) {
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

  @ParameterizedTest
  @ValueSource(strings = {"false", "true"})
  void nullsAreCountedBeforeAnythingIsChanged(String online, TestDatabase database) {
    workshop.with("online", online);
    has(PERSON, "INSERT INTO person VALUES (1, 'a'), (2, NULL), (3, NULL)", database);
    wants("CREATE TABLE person (id bigint PRIMARY KEY, name text NOT NULL, more text);");

    assertThatThrownBy(() -> model().upgrade())
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining(
            "ORM-MIG-ROWS-LACK-VALUE: cannot set NOT NULL on \"person.name\": 2 rows hold NULL");
    database.run("DELETE FROM person WHERE name IS NULL");
    model().upgrade();
    assertThat(model().autogenerate("again").noChanges()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "true"})
  void nullsAreFilledWithTheDefault(String online, TestDatabase database) {
    workshop.with("online", online);
    has(PERSON, "INSERT INTO person VALUES (1, 'a'), (2, NULL)", database);

    AutogenerateResult result =
        wants("CREATE TABLE person (id bigint PRIMARY KEY, name text NOT NULL DEFAULT 'none');");
    model().upgrade();

    assertThat(Objects.requireNonNull(result.written()).proof().text()).contains("20 rows a table");
    assertThat(database.query("SELECT name FROM person ORDER BY id").toString())
        .contains("a", "none");
    assertThat(model().autogenerate("again").noChanges()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "true"})
  void nullsAreFilledAsSaid(String online, TestDatabase database) {
    workshop.with("online", online);
    has(PERSON, "INSERT INTO person VALUES (1, 'a'), (2, NULL)", database);

    workshop.with("fill", "public.person.name:'n' || coalesce(id, 0)");
    wants(NAMED);
    model().upgrade();

    assertThat(database.query("SELECT name FROM person ORDER BY id").toString())
        .contains("a", "n2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "true"})
  void aNewColumnIsFilledAsSaid(String online, TestDatabase database) {
    workshop.with("online", online);
    has(PERSON, "INSERT INTO person VALUES (1, 'a'), (2, 'b')", database);

    workshop.with("fill", "person.nick:upper(name)");
    AutogenerateResult result =
        wants("CREATE TABLE person (id bigint PRIMARY KEY, name text, nick text NOT NULL);");
    assertThat(result.detected().get(0).hazards())
        .filteredOn(hazard -> hazard.startsWith("A12"))
        .hasSize(online.equals("true") ? 0 : 1);
    model().upgrade();

    assertThat(Objects.requireNonNull(result.written()).proof().proven()).isTrue();
    assertThat(database.query("SELECT nick FROM person ORDER BY id").toString()).contains("A", "B");
    assertThat(model().autogenerate("again").noChanges()).isTrue();
    model().downgrade("-1", LossPolicy.ACCEPT);
  }

  @Test
  void aNewColumnWithoutAValueNamesTheRowsInTheWay(TestDatabase database) {
    has(PERSON, "INSERT INTO person VALUES (1, 'a'), (2, 'b')", database);
    wants("CREATE TABLE person (id bigint PRIMARY KEY, name text, nick text NOT NULL);");

    assertThatThrownBy(() -> model().upgrade())
        .hasMessageContaining(
            "cannot add NOT NULL column \"person.nick\" without a default: the table holds 2 rows")
        .hasMessageContaining(
            "delete the file of the revision, and write it again with a default of the column or"
                + " with -Dorm.fill=person.nick:");
    database.run("DELETE FROM person");
    model().upgrade();
  }

  @Test
  void theStatementThatTheTrialRefusedIsShown(TestDatabase database) {
    has(PERSON, "SELECT 1", database);
    workshop.with("fill", "person.name:'x',person.nick:'y'");

    assertThatThrownBy(() -> wants(NAMED))
        .hasMessageContaining("ORM-MIG-PROOF-FAILED")
        .hasMessageContaining("UPDATE person SET name = 'x',person.nick:'y' WHERE name IS NULL");
  }

  @Test
  void whatRowsBreakIsMendedInTheRows(TestDatabase database) {
    has(PERSON, "INSERT INTO person VALUES (1, 'a'), (2, 'a')", database);
    wants("CREATE TABLE person (id bigint PRIMARY KEY, name text UNIQUE);");

    assertThatThrownBy(() -> model().upgrade())
        .hasMessageContaining("SQLSTATE 23505")
        .hasMessageContaining("mend the rows that are in the way, or correct the file, and run");
    database.run("DELETE FROM person WHERE id = 2");
    model().upgrade();
  }

  @Test
  void aFillForNothingIsAMistake(TestDatabase database) {
    has(PERSON, "SELECT 1", database);
    workshop.with("fill", "person.nmae:'x'");

    assertThatThrownBy(() -> wants(NAMED))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("ORM-MIG-NO-SUCH-CHANGE")
        .hasMessageContaining("person.name");
  }

  @Test
  void rowsOfARemovedLabelAreMapped(TestDatabase database) {
    has(
        MOODS,
        "INSERT INTO day VALUES (1, 'sad', '{sad,ok}'), (2, 'ok', '{}'), (3, NULL, NULL)",
        database);

    workshop.with("map", "mood.sad:meh");
    AutogenerateResult result = wants(MOODS.replace("'sad', ", ""));
    model().upgrade();

    assertThat(Objects.requireNonNull(result.written()).proof().text()).contains("20 rows a table");
    assertThat(
            database
                .query("SELECT string_agg(m || coalesce(ms::text, ''), ' ' ORDER BY id) FROM day")
                .toString())
        .contains("meh{meh,ok} ok{}");
    model().downgrade("-1", LossPolicy.ACCEPT);
    model().upgrade();
  }

  @Test
  void rowsOfARemovedLabelAreInTheWayWithoutAMapping(TestDatabase database) {
    has(MOODS, "INSERT INTO day VALUES (1, 'ok', '{sad}')", database);
    wants(MOODS.replace("'sad', ", ""));

    assertThatThrownBy(() -> model().upgrade())
        .hasMessageContaining("cannot remove sad from enum \"mood\": rows of \"day.ms\" hold it");
  }

  @Test
  void aTypeToWhichNothingLeadsIsRefusedBeforeAnythingIsWritten(TestDatabase database) {
    has("CREATE TABLE t (id integer PRIMARY KEY, at integer);", "SELECT 1", database);
    String wanted = "CREATE TABLE t (id integer PRIMARY KEY, at date);";

    assertThatThrownBy(() -> wants(wanted))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("ORM-MIG-NO-CONVERSION")
        .hasMessageContaining("integer and date")
        .hasMessageContaining("-Dorm.using=\"t.at:<SQL expression>\"");
    workshop.with("using", "t.at:to_timestamp(at)::date");
    assertThat(wants(wanted).detected().toString()).doesNotContain("B06");
  }

  @Test
  void aTypeIsConvertedAsSaid(TestDatabase database) {
    has(
        "CREATE TABLE t (id int PRIMARY KEY, at text);",
        "INSERT INTO t VALUES (1, '28.11.2026'), (2, NULL)",
        database);

    workshop.with("using", "t.at:to_date(at, 'DD.MM.YYYY')");
    wants("CREATE TABLE t (id int PRIMARY KEY, at date);");
    model().upgrade();

    assertThat(database.query("SELECT at::text FROM t ORDER BY id").toString())
        .contains("2026-11-28");
  }

  @Test
  void aTableThatIsDividedIsFilledAndConvertedAsSaid(TestDatabase database) {
    has(
        "CREATE TABLE t (id int PRIMARY KEY, at text, name text);",
        "INSERT INTO t VALUES (1, '28.11.2026', 'a'), (2, '01.02.2026', NULL)",
        database);

    workshop.with("using", "t.at:to_date(at, 'DD.MM.YYYY')");
    workshop.with("fill", "public.t.name:'n' || id;t.nick:coalesce(upper(name), '-')");
    wants(
        "CREATE TABLE t (id int PRIMARY KEY, at date, name text NOT NULL, nick text NOT NULL)"
            + " PARTITION BY RANGE (id);"
            + "CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (1000);");
    model().upgrade();

    assertThat(database.query("SELECT at::text, name, nick FROM t1 ORDER BY id"))
        .containsExactly(List.of("2026-11-28", "a", "A"), List.of("2026-02-01", "n2", "-"));
    model().downgrade("-1", LossPolicy.ACCEPT);
    assertThat(database.query("SELECT at, name FROM t ORDER BY id"))
        .containsExactly(List.of("2026-11-28", "a"), List.of("2026-02-01", "n2"));
  }

  private void has(String sql, String rows, TestDatabase database) {
    wants(sql);
    model().upgrade();
    database.run(rows);
  }

  private AutogenerateResult wants(String sql) {
    try {
      Files.writeString(directory.resolve("model.sql"), sql);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return model().autogenerate("next");
  }

  private Migrations model() {
    return workshop.with("model", "sql:model.sql").model();
  }
}
