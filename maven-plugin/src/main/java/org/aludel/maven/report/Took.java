package org.aludel.maven.report;

import java.time.Duration;
import java.util.Locale;

/** How long something took, as people say it. */
final class Took {
  private static final long MILLIS = 1_000;
  private static final long SECONDS = 60;
  private static final long MINUTES = 60;

  private Took() {}

  /** {@code 41 ms}, {@code 4.1 s}, {@code 5 min 12 s}, {@code 2 h 05 min}. */
  static String text(Duration took) {
    long millis = took.toMillis();
    long seconds = took.toSeconds();
    if (millis < MILLIS) {
      return millis + " ms";
    }
    if (seconds < SECONDS) {
      return String.format(Locale.ROOT, "%d.%d s", seconds, millis % MILLIS / 100);
    }
    if (took.toMinutes() < MINUTES) {
      return took.toMinutes() + " min " + seconds % SECONDS + " s";
    }
    return String.format(Locale.ROOT, "%d h %02d min", took.toHours(), took.toMinutes() % MINUTES);
  }
}
