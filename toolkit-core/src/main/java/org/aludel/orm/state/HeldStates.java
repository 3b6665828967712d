package org.aludel.orm.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Objects in the order in which they came, as often as they came. Those that the session has let go
 * of since mean nothing to a rollback: a transaction that reads and lets go without end holds no
 * more than twice what it keeps. Not thread-safe.
 */
final class HeldStates {
  private static final int FEW = 64;

  private final List<InstanceState<?>> states = new ArrayList<>(0);
  private int limit = FEW;

  void add(InstanceState<?> state) {
    if (states.size() >= limit) {
      states.removeIf(HeldStates::isGone);
      limit = Math.max(FEW, 2 * states.size());
    }
    states.add(state);
  }

  void addAll(Collection<? extends InstanceState<?>> all) {
    all.forEach(this::add);
  }

  /** A copy. */
  List<InstanceState<?>> all() {
    return List.copyOf(states);
  }

  void clear() {
    states.clear();
    limit = FEW;
  }

  private static boolean isGone(InstanceState<?> state) {
    return state.lifecycle() == Lifecycle.DETACHED || state.lifecycle() == Lifecycle.TRANSIENT;
  }
}
