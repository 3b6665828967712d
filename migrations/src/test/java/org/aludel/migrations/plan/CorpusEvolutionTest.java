package org.aludel.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aludel.testing.Corpus;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.SchemaDump;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Real schemas, one version to the next and back, judged by pg_dump. */
@PostgresTest(judge = true)
final class CorpusEvolutionTest {
  private static final List<String> SCHEMAS =
      List.of(
          "chinook", "chinook_identity", "chinook_serial", "petclinic", "temporal_v12", "umami");

  private static final SchemaDump DUMP = SchemaDump.standard().ignoringColumnOrder();

  /** A step of the corpus: two files, the first one empty for a schema from nothing. */
  private record Case(String name, String before, String after) {}

  @Test
  void everyCaseGoesUpAndDown(TestDatabase database, TestReporter report) {
    SchemaDump.assumeAvailable();
    List<Case> cases = cases();
    List<String> failures = new ArrayList<>();

    for (Case each : cases) {
      try {
        run(each, database);
      } catch (RuntimeException | AssertionError failure) {
        failures.add(each.name() + ": " + String.valueOf(failure.getMessage()));
      }
    }

    report.publishEntry("corpus", cases.size() + " run, 0 skipped");
    assertThat(failures).isEmpty();
    assertThat(cases).hasSize(SCHEMAS.size() + 11 + 11 + 3);
  }

  private static void run(Case each, TestDatabase database) {
    Evolution evolution = Evolution.on(database).before(each.before()).after(each.after());
    String before = DUMP.of(evolution.live());
    MigrationPlan plan = evolution.plan();

    evolution.apply(plan);

    assertThat(DUMP.of(evolution.live())).isEqualTo(DUMP.of(evolution.wanted()));
    assertThat(evolution.plan().upgrade()).isEmpty();

    evolution.revert(plan);

    assertThat(DUMP.of(evolution.live())).isEqualTo(before);
    assertThat(evolution.plan().upgrade()).isEqualTo(plan.upgrade());
    evolution.live().close();
    evolution.wanted().close();
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (String schema : SCHEMAS) {
      cases.add(new Case(schema, "", text(Corpus.schema(schema))));
    }
    cases.addAll(steps("temporal", 12));
    cases.addAll(steps("umami", 12));
    cases.addAll(steps("zync", 4));
    return cases;
  }

  private static List<Case> steps(String name, int versions) {
    List<Path> files = Corpus.evolution(name).subList(0, versions);
    List<Case> steps = new ArrayList<>();
    for (int at = 1; at < files.size(); at++) {
      steps.add(
          new Case(
              name + " " + at + " to " + (at + 1), text(files.get(at - 1)), text(files.get(at))));
    }
    return steps;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
