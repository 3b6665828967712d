package org.aludel.migrations.command;

import java.util.List;

/**
 * Where a database stands.
 *
 * @param current its heads, empty for a database before its first revision
 * @param pending revisions that an upgrade to the heads would run, in order
 */
public record CurrentResult(List<RevisionLine> current, List<RevisionLine> pending) {
  public CurrentResult {
    current = List.copyOf(current);
    pending = List.copyOf(pending);
  }

  /** Whether an upgrade would find nothing to do. */
  public boolean atHead() {
    return pending.isEmpty();
  }
}
