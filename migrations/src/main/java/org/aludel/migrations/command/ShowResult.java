package org.aludel.migrations.command;

import java.util.List;
import java.util.Set;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.runtime.RevisionSql;

/**
 * One revision, whole.
 *
 * @param line with its place and state
 * @param file where it lies
 * @param labels of the branch that it lies on, its own included
 * @param next revisions that follow it
 * @param upgrade what it runs, in order
 * @param downgrade what undoes it, in order; empty when it cannot be undone
 * @param hazards what its SQL does to a live system, each beginning with its code
 */
public record ShowResult(
    RevisionLine line,
    Revision revision,
    String file,
    Set<String> labels,
    List<String> next,
    List<RevisionSql.Step> upgrade,
    List<RevisionSql.Step> downgrade,
    List<String> hazards) {
  public ShowResult {
    labels = Set.copyOf(labels);
    next = List.copyOf(next);
    upgrade = List.copyOf(upgrade);
    downgrade = List.copyOf(downgrade);
    hazards = List.copyOf(hazards);
  }
}
