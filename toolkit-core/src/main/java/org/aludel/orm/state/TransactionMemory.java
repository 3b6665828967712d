package org.aludel.orm.state;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one transaction did to objects, kept until it ends. */
final class TransactionMemory {
  private final Set<InstanceState<?>> inserted = new LinkedHashSet<>();
  private final List<InstanceState<?>> updated = new ArrayList<>();
  private final IdentityHashMap<Object, InstanceState<?>> removed = new IdentityHashMap<>();
  private final List<InstanceState<?>> doubtful = new ArrayList<>();
  private final Map<InstanceState<?>, BitSet> doubtfulContents = new LinkedHashMap<>();
  private boolean wrote;

  void wroteSomething() {
    wrote = true;
  }

  void inserted(InstanceState<?> state) {
    inserted.add(state);
  }

  void updated(InstanceState<?> state) {
    if (inserted.isEmpty() || !inserted.contains(state)) {
      updated.add(state);
    }
  }

  void removed(InstanceState<?> state) {
    removed.put(state.entity(), state);
  }

  /** Rows read after a write may show what a rollback takes back. */
  void loaded(InstanceState<?> state) {
    if (wrote) {
      doubtful.add(state);
    }
  }

  /** As {@link #loaded} for an attribute that the own row says nothing of. */
  void contentsRead(InstanceState<?> state, int collection) {
    if (wrote) {
      doubtfulContents.computeIfAbsent(state, any -> new BitSet()).set(collection);
    }
  }

  /** A statement did not find these rows as they were read. */
  void stale(Collection<? extends InstanceState<?>> states) {
    doubtful.addAll(states);
  }

  void forget(InstanceState<?> state) {
    inserted.remove(state);
    state.forgetRollback();
    removed.remove(state.entity(), state);
  }

  @SuppressWarnings("unchecked") // found under an object of class E
  <E> @Nullable InstanceState<E> removedState(E entity) {
    return (InstanceState<E>) removed.get(entity);
  }

  List<InstanceState<?>> inserted() {
    return List.copyOf(inserted);
  }

  List<InstanceState<?>> updated() {
    return List.copyOf(updated);
  }

  List<InstanceState<?>> allRemoved() {
    return List.copyOf(removed.values());
  }

  /** Those that had a row before the transaction; what it inserted and deleted never was. */
  List<InstanceState<?>> rowsRemoved() {
    return removed.values().stream().filter(state -> !inserted.contains(state)).toList();
  }

  List<InstanceState<?>> doubtful() {
    return List.copyOf(doubtful);
  }

  Map<InstanceState<?>, BitSet> doubtfulContents() {
    return doubtfulContents;
  }

  void clear() {
    doubtfulContents.clear();
    inserted.forEach(InstanceState::forgetRollback);
    updated.forEach(InstanceState::forgetRollback);
    inserted.clear();
    updated.clear();
    removed.clear();
    doubtful.clear();
    wrote = false;
  }
}
