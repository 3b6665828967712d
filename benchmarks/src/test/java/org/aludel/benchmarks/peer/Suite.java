package org.aludel.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.aludel.testing.TestDatabase;

/**
 * Rounds of all contenders in turn, each in a JVM of its own, all alive together; the order
 * rotates. Half of a work's time warms up, the other half is measured.
 */
final class Suite {
  private static final int LEAST_ROUNDS = 3;
  private static final boolean RECORDED = Boolean.getBoolean("probe.recorded");
  private final TestDatabase database;
  private final Path target;
  private final double seconds;

  /**
   * @param target a folder for what is compiled
   * @param seconds for each work, warm-up included
   */
  Suite(TestDatabase database, Path target, double seconds) {
    this.database = database;
    this.target = target;
    this.seconds = seconds;
  }

  Tables run(List<Peer> peers, List<Work> works) throws IOException {
    database.run(Shop.schema());
    database.run("VACUUM ANALYZE");
    GeneratedEntities.compile(target.resolve("generated"));
    EnhancedClasses.write(target.resolve("enhanced"));
    Tables tables = new Tables(peers);
    measure(
        peers, works.stream().filter(work -> !work.needsSmallHeap()).toList(), "-Xmx640m", tables);
    measure(peers, works.stream().filter(Work::needsSmallHeap).toList(), "-Xmx64m", tables);
    return tables;
  }

  private void measure(List<Peer> peers, List<Work> works, String heap, Tables tables)
      throws IOException {
    if (works.isEmpty()) {
      return;
    }
    List<Runner> runners = new ArrayList<>();
    try {
      for (Peer peer : peers) {
        runners.add(start(peer, heap));
      }
      for (Work work : works) {
        measure(work, runners.stream().filter(runner -> runner.does(work)).toList(), tables);
      }
    } finally {
      for (Runner runner : runners) {
        runner.close();
      }
    }
  }

  private Runner start(Peer peer, String heap) throws IOException {
    List<Path> folders = new ArrayList<>();
    if (peer == Peer.HIBERNATE_ENHANCED) {
      folders.add(target.resolve("enhanced"));
    }
    folders.add(target.resolve("generated/classes"));
    List<String> arguments = new ArrayList<>(List.of(heap));
    if (RECORDED) {
      Path recording = target.resolve(peer.shown() + heap + ".jfr");
      // Without these a sample is booked on the next safepoint, often another line.
      arguments.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:+DebugNonSafepoints"));
      arguments.add("-XX:StartFlightRecording:settings=profile,filename=" + recording);
    }
    if (peer == Peer.EBEAN) {
      arguments.add("-javaagent:" + jarOf("ebean-agent"));
    }
    return Runner.start(peer, database.jdbcUrl(), folders, arguments);
  }

  private static String jarOf(String artifact) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(path -> path.contains(artifact))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the class path has no " + artifact));
  }

  private void measure(Work work, List<Runner> runners, Tables tables) throws IOException {
    if (runners.isEmpty()) {
      return;
    }
    Map<Peer, Integer> statements = new EnumMap<>(Peer.class);
    for (Runner runner : runners) {
      statements.put(runner.peer(), runner.statements(work));
    }
    List<Runner> order = new ArrayList<>(runners);
    rounds(work, order, 1);
    Map<Peer, Series> measured = rounds(work, order, LEAST_ROUNDS);
    requireSame(work, measured);
    tables.add(work, measured, statements);
  }

  private Map<Peer, Series> rounds(Work work, List<Runner> order, int least) throws IOException {
    Map<Peer, Series> series = new EnumMap<>(Peer.class);
    long end = System.nanoTime() + (long) (seconds / 2 * TimeUnit.SECONDS.toNanos(1));
    for (int round = 0; round < least || System.nanoTime() < end; round++) {
      for (Runner runner : order) {
        series.computeIfAbsent(runner.peer(), peer -> new Series()).add(runner.run(work));
      }
      Collections.rotate(order, 1);
    }
    return series;
  }

  /** A figure of a contender that read or wrote something else is worth nothing. */
  private static void requireSame(Work work, Map<Peer, Series> measured) {
    Map<Peer, Long> checksums = new EnumMap<>(Peer.class);
    measured.forEach((peer, series) -> checksums.put(peer, series.checksum()));
    assertThat(checksums.values().stream().distinct().count())
        .as("%s: all contenders have the same rows, %s", work.title(), checksums)
        .isEqualTo(1);
  }
}
