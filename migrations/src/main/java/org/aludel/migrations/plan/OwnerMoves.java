package org.aludel.migrations.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.SequenceOperation;

/**
 * Leaves a sequence without an owner for a moment, where the new owner can only come when the old
 * one is gone: a table takes the place of another, with its sequence and the name of its key.
 */
final class OwnerMoves {
  private OwnerMoves() {}

  /** The same operations with the changes of owner among the stuck ones in two steps. */
  static List<Operation> split(List<Operation> operations, List<Operation> stuck) {
    Set<Operation> cyclic = new HashSet<>(stuck);
    List<Operation> split = new ArrayList<>();
    for (Operation operation : operations) {
      if (operation instanceof SequenceOperation.ChangeOwner move
          && move.from() != null
          && move.to() != null
          && cyclic.contains(move)) {
        split.add(new SequenceOperation.ChangeOwner(move.sequence(), move.from(), null));
        split.add(new SequenceOperation.ChangeOwner(move.sequence(), null, move.to()));
      } else {
        split.add(operation);
      }
    }
    return split;
  }
}
