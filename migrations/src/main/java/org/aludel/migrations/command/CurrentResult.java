package org.aludel.migrations.command;

import java.util.List;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;

/**
 * Where a database stands.
 *
 * @param current its heads, empty for a database before its first revision
 * @param pending revisions that an upgrade to the heads would run, in order
 * @param changed files that were changed after they were applied, with both digests; an upgrade
 *     refuses them
 */
public record CurrentResult(
    List<RevisionLine> current, List<RevisionLine> pending, List<String> changed) {
  public CurrentResult {
    current = List.copyOf(current);
    pending = List.copyOf(pending);
    changed = List.copyOf(changed);
  }

  /** Whether an upgrade would find nothing to do. */
  public boolean atHead() {
    return pending.isEmpty();
  }

  /**
   * This result when the database has all revisions.
   *
   * @throws RevisionException NOT_AT_HEAD with what it lacks
   */
  public CurrentResult orThrow() {
    if (atHead()) {
      return this;
    }
    throw new RevisionException(
        Problem.of(MigrationCode.NOT_AT_HEAD, "cannot pass: the database is not at all heads")
            .found(
                "pending: " + String.join(", ", pending.stream().map(RevisionLine::title).toList()))
            .expected("a database that has all revisions")
            .fix("mvn orm:upgrade"));
  }
}
