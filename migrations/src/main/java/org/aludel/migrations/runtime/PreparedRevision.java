package org.aludel.migrations.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;

/** A revision and what is still to be run of it in one direction, steps in the file's order. */
record PreparedRevision(Revision revision, Direction direction, List<PreparedStep> steps) {
  PreparedRevision {
    steps = List.copyOf(steps);
  }

  static PreparedRevision of(
      ChangePreparation preparation, Revision revision, Direction direction, List<ChangeSet> open) {
    return new PreparedRevision(
        revision,
        direction,
        open.stream()
            .map(
                step ->
                    PreparedStep.of(
                        step, preparation.prepare(revision, step, direction), direction))
            .toList());
  }

  /**
   * The steps in the order of the direction, those together that share a transaction; one outside a
   * transaction is alone, and so is each of a revision that is not atomic.
   */
  List<List<PreparedStep>> groups() {
    List<PreparedStep> ordered = new ArrayList<>(steps);
    if (direction == Direction.DOWN) {
      Collections.reverse(ordered);
    }
    List<List<PreparedStep>> groups = new ArrayList<>();
    boolean joinable = false;
    for (PreparedStep step : ordered) {
      if (!joinable || !step.step().runInTransaction()) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(step);
      joinable = step.step().runInTransaction() && revision.atomic();
    }
    return groups;
  }

  /** The number of changes that will be run. */
  int operations() {
    return steps.stream().mapToInt(step -> step.changes().size()).sum();
  }
}
