package org.aludel.migrations.online;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.Index;
import org.jspecify.annotations.Nullable;

/**
 * Finds what must stay in one transaction: from the drop of an object to where it is created again,
 * nobody may see that it is gone. The operations between stay with it, in their plain form.
 */
final class Bridges {
  private final boolean[] toNext;
  private final boolean[] end;

  Bridges(List<Operation> ordered, Scope scope) {
    toNext = new boolean[ordered.size()];
    end = new boolean[ordered.size()];
    Map<Object, Integer> dropped = new HashMap<>();
    for (int at = 0; at < ordered.size(); at++) {
      Operation operation = ordered.get(at);
      Object gone = identity(operation.inverse(), scope);
      if (gone != null) {
        dropped.putIfAbsent(gone, at);
      }
      Object back = identity(operation, scope);
      Integer from = back == null ? null : dropped.get(back);
      if (from != null) {
        Arrays.fill(toNext, from, at, true);
        end[from] = true;
        end[at] = true;
      }
    }
  }

  /** Whether an operation is the drop or the creation that makes a bridge. */
  boolean isEnd(int at) {
    return end[at];
  }

  /** Whether an operation stays with one of its neighbours. */
  boolean holds(int at) {
    return toNext[at] || joinsPrevious(at);
  }

  /** Whether an operation stays with the one before it. */
  boolean joinsPrevious(int at) {
    return at > 0 && toNext[at - 1];
  }

  /** What a creating operation brings, or null for all others. */
  private static @Nullable Object identity(Operation operation, Scope scope) {
    if (operation instanceof ObjectOperation.Create create) {
      return create.object().reference();
    }
    if (operation instanceof TableOperation.Create create) {
      return create.table().name();
    }
    if (operation instanceof ColumnOperation.Add add) {
      return List.of("column", add.table(), add.column().name());
    }
    if (operation instanceof ConstraintOperation.Add add) {
      return List.of("constraint", add.table(), add.constraint().name().text());
    }
    if (operation instanceof ConstraintOperation.AddTwin twin) {
      return List.of("constraint", twin.table(), twin.constraint().name().text());
    }
    if (operation instanceof IndexOperation.Create create) {
      return index(create, create.index(), scope);
    }
    return operation instanceof IndexOperation.AddTwin twin
        ? index(twin, twin.index(), scope)
        : null;
  }

  private static @Nullable Object index(IndexOperation operation, Index index, Scope scope) {
    return scope.isRebuilt(operation.table())
        ? List.of("index", operation.table(), index.name().text())
        : null;
  }
}
