package org.aludel.migrations.command;

import java.util.List;

/**
 * Where lines of history part and join, in the linear order of the graph.
 *
 * @param forks revisions that several others follow
 * @param merges revisions that follow several others
 */
public record BranchesResult(List<Fork> forks, List<RevisionLine> merges) {
  public BranchesResult {
    forks = List.copyOf(forks);
    merges = List.copyOf(merges);
  }

  /** A revision and those that follow it. */
  public record Fork(RevisionLine point, List<Branch> branches) {
    public Fork {
      branches = List.copyOf(branches);
    }
  }

  /** The first revision of a branch and the labels of the branch. */
  public record Branch(RevisionLine first, List<String> labels) {
    public Branch {
      labels = List.copyOf(labels);
    }
  }
}
