package org.aludel.migrations.runtime;

import java.time.Duration;
import java.util.List;
import org.aludel.migrations.revision.Revision;

/**
 * One revision that was run or undone.
 *
 * @param before heads of the database before it
 * @param after heads of the database after it
 * @param operations changes that were run
 * @param took from its first statement to the end of its last commit
 */
public record AppliedStep(
    Revision revision,
    Direction direction,
    List<String> before,
    List<String> after,
    int operations,
    Duration took) {
  public AppliedStep {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }
}
