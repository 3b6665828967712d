package org.aludel.migrations.online;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Constraint;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Index;
import org.aludel.schema.QualifiedName;

/**
 * Takes long work out of the transactions that bridges need: what is built for its own sake goes
 * behind the bridge, and what is dropped so before it. Only what no other object of a schema stands
 * on is moved: plain indexes, checks and foreign keys.
 */
final class Aside {
  private Aside() {}

  static List<Operation> order(List<Operation> ordered, Scope scope) {
    Bridges bridges = new Bridges(ordered, scope);
    List<Operation> result = new ArrayList<>();
    int at = 0;
    while (at < ordered.size()) {
      int last = at;
      while (last + 1 < ordered.size() && bridges.joinsPrevious(last + 1)) {
        last++;
      }
      Set<QualifiedName> moved = moved(ordered.subList(at, last + 1));
      List<Operation> early = new ArrayList<>();
      List<Operation> middle = new ArrayList<>();
      List<Operation> late = new ArrayList<>();
      for (; at <= last; at++) {
        Operation operation = ordered.get(at);
        boolean free =
            !bridges.isEnd(at) && Collections.disjoint(moved, LockedTables.of(operation));
        if (free && isBuilt(operation)) {
          late.add(operation);
        } else {
          (free && isBuilt(operation.inverse()) ? early : middle).add(operation);
        }
      }
      result.addAll(early);
      result.addAll(middle);
      result.addAll(late);
    }
    return result;
  }

  /**
   * Tables that come to stand elsewhere: a part that leaves its whole takes other indexes along.
   */
  private static Set<QualifiedName> moved(List<Operation> operations) {
    return operations.stream()
        .filter(TableOperation.class::isInstance)
        .flatMap(each -> LockedTables.of(each).stream())
        .collect(Collectors.toSet());
  }

  private static boolean isBuilt(Operation operation) {
    return (operation instanceof IndexOperation.Create create && isPlain(create.index()))
        || (operation instanceof ConstraintOperation.Add add && isPlain(add.constraint()));
  }

  private static boolean isPlain(Index index) {
    return !index.unique();
  }

  private static boolean isPlain(Constraint constraint) {
    return constraint instanceof ForeignKey || constraint instanceof CheckConstraint;
  }
}
