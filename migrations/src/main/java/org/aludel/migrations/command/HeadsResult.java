package org.aludel.migrations.command;

import java.util.List;

/** The revisions that no other follows, in the linear order of the graph. */
public record HeadsResult(List<Head> heads) {
  public HeadsResult {
    heads = List.copyOf(heads);
  }

  /**
   * One of them.
   *
   * @param labels of its branch
   * @param neededBy revisions of other branches that depend on it; where there are some, the
   *     version table of a database that has them does not name this head
   */
  public record Head(RevisionLine line, List<String> labels, List<String> neededBy) {
    public Head {
      labels = List.copyOf(labels);
      neededBy = List.copyOf(neededBy);
    }
  }
}
