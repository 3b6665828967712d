package org.aludel.orm.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One object a hierarchy and key; strong. Not thread-safe. */
final class IdentityMap {
  private final Map<EntityModel<?>, KeyedStates<?>> byRoot = new LinkedHashMap<>();

  /** Those of the whole hierarchy of a class, whose classes share their keys. */
  @SuppressWarnings("unchecked") // whoever asks for a subclass looks at the class of what it finds
  <E> KeyedStates<E> states(EntityModel<E> model) {
    KeyedStates<?> known = byRoot.get(model.root());
    if (known == null) {
      known = new KeyedStates<E>();
      byRoot.put(model.root(), known);
    }
    return (KeyedStates<E>) known;
  }

  /** The object of the class or one below it, or null. */
  <E> @Nullable InstanceState<E> find(EntityModel<E> model, Object key) {
    InstanceState<E> found = states(model).get(key);
    boolean other =
        found != null && !model.isAlone() && !model.mapper().type().isInstance(found.entity());
    return other ? null : found;
  }

  /** Takes an object out, unless another one has its key now. */
  <E> void forget(InstanceState<E> state) {
    Object key = state.key();
    if (key != null && states(state.model()).get(key) == state) {
      states(state.model()).remove(key);
    }
  }

  void addTo(List<InstanceState<?>> all) {
    byRoot.values().forEach(states -> states.addTo(all));
  }

  List<InstanceState<?>> ofClass(EntityModel<?> model) {
    List<InstanceState<?>> all = new ArrayList<>();
    KeyedStates<?> states = byRoot.get(model.root());
    if (states != null) {
      states.addTo(all);
    }
    all.removeIf(state -> state.model() != model);
    return all;
  }

  boolean any(Predicate<? super InstanceState<?>> test) {
    return byRoot.values().stream().anyMatch(states -> states.any(test));
  }

  boolean any(EntityModel<?> model, Predicate<? super InstanceState<?>> test) {
    KeyedStates<?> states = byRoot.get(model.root());
    return states != null && states.any(state -> state.model() == model && test.test(state));
  }

  /** As {@link #any(Predicate)}, asking at most so many, those first that came first. */
  boolean anyOfFirst(int limit, Predicate<? super InstanceState<?>> test) {
    int left = limit;
    for (KeyedStates<?> states : byRoot.values()) {
      if (states.anyOfFirst(left, test)) {
        return true;
      }
      left -= Math.min(left, states.size());
    }
    return false;
  }

  /** The session ends. */
  void close() {
    byRoot.forEach((model, states) -> states.detach(model));
    byRoot.clear();
  }
}
