package org.aludel.orm.state;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What an object refers to by foreign keys that none of its attributes holds: the owners of the
 * collections that it is in. Null means none, or one that was never read. Not thread-safe.
 */
final class ImpliedValues {
  private final int firstSlot;
  private final @Nullable Object[] now;
  private @Nullable Object[] before;
  private @Nullable Object @Nullable [] committed;

  ImpliedValues(int firstSlot, int count) {
    this.firstSlot = firstSlot;
    this.now = new @Nullable Object[count];
    this.before = new @Nullable Object[count];
  }

  @Nullable Object now(int slot) {
    return now[slot - firstSlot];
  }

  void now(int slot, @Nullable Object value) {
    now[slot - firstSlot] = value;
  }

  @Nullable Object before(int slot) {
    return before[slot - firstSlot];
  }

  /** Takes a value from the database, unless the session is about to write another one. */
  void read(int slot, @Nullable Object value) {
    int index = slot - firstSlot;
    if (now[index] == before[index]) {
      now[index] = value;
    }
    before[index] = value;
  }

  boolean isChanged() {
    return !changed().isEmpty();
  }

  BitSet changed() {
    BitSet slots = new BitSet();
    for (int index = 0; index < now.length; index++) {
      if (now[index] != before[index]) {
        slots.set(firstSlot + index);
      }
    }
    return slots;
  }

  /** The database holds what is here now. */
  void written(boolean keepForRollback) {
    if (keepForRollback && committed == null) {
      committed = before;
    }
    before = now.clone();
  }

  void forgetRollback() {
    committed = null;
  }

  void returnToCommitted() {
    @Nullable Object[] kept = committed;
    if (kept != null) {
      before = kept;
      committed = null;
    }
  }

  /** What the database holds; a copy. */
  @Nullable Object[] written() {
    return before.clone();
  }

  /** The database holds these again; null: nothing was known. */
  void returnTo(@Nullable Object @Nullable [] values) {
    before = values == null ? new @Nullable Object[now.length] : values.clone();
  }

  void restore() {
    System.arraycopy(before, 0, now, 0, now.length);
  }

  @Override
  public String toString() {
    return Arrays.toString(now);
  }
}
