package org.aludel.migrations.pair;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * From a schema to an evolution of it and back, with rows, for many seeds: 200, or 5,000 with
 * {@code -Daludel.full=true}; {@code -Daludel.shard=2/4} runs the second quarter of them. The file
 * of a full run lies under {@code target}; a run that was stopped goes on where it was.
 */
@PostgresTest(judge = true)
final class RandomPairTest {
  private static final boolean FULL = Boolean.getBoolean("aludel.full");
  private static final long FROM = Long.getLong("aludel.pair.from", 1);
  private static final int COUNT = Integer.getInteger("aludel.pair.count", FULL ? 5_000 : 200);

  /** Some by their numbers, instead of a row of them. */
  private static final String SEEDS = System.getProperty("aludel.pair.seeds", "");

  private static final String[] SHARD = System.getProperty("aludel.shard", "1/1").split("/");
  private static final int AT_A_TIME = 2;

  @Test
  void everyPairConvergesBothWays(TestDatabase database, TestReporter report) {
    int shard = Integer.parseInt(SHARD[0]);
    int shards = Integer.parseInt(SHARD[1]);
    PairProgress progress = FULL ? new PairProgress(file(shard, shards)) : new PairProgress();
    Queue<Long> open =
        new ConcurrentLinkedQueue<>(
            SEEDS.isEmpty()
                ? progress.open(FROM, COUNT, shard, shards)
                : Stream.of(SEEDS.split(",")).map(Long::valueOf).toList());

    IntStream.range(0, AT_A_TIME).parallel().forEach(at -> work(database, open, progress));

    report.publishEntry(
        "pairs",
        "seeds "
            + FROM
            + " to "
            + (FROM + COUNT - 1)
            + ", shard "
            + shard
            + " of "
            + shards
            + ": "
            + progress.counts());
    assertThat(progress.failures()).isEmpty();
  }

  private static void work(TestDatabase database, Queue<Long> open, PairProgress progress) {
    try (PairWorker worker = new PairWorker(database)) {
      for (Long seed = open.poll(); seed != null; seed = open.poll()) {
        worker.tryOut(seed, progress);
      }
    }
  }

  private static Path file(int shard, int shards) {
    return Path.of(
        System.getProperty(
            "aludel.pair.progress",
            "target/random-pairs/shard-" + shard + "-of-" + shards + ".txt"));
  }
}
