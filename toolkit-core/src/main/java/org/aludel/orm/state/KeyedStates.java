package org.aludel.orm.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one class by key. Keys of class Long live in an open-addressed table of
 * primitives, because an entry of a hash map costs more than the object's own bookkeeping. Walks go
 * in the order of arrival, which is the order in memory: comparing 10,000 objects in hash order
 * took thrice as long. Not thread-safe.
 */
public final class KeyedStates<E> {
  private static final int INITIAL_CAPACITY = 64;

  private final Map<Object, InstanceState<E>> others = new HashMap<>();
  private @Nullable InstanceState<E>[] arrivals = table(INITIAL_CAPACITY);
  private int arrived;
  private long[] keys = new long[INITIAL_CAPACITY];
  private @Nullable InstanceState<E>[] states = table(INITIAL_CAPACITY);
  private int longs;
  private @Nullable IdentityHashMap<E, InstanceState<E>> byEntity;

  KeyedStates() {}

  /** The object with this key, or null. */
  public @Nullable InstanceState<E> get(Object key) {
    return key instanceof Long number ? get(number.longValue()) : others.get(key);
  }

  /** As {@link #get(Object)} for a key that is one long. */
  public @Nullable InstanceState<E> get(long key) {
    return states[slot(key)];
  }

  /**
   * The object itself, whatever its id is now, or null. The first such question builds a table of
   * its own, which is kept from then on: only sessions that add objects to those that they hold ask
   * for objects that the keys do not find.
   */
  @Nullable InstanceState<E> ofEntity(E entity) {
    IdentityHashMap<E, InstanceState<E>> known = byEntity;
    if (known == null) {
      if (size() == 0) {
        return null;
      }
      known = new IdentityHashMap<>(size());
      for (InstanceState<E> state : all()) {
        known.put(state.entity(), state);
      }
      byEntity = known;
    }
    return known.get(entity);
  }

  void put(Object key, InstanceState<E> state) {
    if (key instanceof Long number) {
      put(number.longValue(), state);
    } else {
      depart(others.put(key, state));
      arrive(state);
    }
  }

  void remove(Object key) {
    InstanceState<E> state = get(key);
    if (state == null) {
      return;
    }
    if (key instanceof Long number) {
      remove(number.longValue());
    } else {
      others.remove(key);
    }
    depart(state);
  }

  int size() {
    return longs + others.size();
  }

  /** All objects in order of arrival, which for one is when it was last put; a copy. */
  List<InstanceState<E>> all() {
    List<InstanceState<E>> all = new ArrayList<>(size());
    addTo(all);
    return all;
  }

  /** As {@link #all()} into a list that is there; of one of many classes it grows once. */
  void addTo(List<? super InstanceState<E>> all) {
    if (all instanceof ArrayList<? super InstanceState<E>> list) {
      list.ensureCapacity(all.size() + size());
    }
    for (int index = 0; index < arrived; index++) {
      InstanceState<E> state = arrivals[index];
      if (state != null) {
        all.add(state);
      }
    }
  }

  /** Whether the test holds for an object. */
  boolean any(Predicate<? super InstanceState<E>> test) {
    return anyOfFirst(arrived, test);
  }

  /** As {@link #any} for those that arrived first. */
  boolean anyOfFirst(int limit, Predicate<? super InstanceState<E>> test) {
    for (int index = 0; index < arrived && index < limit; index++) {
      InstanceState<E> state = arrivals[index];
      if (state != null && test.test(state)) {
        return true;
      }
    }
    return false;
  }

  private void arrive(InstanceState<E> state) {
    if (arrived == arrivals.length) {
      makeRoom();
    }
    place(state);
    if (byEntity != null) {
      byEntity.put(state.entity(), state);
    }
  }

  private void place(InstanceState<E> state) {
    state.arrival(arrived);
    arrivals[arrived++] = state;
  }

  private void depart(@Nullable InstanceState<E> state) {
    if (state != null) {
      arrivals[state.arrival()] = null;
      if (byEntity != null) {
        byEntity.remove(state.entity());
      }
    }
  }

  /** Gives up the places of those that left, so that a session that lets go does not grow. */
  private void makeRoom() {
    List<InstanceState<E>> present = all();
    if (present.size() > arrived / 2) {
      arrivals = Arrays.copyOf(arrivals, arrived * 2);
      return;
    }
    arrivals = table(arrived);
    arrived = 0;
    present.forEach(this::place);
  }

  void put(long key, InstanceState<E> state) {
    int slot = slot(key);
    InstanceState<E> before = states[slot];
    if (before == null) {
      longs++;
    }
    depart(before);
    arrive(state);
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
