package org.aludel.migrations.step;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.aludel.error.RevisionException;
import org.aludel.migrations.contention.StepLimits;

/**
 * Who runs a step in Java: our runner, or Liquibase.
 *
 * @see StepContext
 */
public interface StepHost {
  /** The table that says how far backfills have come, as SQL writes it. */
  String progressTable();

  /** What tells this step from all others of the database. */
  String step();

  /** What this run was told, by names. */
  Map<String, String> arguments();

  /** How long statements may wait and work. */
  StepLimits limits();

  /** What must hold whenever a part of the step is committed. */
  Guard guard();

  /** Takes note of how far it has come. */
  void progress(StepProgress progress);

  /** Takes note of a part that did not get its locks and is tried again. */
  void retrying(int tries, Duration pause);

  /** A part of the step begins: whoever looks for what is in its way may look now. */
  void working(boolean begins);

  /** Who was in the way, a line each; empty when nobody was seen. */
  List<String> blockers();

  /**
   * A condition that is asked of the server in the statement that it protects.
   *
   * @param query without binds; gives one row while it holds
   * @param broken the failure when it gives none
   */
  record Guard(String query, Supplier<RevisionException> broken) {}
}
