package org.aludel.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aludel.error.RevisionException;
import org.aludel.migrations.loss.LossPolicy;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.runtime.ProgressListener;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that a way back would destroy. */
@PostgresTest(perMethod = true)
class LossyDowngradeTest {
  private static final String PERSON = "CREATE TABLE person (id bigint PRIMARY KEY, name text);";
  private static final String WITH_EMAIL =
      "CREATE TABLE person (id bigint PRIMARY KEY, name text, email text);";
  private static final String WITH_PETS =
      PERSON
          + "CREATE TABLE breed (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text);"
          + "CREATE TABLE animal (id serial PRIMARY KEY, breed bigint REFERENCES breed,"
          + " twice integer GENERATED ALWAYS AS (id * 2) STORED);";

  @TempDir Path directory;
  private Workshop workshop;
  private final List<String> told = new ArrayList<>();

  LossyDowngradeTest(TestDatabase database) {
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
  void isRefusedWithTheNumberOfRows(TestDatabase database) {
    reaches(PERSON, WITH_EMAIL);
    database.run("INSERT INTO person VALUES (1, 'a', 'a@x'), (2, 'b', NULL)");

    assertThatThrownBy(() -> model().downgrade("-1"))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("ORM-MIG-LOSSY-DOWNGRADE")
        .hasMessageContaining("person.email: 1 rows");
    assertThat(database.query("SELECT email FROM person WHERE id = 1").toString()).contains("a@x");
  }

  /** The later revision alone could go; nothing is undone while an earlier one would lose rows. */
  @Test
  void isRefusedBeforeTheFirstRevisionIsUndone(TestDatabase database) {
    reaches(PERSON, WITH_EMAIL, WITH_EMAIL.replace("email text", "email text, age integer"));
    database.run("INSERT INTO person VALUES (1, 'a', 'a@x')");

    assertThatThrownBy(() -> model().downgrade("-2")).hasMessageContaining("person.email: 1 rows");

    assertThat(database.query("SELECT age FROM person")).hasSize(1);
  }

  @Test
  void whatHoldsNothingMayGo(TestDatabase database) {
    reaches(PERSON, WITH_EMAIL);
    database.run("INSERT INTO person VALUES (1, 'a', NULL)");

    assertThat(model().downgrade("-1").steps()).hasSize(1);
  }

  @Test
  void isDoneWhereTheLossIsAccepted(TestDatabase database) {
    reaches(PERSON, WITH_EMAIL);
    database.run("INSERT INTO person VALUES (1, 'a', 'a@x')");

    workshop.with("lossy", "accept");
    model().downgrade("-1");
    model().upgrade();

    assertThat(database.query("SELECT email FROM person WHERE email IS NULL")).hasSize(1);
  }

  @Test
  void aColumnIsKeptAndComesBackByItsKeys(TestDatabase database) {
    reaches(PERSON, WITH_EMAIL);
    database.run("INSERT INTO person VALUES (1, 'a', 'a@x'), (2, 'b', 'b@x'), (3, 'c', NULL)");

    model().downgrade("-1", LossPolicy.KEEP);
    database.run("DELETE FROM person WHERE id = 2; INSERT INTO person VALUES (4, 'd')");
    model().upgrade();

    assertThat(emails(database)).contains("1 a@x, 3 -, 4 -");
    assertThat(told)
        .anyMatch(each -> each.startsWith("kept 2 rows of person.email in aludel_kept."))
        .contains("gave back 1 rows of person.email");
    assertThat(
            database.query(
                "SELECT relname FROM pg_class WHERE relnamespace ="
                    + " 'aludel_kept'::regnamespace AND relkind = 'r'"))
        .as("the row whose key is gone stays")
        .hasSize(1);
  }

  @Test
  void tablesComeBackWithTheirReferencesAndGoOnCounting(TestDatabase database) {
    reaches(PERSON, WITH_PETS);
    database.run(
        "INSERT INTO breed (name) VALUES ('x'), ('y'); INSERT INTO animal (breed) VALUES (1), (2)");

    model().downgrade("-1", LossPolicy.KEEP);
    model().upgrade();
    database.run("INSERT INTO breed (name) VALUES ('z'); INSERT INTO animal (breed) VALUES (3)");

    assertThat(
            database
                .query("SELECT string_agg(id || ' ' || breed || ' ' || twice, ', ') FROM animal")
                .toString())
        .contains("1 1 2, 2 2 4, 3 3 6");
  }

  /** A copy that still used a type would stand in the way of the revision that drops it. */
  @Test
  void typesThatGoWithTheRevisionDoNotHoldItUp(TestDatabase database) {
    reaches(
        PERSON,
        PERSON
            + "CREATE TYPE mood AS ENUM ('well', 'ill'); CREATE TYPE pair AS (a integer, b text);"
            + " CREATE DOMAIN age AS integer CHECK (value > 0); CREATE TABLE pet (state mood"
            + " PRIMARY KEY, two pair, moods mood[], years age, at date)");
    database.run("INSERT INTO pet VALUES ('ill', '(1,\"x, y\")', '{well,ill}', 3, '2026-01-02')");

    model().downgrade("-1", LossPolicy.KEEP);
    model().upgrade();

    assertThat(database.query("SELECT * FROM pet"))
        .containsExactly(List.of("ill", "(1,\"x, y\")", "{well,ill}", "3", "2026-01-02"));
  }

  @Test
  void aColumnOfATypeThatGoesComesBackByItsKeys(TestDatabase database) {
    reaches(
        PERSON,
        "CREATE TYPE mood AS ENUM ('well', 'ill'); "
            + PERSON.replace("name text", "name text, mood mood"));
    database.run("INSERT INTO person VALUES (1, 'a', 'ill')");

    model().downgrade("-1", LossPolicy.KEEP);
    model().upgrade();

    assertThat(database.query("SELECT id FROM person WHERE mood = 'ill'")).hasSize(1);
  }

  @Test
  void whatCannotComeBackStaysAndIsNamed(TestDatabase database) {
    reaches(PERSON, WITH_EMAIL);
    database.run("INSERT INTO person VALUES (1, 'a', 'a@x')");

    model().downgrade("-1", LossPolicy.KEEP);
    database.run("ALTER TABLE person DROP CONSTRAINT person_pkey");
    model().upgrade();

    assertThat(told).anyMatch(each -> each.endsWith("its table has no primary key"));
    assertThat(emails(database)).contains("1 -");
  }

  private static String emails(TestDatabase database) {
    return database
        .query("SELECT string_agg(id || ' ' || coalesce(email, '-'), ', ' ORDER BY id) FROM person")
        .toString();
  }

  private void reaches(String... models) {
    for (String sql : models) {
      try {
        Files.writeString(directory.resolve("model.sql"), sql);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      model().autogenerate("next");
      model().upgrade();
    }
  }

  private Migrations model() {
    return workshop
        .with("model", "sql:model.sql")
        .model()
        .listener(
            new ProgressListener() {
              @Override
              public void note(Revision revision, String text) {
                told.add(text);
              }
            });
  }
}
