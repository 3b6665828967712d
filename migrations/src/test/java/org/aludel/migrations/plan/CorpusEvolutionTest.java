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

/**
 * Real schemas from nothing, and one version to the next, each there and back; the inspector and
 * pg_dump, privileges included, judge all of them.
 */
@PostgresTest(judge = true)
final class CorpusEvolutionTest {
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
    CorpusReport results = new CorpusReport();

    cases.parallelStream().forEach(each -> tryOut(each, database, results));

    report.publishEntry("corpus", results.write("plain") + "judged by pg_dump");
    assertThat(results.failures()).isEmpty();
    assertThat(results.size()).isEqualTo(FULL ? 24 + 111 : 24 + 13);
  }

  private static void tryOut(Case each, TestDatabase database, CorpusReport results) {
    Evolution evolution = Evolution.on(database);
    try (TestDatabase live = evolution.live();
        TestDatabase wanted = evolution.wanted()) {
      results.run(each.name(), () -> run(each, evolution, live, wanted));
    }
  }

  private static int run(Case each, Evolution evolution, TestDatabase live, TestDatabase wanted) {
    evolution.before(each.before()).after(each.after());
    assertThat(evolution.differences().uncovered()).isEmpty();
    String before = DUMP.of(live);
    MigrationPlan plan = evolution.plan();

    evolution.apply(plan);

    assertThat(evolution.plan().upgrade()).isEmpty();
    assertThat(DUMP.of(live)).isEqualTo(DUMP.of(wanted));

    evolution.revert(plan);

    assertThat(evolution.plan().upgrade()).isEqualTo(plan.upgrade());
    assertThat(DUMP.of(live)).isEqualTo(before);
    return plan.operations().size();
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
