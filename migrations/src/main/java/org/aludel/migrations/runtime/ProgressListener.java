package org.aludel.migrations.runtime;

import java.time.Duration;
import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.step.StepProgress;

/** Told what a runner does while it does it, on the runner's thread. */
public interface ProgressListener {
  /** A listener that does nothing. */
  ProgressListener SILENT = new ProgressListener() {};

  /** Another process holds the lock; told at the first try and then about once a second. */
  default void waiting(String holder, Duration waited) {}

  /** Liquibase ran or undid revisions meanwhile; the version table follows the ledger. */
  default void headsRecomputed(List<String> recorded, List<String> heads) {}

  /** A revision begins; {@code operations} changes will be run. */
  default void started(Revision revision, Direction direction, int operations) {}

  /**
   * A step did not get its locks and will be tried again.
   *
   * @param tries that have failed, from 1
   * @param pause until the next one
   * @param blockers who was in the way, a line each; empty when nobody was seen
   */
  default void retrying(Revision revision, int tries, Duration pause, List<String> blockers) {}

  /** A step in Java has come as far as this; told after each part of a backfill. */
  default void progress(Revision revision, StepProgress progress) {}

  /** A change has been run; counts begin at 1. */
  default void operation(Revision revision, int done, int operations, Duration took) {}

  /** Something of a revision that a person should know: rows that were kept or given back. */
  default void note(Revision revision, String text) {}

  /**
   * A revision is about to be committed with the heads that it moves; told inside its transaction,
   * which takes back what was done where this throws.
   *
   * @param step as far as it went; heads after it are those that will be committed
   */
  default void moving(AppliedStep step, Connection connection) {}

  /** A revision has been committed. */
  default void finished(AppliedStep step) {}
}
