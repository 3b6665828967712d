package org.aludel.orm.state;

import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was done to objects since a savepoint: the part of a transaction's memory inside it. */
final class SavepointMemory implements MemoryLevel {
  private final Set<InstanceState<?>> inserted = new LinkedHashSet<>();
  private final Map<InstanceState<?>, WrittenValues> before = new LinkedHashMap<>();
  private final Set<InstanceState<?>> removed = new LinkedHashSet<>();
  private final HeldStates doubtful = new HeldStates();
  private final Map<InstanceState<?>, BitSet> doubtfulContents = new LinkedHashMap<>();
  private boolean wrote;

  void wroteSomething() {
    wrote = true;
  }

  void inserted(InstanceState<?> state) {
    inserted.add(state);
  }

  /** Keeps the values of an object that is about to get others; those of the first call last. */
  void beforeUpdate(InstanceState<?> state) {
    if (!inserted.contains(state) && !before.containsKey(state)) {
      before.put(state, state.values());
    }
  }

  void removed(InstanceState<?> state) {
    removed.add(state);
  }

  void loaded(InstanceState<?> state) {
    if (wrote) {
      doubtful.add(state);
    }
  }

  void contentsRead(InstanceState<?> state, int collection) {
    if (wrote) {
      doubtfulContents.computeIfAbsent(state, any -> new BitSet()).set(collection);
    }
  }

  void stale(Collection<? extends InstanceState<?>> states) {
    doubtful.addAll(states);
  }

  void forget(InstanceState<?> state) {
    inserted.remove(state);
    before.remove(state);
    removed.remove(state);
    if (!doubtfulContents.isEmpty()) {
      doubtfulContents.remove(state);
    }
  }

  /** Takes over what was done since a savepoint inside, which is released. */
  void absorb(SavepointMemory inner) {
    inner.before.forEach(
        (state, values) -> {
          if (!inserted.contains(state)) {
            before.putIfAbsent(state, values);
          }
        });
    inserted.addAll(inner.inserted);
    removed.addAll(inner.removed);
    doubtful.addAll(inner.doubtful.all());
    inner.doubtfulContents.forEach(
        (state, slots) -> doubtfulContents.computeIfAbsent(state, any -> new BitSet()).or(slots));
    wrote |= inner.wrote;
  }

  @Override
  public List<InstanceState<?>> inserted() {
    return List.copyOf(inserted);
  }

  @Override
  public void returnUpdated() {
    before.forEach(InstanceState::returnTo);
  }

  @Override
  public List<InstanceState<?>> rowsRemoved() {
    return removed.stream().filter(state -> !inserted.contains(state)).toList();
  }

  List<InstanceState<?>> allRemoved() {
    return List.copyOf(removed);
  }

  @Override
  public List<InstanceState<?>> doubtful() {
    return doubtful.all();
  }

  @Override
  public Map<InstanceState<?>, BitSet> doubtfulContents() {
    return doubtfulContents;
  }
}
