package org.aludel.migrations.runtime;

import java.util.List;

/**
 * What an upgrade, a downgrade or a stamp did.
 *
 * @param steps the revisions run or undone, in order; none for a stamp
 * @param before heads of the database at the start
 * @param heads heads of the database now, empty for the base
 */
public record RunResult(List<AppliedStep> steps, List<String> before, List<String> heads) {
  public RunResult {
    steps = List.copyOf(steps);
    before = List.copyOf(before);
    heads = List.copyOf(heads);
  }

  /** One line: the heads and the revisions in between, without their statements. */
  @Override
  public String toString() {
    return "RunResult"
        + before
        + " -> "
        + heads
        + steps.stream().map(each -> each.direction() + " " + each.revision().title()).toList();
  }
}
