package org.aludel.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.aludel.error.RevisionException;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A revision for a database in use, from the model to the rows. */
@PostgresTest(perMethod = true)
class OnlineRevisionTest {
  private static final String OLD =
      "CREATE TABLE person (id bigint PRIMARY KEY, email text, age integer);";
  private static final String NEW =
      "CREATE TABLE person (id bigint PRIMARY KEY, email text NOT NULL UNIQUE, age integer"
          + " CONSTRAINT grown CHECK (age > 0)); CREATE INDEX person_age ON person (age);";

  @TempDir Path directory;
  private Workshop workshop;

  OnlineRevisionTest(TestDatabase database) {
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
  void isProvenAndSaysThatItsStepsCommitByThemselves() throws IOException {
    prepare(OLD);
    workshop.with("online", "");

    AutogenerateResult result = autogenerate(NEW, "stricter");

    AutogenerateResult.Written written = Objects.requireNonNull(result.written());
    assertThat(written.proof().proven()).isTrue();
    assertThat(Files.readString(written.file()))
        .contains("  atomic: false\n")
        .contains("#   CREATE INDEX CONCURRENTLY person_age ON person (age);\n");
    assertThat(result.detected().toString()).doesNotContain("A01", "A08", "A10", "A12");
  }

  /** Each failure stands for a process that ended there: the next run goes on behind it. */
  @Test
  void whatBreaksOffGoesOnWhereItStopped(TestDatabase database) {
    prepare(OLD);
    workshop.with("online", "true");
    autogenerate(NEW, "stricter");
    database.run("INSERT INTO person VALUES (1, 'a', 1), (2, 'a', 2), (3, NULL, 3), (4, 'd', -1)");

    breaks("23502");
    database.run("UPDATE person SET email = 'c' WHERE id = 3");
    breaks("23505");
    database.run("UPDATE person SET email = 'b' WHERE id = 2");
    breaks("23514");
    database.run("UPDATE person SET age = 4 WHERE id = 4");
    migrations(NEW).upgrade();

    assertThat(autogenerate(NEW, "again").noChanges()).isTrue();
    assertThat(database.query("SELECT count(*) FROM pg_index WHERE NOT indisvalid").toString())
        .contains("0");
    migrations(NEW).downgrade("-1");
    assertThat(migrations(OLD).diff("database", "model", directory).differences()).isEmpty();
  }

  @Test
  void anOfflineScriptCommitsEachStep() {
    prepare(OLD);
    workshop.with("online", "true");
    autogenerate(NEW, "stricter");

    String script = migrations(NEW).upgradeScript("head").sql();

    assertThat(script.split("\nBEGIN;", -1)).hasSizeGreaterThan(6);
    assertThat(between(script, "NOT VALID", "VALIDATE CONSTRAINT grown")).contains("COMMIT;");
  }

  private static String between(String text, String from, String to) {
    int end = text.indexOf(to);
    return text.substring(text.lastIndexOf(from, end), end);
  }

  private void breaks(String state) {
    assertThatThrownBy(() -> migrations(NEW).upgrade())
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("SQLSTATE " + state);
  }

  private void prepare(String sql) {
    autogenerate(sql, "first");
    migrations(sql).upgrade();
  }

  private AutogenerateResult autogenerate(String sql, String message) {
    return migrations(sql).autogenerate(message);
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
