package org.aludel.embedded;

import java.time.Duration;

/** A point in time until which something is polled. Not thread-safe. */
final class Deadline {
  private static final long PAUSE_MILLIS = 20;
  private final long endNanos;

  private Deadline(long endNanos) {
    this.endNanos = endNanos;
  }

  static Deadline after(Duration duration) {
    return new Deadline(System.nanoTime() + duration.toNanos());
  }

  /** Sleeps shortly; false when the time is over. An interrupt shortens no wait and is kept. */
  boolean pause() {
    boolean interrupted = Thread.interrupted();
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return System.nanoTime() < endNanos;
  }
}
