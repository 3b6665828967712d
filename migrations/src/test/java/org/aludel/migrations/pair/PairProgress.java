package org.aludel.migrations.pair;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of each seed, a line each, in a file that outlives the process: a run that was
 * stopped goes on where it was, and only what failed is tried again.
 */
final class PairProgress {
  private static final String FAILED = "FAILED";

  private final @Nullable Path file;
  private final Map<Long, String> outcomes = new TreeMap<>();

  /** In memory alone. */
  PairProgress() {
    this.file = null;
  }

  PairProgress(Path file) {
    this.file = file;
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      if (Files.exists(file)) {
        Files.readAllLines(file).forEach(this::read);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(String line) {
    String[] parts = line.split(" ", 2);
    if (parts.length == 2 && !parts[1].startsWith(FAILED)) {
      outcomes.put(Long.valueOf(parts[0]), parts[1]);
    }
  }

  /** The seeds of a range that have not passed yet, without those of other shards. */
  synchronized List<Long> open(long from, int count, int shard, int shards) {
    Set<Long> open = new LinkedHashSet<>();
    for (long seed = from; seed < from + count; seed++) {
      if (seed % shards == shard - 1 && !outcomes.containsKey(seed)) {
        open.add(seed);
      }
    }
    return List.copyOf(open);
  }

  synchronized void passed(long seed, String outcome) {
    record(seed, outcome);
  }

  synchronized void failed(long seed, String why) {
    record(seed, FAILED + " " + why);
  }

  private void record(long seed, String outcome) {
    outcomes.put(seed, outcome);
    if (file == null) {
      return;
    }
    String line = seed + " " + outcome.replace("\n", "\\n") + "\n";
    try {
      Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many went which way. */
  synchronized Map<String, Integer> counts() {
    Map<String, Integer> counts = new TreeMap<>();
    outcomes.values().forEach(each -> counts.merge(each.split(" ", 2)[0], 1, Integer::sum));
    return counts;
  }

  /** The seeds that failed, with the reasons. */
  synchronized Map<Long, String> failures() {
    Map<Long, String> failures = new TreeMap<>(outcomes);
    failures.values().removeIf(each -> !each.startsWith(FAILED));
    return failures;
  }
}
