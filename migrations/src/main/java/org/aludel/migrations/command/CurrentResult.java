package org.aludel.migrations.command;

import java.util.List;

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
}
