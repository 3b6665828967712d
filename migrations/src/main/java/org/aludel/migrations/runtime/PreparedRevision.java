package org.aludel.migrations.runtime;

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
            .map(step -> new PreparedStep(step, preparation.prepare(revision, step, direction)))
            .toList());
  }

  /** The number of changes that will be run. */
  int operations() {
    return steps.stream().mapToInt(step -> step.changes().size()).sum();
  }
}
