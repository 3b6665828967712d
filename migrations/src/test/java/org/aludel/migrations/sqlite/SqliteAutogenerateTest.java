package org.aludel.migrations.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import org.aludel.migrations.command.AutogenerateResult;
import org.aludel.migrations.command.CheckResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteAutogenerateTest {
  private static final String PERSON =
      "CREATE TABLE person (id integer PRIMARY KEY, name text NOT NULL, age int)";
  private static final String PET =
      "CREATE TABLE pet (id integer PRIMARY KEY, owner bigint NOT NULL, CONSTRAINT fk_owner FOREIGN"
          + " KEY (owner) REFERENCES person (id) ON DELETE CASCADE)";

  private SqliteProject project;

  @BeforeEach
  void open(@TempDir Path folder) {
    project = new SqliteProject(folder);
  }

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void whatWasWrittenIsProvenAndThenThereIsNothingLeft() {
    String[] model = {
      PERSON,
      PET,
      "CREATE INDEX ix_age ON person (age DESC) WHERE age > 17",
      "CREATE UNIQUE INDEX ix_name ON person (lower(name))",
      "CREATE VIEW grown AS SELECT id, name FROM person WHERE age > 17",
      "CREATE TRIGGER named AFTER INSERT ON person BEGIN UPDATE person SET name = trim(new.name)"
          + " WHERE id = new.id; END"
    };

    AutogenerateResult result = project.migrate(model);

    assertThat(Objects.requireNonNull(result.written()).proof().text())
        .startsWith("upgrade gives the model, downgrade gives the schema before (SQLite 3.")
        .endsWith("scratch database, 20 rows a table)");
    assertThat(project.model(model).autogenerate("again").noChanges()).isTrue();
    CheckResult check = project.model(model).checkHistory(true);
    assertThat(check.passes()).as(check.toString()).isTrue();
    assertThat(project.schema()).hasSize(6);
  }

  @Test
  void aColumnThatStandsByItselfComesAndGoesByAlterTable() {
    project.migrate(PERSON);
    project.run("INSERT INTO person VALUES (1, 'pearl', 30)");

    project.migrate(PERSON.replace("age int", "age int, note text DEFAULT 'none'"));

    assertThat(project.newest())
        .contains("ALTER TABLE person ADD COLUMN note text DEFAULT ('none')")
        .contains("ALTER TABLE person DROP COLUMN note")
        .doesNotContain("foreign_keys");
    assertThat(project.rows("SELECT * FROM person")).containsExactly("1,pearl,30,none");
  }

  @Test
  void allElseIsOneRebuildWhichKeepsRowsAndReferences() {
    project.migrate(PERSON, PET, "CREATE INDEX ix_age ON person (age)");
    project.run("INSERT INTO person VALUES (1, 'pearl', 30), (2, 'opal', 7)");
    project.run("INSERT INTO pet VALUES (10, 1), (11, 2)");

    String wanted =
        "CREATE TABLE person (id integer PRIMARY KEY, name varchar(40) NOT NULL DEFAULT 'x', age"
            + " int NOT NULL, CONSTRAINT ck_age CHECK (age >= 0), CONSTRAINT uq_name UNIQUE"
            + " (name))";
    project.migrate(wanted, PET, "CREATE INDEX ix_age ON person (age)");

    assertThat(project.newest().split("CREATE TABLE aludel_new_person", -1)).hasSize(4);
    assertThat(project.rows("SELECT * FROM person")).containsExactly("1,pearl,30", "2,opal,7");
    assertThat(project.rows("SELECT * FROM pet")).containsExactly("10,1", "11,2");
    assertThat(project.rows("PRAGMA foreign_key_check")).isEmpty();
    assertThat(project.rows("PRAGMA foreign_keys")).containsExactly("1");
    assertThat(project.model(wanted, PET, "CREATE INDEX ix_age ON person (age)").autogenerate("x"))
        .matches(AutogenerateResult::noChanges);

    project.model(wanted, PET).downgrade("-1");
    assertThat(project.rows("SELECT * FROM person")).containsExactly("1,pearl,30", "2,opal,7");
    assertThat(project.rows("SELECT * FROM pet")).containsExactly("10,1", "11,2");
  }

  @Test
  void theManualShowsWhatIsWritten() throws IOException {
    project.migrate("CREATE TABLE person (id integer PRIMARY KEY, name text)");

    project.migrate(
        "CREATE TABLE person (id integer PRIMARY KEY, name varchar(40) NOT NULL DEFAULT 'x',"
            + " CONSTRAINT uq_name UNIQUE (name))");

    String banner =
        project
            .newest()
            .lines()
            .filter(line -> line.startsWith("#   ") && !line.startsWith("#     ->"))
            .map(line -> line.substring(4).replaceFirst(" {3,}[A-Z][0-9]{2}: .*", ""))
            .collect(Collectors.joining("\n"));
    Path page = Path.of(System.getProperty("aludel.root", "..")).resolve("docs/sqlite.md");
    assertThat(Files.readString(page)).contains("```sql\n" + banner + "\n```");
  }
}
