package org.aludel.migrations.online;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.aludel.ddl.DdlStatement;
import org.aludel.migrations.operation.Operation;

/**
 * A part of an operation that commits as one. Each can be undone by itself, also when the stages
 * behind it never ran.
 *
 * @param up what does it
 * @param down what undoes it; empty where undoing an earlier stage does
 */
record Stage(Commit commit, Operation operation, List<DdlStatement> up, List<DdlStatement> down) {
  Stage {
    up = List.copyOf(up);
    down = List.copyOf(down);
  }

  /** When it commits. */
  enum Commit {
    /** Before all others, since it only looks whether rows are in the way. */
    FIRST,
    /** With its neighbours, as long as they lock the same table. */
    TOGETHER,
    /** In a transaction of its own, since it would hold the lock of its neighbours for long. */
    APART,
    /** Statement by statement outside a transaction, as the server demands it. */
    ALONE
  }

  /** The stages of the inverse operation: the last is undone first. */
  static List<Stage> reversed(List<Stage> stages, Operation inverse) {
    List<Stage> reversed = new ArrayList<>();
    stages.forEach(each -> reversed.add(new Stage(each.commit, inverse, each.down, each.up)));
    Collections.reverse(reversed);
    return reversed;
  }
}
