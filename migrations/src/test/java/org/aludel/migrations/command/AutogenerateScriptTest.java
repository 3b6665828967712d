package org.aludel.migrations.command;

import static org.aludel.migrations.command.Workshop.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.aludel.migrations.authoring.NewRevision;
import org.aludel.migrations.scratch.ProofResult;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SQL of what autogenerate would write. */
@PostgresTest(perMethod = true)
class AutogenerateScriptTest {
  @TempDir Path directory;

  @Test
  void givesTheSqlOfTheDifferenceAndWritesNoRevision(TestDatabase database) {
    try (Workshop workshop = new Workshop(database, directory)) {
      workshop.model(table("person", "name")).autogenerate("first");
      workshop.model().upgrade();
      Migrations wanted = workshop.model(table("person", "name", "email"));

      AutogenerateScript result = wanted.autogenerateScript(NewRevision.of("add email"));

      assertThat(result.found().detected())
          .extracting(Detected::description)
          .containsExactly("add column  person.email text");
      assertThat(Objects.requireNonNull(result.proof()).level())
          .isEqualTo(ProofResult.Level.PROVEN);
      String sql = Objects.requireNonNull(result.script()).sql();
      assertThat(sql).contains("ALTER TABLE person ADD COLUMN email text;");
      assertThat(workshop.revisions().toFile().list()).hasSize(1);
      assertThat(columns(database)).containsExactly("id", "name");
      database.run(sql);
      assertThat(columns(database)).containsExactly("id", "name", "email");
    }
  }

  @Test
  void whereNothingDiffersThereIsNoScript(TestDatabase database) {
    try (Workshop workshop = new Workshop(database, directory)) {
      workshop.model(table("person", "name")).autogenerate("first");
      workshop.model().upgrade();

      AutogenerateScript result =
          workshop.model(table("person", "name")).autogenerateScript(NewRevision.of(null));

      assertThat(result.found().noChanges()).isTrue();
      assertThat(result.script()).isNull();
    }
  }

  private static List<String> columns(TestDatabase database) {
    return database
        .query(
            "SELECT attname::text FROM pg_attribute WHERE attrelid = 'person'::regclass"
                + " AND attnum > 0 ORDER BY attnum")
        .stream()
        .map(row -> String.valueOf(row.get(0)))
        .toList();
  }
}
