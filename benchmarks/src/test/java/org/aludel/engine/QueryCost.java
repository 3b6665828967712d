package org.aludel.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What {@link QueryBenchmark} costs the calling thread's processor: steadier than the clock on a
 * machine that others use, which JMH has no figure for.
 */
final class QueryCost {
  private static final int WARM_UP = 300_000;
  private static final int CALLS = 50_000;
  private static final int ROUNDS = 15;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private QueryCost() {}

  /** Prints microseconds of the processor for each builder: the median of the rounds. */
  public static void main(String[] arguments) {
    Blackhole hole =
        new Blackhole(
            "Today's password is swordfish. I understand instantiating Blackholes directly is"
                + " dangerous.");
    QueryBenchmark benchmark = new QueryBenchmark();
    print("byHand", () -> benchmark.byHand(hole));
    print("aludel", () -> hole.consume(benchmark.aludel()));
    print("jooq", () -> benchmark.jooq(hole));
    print("hibernateCriteria", () -> hole.consume(benchmark.hibernateCriteria()));
    benchmark.close();
  }

  private static void print(String what, Runnable call) {
    run(call, WARM_UP);
    double[] micros = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      micros[round] = run(call, CALLS);
    }
    Arrays.sort(micros);
    System.out.println(
        String.format(
            Locale.ROOT,
            "%-18s %7.2f us of the processor, best %7.2f",
            what,
            micros[ROUNDS / 2],
            micros[0]));
  }

  private static double run(Runnable call, int calls) {
    long start = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < calls; i++) {
      call.run();
    }
    return (THREADS.getCurrentThreadCpuTime() - start) / 1_000.0 / calls;
  }
}
