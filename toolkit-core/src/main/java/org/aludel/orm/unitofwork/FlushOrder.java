package org.aludel.orm.unitofwork;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts operations in the order in which they are written: table by table, parents first, of each
 * table the UPDATEs before the INSERTs, and all DELETEs last, children first. What must wait for an
 * operation that comes later in this order is put off to the next round, so an order that the
 * constraints allow is found wherever there is one.
 */
final class FlushOrder {
  private final Function<RowOperation, TableLayout<?>> layouts;
  private final int tables;
  private final TreeMap<Integer, List<RowOperation>> steps = new TreeMap<>();
  private final List<Batch> batches = new ArrayList<>();

  /**
   * An order.
   *
   * @param layouts the layout of an operation's table
   * @param tables a number above every model's position
   */
  FlushOrder(Function<RowOperation, TableLayout<?>> layouts, int tables) {
    this.layouts = layouts;
    this.tables = tables;
  }

  /** All operations in batches; those of one table and kind must come in the wanted order. */
  List<Batch> sort(List<RowOperation> operations) {
    addAll(operations);
    WaitCycles cycles = new WaitCycles(layouts);
    while (!steps.isEmpty()) {
      if (!round()) {
        List<RowOperation> stuck = new ArrayList<>();
        steps.values().forEach(stuck::addAll);
        addAll(cycles.breakOne(stuck));
      }
    }
    return batches;
  }

  /** Neighbours mostly belong to one step, which is then looked up once. */
  private void addAll(List<RowOperation> operations) {
    int last = -1;
    List<RowOperation> members = List.of();
    for (RowOperation operation : operations) {
      int step = step(operation);
      if (step != last) {
        last = step;
        members = steps.computeIfAbsent(step, any -> new ArrayList<>());
      }
      members.add(operation);
    }
  }

  private int step(RowOperation operation) {
    int position = operation.state().model().position();
    return switch (operation.kind()) {
      case UPDATE -> position * 2;
      case INSERT -> position * 2 + 1;
      case DELETE -> tables * 3 - position;
    };
  }

  /** One pass over all steps; false when nothing was ready. */
  private boolean round() {
    boolean progress = false;
    for (Map.Entry<Integer, List<RowOperation>> step : List.copyOf(steps.entrySet())) {
      List<RowOperation> waiting = step.getValue();
      List<RowOperation> ready = take(waiting);
      while (!ready.isEmpty()) {
        progress = true;
        emit(ready);
        ready = take(waiting);
      }
      if (waiting.isEmpty()) {
        steps.remove(step.getKey());
      }
    }
    return progress;
  }

  private static List<RowOperation> take(List<RowOperation> waiting) {
    List<RowOperation> ready = new ArrayList<>(waiting.size());
    List<RowOperation> rest = new ArrayList<>();
    for (RowOperation operation : waiting) {
      (operation.ready() ? ready : rest).add(operation);
    }
    if (!ready.isEmpty()) {
      waiting.clear();
      waiting.addAll(rest);
    }
    return ready;
  }

  private void emit(List<RowOperation> ready) {
    Map<Group, List<RowOperation>> groups = new LinkedHashMap<>();
    Group last = null;
    List<RowOperation> members = List.of();
    for (RowOperation operation : ready) {
      if (last == null || !last.takes(operation)) {
        last = Group.of(operation);
        members = groups.computeIfAbsent(last, any -> new ArrayList<>());
      }
      members.add(operation);
    }
    groups.forEach(
        (group, operations) -> {
          RowOperation first = operations.get(0);
          TableLayout<?> layout = layouts.apply(first);
          batches.add(
              new Batch(layout, first.kind(), group.columns(), group.postUpdate(), operations));
        });
    ready.forEach(RowOperation::finish);
  }

  /**
   * What one statement writes.
   *
   * @param alone the only operation of a group: one with SQL expressions or another key; else null
   */
  private record Group(BitSet columns, boolean postUpdate, @Nullable RowOperation alone) {
    static Group of(RowOperation operation) {
      return new Group(
          operation.columns(), operation.postUpdate(), isAlone(operation) ? operation : null);
    }

    boolean takes(RowOperation operation) {
      return alone == null
          && postUpdate == operation.postUpdate()
          && columns.equals(operation.columns())
          && !isAlone(operation);
    }

    /** Rows that move to another key could not be told apart by the keys that come back. */
    private static boolean isAlone(RowOperation operation) {
      return operation.rekeys() || operation.state().hasExpressions();
    }
  }
}
