package org.aludel.migrations.runtime;

import java.util.ArrayList;
import java.util.List;
import org.aludel.migrations.leftover.LoneStatement;
import org.aludel.migrations.revision.ChangeSet;

/**
 * A changeset and what it runs in one direction.
 *
 * @param inTransaction whether it runs in a transaction with what is recorded of it; also where the
 *     file asks for none, if the server allows it: then nothing can come between the two
 */
record PreparedStep(ChangeSet step, List<PreparedChange> changes, boolean inTransaction) {
  PreparedStep {
    changes = List.copyOf(changes);
  }

  static PreparedStep of(ChangeSet step, List<PreparedChange> changes, Direction direction) {
    return new PreparedStep(
        step, changes, step.runInTransaction() || transactional(changes, direction));
  }

  /**
   * A way back of several statements, such as that of a label that was added to an enum, is only
   * safe together. A way forth of several was taken apart by whoever wrote it.
   */
  private static boolean transactional(List<PreparedChange> changes, Direction direction) {
    List<String> statements = new ArrayList<>();
    for (PreparedChange change : changes) {
      if (change.sql() == null) {
        return false;
      }
      statements.addAll(change.sql());
    }
    boolean single = statements.size() == 1;
    return (single || direction == Direction.DOWN)
        && statements.stream()
            .allMatch(sql -> LoneStatement.transactional(sql) && (single || !isLabel(sql)));
  }

  /** A label cannot be used in the transaction that adds it. */
  private static boolean isLabel(String sql) {
    return LoneStatement.of(sql).kind() == LoneStatement.Kind.ADD_ENUM_VALUE;
  }

  /** Whether it is a backfill, which notes how far it has come. */
  boolean committing() {
    return changes.stream()
        .map(PreparedChange::call)
        .anyMatch(call -> call != null && call.committing());
  }
}
