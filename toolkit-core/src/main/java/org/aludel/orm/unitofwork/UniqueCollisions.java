package org.aludel.orm.unitofwork;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

  /** Adds the waits among the operations of one table, or of the classes of one hierarchy. */
  void order(Map<TableLayout<?>, List<RowOperation>> byClass) {
    List<RowOperation> all = byClass.values().stream().flatMap(List::stream).toList();
    boolean gives = all.stream().anyMatch(one -> one.kind() != RowOperation.Kind.INSERT);
    boolean takes = all.stream().anyMatch(one -> one.kind() != RowOperation.Kind.DELETE);
    if (!gives || !takes || all.size() < 2) {
      return;
    }
    Map<List<String>, List<Takers>> byKey = new LinkedHashMap<>();
    byClass.forEach(
        (layout, operations) -> {
          for (TableLayout.UniqueKey key : layout.uniqueKeys()) {
            byKey
                .computeIfAbsent(key.name(), any -> new ArrayList<>())
                .add(new Takers(new Key(key.numbers(), layout.sources(key.numbers())), operations));
          }
        });
    byKey.values().forEach(this::orderByKey);
  }

  /** The operations on rows of one class, and the key as that class has it. */
  private record Takers(Key key, List<RowOperation> operations) {}

  private void orderByKey(List<Takers> byClass) {
    Map<List<Object>, RowOperation> givenUp = new HashMap<>();
    byClass.forEach(each -> givenUp.putAll(givenUp(each.key(), each.operations())));
    if (!givenUp.isEmpty()) {
      byClass.forEach(each -> await(each.key(), each.operations(), givenUp));
    }
  }

  private void await(
      Key key, List<RowOperation> operations, Map<List<Object>, RowOperation> givenUp) {
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
