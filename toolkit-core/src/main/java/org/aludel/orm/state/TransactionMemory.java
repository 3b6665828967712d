package org.aludel.orm.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one transaction did to objects, kept until it ends; of its savepoints too, each apart. */
final class TransactionMemory implements MemoryLevel {
  /** Each knows itself that it was inserted; those that were let go of since are passed over. */
  private List<InstanceState<?>> inserted = new ArrayList<>();

  private int insertedCount;
  private final HeldStates updated = new HeldStates();
  private final IdentityHashMap<Object, InstanceState<?>> removed = new IdentityHashMap<>();
  private final HeldStates doubtful = new HeldStates();
  private final Map<InstanceState<?>, BitSet> doubtfulContents = new LinkedHashMap<>();
  private final Deque<SavepointMemory> savepoints = new ArrayDeque<>(2);
  private boolean wrote;

  /** From here on what is done can be undone by itself. */
  void savepoint() {
    savepoints.push(new SavepointMemory());
  }

  /** The innermost savepoint is released: what was done since belongs to what is around it. */
  void release() {
    SavepointMemory released = savepoints.pop();
    SavepointMemory around = savepoints.peek();
    if (around != null) {
      around.absorb(released);
    }
  }

  /** What was done since the innermost savepoint, which is forgotten: the caller undoes it. */
  SavepointMemory undone() {
    SavepointMemory undone = savepoints.pop();
    undone.allRemoved().forEach(state -> removed.remove(state.entity(), state));
    undone.inserted().forEach(this::forgetInserted);
    return undone;
  }

  void wroteSomething() {
    wrote = true;
    if (!savepoints.isEmpty()) {
      savepoints.element().wroteSomething();
    }
  }

  void inserted(InstanceState<?> state) {
    if (!state.isInserted()) {
      state.inserted(true);
      inserted.add(state);
      insertedCount++;
    }
    if (!savepoints.isEmpty()) {
      savepoints.element().inserted(state);
    }
  }

  /** An UPDATE has succeeded, and the state still has the values before it. */
  void beforeUpdate(InstanceState<?> state) {
    if (!savepoints.isEmpty()) {
      savepoints.element().beforeUpdate(state);
    }
  }

  void updated(InstanceState<?> state) {
    if (!state.isInserted()) {
      updated.add(state);
    }
  }

  void removed(InstanceState<?> state) {
    removed.put(state.entity(), state);
    if (!savepoints.isEmpty()) {
      savepoints.element().removed(state);
    }
  }

  /** Rows read after a write may show what a rollback takes back. */
  void loaded(InstanceState<?> state) {
    if (wrote) {
      doubtful.add(state);
      if (!savepoints.isEmpty()) {
        savepoints.element().loaded(state);
      }
    }
  }

  /** As {@link #loaded} for an attribute that the own row says nothing of. */
  void contentsRead(InstanceState<?> state, int collection) {
    if (wrote) {
      doubtfulContents.computeIfAbsent(state, any -> new BitSet()).set(collection);
      if (!savepoints.isEmpty()) {
        savepoints.element().contentsRead(state, collection);
      }
    }
  }

  /** A statement did not find these rows as they were read. */
  void stale(Collection<? extends InstanceState<?>> states) {
    doubtful.addAll(states);
    if (!savepoints.isEmpty()) {
      savepoints.element().stale(states);
    }
  }

  void forget(InstanceState<?> state) {
    forgetInserted(state);
    state.forgetRollback();
    if (!removed.isEmpty()) {
      removed.remove(state.entity(), state);
    }
    if (!doubtfulContents.isEmpty()) {
      doubtfulContents.remove(state);
    }
    savepoints.forEach(level -> level.forget(state));
  }

  /** A transaction that inserts and lets go without end holds no more than twice what it keeps. */
  private void forgetInserted(InstanceState<?> state) {
    if (state.isInserted()) {
      state.inserted(false);
      insertedCount--;
      if (inserted.size() > 2 * insertedCount + 64) {
        inserted.removeIf(one -> !one.isInserted());
      }
    }
  }

  @SuppressWarnings("unchecked") // found under an object of class E
  <E> @Nullable InstanceState<E> removedState(E entity) {
    return (InstanceState<E>) removed.get(entity);
  }

  @Override
  public List<InstanceState<?>> inserted() {
    return inserted.stream().filter(InstanceState::isInserted).toList();
  }

  @Override
  public void returnUpdated() {
    updated.all().forEach(InstanceState::returnToCommitted);
  }

  List<InstanceState<?>> allRemoved() {
    return List.copyOf(removed.values());
  }

  @Override
  public List<InstanceState<?>> rowsRemoved() {
    return removed.values().stream().filter(state -> !state.isInserted()).toList();
  }

  @Override
  public List<InstanceState<?>> doubtful() {
    return doubtful.all();
  }

  @Override
  public Map<InstanceState<?>, BitSet> doubtfulContents() {
    return doubtfulContents;
  }

  void clear() {
    doubtfulContents.clear();
    inserted.forEach(
        state -> {
          state.inserted(false);
          state.forgetRollback();
        });
    updated.all().forEach(InstanceState::forgetRollback);
    inserted = new ArrayList<>();
    insertedCount = 0;
    updated.clear();
    removed.clear();
    doubtful.clear();
    savepoints.clear();
    wrote = false;
  }
}
