package org.aludel.benchmarks.peer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/** The costs of one contender and work, a round each. */
final class Series {
  private final List<Cost> costs = new ArrayList<>();

  void add(Cost cost) {
    costs.add(cost);
  }

  int rounds() {
    return costs.size();
  }

  long checksum() {
    return costs.get(0).checksum();
  }

  double median(ToLongFunction<Cost> figure) {
    return quantile(costs.stream().mapToDouble(figure::applyAsLong).toArray(), 0.5);
  }

  /** The ratio to another series round by round, of which the quantile is taken. */
  double ratio(Series other, ToLongFunction<Cost> figure, double quantile) {
    double[] ratios = new double[Math.min(rounds(), other.rounds())];
    for (int round = 0; round < ratios.length; round++) {
      ratios[round] =
          (double) figure.applyAsLong(costs.get(round))
              / Math.max(1, figure.applyAsLong(other.costs.get(round)));
    }
    return quantile(ratios, quantile);
  }

  private static double quantile(double[] values, double quantile) {
    Arrays.sort(values);
    return values[(int) Math.round((values.length - 1) * quantile)];
  }
}
