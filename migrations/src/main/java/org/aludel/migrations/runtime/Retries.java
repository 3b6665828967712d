package org.aludel.migrations.runtime;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.aludel.error.AludelException;
import org.aludel.error.DatabaseException;
import org.aludel.migrations.contention.Contention;
import org.aludel.migrations.contention.LockTimeout;
import org.aludel.migrations.loss.HiddenRows;
import org.aludel.migrations.revision.Revision;

/** Tries a part of a revision again as long as others hold its locks and tries are left. */
record Retries(RunSession session, Supplier<Revision> running) {
  Retries(RunSession session, Revision revision) {
    this(session, () -> revision);
  }

  /**
   * Runs a part until it succeeds.
   *
   * @param attempt does it, or leaves nothing of it
   * @param undo brings the connection back to where another attempt may begin
   * @throws org.aludel.error.RevisionException LOCK_TIMEOUT when no try is left; what the attempt
   *     throws for any other reason
   */
  void run(Runnable attempt, Runnable undo) {
    for (int tries = 1; ; tries++) {
      try {
        attempt.run();
        return;
      } catch (AludelException failure) {
        if (!Contention.is(failure)) {
          throw reason(failure);
        }
        undo.run();
        Revision revision = running.get();
        List<String> blockers = session.watch().seen();
        if (tries > session.limits().lockRetries()) {
          throw LockTimeout.of(
              "cannot run revision " + revision.title(),
              String.valueOf(failure.problem().found()),
              tries,
              blockers,
              failure);
        }
        Duration pause = Contention.pause(tries);
        session.listener().retrying(revision, tries, pause, blockers);
        Contention.sleep(pause, "revision " + revision.title());
      }
    }
  }

  /** What made it fail in the end, with the connection of the run back in order. */
  private AludelException reason(AludelException failure) {
    try {
      session.connection().rollback();
      AludelException reason =
          HiddenRows.reason(failure, session.connection())
              .<AludelException>map(hidden -> hidden)
              .orElse(failure);
      return session.lock().reason(reason, session.connection());
    } catch (DatabaseException unasked) {
      failure.addSuppressed(unasked);
      return failure;
    }
  }
}
