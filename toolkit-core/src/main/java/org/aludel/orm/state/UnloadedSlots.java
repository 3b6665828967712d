package org.aludel.orm.state;

import java.util.BitSet;
import org.aludel.instrument.EntityAccess;
import org.aludel.instrument.LoadTrigger;
import org.jspecify.annotations.Nullable;

/**
 * Which slots of columns of one object are not read, now and at the transaction's start, and who
 * reads them. The object itself is marked as long as there are any.
 */
final class UnloadedSlots {
  private final Object entity;
  private @Nullable LoadTrigger trigger;
  private @Nullable BitSet open;
  private @Nullable BitSet committed;

  UnloadedSlots(Object entity) {
    this.entity = entity;
  }

  /** The slots, never changed in place; null for none. */
  @Nullable BitSet open() {
    return open;
  }

  /** Who reads them. */
  @Nullable LoadTrigger trigger() {
    return trigger;
  }

  /** Takes the slots that a row left out; null or empty for none. */
  void leftOut(@Nullable BitSet slots, LoadTrigger reader) {
    trigger = reader;
    open(slots);
  }

  private void open(@Nullable BitSet slots) {
    open = slots == null || slots.isEmpty() ? null : slots;
    if (open != null && trigger != null) {
      EntityAccess.markUnloaded(entity, trigger);
    } else {
      EntityAccess.markLoaded(entity);
    }
  }

  /** One of them was read. */
  void loaded(int slot) {
    if (open != null && open.get(slot)) {
      BitSet fewer = (BitSet) open.clone();
      fewer.clear(slot);
      open(fewer);
    }
  }

  /** From here on a rollback leads back to what is open now. */
  void remember() {
    committed = open;
  }

  void forget() {
    committed = null;
  }

  void returnToCommitted() {
    open(committed);
  }

  /** What was read since is not known any more: the older snapshot does not have it. */
  void returnTo(@Nullable BitSet slots) {
    open(slots);
  }
}
