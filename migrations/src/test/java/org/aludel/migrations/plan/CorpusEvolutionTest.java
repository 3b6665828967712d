package org.aludel.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.aludel.testing.Corpus;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.SchemaDump;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Real schemas from nothing, and one version to the next, each there and back; the inspector and
 * pg_dump, privileges included, judge all of them.
 */
@PostgresTest(judge = true)
final class CorpusEvolutionTest {
  /** What is refused, with what is said then: a plain table cannot be divided in place. */
  private static final Map<String, String> OPEN =
      Map.of(
          "pagila 3 to 4",
          "ORM-MIG-UNSUPPORTED-OBJECT: cannot change how table \"payment\" is divided");

  /** All steps ({@code -Pfull}), or the last one of each evolution. */
  private static final boolean FULL = Boolean.getBoolean("aludel.full");

  private static final SchemaDump DUMP =
      SchemaDump.standard().ignoringColumnOrder().withPrivileges();

  /** A step of the corpus: two files, the first one empty for a schema from nothing. */
  private record Case(String name, String before, String after) {}

  @Test
  void everyCaseGoesUpAndDown(TestDatabase database, TestReporter report) {
    SchemaDump.assumeAvailable();
    Corpus.assumeAvailable();
    List<Case> cases = cases();
    Map<String, String> failures = new ConcurrentSkipListMap<>();

    cases.parallelStream().forEach(each -> tryOut(each, database, failures));

    report.publishEntry(
        "corpus", cases.size() + " run and judged by pg_dump, " + failures.size() + " fail");
    failures.forEach(
        (name, message) ->
            assertThat(message).as(name).contains(OPEN.getOrDefault(name, "nothing at all")));
    assertThat(cases).hasSize(FULL ? 24 + 111 : 24 + 13);
  }

  private static void tryOut(Case each, TestDatabase database, Map<String, String> failures) {
    Evolution evolution = Evolution.on(database);
    try {
      run(each, evolution);
    } catch (RuntimeException | AssertionError failure) {
      failures.put(each.name(), String.valueOf(failure.getMessage()));
    } finally {
      evolution.live().close();
      evolution.wanted().close();
    }
  }

  private static void run(Case each, Evolution evolution) {
    evolution.before(each.before()).after(each.after());
    assertThat(evolution.differences().uncovered()).isEmpty();
    String before = DUMP.of(evolution.live());
    MigrationPlan plan = evolution.plan();

    evolution.apply(plan);

    assertThat(evolution.plan().upgrade()).isEmpty();
    assertThat(DUMP.of(evolution.live())).isEqualTo(DUMP.of(evolution.wanted()));

    evolution.revert(plan);

    assertThat(evolution.plan().upgrade()).isEqualTo(plan.upgrade());
    assertThat(DUMP.of(evolution.live())).isEqualTo(before);
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (String schema : Corpus.schemas()) {
      cases.add(new Case(schema + " from nothing", "", text(Corpus.schema(schema))));
    }
    for (String evolution : Corpus.evolutions()) {
      List<Path> files = Corpus.evolution(evolution);
      for (int at = FULL ? 1 : files.size() - 1; at < files.size(); at++) {
        String name = evolution + " " + at + " to " + (at + 1);
        cases.add(new Case(name, text(files.get(at - 1)), text(files.get(at))));
      }
    }
    return cases;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
