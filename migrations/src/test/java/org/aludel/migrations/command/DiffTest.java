package org.aludel.migrations.command;

import static org.aludel.migrations.command.Workshop.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest(perMethod = true)
class DiffTest {
  @TempDir Path directory;
  private Workshop workshop;
  private Migrations migrations;

  DiffTest(TestDatabase database) {
    workshop = new Workshop(database, Path.of(""));
    migrations = workshop.model();
  }

  @BeforeEach
  void first(TestDatabase database) {
    workshop = new Workshop(database, directory);
    migrations = workshop.model(table("person", "name"));
    migrations.autogenerate("people");
    migrations.upgrade();
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  void twoDatabases(TestDatabase database) {
    try (TestDatabase other = database.another()) {
      other.run("CREATE TABLE person (id bigint CONSTRAINT person_pkey PRIMARY KEY, name text)");
      String url = other.jdbcUrl();

      assertThat(migrations.diff("database", url, directory).differences()).isEmpty();
      other.run("ALTER TABLE person ADD COLUMN age integer");
      assertThat(migrations.diff("database", url, directory).differences())
          .extracting(Detected::description)
          .containsExactly("add column  person.age integer");
      assertThat(migrations.diff(url, "database", directory).differences())
          .extracting(Detected::description)
          .containsExactly("drop column  person.age");
    }
  }

  @Test
  void aFileOfSqlAndTheModel() throws IOException {
    Files.writeString(
        directory.resolve("schema.sql"),
        "CREATE TABLE person (id bigint CONSTRAINT person_pkey PRIMARY KEY);");

    assertThat(migrations.diff("sql:schema.sql", "model", directory).differences())
        .extracting(Detected::description)
        .containsExactly("add column  person.name text");
    assertThat(migrations.diff("model", "sql:schema.sql", directory).differences())
        .extracting(Detected::description)
        .containsExactly("drop column  person.name");
  }

  @Test
  void statesOfTheRevisions() {
    assertThat(migrations.diff("database", "revisions", directory).differences()).isEmpty();
    assertThat(migrations.diff("revisions:base", "revisions:heads", directory).differences())
        .extracting(Detected::description)
        .first()
        .asString()
        .startsWith("create table  person");
  }

  @Test
  void whatIsNoSourceIsRefused() {
    assertThatThrownBy(() -> migrations.diff("database", "modle", directory))
        .hasMessageContaining("ORM-MIG-INVALID-SETTING")
        .hasMessageContaining("sql:FILE");
  }

  @Test
  void statusSaysWhereEverythingStands() throws IOException {
    StatusResult before = migrations.status();
    try (Stream<Path> files = Files.list(workshop.revisions())) {
      files.forEach(DiffTest::delete);
    }

    StatusResult after = migrations.status();

    assertThat(before.current()).hasSize(1).isEqualTo(before.heads());
    assertThat(before.pending()).isEmpty();
    assertThat(before.revisions()).isEqualTo(1);
    assertThat(before.applied()).isEqualTo(1);
    assertThat(before.problem()).isNull();
    assertThat(after.revisions()).isZero();
    assertThat(after.applied()).isZero();
    assertThat(after.problem()).contains("ORM-MIG-UNKNOWN-REVISION");
  }

  private static void delete(Path file) {
    assertThat(file.toFile().delete()).isTrue();
  }
}
