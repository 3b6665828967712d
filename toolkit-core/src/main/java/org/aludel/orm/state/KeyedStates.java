package org.aludel.orm.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one class by key. Keys of class Long live in an open-addressed table of
 * primitives, because an entry of a hash map costs more than the object's own bookkeeping. Not
 * thread-safe.
 */
final class KeyedStates<E> {
  private static final int INITIAL_CAPACITY = 64;

  private final Map<Object, InstanceState<E>> others = new HashMap<>();
  private long[] keys = new long[INITIAL_CAPACITY];
  private @Nullable InstanceState<E>[] states = table(INITIAL_CAPACITY);
  private int longs;

  @Nullable InstanceState<E> get(Object key) {
    return key instanceof Long number ? get(number.longValue()) : others.get(key);
  }

  @Nullable InstanceState<E> get(long key) {
    return states[slot(key)];
  }

  void put(Object key, InstanceState<E> state) {
    if (key instanceof Long number) {
      put(number.longValue(), state);
    } else {
      others.put(key, state);
    }
  }

  void remove(Object key) {
    if (key instanceof Long number) {
      remove(number.longValue());
    } else {
      others.remove(key);
    }
  }

  int size() {
    return longs + others.size();
  }

  /** A copy in no particular order. */
  List<InstanceState<E>> all() {
    List<InstanceState<E>> all = new ArrayList<>(size());
    for (InstanceState<E> state : states) {
      if (state != null) {
        all.add(state);
      }
    }
    all.addAll(others.values());
    return all;
  }

  private void put(long key, InstanceState<E> state) {
    int slot = slot(key);
    if (states[slot] == null) {
      longs++;
    }
    keys[slot] = key;
    states[slot] = state;
    if (longs * 2 > states.length) {
      resize();
    }
  }

  private void remove(long key) {
    int hole = slot(key);
    if (states[hole] == null) {
      return;
    }
    states[hole] = null;
    longs--;
    int mask = states.length - 1;
    // Entries behind the hole may have been pushed past it; each is placed again.
    for (int next = (hole + 1) & mask; states[next] != null; next = (next + 1) & mask) {
      InstanceState<E> moved = states[next];
      states[next] = null;
      int target = slot(keys[next]);
      keys[target] = keys[next];
      states[target] = moved;
    }
  }

  private int slot(long key) {
    int mask = states.length - 1;
    // Fibonacci hashing: neighbouring keys, the common case, spread over the table.
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (states[slot] != null && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void resize() {
    long[] oldKeys = keys;
    @Nullable InstanceState<E>[] oldStates = states;
    keys = new long[oldKeys.length * 2];
    states = table(oldStates.length * 2);
    for (int index = 0; index < oldStates.length; index++) {
      InstanceState<E> state = oldStates[index];
      if (state != null) {
        int slot = slot(oldKeys[index]);
        keys[slot] = oldKeys[index];
        states[slot] = state;
      }
    }
  }

  @SuppressWarnings("unchecked") // an array of a generic class can only be made raw
  private static <E> @Nullable InstanceState<E>[] table(int capacity) {
    return (InstanceState<E>[]) new InstanceState<?>[capacity];
  }
}
