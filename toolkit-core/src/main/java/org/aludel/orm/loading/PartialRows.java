package org.aludel.orm.loading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.aludel.instrument.EntityAccess;
import org.aludel.instrument.LazyInstance;
import org.aludel.instrument.LoadTrigger;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.PersistenceContext;
import org.jspecify.annotations.Nullable;

/**
 * Rows without some columns, and objects that lack some: what was not read is neither compared nor
 * written until it is. Not thread-safe; used for one result.
 */
final class PartialRows<E> {
  private final PersistenceContext context;
  private final RowLayout.@Nullable Unread unread;
  private final Wrappers wrappers;

  /** What the object that is being filled keeps, and the values of that. */
  private @Nullable BitSet kept;

  private @Nullable Object @Nullable [] values;

  private final List<InstanceState<?>> incomplete = new ArrayList<>();

  PartialRows(
      PersistenceContext context,
      EntityModel<E> model,
      RowLayout.@Nullable Unread unread,
      Wrappers wrappers) {
    if (unread != null && !unread.slots().isEmpty() && !model.access().supportsLazy()) {
      throw LoadFailures.notDeferred(unread.slots(), model);
    }
    this.context = context;
    this.unread = unread;
    this.wrappers = wrappers;
  }

  /** A new object for a row; one whose methods can load where the row lacks columns. */
  E create(EntityModel<E> model) {
    return unread == null || unread.slots().isEmpty()
        ? model.access().create()
        : model.access().lazy(wrappers.trigger());
  }

  /**
   * Whether a row has what a known object lacks. The object keeps all else that it holds.
   *
   * @param state of an object whose other values are as they should be
   */
  boolean begins(InstanceState<E> state) {
    BitSet filled = filled(state);
    if (filled.isEmpty()) {
      return false;
    }
    EntityAccess<E> access = state.model().access();
    BitSet others = new BitSet();
    others.set(0, access.attributes().size());
    others.andNot(filled);
    @Nullable Object[] held = new @Nullable Object[access.attributes().size()];
    others.stream().forEach(slot -> held[slot] = access.get(state.entity(), slot));
    kept = others;
    values = held;
    return true;
  }

  private static BitSet open(InstanceState<?> state) {
    BitSet open = state.unloaded();
    return open == null ? new BitSet() : (BitSet) open.clone();
  }

  private BitSet filled(InstanceState<E> state) {
    BitSet filled = open(state);
    if (unread != null) {
      filled.andNot(unread.slots());
    }
    return filled;
  }

  /** Whether the object that is being filled keeps what a slot holds. */
  boolean keeps(int slot) {
    return kept != null && kept.get(slot);
  }

  /** Ends what {@link #begins} has begun, if it has. */
  boolean ends(InstanceState<E> state) {
    BitSet others = kept;
    @Nullable Object[] held = values;
    if (others == null || held == null) {
      return false;
    }
    kept = null;
    values = null;
    BitSet filled = filled(state);
    filled.stream().forEach(state::reread);
    state.model().access().setAll(state.entity(), others, held);
    BitSet open = open(state);
    open.andNot(filled);
    state.unloaded(open, Objects.requireNonNull(state.trigger(), "it lacks columns"));
    context.completed(state);
    return true;
  }

  /**
   * Takes the values of an object as read. Those that the row lacks are not known any more, though
   * the object still holds what an earlier transaction read; changes of them stay.
   *
   * @param overwrite whether changes do not stay
   */
  void loaded(InstanceState<E> state, boolean overwrite) {
    Object before = state.snapshot();
    BitSet open = state.unloaded();
    RowLayout.Unread lacking = unread;
    context.loaded(state);
    if (lacking == null) {
      if (open != null) {
        state.unloaded(null, trigger(state));
      }
      return;
    }
    BitSet slots = (BitSet) lacking.slots().clone();
    if (before != null) {
      state.keep(slots, before);
      keepChanges(state, slots, overwrite);
    }
    state.unloaded(slots, trigger(state));
    if (!slots.isEmpty() && !(state.entity() instanceof LazyInstance)) {
      incomplete.add(state);
    }
  }

  private static <T> void keepChanges(InstanceState<T> state, BitSet slots, boolean overwrite) {
    if (!state.isModified()) {
      return;
    }
    BitSet changed = state.changedSlots();
    changed.and(slots);
    if (!overwrite) {
      slots.andNot(changed);
      return;
    }
    EntityAccess<T> access = state.model().access();
    @Nullable Object[] values = new @Nullable Object[access.attributes().size()];
    changed.stream().forEach(slot -> values[slot] = state.snapshotValue(slot));
    access.setAll(state.entity(), changed, values);
  }

  /** Plain objects that lack columns, whose use nobody would notice. */
  List<InstanceState<?>> incomplete() {
    return incomplete;
  }

  private LoadTrigger trigger(InstanceState<E> state) {
    LoadTrigger known = state.trigger();
    return known == null || unread != null
        ? wrappers.columns(state, unread == null ? new BitSet() : unread.raising())
        : known;
  }
}
