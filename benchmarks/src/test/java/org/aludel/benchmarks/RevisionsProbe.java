package org.aludel.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 500 migrations, and none to run: whole processes of us, of the peers and of a loop by hand, in
 * turn. Not part of the build; docs/performance.md has the command and the figures.
 */
@PostgresTest
final class RevisionsProbe {
  private static final int COUNT = Integer.getInteger("probe.revisions", 500);
  private static final int ROUNDS = Integer.getInteger("probe.rounds", 5);

  @TempDir Path directory;

  @Test
  void comparesWholeProcesses(TestDatabase server) throws Exception {
    for (Contender.Name name : Contender.Name.values()) {
      name.contender().write(Files.createDirectories(folder(name)), COUNT);
    }
    Map<Contender.Name, List<Cost>> full = new EnumMap<>(Contender.Name.class);
    Map<Contender.Name, List<Cost>> idle = new EnumMap<>(Contender.Name.class);
    for (int round = 0; round <= ROUNDS; round++) {
      for (Contender.Name name : Contender.Name.values()) {
        try (TestDatabase database = server.another()) {
          Cost all = Cost.ofProgram(name, database.jdbcUrl(), folder(name));
          Cost none = Cost.ofProgram(name, database.jdbcUrl(), folder(name));
          assertThat(database.query("SELECT count(*) FROM pg_tables WHERE tablename ~ '^m[0-9]+$'"))
              .containsExactly(List.of(String.valueOf(COUNT)));
          if (round > 0) {
            full.computeIfAbsent(name, key -> new ArrayList<>()).add(all);
            idle.computeIfAbsent(name, key -> new ArrayList<>()).add(none);
          }
        }
      }
    }
    List<String> lines = new ArrayList<>(table(COUNT + " migrations", full));
    lines.addAll(table("none to run", idle));
    Files.createDirectories(Path.of("target"));
    Files.write(Path.of("target", "revisions-probe.txt"), lines);
  }

  private Path folder(Contender.Name name) {
    return directory.resolve(name.shown());
  }

  private static List<String> table(String title, Map<Contender.Name, List<Cost>> costs) {
    double wall = median(costs.get(Contender.Name.JDBC), Cost::wall);
    double cpu = median(costs.get(Contender.Name.JDBC), Cost::cpu);
    List<String> lines = new ArrayList<>();
    lines.add(title + ": seconds (ratio to jdbc), medians of " + ROUNDS);
    costs.forEach(
        (name, all) ->
            lines.add(
                String.format(
                    Locale.ROOT,
                    "%-10s wall %6.2f (%.2f)  cpu %6.2f (%.2f)",
                    name.shown(),
                    median(all, Cost::wall),
                    median(all, Cost::wall) / wall,
                    median(all, Cost::cpu),
                    median(all, Cost::cpu) / cpu)));
    return lines;
  }

  private static double median(List<Cost> costs, ToDoubleFunction<Cost> figure) {
    double[] sorted = costs.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
