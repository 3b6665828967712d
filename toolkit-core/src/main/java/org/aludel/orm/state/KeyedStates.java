package org.aludel.orm.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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

  /** The key of each arrival that has one of class Long. */
  private long[] keys = new long[INITIAL_CAPACITY];

  /** By key: the place among the arrivals, counted from 1; 0 for none. */
  private int[] places = new int[2 * INITIAL_CAPACITY];

  /** The arrivals whose keys are not of class Long. */
  private final BitSet other = new BitSet();

  private int longs;
  private @Nullable IdentityHashMap<E, InstanceState<E>> byEntity;

  KeyedStates() {}

  /** The object with this key, or null. */
  public @Nullable InstanceState<E> get(Object key) {
    return key instanceof Long number ? get(number.longValue()) : others.get(key);
  }

  /** As {@link #get(Object)} for a key that is one long. */
  public @Nullable InstanceState<E> get(long key) {
    int place = places[slot(key)];
    return place == 0 ? null : arrivals[place - 1];
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
      other.set(state.arrival());
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

  /** The session ends. Nothing that outlives it leads to states of a class without collections. */
  void detach(EntityModel<?> model) {
    if (model.isAlone() && model.collections().isEmpty()) {
      return;
    }
    for (int index = 0; index < arrived; index++) {
      InstanceState<E> state = arrivals[index];
      if (state != null) {
        state.detach();
      }
    }
  }

  private void arrive(InstanceState<E> state) {
    if (arrived == arrivals.length) {
      makeRoom();
    }
    state.arrival(arrived);
    other.clear(arrived);
    arrivals[arrived++] = state;
    if (byEntity != null) {
      byEntity.put(state.entity(), state);
    }
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
    if (size() > arrived / 2) {
      arrivals = Arrays.copyOf(arrivals, arrived * 2);
      keys = Arrays.copyOf(keys, arrived * 2);
      return;
    }
    int end = arrived;
    arrived = 0;
    for (int index = 0; index < end; index++) {
      InstanceState<E> state = arrivals[index];
      if (state != null) {
        arrivals[index] = null;
        keys[arrived] = keys[index];
        other.set(arrived, other.get(index));
        state.arrival(arrived);
        arrivals[arrived++] = state;
      }
    }
    other.clear(arrived, end);
    fillPlaces();
  }

  void put(long key, InstanceState<E> state) {
    int slot = slot(key);
    int before = places[slot];
    if (before == 0) {
      longs++;
    } else {
      depart(arrivals[before - 1]);
      places[slot] = 0;
    }
    arrive(state);
    keys[state.arrival()] = key;
    if (longs * 2 > places.length) {
      places = new int[places.length * 2];
      fillPlaces();
    } else {
      places[slot(key)] = arrived;
    }
  }

  private void remove(long key) {
    int hole = slot(key);
    if (places[hole] == 0) {
      return;
    }
    places[hole] = 0;
    longs--;
    closeGap(hole);
  }

  /** Entries behind a hole may have been pushed past it; each is placed again. */
  private void closeGap(int hole) {
    int mask = places.length - 1;
    for (int next = (hole + 1) & mask; places[next] != 0; next = (next + 1) & mask) {
      int moved = places[next];
      places[next] = 0;
      places[slot(keys[moved - 1])] = moved;
    }
  }

  private int slot(long key) {
    int mask = places.length - 1;
    // Fibonacci hashing: neighbouring keys, the common case, spread over the table.
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (places[slot] != 0 && keys[places[slot] - 1] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Enters those that have a key of class Long; nothing is entered yet. */
  private void fillPlaces() {
    Arrays.fill(places, 0);
    for (int index = 0; index < arrived; index++) {
      InstanceState<E> state = arrivals[index];
      if (state != null && !other.get(index)) {
        places[slot(keys[index])] = index + 1;
      }
    }
  }

  @SuppressWarnings("unchecked") // an array of a generic class can only be made raw
  private static <E> @Nullable InstanceState<E>[] table(int capacity) {
    return (InstanceState<E>[]) new InstanceState<?>[capacity];
  }
}
