package org.aludel.migrations.contention;

import java.util.List;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;

/** The failure of a step that did not get its locks in all its tries. */
public final class LockTimeout {
  private LockTimeout() {}

  /**
   * The failure.
   *
   * @param what could not be done
   * @param refused what the server refused, and where it stands
   * @param blockers who was in the way, a line each
   */
  public static RevisionException of(
      String what, String refused, int tries, List<String> blockers, Throwable cause) {
    String holders =
        blockers.isEmpty()
            ? "who held the lock was not seen"
            : "in the way: " + String.join("\n", blockers);
    return new RevisionException(
        Problem.of(
                MigrationCode.LOCK_TIMEOUT,
                what + ": others held its locks in " + tries + (tries == 1 ? " try" : " tries"))
            .found(refused + "\n" + holders)
            .expected("a moment in which nobody holds them for longer than the lock timeout")
            .fix(
                "end what is in the way, SELECT pg_terminate_backend(<server process>), or run"
                    + " again when less goes on; -Dorm.lock-timeout and -Dorm.lock-retries make it"
                    + " more patient"),
        cause);
  }
}
