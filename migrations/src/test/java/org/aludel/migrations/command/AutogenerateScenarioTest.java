package org.aludel.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.aludel.migrations.plan.Scenario;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The acceptance scenarios on tables, types and defaults, through the commands that a person uses:
 * the script applies to rows, a second autogenerate is empty, the downgrade applies, and a third
 * autogenerate gives the first file again, byte for byte. The operations in the files are written
 * by hand from the scenarios; nothing rewrites them. Cases that no SQL can state are in {@link
 * ModelScenarioTest}.
 */
@PostgresTest
final class AutogenerateScenarioTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"a-tables", "b-types", "c-defaults"})
  void everyScenarioPasses(String section, TestDatabase database) throws IOException {
    List<Scenario> scenarios =
        Scenario.in(Path.of("src/test/resources/scenarios", section + ".txt"));
    List<String> failures = new ArrayList<>();

    for (Scenario scenario : scenarios) {
      try {
        reset(database);
        run(scenario, database);
      } catch (RuntimeException | AssertionError failure) {
        failures.add(scenario + ": " + failure.getMessage());
      }
    }

    assertThat(failures).isEmpty();
  }

  private void reset(TestDatabase database) throws IOException {
    database.run(
        "DROP SCHEMA IF EXISTS test_schema CASCADE;"
            + "DROP SCHEMA public CASCADE; CREATE SCHEMA public;");
    for (Path file : revisions()) {
      Files.delete(file);
    }
  }

  private void run(Scenario scenario, TestDatabase database) throws IOException {
    database.run(scenario.before());
    Files.writeString(directory.resolve("schema.sql"), scenario.after());

    AutogenerateResult first = autogenerate(database);

    assertThat(first.detected()).extracting(Detected::description).isEqualTo(scenario.operations());
    if (scenario.operations().isEmpty()) {
      assertThat(first.written()).isNull();
      return;
    }
    String script = script(first);
    String text = Scenario.onOneLine(script);
    assertThat(scenario.statements()).allMatch(text::contains, "stands in " + text);
    upgrade(database);
    assertThat(autogenerate(database).noChanges()).as("second autogenerate").isTrue();
    downgrade(database);
    Files.delete(Objects.requireNonNull(first.written()).file());
    assertThat(script(autogenerate(database))).as("third autogenerate").isEqualTo(script);
  }

  private AutogenerateResult autogenerate(TestDatabase database) {
    try (Workshop workshop = workshop(database)) {
      return workshop.model().autogenerate("case");
    }
  }

  private void upgrade(TestDatabase database) {
    try (Workshop workshop = workshop(database)) {
      workshop.model().upgrade();
    }
  }

  private void downgrade(TestDatabase database) {
    try (Workshop workshop = workshop(database)) {
      workshop.model().downgrade("base");
    }
  }

  private Workshop workshop(TestDatabase database) {
    return new Workshop(database, directory)
        .with("drops", "allow")
        .with("unmanaged", "include")
        .with("model", "sql:schema.sql");
  }

  private List<Path> revisions() throws IOException {
    Path folder = directory.resolve("src/main/resources/db/migrations");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static String script(AutogenerateResult result) throws IOException {
    return Files.readString(Objects.requireNonNull(result.written()).file());
  }
}
