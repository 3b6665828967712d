package org.aludel.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aludel.migrations.loss.LossPolicy;
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
 * ModelScenarioTest}. A build runs every second case, {@code -Pfull} all of them; the plans of all
 * are run by each build in {@code ScenarioTest}.
 */
@PostgresTest
final class AutogenerateScenarioTest {
  private static final int STRIDE = Boolean.getBoolean("aludel.full") ? 1 : 2;

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"a-tables", "b-types", "c-defaults"})
  void everyScenarioPasses(String section, TestDatabase database) {
    List<Scenario> scenarios =
        Scenario.in(Path.of("src/test/resources/scenarios", section + ".txt"));
    List<Scenario> chosen =
        IntStream.range(0, scenarios.size())
            .filter(number -> number % STRIDE == 0)
            .mapToObj(scenarios::get)
            .toList();

    List<String> failures =
        chosen.parallelStream().flatMap(each -> failure(each, database).stream()).toList();

    assertThat(failures).isEmpty();
  }

  private Optional<String> failure(Scenario scenario, TestDatabase server) {
    try (TestDatabase database = server.another()) {
      Path project = Files.createTempDirectory(directory, "case");
      run(scenario, project, database);
      return Optional.empty();
    } catch (IOException | RuntimeException | AssertionError failure) {
      return Optional.of(scenario + ": " + failure.getMessage());
    }
  }

  private static void run(Scenario scenario, Path project, TestDatabase database)
      throws IOException {
    database.run(scenario.before());
    Files.writeString(project.resolve("schema.sql"), scenario.after());

    AutogenerateResult first = autogenerate(project, database);

    assertThat(first.detected()).extracting(Detected::description).isEqualTo(scenario.operations());
    if (scenario.operations().isEmpty()) {
      assertThat(first.written()).isNull();
      return;
    }
    String script = script(first);
    String text = Scenario.onOneLine(script);
    assertThat(scenario.statements()).allMatch(text::contains, "stands in " + text);
    upgrade(project, database);
    assertThat(autogenerate(project, database).noChanges()).as("second autogenerate").isTrue();
    downgrade(project, database);
    Files.delete(Objects.requireNonNull(first.written()).file());
    assertThat(script(autogenerate(project, database))).as("third autogenerate").isEqualTo(script);
  }

  private static AutogenerateResult autogenerate(Path project, TestDatabase database) {
    try (Workshop workshop = workshop(project, database)) {
      return workshop.model().autogenerate("case");
    }
  }

  private static void upgrade(Path project, TestDatabase database) {
    try (Workshop workshop = workshop(project, database)) {
      workshop.model().upgrade();
    }
  }

  private static void downgrade(Path project, TestDatabase database) {
    try (Workshop workshop = workshop(project, database)) {
      workshop.model().downgrade("base", LossPolicy.ACCEPT);
    }
  }

  private static Workshop workshop(Path project, TestDatabase database) {
    return new Workshop(database, project)
        .with("drops", "allow")
        .with("unmanaged", "include")
        .with("model", "sql:schema.sql");
  }

  private static String script(AutogenerateResult result) throws IOException {
    return Files.readString(Objects.requireNonNull(result.written()).file());
  }
}
