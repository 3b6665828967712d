package org.aludel.orm.state;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The objects that wait for their INSERT. Those that a flush has inserted are let go of together
 * when none waits any more: to take each out of a table of identities, closing the gap that it
 * leaves, is a tenth of what a large flush costs. Not thread-safe.
 */
final class PendingStates {
  /** A table that was larger is not cleared but replaced, or small flushes would pay for it. */
  private static final int KEPT = 1000;

  private IdentityHashMap<Object, InstanceState<?>> byEntity = new IdentityHashMap<>();
  private List<InstanceState<?>> inOrder = new ArrayList<>();
  private int waiting;
  private boolean large;

  /** So many are about to be added; a table that grows is copied again and again. */
  void expect(int count) {
    if (waiting == 0 && count > KEPT) {
      byEntity = new IdentityHashMap<>(count);
      inOrder = new ArrayList<>(count);
      large = true;
    }
  }

  void add(InstanceState<?> state) {
    byEntity.put(state.entity(), state);
    inOrder.add(state);
    waiting++;
  }

  /** The state of an object that waits, or null. */
  @Nullable InstanceState<?> get(Object entity) {
    if (waiting == 0) {
      return null;
    }
    InstanceState<?> state = byEntity.get(entity);
    return state == null || !waits(state) ? null : state;
  }

  boolean isEmpty() {
    return waiting == 0;
  }

  /** In the order in which they were added; a copy. */
  List<InstanceState<?>> all() {
    if (inOrder.size() != waiting) {
      inOrder.removeIf(state -> !waits(state));
    }
    return List.copyOf(inOrder);
  }

  /** One that waits has a row; the caller changes its lifecycle. */
  void inserted() {
    waiting--;
    if (waiting == 0) {
      clear();
    }
  }

  /** Whether the object waited, which it does no more; the caller changes its lifecycle. */
  boolean remove(InstanceState<?> state) {
    boolean waited = waits(state) && byEntity.remove(state.entity(), state);
    if (waited) {
      waiting--;
      dropOthers();
    }
    return waited;
  }

  /** Who adds and lets go without end holds no more than twice what waits. */
  private void dropOthers() {
    if (waiting == 0) {
      clear();
    } else if (inOrder.size() > 2 * waiting + 64) {
      inOrder.removeIf(state -> !waits(state));
    }
  }

  void clear() {
    waiting = 0;
    if (large || inOrder.size() > KEPT) {
      large = false;
      byEntity = new IdentityHashMap<>();
      inOrder = new ArrayList<>();
    } else {
      byEntity.clear();
      inOrder.clear();
    }
  }

  private static boolean waits(InstanceState<?> state) {
    return state.lifecycle() == Lifecycle.PENDING;
  }
}
