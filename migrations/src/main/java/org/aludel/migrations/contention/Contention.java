package org.aludel.migrations.contention;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.aludel.error.DatabaseException;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.jspecify.annotations.Nullable;

/** Failures because of somebody else's locks, which another try may not meet. */
public final class Contention {
  /** Source: PostgreSQL 18, appendix A: lock_not_available, deadlock_detected. */
  private static final Set<String> STATES = Set.of("55P03", "40P01");

  private static final long FIRST_PAUSE_MILLIS = 250;
  private static final long LONGEST_PAUSE_MILLIS = 10_000;

  /** Beyond these the longest pause is reached. */
  private static final int MOST_DOUBLINGS = 10;

  private Contention() {}

  /** Whether a failure, or what caused it, is one. */
  public static boolean is(@Nullable Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof DatabaseException refused) {
        return refused.sqlState() != null && STATES.contains(refused.sqlState());
      }
    }
    return false;
  }

  /**
   * The pause before another try: doubled each time, with as much chance in it as keeps two
   * processes from meeting again.
   *
   * @param tries that have failed, from 1
   */
  public static Duration pause(int tries) {
    int doublings = Math.min(tries - 1, MOST_DOUBLINGS);
    long whole = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << doublings);
    return Duration.ofMillis(whole / 2 + ThreadLocalRandom.current().nextLong(whole / 2 + 1));
  }

  /**
   * Waits before another try.
   *
   * @param what is tried again, for the message of an interruption
   */
  public static void sleep(Duration pause, String what) {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RevisionException(
          Problem.of(MigrationCode.LOCK_TIMEOUT, "cannot try " + what + " again: interrupted"), e);
    }
  }
}
