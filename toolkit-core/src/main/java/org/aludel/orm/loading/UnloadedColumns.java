package org.aludel.orm.loading;

import java.util.BitSet;
import java.util.function.Consumer;
import org.aludel.instrument.LoadTrigger;
import org.aludel.orm.deferred.AccessorSlots;
import org.aludel.orm.state.InstanceState;
import org.jspecify.annotations.Nullable;

/** Loads the columns that an object lacks when one of its methods may use them. */
final class UnloadedColumns implements LoadTrigger {
  private final InstanceState<?> state;
  private final BitSet raising;
  private final Consumer<InstanceState<?>> loader;

  /**
   * @param raising slots whose use is an error
   */
  UnloadedColumns(InstanceState<?> state, BitSet raising, Consumer<InstanceState<?>> loader) {
    this.state = state;
    this.raising = raising;
    this.loader = loader;
  }

  @Override
  public boolean isNeeded(String method) {
    BitSet open = state.unloaded();
    int slot = state.model().accessors().slot(method);
    if (open == null || slot == AccessorSlots.NONE) {
      return false;
    }
    if (slot != AccessorSlots.ANY) {
      requireAllowed(slot, open);
      return open.get(slot);
    }
    raising.stream().forEach(one -> requireAllowed(one, open));
    return true;
  }

  private void requireAllowed(int slot, BitSet open) {
    if (raising.get(slot) && open.get(slot)) {
      throw Wrappers.forbidden(state.model().mapper().basics().get(slot), state.model());
    }
  }

  @Override
  public @Nullable BitSet unloaded() {
    return state.unloaded();
  }

  /** Those that may be loaded. */
  static BitSet wanted(InstanceState<?> state) {
    BitSet open = state.unloaded();
    BitSet wanted = open == null ? new BitSet() : (BitSet) open.clone();
    if (state.trigger() instanceof UnloadedColumns own) {
      wanted.andNot(own.raising);
    }
    return wanted;
  }

  @Override
  public void load(Object instance) {
    loader.accept(state);
  }
}
