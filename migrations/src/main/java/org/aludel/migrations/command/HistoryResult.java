package org.aludel.migrations.command;

import java.util.List;

/** All revisions in the linear order of the graph, parents first. */
public record HistoryResult(List<RevisionLine> revisions) {
  public HistoryResult {
    revisions = List.copyOf(revisions);
  }
}
