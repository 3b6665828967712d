package org.aludel.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.aludel.reflect.ReflectOptions;
import org.aludel.schema.MetaData;
import org.aludel.testing.DumpCost;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * Reading 1,000 and 5,000 tables of 12 columns, 3 indexes and 2 foreign keys, beside {@code pg_dump
 * --schema-only} in the same run. Not part of the build; docs/performance.md has the command and
 * the figures.
 */
@PostgresTest(judge = true)
final class ReflectionProbe {
  private static final int ROUNDS = Integer.getInteger("probe.rounds", 7);
  private static final int[] SIZES = {1_000, 5_000};
  private final List<String> lines = new ArrayList<>();

  private record Cost(double seconds, long bytes) {}

  @Test
  void comparesWithTheDump(TestDatabase server) throws Exception {
    List<Double> medians = new ArrayList<>();
    for (int tables : SIZES) {
      try (TestDatabase database = server.another()) {
        ManyTables.create(database, tables);
        medians.add(compare(database, tables));
      }
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "growth of the median, %d to %d tables: %.2f",
            SIZES[0],
            SIZES[1],
            medians.get(1) / medians.get(0)));
    Path file = Path.of("target", "reflection-probe.txt");
    Files.createDirectories(file.getParent());
    Files.write(file, lines);
    assertThat(lines).isNotEmpty();
  }

  /** The first reading is that of a young JVM where this size is the first one. */
  private double compare(TestDatabase database, int tables) throws Exception {
    int queries = queries(database, tables);
    List<Cost> ours = new ArrayList<>();
    List<Cost> dumps = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      ours.add(read(database, tables));
      DumpCost.of(database)
          .ifPresent(cost -> dumps.add(new Cost(cost.seconds(), cost.residentBytes())));
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "%d tables on %d: %d queries; reading first %.2f s, median %.2f s, least %.2f s, peak"
                + " heap %d MB",
            tables,
            database.majorVersion(),
            queries,
            ours.get(0).seconds(),
            median(ours),
            least(ours),
            peak(ours)));
    if (!dumps.isEmpty()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  pg_dump --schema-only first %.2f s, median %.2f s, least %.2f s, resident %d MB;"
                  + " ratio of medians %.2f",
              dumps.get(0).seconds(),
              median(dumps),
              least(dumps),
              peak(dumps),
              median(ours) / median(dumps)));
    }
    return median(ours);
  }

  private static int queries(TestDatabase database, int tables) throws SQLException {
    StatementRecorder recorder = new StatementRecorder();
    try (Connection connection = recorder.wrap(database.dataSource()).getConnection()) {
      MetaData found = new PostgresCatalogReader().read(connection, ReflectOptions.of("public"));
      assertThat(found.tables()).hasSize(tables);
      assertThat(found.tables().get(tables / 2).columns()).hasSize(12);
      assertThat(found.tables().get(tables / 2).indexes()).hasSize(3);
      assertThat(found.tables().get(tables / 2).foreignKeys()).hasSize(2);
    }
    return recorder.count();
  }

  /** With the connection, as pg_dump's time is. */
  private static Cost read(TestDatabase database, int tables) throws IOException {
    System.gc();
    heaps().forEach(MemoryPoolMXBean::resetPeakUsage);
    long before = heaps().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    long start = System.nanoTime();
    MetaData found = Reflection.of(database);
    double seconds = (System.nanoTime() - start) / 1e9;
    long peak = heaps().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    assertThat(found.tables()).hasSize(tables);
    return new Cost(seconds, peak - before);
  }

  private static java.util.stream.Stream<MemoryPoolMXBean> heaps() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP);
  }

  private static double median(List<Cost> costs) {
    return costs.stream().mapToDouble(Cost::seconds).sorted().toArray()[costs.size() / 2];
  }

  private static double least(List<Cost> costs) {
    return costs.stream().mapToDouble(Cost::seconds).min().orElseThrow();
  }

  private static long peak(List<Cost> costs) {
    return costs.stream().mapToLong(Cost::bytes).max().orElseThrow() >> 20;
  }
}
