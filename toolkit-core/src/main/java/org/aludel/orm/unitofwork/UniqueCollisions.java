package org.aludel.orm.unitofwork;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aludel.orm.state.InstanceState;
import org.jspecify.annotations.Nullable;

/**
 * Makes what takes a unique value wait for what gives the same value up: an INSERT or UPDATE for
 * the DELETE or UPDATE of the row that holds it now. SQLAlchemy deletes last and fails there.
 */
final class UniqueCollisions {
  private final RowValues values;

  UniqueCollisions(RowValues values) {
    this.values = values;
  }

  /** Adds the waits among the operations of one table. */
  void order(TableLayout<?> layout, List<RowOperation> operations) {
    boolean gives = operations.stream().anyMatch(one -> one.kind() != RowOperation.Kind.INSERT);
    boolean takes = operations.stream().anyMatch(one -> one.kind() != RowOperation.Kind.DELETE);
    if (!gives || !takes || operations.size() < 2) {
      return;
    }
    for (List<Integer> key : layout.uniqueKeys()) {
      List<ColumnSource> columns = key.stream().<ColumnSource>map(layout::source).toList();
      orderByKey(new Key(key, columns), operations);
    }
  }

  private void orderByKey(Key key, List<RowOperation> operations) {
    Map<List<Object>, RowOperation> givenUp = givenUp(key, operations);
    if (givenUp.isEmpty()) {
      return;
    }
    for (RowOperation operation : operations) {
      if (operation.kind() == RowOperation.Kind.INSERT || key.touchedByUpdate(operation)) {
        List<Object> wanted = now(operation.state(), key);
        RowOperation holder = wanted == null ? null : givenUp.get(wanted);
        if (holder != null) {
          operation.waitFor(holder, null);
        }
      }
    }
  }

  private Map<List<Object>, RowOperation> givenUp(Key key, List<RowOperation> operations) {
    Map<List<Object>, RowOperation> givenUp = new HashMap<>();
    for (RowOperation operation : operations) {
      if (operation.kind() == RowOperation.Kind.DELETE || key.touchedByUpdate(operation)) {
        List<Object> before = before(operation, key);
        if (before != null) {
          givenUp.put(before, operation);
        }
      }
    }
    return givenUp;
  }

  private @Nullable List<Object> before(RowOperation operation, Key key) {
    InstanceState<?> replaced = operation.replaced();
    InstanceState<?> holder = replaced == null ? operation.state() : replaced;
    List<Object> found = new ArrayList<>(key.columns().size());
    for (ColumnSource column : key.columns()) {
      Object value = values.before(holder, column);
      if (value == null) {
        return null;
      }
      found.add(value);
    }
    return found;
  }

  /** Null where a part is null: such rows collide with nothing, or the server says so. */
  private @Nullable List<Object> now(InstanceState<?> state, Key key) {
    List<Object> found = new ArrayList<>(key.columns().size());
    for (ColumnSource column : key.columns()) {
      Object value = values.now(state, column);
      if (value == null) {
        return null;
      }
      found.add(value);
    }
    return found;
  }

  private record Key(List<Integer> numbers, List<ColumnSource> columns) {
    boolean touchedByUpdate(RowOperation operation) {
      return operation.kind() == RowOperation.Kind.UPDATE
          && numbers.stream().anyMatch(operation.columns()::get);
    }
  }
}
