package org.aludel.migrations.command;

import java.time.Duration;
import java.util.List;

/**
 * One revision that was run or undone, in its own transaction.
 *
 * @param before heads of the database before it, empty for the base
 * @param after heads of the database after it
 * @param message of the revision
 * @param operations changes that were run
 * @param took from its first statement to the end of its commit
 */
public record AppliedRevision(
    List<String> before, List<String> after, String message, int operations, Duration took) {
  public AppliedRevision {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }
}
