package org.aludel.orm.state;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.aludel.instrument.EntityAccess;
import org.aludel.instrument.LoadTrigger;
import org.aludel.sql.Expression;
import org.jspecify.annotations.Nullable;

/**
 * What a session knows of one object. Not thread-safe; compared by identity.
 *
 * @param <E> the entity class
 */
public final class InstanceState<E> {
  /** Stands for the snapshot of an object that is loaded but not tracked. */
  private static final Object UNTRACKED = new Object();

  private final EntityModel<E> model;
  private final E entity;
  private Lifecycle lifecycle;
  private @Nullable Object key;
  private @Nullable Object snapshot;
  private @Nullable Extras extras;
  private @Nullable LoadGroup group;
  private int groupIndex;
  private int arrival;
  private int readIn;
  private boolean keyMade;
  private boolean versionMade;
  private boolean inserted;

  InstanceState(EntityModel<E> model, E entity, Lifecycle lifecycle) {
    this.model = model;
    this.entity = entity;
    this.lifecycle = lifecycle;
  }

  public EntityModel<E> model() {
    return model;
  }

  public E entity() {
    return entity;
  }

  public Lifecycle lifecycle() {
    return lifecycle;
  }

  void lifecycle(Lifecycle value) {
    lifecycle = value;
  }

  /** The id under which the row is known, or null before the first flush. */
  public @Nullable Object key() {
    return key;
  }

  /** The key of an object that has a row. */
  public Object requireKey() {
    return Objects.requireNonNull(key, "an object with a row has a key");
  }

  void key(@Nullable Object value) {
    key = value;
  }

  /** Whether the running transaction has inserted its row. */
  boolean isInserted() {
    return inserted;
  }

  void inserted(boolean value) {
    inserted = value;
  }

  /** Notes that the id of a new object is not the application's: a rollback takes it back. */
  public void keyMade() {
    keyMade = true;
  }

  /** As {@link #keyMade()} for the first version. */
  public void versionMade() {
    versionMade = true;
  }

  /** As {@link #keyMade()} for a moment that the session has set. */
  public void momentMade(int slot) {
    extras().momentMade(slot);
  }

  /** Takes back what was made for an object whose INSERT is undone: id, version, moments. */
  void forgetMadeValues() {
    if (keyMade) {
      Provenance.clearIds(model, entity);
      keyMade = false;
    }
    if (versionMade) {
      Provenance.clearVersion(model, entity);
      versionMade = false;
    }
    BitSet moments = extras == null ? null : extras.moments;
    if (moments != null) {
      moments.stream().forEach(slot -> model.access().set(entity, slot, null));
      moments.clear();
    }
  }

  /** Whether its columns were read; false for a reference that nobody has used yet. */
  public boolean isLoaded() {
    return snapshot != null;
  }

  /** The slots of columns that were not read, never changed in place; null for none. */
  public @Nullable BitSet unloaded() {
    return extras == null || extras.unloaded == null ? null : extras.unloaded.open();
  }

  /**
   * Notes which slots of columns are not read, and who reads them.
   *
   * @param slots null or empty for none
   */
  public void unloaded(@Nullable BitSet slots, LoadTrigger trigger) {
    UnloadedSlots known = extras == null ? null : extras.unloaded;
    if (known == null && slots != null) {
      known = new UnloadedSlots(entity);
      extras().unloaded = known;
    }
    if (known != null) {
      known.leftOut(slots, trigger);
    }
  }

  /** Takes some slots of an older snapshot over, which a row without these columns left alone. */
  public void keep(BitSet slots, Object older) {
    Object now = snapshot;
    if (now != null && now != UNTRACKED && older != UNTRACKED) {
      EntityAccess<E> access = model.access();
      slots.stream()
          .forEach(slot -> access.snapshotValue(now, slot, access.snapshotValue(older, slot)));
    }
  }

  /** Who reads the slots that are not read; null where there never were any. */
  public @Nullable LoadTrigger trigger() {
    return extras == null || extras.unloaded == null ? null : extras.unloaded.trigger();
  }

  /** The values that the database holds as far as this transaction knows. */
  public Object requireSnapshot() {
    return Objects.requireNonNull(snapshot, "a loaded object has a snapshot");
  }

  /** As {@link #requireSnapshot}, or null when the columns were never read. */
  public @Nullable Object snapshot() {
    return snapshot;
  }

  /** The value of a slot now, also of one without a field. */
  public @Nullable Object value(int slot) {
    if (slot < model.slots()) {
      return model.access().get(entity, slot);
    }
    return extras == null || extras.implied == null ? null : extras.implied.now(slot);
  }

  /** Sets a slot, also one without a field. */
  public void value(int slot, @Nullable Object value) {
    if (slot < model.slots()) {
      if (extras != null && extras.unloaded != null) {
        extras.unloaded.loaded(slot); // else the row would overwrite it
      }
      model.access().set(entity, slot, value);
    } else {
      implied().now(slot, value);
    }
  }

  /** The slots whose values differ from the snapshot, those without fields among them. */
  public BitSet changedSlots() {
    BitSet slots = model.access().changed(entity, requireSnapshot());
    if (extras != null && extras.implied != null) {
      slots.or(extras.implied.changed());
    }
    if (hasExpressions()) {
      slots.or(expressionSlots());
    }
    return slots;
  }

  /**
   * Gives an attribute an SQL expression, which the next flush writes; until then the attribute
   * holds what it held.
   */
  public void expression(int slot, Expression<?> expression) {
    Extras all = extras();
    AssignedExpressions known = all.expressions;
    if (known == null) {
      known = new AssignedExpressions();
      all.expressions = known;
    }
    known.put(slot, expression, value(slot));
  }

  /** The expression of a slot, or null: there is none, or the attribute was set after it. */
  public @Nullable Expression<?> expression(int slot) {
    return extras == null || extras.expressions == null ? null : extras.expressions.get(this, slot);
  }

  /** Whether a slot has an expression. */
  public boolean hasExpressions() {
    return extras != null
        && extras.expressions != null
        && !extras.expressions.slots(this).isEmpty();
  }

  /** The slots that have expressions. */
  public BitSet expressionSlots() {
    return extras == null || extras.expressions == null
        ? new BitSet()
        : extras.expressions.slots(this);
  }

  /** One slot is read again, and an expression for it not wanted any more. */
  public void forgetExpression(int slot) {
    if (extras != null && extras.expressions != null) {
      extras.expressions.remove(slot);
    }
  }

  /** They are written, or not wanted any more. */
  public void forgetExpressions() {
    if (extras != null) {
      extras.expressions = null;
    }
  }

  private ImpliedValues implied() {
    Extras all = extras();
    ImpliedValues known = all.implied;
    if (known == null) {
      known = new ImpliedValues(model.slots(), model.mapper().impliedReferences().size());
      all.implied = known;
    }
    return known;
  }

  /** The value of a slot in the snapshot; null when there is no snapshot. */
  public @Nullable Object snapshotValue(int slot) {
    if (snapshot == null) {
      return null;
    }
    if (slot >= model.slots()) {
      return extras == null || extras.implied == null ? null : extras.implied.before(slot);
    }
    return isTracked()
        ? model.access().snapshotValue(snapshot, slot)
        : model.access().get(entity, slot);
  }

  /** Whether changes of the object can be found; false in read-only sessions. */
  boolean isTracked() {
    return snapshot != UNTRACKED;
  }

  void untracked() {
    snapshot = UNTRACKED;
  }

  /** Takes what a slot holds now as what the database holds. */
  public void reread(int slot) {
    if (snapshot != null && isTracked()) {
      model.access().snapshotValue(snapshot, slot, model.access().get(entity, slot));
    }
  }

  /**
   * Takes a value of one slot from the database, into the object too unless the application put
   * another one there.
   */
  public void read(int slot, @Nullable Object value) {
    if (slot >= model.slots()) {
      implied().read(slot, value);
      return;
    }
    if (extras != null && extras.unloaded != null) {
      extras.unloaded.loaded(slot);
    }
    EntityAccess<E> access = model.access();
    if (!isTracked() || access.get(entity, slot) == snapshotValue(slot)) {
      access.set(entity, slot, value);
    }
    if (snapshot != null && isTracked()) {
      access.snapshotValue(snapshot, slot, value);
    }
  }

  /**
   * Takes a value as read from the database after the other columns of the row.
   *
   * @param changed whether the application has set another value, which stays
   */
  public void readLate(int slot, Object value, boolean changed) {
    if (!changed) {
      model.access().set(entity, slot, value);
    }
    if (snapshot != null && isTracked()) {
      model.access().snapshotValue(snapshot, slot, value);
    }
  }

  /** Whether the attribute differs from what the database holds. */
  public boolean isModified() {
    return snapshot != null
        && isTracked()
        && (model.access().isChanged(entity, snapshot)
            || (extras != null && extras.implied != null && extras.implied.isChanged())
            || hasExpressions());
  }

  /**
   * The elements that a to-many attribute has in the database, or null when it was not loaded.
   *
   * @param collection index in {@link EntityModel#collections()}, or behind those one of values
   */
  public @Nullable List<?> contents(int collection) {
    @Nullable List<?>[] known = extras == null ? null : extras.contents;
    return known == null ? null : known[collection];
  }

  /** Remembers the elements that a to-many attribute has in the database; null for not loaded. */
  public void contents(int collection, @Nullable List<?> elements) {
    extras().contents(collection, elements, model.contentsCount());
  }

  /** Whether a to-many attribute may have more elements in the database than were loaded. */
  public boolean isPartial(int collection) {
    BitSet known = extras == null ? null : extras.partial;
    return known != null && known.get(collection);
  }

  /** Notes whether the elements that were loaded may not be all. */
  public void partial(int collection, boolean value) {
    if (value || (extras != null && extras.partial != null)) {
      extras().partial(collection, value);
    }
  }

  /**
   * Takes the present values as what the database holds. The values before stay restorable.
   *
   * @return whether this was the first such change of the transaction
   */
  boolean snapshotNow(boolean restorable) {
    boolean first = restorable && (extras == null || extras.committed == null);
    if (first) {
      Extras kept = extras();
      kept.committed = snapshot;
      kept.committedContents = kept.contents == null ? null : kept.contents.clone();
      if (kept.unloaded != null) {
        kept.unloaded.remember();
      }
    }
    if (extras != null && extras.implied != null) {
      extras.implied.written(restorable);
    }
    snapshot = model.access().snapshot(entity);
    return first;
  }

  /** What the database holds now as far as the session knows. */
  WrittenValues values() {
    if (extras == null) {
      return new WrittenValues(snapshot, null, null, null);
    }
    return new WrittenValues(
        snapshot,
        extras.contents == null ? null : extras.contents.clone(),
        extras.implied == null ? null : extras.implied.written(),
        unloaded());
  }

  /** The database holds these values again; the object does not yet. */
  void returnTo(WrittenValues values) {
    snapshot = values.snapshot();
    if (extras != null) {
      extras.contents = values.contents();
      if (extras.unloaded != null) {
        extras.unloaded.returnTo(values.unloaded());
      }
      if (extras.implied != null) {
        extras.implied.returnTo(values.implied());
      }
    }
  }

  void forgetRollback() {
    if (extras != null) {
      extras.committed = null;
      extras.committedContents = null;
      if (extras.unloaded != null) {
        extras.unloaded.forget();
      }
      if (extras.implied != null) {
        extras.implied.forgetRollback();
      }
    }
  }

  void returnToCommitted() {
    if (extras != null && extras.committed != null) {
      snapshot = extras.committed;
      extras.contents = extras.committedContents;
      if (extras.unloaded != null) {
        extras.unloaded.returnToCommitted();
      }
      if (extras.implied != null) {
        extras.implied.returnToCommitted();
      }
      forgetRollback();
    }
  }

  /** Drops changes of what no field holds. */
  void restoreImplied() {
    if (extras != null && extras.implied != null) {
      extras.implied.restore();
    }
  }

  private Extras extras() {
    if (extras == null) {
      extras = new Extras();
    }
    return extras;
  }

  int arrival() {
    return arrival;
  }

  void arrival(int value) {
    arrival = value;
  }

  public @Nullable LoadGroup group() {
    return group;
  }

  int groupIndex() {
    return groupIndex;
  }

  void joinGroup(@Nullable LoadGroup value, int index) {
    group = value;
    groupIndex = index;
  }

  /** Its session lets go of it. */
  void detach() {
    lifecycle = Lifecycle.DETACHED;
    joinGroup(null, 0);
  }

  /** The number of the transaction in which its columns were last read or written. */
  public int readIn() {
    return readIn;
  }

  void readIn(int transaction) {
    readIn = transaction;
  }

  /** Whether its columns must be read again before they can be trusted. */
  public boolean isExpired() {
    return extras != null && extras.expired;
  }

  void expired(boolean value) {
    if (value || extras != null) {
      extras().expired = value;
    }
  }

  @Override
  public String toString() {
    return model.describe(key) + " " + lifecycle;
  }
}
