package org.aludel.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The acceptance scenarios of autogenerate from section D on, by section: each plan applies to
 * rows, leaves nothing to do, leads back, and is found again byte for byte. {@code -Dgolden.update}
 * writes the operations that are found into the files.
 */
@PostgresTest
@Execution(ExecutionMode.CONCURRENT)
final class ScenarioTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "d-identity",
        "e-foreign-keys",
        "f-unique-and-indexes",
        "g-checks",
        "h-beyond",
        "i-renames",
        "j-orders",
        "k-together"
      })
  void everyScenarioPasses(String section, TestDatabase database) throws IOException {
    Path file = Path.of("src/test/resources/scenarios", section + ".txt");
    Evolution evolution = Evolution.on(database);
    List<String> failures = new ArrayList<>();
    StringBuilder found = new StringBuilder();

    for (Scenario scenario : Scenario.in(file)) {
      try {
        found.append(scenario.withOperations(run(evolution, scenario)).text());
      } catch (RuntimeException | AssertionError failure) {
        failures.add(scenario + ": " + failure.getMessage());
        found.append(scenario.text());
      }
    }

    assertThat(failures).isEmpty();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, found);
    }
    assertThat(found).hasToString(Files.readString(file));
  }

  private static List<String> run(Evolution evolution, Scenario scenario) {
    evolution.reset();
    evolution.before(scenario.before()).after(scenario.after());
    if (!scenario.rename().isEmpty()) {
      evolution.renames(scenario.rename());
    }
    return evolution.check().operations().stream()
        .map(each -> each.operation().describe())
        .toList();
  }
}
