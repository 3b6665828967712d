package org.aludel.migrations.step;

import java.time.Duration;

/**
 * How far a step has come.
 *
 * @param what is worked on, such as a table
 * @param rows that are done
 * @param estimatedRows in all, about; 0 where nobody knows
 * @param took since this run of it began
 */
public record StepProgress(String what, long rows, long estimatedRows, Duration took) {
  private static final double NANOS = 1e9;

  /** Rows a second since this run of it began; 0 in its first instant. */
  public long rowsPerSecond() {
    return took.isZero() ? 0 : Math.round(rows * NANOS / took.toNanos());
  }
}
