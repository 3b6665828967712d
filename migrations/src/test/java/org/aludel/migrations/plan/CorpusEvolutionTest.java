package org.aludel.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.aludel.testing.Corpus;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.SchemaDump;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Real schemas from nothing, and one version to the next, each there and back. The inspector judges
 * all of them; pg_dump those that hold nothing but what the diff covers.
 */
@PostgresTest(judge = true)
final class CorpusEvolutionTest {
  /**
   * Cases in which something covered stands on something that is not, with what the server says. A
   * case that passes one day has to leave the list.
   */
  private static final Map<String, String> STANDS_ON_UNCOVERED = Map.of();

  /** All steps ({@code -Pfull}), or the last one of each evolution. */
  private static final boolean FULL = Boolean.getBoolean("aludel.full");

  private static final SchemaDump DUMP = SchemaDump.standard().ignoringColumnOrder();

  /** A step of the corpus: two files, the first one empty for a schema from nothing. */
  private record Case(String name, String before, String after) {}

  @Test
  void everyCaseGoesUpAndDown(TestDatabase database, TestReporter report) {
    SchemaDump.assumeAvailable();
    Corpus.assumeAvailable();
    List<Case> cases = cases();
    Map<String, String> failures = new ConcurrentSkipListMap<>();

    long judged = cases.parallelStream().filter(each -> judged(each, database, failures)).count();

    report.publishEntry(
        "corpus",
        cases.size() + " run, " + failures.size() + " fail, pg_dump judged " + judged + " of them");
    assertThat(failures.keySet())
        .isEqualTo(
            cases.stream()
                .map(Case::name)
                .filter(STANDS_ON_UNCOVERED::containsKey)
                .collect(Collectors.toCollection(TreeSet::new)));
    failures.forEach(
        (name, message) ->
            assertThat(message).as(name).contains(STANDS_ON_UNCOVERED.getOrDefault(name, "?")));
    assertThat(cases).hasSize(FULL ? 24 + 111 : 24 + 13);
    assertThat(judged).isGreaterThanOrEqualTo(FULL ? 50 : 10);
  }

  private static boolean judged(Case each, TestDatabase database, Map<String, String> failures) {
    Evolution evolution = Evolution.on(database);
    try {
      return run(each, evolution);
    } catch (RuntimeException | AssertionError failure) {
      failures.put(each.name(), String.valueOf(failure.getMessage()));
      return false;
    } finally {
      evolution.live().close();
      evolution.wanted().close();
    }
  }

  /** Whether pg_dump judged it, too. */
  private static boolean run(Case each, Evolution evolution) {
    evolution.before(each.before()).after(each.after());
    boolean judged = evolution.differences().uncovered().isEmpty();
    String before = judged ? DUMP.of(evolution.live()) : "";
    MigrationPlan plan = evolution.plan();

    evolution.apply(plan);

    assertThat(evolution.plan().upgrade()).isEmpty();
    if (judged) {
      assertThat(DUMP.of(evolution.live())).isEqualTo(DUMP.of(evolution.wanted()));
    }

    evolution.revert(plan);

    assertThat(evolution.plan().upgrade()).isEqualTo(plan.upgrade());
    if (judged) {
      assertThat(DUMP.of(evolution.live())).isEqualTo(before);
    }
    return judged;
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
