package org.aludel.orm.state;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.aludel.sql.Expression;
import org.jspecify.annotations.Nullable;

/** SQL expressions that the next flush writes in place of an object's values. Not thread-safe. */
final class AssignedExpressions {
  /**
   * One of them.
   *
   * @param then what the attribute held; an attribute that was set later wins
   */
  private record Assigned(Expression<?> expression, @Nullable Object then) {}

  private final Map<Integer, Assigned> bySlot = new TreeMap<>();

  void put(int slot, Expression<?> expression, @Nullable Object then) {
    bySlot.put(slot, new Assigned(expression, then));
  }

  void remove(int slot) {
    bySlot.remove(slot);
  }

  @Nullable Expression<?> get(InstanceState<?> state, int slot) {
    Assigned assigned = bySlot.get(slot);
    return assigned == null || assigned.then() != state.value(slot) ? null : assigned.expression();
  }

  BitSet slots(InstanceState<?> state) {
    BitSet slots = new BitSet();
    bySlot.keySet().stream().filter(slot -> get(state, slot) != null).forEach(slots::set);
    return slots;
  }
}
