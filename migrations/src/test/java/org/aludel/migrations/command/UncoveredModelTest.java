package org.aludel.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models in SQL with what Aludel does not cover: nothing is lost without a word. */
@PostgresTest(perMethod = true)
class UncoveredModelTest {
  private static final String FUNCTION =
      "CREATE FUNCTION nxt() RETURNS int LANGUAGE sql AS 'SELECT 1';";
  private static final String FOREIGN_TABLE =
      "CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w;"
          + " CREATE FOREIGN TABLE ft (a int) SERVER s;";

  @TempDir Path directory;
  private Workshop workshop;

  UncoveredModelTest(TestDatabase database) {
    workshop = new Workshop(database, Path.of(""));
  }

  @BeforeEach
  void open(TestDatabase database) {
    workshop = new Workshop(database, directory).with("model", "sql:m.sql");
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  void aRevisionThatNeverRunsIsRefusedAndNotWritten() throws IOException {
    Migrations migrations = model(FOREIGN_TABLE + "CREATE TABLE t (a ft);");

    assertThatThrownBy(() -> migrations.autogenerate("t"))
        .hasMessageContaining("ORM-MIG-PROOF-FAILED")
        .hasMessageContaining("type \"ft\" does not exist");
    assertThat(workshop.revisions()).doesNotExist();
  }

  @Test
  void whatTheDatabaseHasAlreadyIsInTheTrial(TestDatabase database) throws IOException {
    database.run(FUNCTION);

    AutogenerateResult result =
        model(FUNCTION + "CREATE TABLE t (a int DEFAULT nxt());").autogenerate("t");
    workshop.model().upgrade();

    assertThat(Objects.requireNonNull(result.written()).proof().text())
        .startsWith("upgrade gives the model");
    assertThat(database.query("SELECT a FROM t")).isEmpty();
  }

  @Test
  void whatTheScratchDatabaseLacksIsWrittenUntried(TestDatabase database) throws IOException {
    database.run(FOREIGN_TABLE);

    AutogenerateResult result = model(FOREIGN_TABLE + "CREATE TABLE t (a ft);").autogenerate("t");
    workshop.model().upgrade();

    assertThat(Objects.requireNonNull(result.written()).proof().text())
        .startsWith("not proven: the upgrade fails: ")
        .contains("the trial had no foreign table ft");
    assertThat(database.query("SELECT a FROM t")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CREATE TYPE c AS (a int); CREATE TABLE t OF c, typed table t",
    "CREATE TABLE t (a int CONSTRAINT nn NOT NULL), not-null constraint t.nn"
  })
  void aTableThatWouldBeAnotherIsRefused(String sql, String found) throws IOException {
    Migrations migrations = model(sql + ";");

    assertThatThrownBy(() -> migrations.autogenerate("t"))
        .hasMessageContaining("ORM-MIG-UNSUPPORTED-OBJECT")
        .hasMessageContaining("not covered yet: " + found);
    assertThat(workshop.revisions()).doesNotExist();
  }

  @Test
  void whatTheProofDoesNotSeeIsSaidBesideIt() throws IOException {
    AutogenerateResult result = model(FOREIGN_TABLE + "CREATE TABLE t (a int);").autogenerate("t");

    assertThat(Objects.requireNonNull(result.written()).proof().text())
        .startsWith("upgrade gives the model")
        .endsWith("; not covered, so not in it: foreign table ft");
  }

  private Migrations model(String sql) throws IOException {
    Files.writeString(directory.resolve("m.sql"), sql);
    return workshop.model();
  }
}
