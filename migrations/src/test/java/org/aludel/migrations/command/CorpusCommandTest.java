package org.aludel.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.aludel.migrations.loss.LossPolicy;
import org.aludel.testing.Corpus;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.SchemaDump;
import org.aludel.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real schemas and their real changes through the commands that a person uses: file, proof, upgrade
 * and downgrade. {@code pg_dump} judges each step, and a second autogenerate finds nothing.
 */
@PostgresTest(judge = true)
final class CorpusCommandTest {
  private static final SchemaDump DUMP = SchemaDump.standard().ignoringColumnOrder();

  @TempDir Path folder;

  /**
   * One step of the corpus.
   *
   * @param before what the database holds; null for nothing
   */
  private record Step(String name, @Nullable Path before, Path after) {}

  @Test
  void everyStepGoesUpAndDown(TestDatabase database, TestReporter report) {
    SchemaDump.assumeAvailable();
    List<Step> steps = steps();
    List<String> failures =
        steps.parallelStream().flatMap(step -> failure(step, database).stream()).sorted().toList();

    report.publishEntry("corpus", steps.size() + " run, 0 skipped, " + failures.size() + " fail");
    assertThat(failures).isEmpty();
  }

  private Optional<String> failure(Step step, TestDatabase database) {
    try (TestDatabase live = database.another();
        TestDatabase wanted = database.another()) {
      run(step, live, wanted);
      return Optional.empty();
    } catch (IOException | RuntimeException | AssertionError failure) {
      return Optional.of(step.name() + ": " + failure.getMessage());
    }
  }

  private void run(Step step, TestDatabase live, TestDatabase wanted) throws IOException {
    Path directory = Files.createDirectory(folder.resolve(step.name().replace(' ', '_')));
    if (step.before() != null) {
      live.run(Files.readString(step.before()));
    }
    wanted.run(Files.readString(step.after()));
    String before = DUMP.of(live);

    AutogenerateResult.Written first =
        Objects.requireNonNull(autogenerate(live, directory, step).written());
    assertThat(first.proof().proven()).as("proven").isTrue();
    upgrade(live, directory);

    assertThat(DUMP.of(live)).as("dump after the upgrade").isEqualTo(DUMP.of(wanted));
    assertThat(autogenerate(live, directory, step).noChanges()).as("second run empty").isTrue();

    String text = Files.readString(first.file());
    downgrade(live, directory);

    assertThat(DUMP.of(live)).as("dump after the downgrade").isEqualTo(before);
    Files.delete(first.file());
    Path again = Objects.requireNonNull(autogenerate(live, directory, step).written()).file();
    assertThat(Files.readString(again)).as("third run").isEqualTo(text);
  }

  private static AutogenerateResult autogenerate(TestDatabase live, Path directory, Step step) {
    try (Workshop workshop =
        workshop(live, directory)
            .with("drops", "allow")
            .with("unmanaged", "include")
            .with("model", "sql:" + step.after())) {
      return workshop.model().autogenerate("step");
    }
  }

  private static void upgrade(TestDatabase live, Path directory) {
    try (Workshop workshop = workshop(live, directory)) {
      workshop.model().upgrade();
    }
  }

  private static void downgrade(TestDatabase live, Path directory) {
    try (Workshop workshop = workshop(live, directory)) {
      workshop.model().downgrade("base", LossPolicy.ACCEPT);
    }
  }

  private static Workshop workshop(TestDatabase live, Path directory) {
    return new Workshop(live, directory);
  }

  private static List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (String schema :
        List.of(
            "chinook",
            "chinook_identity",
            "chinook_serial",
            "petclinic",
            "temporal_v12",
            "umami")) {
      steps.add(new Step(schema, null, Corpus.schema(schema)));
    }
    addPairs(steps, "temporal", Corpus.evolution("temporal"));
    addPairs(steps, "umami", Corpus.evolution("umami"));
    addPairs(steps, "zync", Corpus.evolution("zync").subList(0, 4));
    return steps;
  }

  private static void addPairs(List<Step> steps, String evolution, List<Path> versions) {
    for (int at = 1; at < versions.size(); at++) {
      String name = evolution + " " + at + " to " + (at + 1);
      steps.add(new Step(name, versions.get(at - 1), versions.get(at)));
    }
  }
}
