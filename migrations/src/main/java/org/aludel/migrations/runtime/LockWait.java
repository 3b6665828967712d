package org.aludel.migrations.runtime;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;

/**
 * How long a run has waited for a lock that others hold, from its creation on. The pauses between
 * two looks are of uneven length, so that many who wait do not all look at once. Not thread-safe.
 */
public final class LockWait {
  private static final long POLL_MILLIS = 100;
  private static final long REPORT_MILLIS = 1_000;

  private final Duration timeout;
  private final ProgressListener listener;
  private final long start = System.nanoTime();
  private long reported = -REPORT_MILLIS;

  /**
   * @param listener told once a second who holds the lock
   */
  public LockWait(Duration timeout, ProgressListener listener) {
    this.timeout = timeout;
    this.listener = listener;
  }

  /**
   * A pause, if there is time left.
   *
   * @param holder who holds the lock, asked only when it is told
   * @throws RevisionException LOCKED when there is none, or the thread is interrupted
   */
  public void pause(Supplier<String> holder) {
    long waited = Duration.ofNanos(System.nanoTime() - start).toMillis();
    if (waited >= timeout.toMillis()) {
      throw locked(holder.get(), waited);
    }
    if (waited - reported >= REPORT_MILLIS) {
      listener.waiting(holder.get(), Duration.ofMillis(waited));
      reported = waited;
    }
    sleep();
  }

  private static RevisionException locked(String holder, long waited) {
    return new RevisionException(
        Problem.of(MigrationCode.LOCKED, "cannot begin: another process is running revisions")
            .found(holder + "; waited " + Duration.ofMillis(waited).toSeconds() + " s")
            .expected("the lock to be free")
            .fix("wait for that process, or end it: the lock goes with it"));
  }

  private static void sleep() {
    try {
      Thread.sleep(POLL_MILLIS / 2 + ThreadLocalRandom.current().nextLong(POLL_MILLIS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RevisionException(
          Problem.of(MigrationCode.LOCKED, "cannot wait for the lock: interrupted"), e);
    }
  }
}
