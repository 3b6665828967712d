package org.aludel.benchmarks.peer;

import java.util.Locale;

/**
 * What a work cost once.
 *
 * @param wall nanoseconds
 * @param cpu nanoseconds of the processor that the calling thread used
 * @param bytes allocated by the calling thread
 * @param checksum of what was read or written
 */
record Cost(long wall, long cpu, long bytes, long checksum) {
  String line() {
    return String.format(Locale.ROOT, "%d %d %d %d", wall, cpu, bytes, checksum);
  }

  static Cost of(String line) {
    String[] parts = line.split(" ");
    return new Cost(
        Long.parseLong(parts[0]),
        Long.parseLong(parts[1]),
        Long.parseLong(parts[2]),
        Long.parseLong(parts[3]));
  }
}
