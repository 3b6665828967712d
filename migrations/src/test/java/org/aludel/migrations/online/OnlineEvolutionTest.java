package org.aludel.migrations.online;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.aludel.migrations.plan.CorpusReport;
import org.aludel.migrations.plan.Evolution;
import org.aludel.migrations.plan.MigrationPlan;
import org.aludel.migrations.plan.Scenario;
import org.aludel.testing.Corpus;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.SchemaDump;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The online plan ends where the plain one ends: over the scenarios, and over real schemas. */
@PostgresTest(judge = true)
@Execution(ExecutionMode.CONCURRENT)
final class OnlineEvolutionTest {
  /** All steps of the evolutions ({@code -Pfull}), or the last one of every fourth. */
  private static final boolean FULL = Boolean.getBoolean("aludel.full");

  private static final SchemaDump DUMP =
      SchemaDump.standard().ignoringColumnOrder().withPrivileges();

  @ParameterizedTest
  @ValueSource(
      strings = {"d-identity", "e-foreign-keys", "f-unique-and-indexes", "g-checks", "h-beyond"})
  void everyScenarioPassesOnline(String section, TestDatabase database) {
    Evolution evolution = Evolution.on(database).online();
    List<String> failures = new ArrayList<>();

    for (Scenario scenario :
        Scenario.in(Path.of("src/test/resources/scenarios", section + ".txt"))) {
      if (scenario.rename().isEmpty()) {
        try {
          evolution.reset();
          evolution.before(scenario.before()).after(scenario.after()).check();
        } catch (RuntimeException | AssertionError failure) {
          failures.add(scenario.title() + ": " + failure.getMessage());
        }
      }
    }

    assertThat(failures).isEmpty();
  }

  @Test
  void realSchemasGoUpAndDownOnline(TestDatabase database, TestReporter report) throws IOException {
    SchemaDump.assumeAvailable();
    Corpus.assumeAvailable();
    CorpusReport results = new CorpusReport();

    steps().entrySet().parallelStream()
        .forEach(each -> results.run(each.getKey(), () -> run(each.getValue(), database)));

    report.publishEntry("online", results.write("online") + "judged by pg_dump");
    assertThat(results.failures()).isEmpty();
  }

  private static Map<String, List<Path>> steps() {
    Map<String, List<Path>> steps = new ConcurrentSkipListMap<>();
    int number = 0;
    for (String evolution : Corpus.evolutions()) {
      List<Path> files = Corpus.evolution(evolution);
      for (int at = FULL ? 1 : files.size() - 1; at < files.size(); at++) {
        if (FULL || number++ % 4 == 0) {
          steps.put(evolution + " " + at + " to " + (at + 1), files.subList(at - 1, at + 1));
        }
      }
    }
    return steps;
  }

  private static int run(List<Path> files, TestDatabase database) throws IOException {
    Evolution evolution = Evolution.on(database).online();
    try (TestDatabase live = evolution.live();
        TestDatabase wanted = evolution.wanted()) {
      evolution.before(Files.readString(files.get(0))).after(Files.readString(files.get(1)));
      String before = DUMP.of(live);
      MigrationPlan plan = evolution.plan();

      evolution.apply(plan);
      assertThat(DUMP.of(live)).isEqualTo(DUMP.of(wanted));

      evolution.revert(plan);
      assertThat(DUMP.of(live)).isEqualTo(before);
      return plan.operations().size();
    }
  }
}
