package org.aludel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs {@link QueryBenchmark}. Not part of the build; docs/performance.md has the command. */
final class QueryProbe {
  private static final int ROUNDS = Integer.getInteger("probe.rounds", 8);
  private static final int FORKS = Integer.getInteger("probe.forks", 2);

  @Test
  void measuresQueries() throws RunnerException, IOException {
    Options options =
        new OptionsBuilder()
            .include(QueryBenchmark.class.getName())
            .forks(FORKS)
            // Else the forks take over those of the tests, among them a compiler for short
            // programs.
            .jvmArgs("-Xmx1g")
            .warmupIterations(ROUNDS)
            .warmupTime(TimeValue.seconds(2))
            .measurementIterations(ROUNDS)
            .measurementTime(TimeValue.seconds(2))
            .addProfiler(GCProfiler.class)
            .build();
    Collection<RunResult> results = new Runner(options).run();

    List<String> lines = new ArrayList<>();
    for (RunResult result : results) {
      double bytes = result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
      lines.add(
          String.format(
              Locale.ROOT,
              "%-20s best %8.3f us  mean %8.3f us  %8.0f bytes",
              result.getPrimaryResult().getLabel(),
              result.getPrimaryResult().getStatistics().getMin(),
              result.getPrimaryResult().getScore(),
              bytes));
    }
    Files.write(Path.of("target", "query-probe.txt"), lines);
    assertThat(lines).hasSize(4);
  }
}
