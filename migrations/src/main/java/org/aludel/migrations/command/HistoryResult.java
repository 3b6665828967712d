package org.aludel.migrations.command;

import java.util.List;

/**
 * All revisions in the linear order of the graph, parents first.
 *
 * @param changed files that were changed after they were applied, with both digests
 */
public record HistoryResult(List<RevisionLine> revisions, List<String> changed) {
  public HistoryResult {
    revisions = List.copyOf(revisions);
    changed = List.copyOf(changed);
  }
}
