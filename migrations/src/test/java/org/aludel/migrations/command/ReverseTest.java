package org.aludel.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aludel.migrations.reverse.ReverseRules;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest(perMethod = true)
class ReverseTest {
  @TempDir Path directory;
  private Workshop workshop;
  private Path person = Path.of("");
  private Path view = Path.of("");

  ReverseTest(TestDatabase database) {
    workshop = new Workshop(database, Path.of(""));
  }

  @BeforeEach
  void open(TestDatabase database) {
    workshop.close();
    workshop = new Workshop(database, directory);
    person = directory.resolve("src/main/java/shop/Person.java");
    view = directory.resolve("src/main/database/views/people.sql");
    database.run(
        "CREATE TABLE person (id integer PRIMARY KEY, name text);"
            + "CREATE VIEW people AS SELECT name FROM person");
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  private ReverseResult reversed(boolean overwrite, boolean dryRun) {
    return workshop
        .model()
        .reverse(
            new ReverseRequest(
                ReverseRules.of("shop"), directory.resolve("src/main/java"), overwrite, dryRun));
  }

  @Test
  void writesClassesAndFilesOnce() throws IOException {
    ReverseResult first = reversed(false, false);
    String text = Files.readString(person);

    ReverseResult second = reversed(true, false);

    assertThat(first.written()).contains(person, view);
    assertThat(second.written()).isEmpty();
    assertThat(second.replaced()).isEmpty();
    assertThat(second.kept()).isEmpty();
    assertThat(Files.readString(person)).isEqualTo(text);
  }

  @Test
  void keepsWhatAPersonChangedAndNamesIt(TestDatabase database) throws IOException {
    reversed(false, false);
    Files.writeString(person, "// mine");
    database.run("ALTER TABLE person ADD COLUMN born date");

    ReverseResult again = reversed(false, false);

    assertThat(again.kept()).containsExactly(person);
    assertThat(again.written()).isEmpty();
    assertThat(Files.readString(person)).isEqualTo("// mine");
  }

  @Test
  void replacesOnlyWhereItIsToldToAndNamesIt(TestDatabase database) throws IOException {
    reversed(false, false);
    database.run(
        "ALTER TABLE person ADD COLUMN born date; CREATE TABLE pet (id integer PRIMARY KEY)");

    ReverseResult again = reversed(true, false);

    assertThat(again.replaced()).containsExactly(person);
    assertThat(again.written()).containsExactly(person.resolveSibling("Pet.java"));
    assertThat(again.kept()).isEmpty();
    assertThat(Files.readString(person)).contains("private LocalDate born;");
  }

  @Test
  void aDryRunNamesTheSameAndWritesNothing(TestDatabase database) throws IOException {
    ReverseResult first = reversed(false, true);

    assertThat(first.written()).contains(person, view);
    assertThat(directory).isEmptyDirectory();

    reversed(false, false);
    String text = Files.readString(person);
    database.run("ALTER TABLE person ADD COLUMN born date");

    assertThat(reversed(true, true).replaced()).containsExactly(person);
    assertThat(Files.readString(person)).isEqualTo(text);
  }
}
