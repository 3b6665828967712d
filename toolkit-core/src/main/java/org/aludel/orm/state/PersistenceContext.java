package org.aludel.orm.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one session: a strong identity map (one object a class and key), what was added
 * and deleted, and what a rollback has to undo. Not thread-safe.
 */
public final class PersistenceContext {
  private final EntityModels models;
  private final OpenContexts siblings;
  private final IdentityMap identities = new IdentityMap();
  private final PendingStates pending = new PendingStates();
  private final Set<InstanceState<?>> deleted = new LinkedHashSet<>();
  private final DepartedObjects departed = new DepartedObjects();
  private final Set<InstanceState<?>> expired = new LinkedHashSet<>();
  private final TransactionMemory memory = new TransactionMemory();
  private final Map<InstanceState<?>, Object> keysBefore = new LinkedHashMap<>();
  private final boolean tracking;
  private int transaction = 1;
  private @Nullable List<InstanceState<?>> watched;

  /** That of the object last asked for: neighbours mostly are of one class. */
  private @Nullable EntityModel<?> lastModel;

  /**
   * An empty context, known to its siblings, those of the same factory, until {@link #close}.
   *
   * @param tracking whether snapshots are kept, without which changes are not found
   */
  public PersistenceContext(EntityModels models, OpenContexts siblings, boolean tracking) {
    this.models = models;
    this.siblings = siblings;
    this.tracking = tracking;
    siblings.opened(this);
  }

  public EntityModels models() {
    return models;
  }

  /** The number of the running transaction, counted from 1. */
  public int transaction() {
    return transaction;
  }

  /** Notes that this transaction wrote something, so that what it reads may be rolled back. */
  public void wroteSomething() {
    memory.wroteSomething();
  }

  /**
   * The state of an object that this session holds, or null; whatever its id says now. By the key
   * where that finds it, because most sessions then need no second table.
   */
  public <E> @Nullable InstanceState<E> find(E entity) {
    EntityModel<E> model = modelOf(entity);
    InstanceState<?> added = pending.get(entity);
    if (added != null) {
      return typed(added);
    }
    Object key = model.keyOf(entity);
    InstanceState<E> known = key == null ? null : find(model, key);
    if (known != null && known.entity() == entity) {
      return known;
    }
    InstanceState<E> removed = memory.removedState(entity);
    return removed == null ? states(model).ofEntity(entity) : removed;
  }

  /** As {@link #find(Object)} for the questions of siblings, which are worth no table. */
  <E> boolean holds(E entity) {
    EntityModel<E> model = models.ofEntity(entity);
    Object key = model.keyOf(entity);
    InstanceState<E> known = key == null ? null : find(model, key);
    return pending.get(entity) != null
        || (known != null && known.entity() == entity)
        || memory.removedState(entity) != null;
  }

  /**
   * Where an object stands that this context does not hold: what was last done with it here, else
   * what it shows itself; PERSISTENT when another open session holds it, as far as can be known.
   */
  public <E> Lifecycle unknown(E entity) {
    if (siblings.otherHolds(this, entity)) {
      return Lifecycle.PERSISTENT;
    }
    Lifecycle left = departed.get(entity);
    return left == null ? Provenance.of(modelOf(entity), entity) : left;
  }

  @SuppressWarnings("unchecked") // the model of the class of an E
  private <E> EntityModel<E> modelOf(E entity) {
    EntityModel<?> known = lastModel;
    if (known == null || entity == null || known.mapper().type() != entity.getClass()) {
      known = models.ofEntity(entity);
      lastModel = known;
    }
    return (EntityModel<E>) known;
  }

  /**
   * The object of a class and key, or null when the session does not hold it; an object of a class
   * beside it in the hierarchy is none.
   */
  public <E> @Nullable InstanceState<E> find(EntityModel<E> model, Object key) {
    return identities.find(model, key);
  }

  /** The object of any class of the hierarchy that has the key, or null. */
  public @Nullable InstanceState<?> holder(EntityModel<?> model, Object key) {
    return states(model).get(key);
  }

  /**
   * The objects of a class, for many questions in a row; with them those of its whole hierarchy,
   * whose classes share their keys.
   */
  public <E> KeyedStates<E> states(EntityModel<E> model) {
    return identities.states(model);
  }

  /** So many objects are about to become pending, more or less. */
  public void expectPending(int count) {
    pending.expect(count);
  }

  /** Makes an object pending; it must not be known. */
  public <E> InstanceState<E> addPending(E entity) {
    EntityModel<E> model = modelOf(entity);
    ViewRows.refuse("add", model, null);
    InstanceState<E> state = new InstanceState<>(model, entity, Lifecycle.PENDING);
    pending.add(state);
    departed.remove(entity);
    return state;
  }

  /** The pending objects in the order they were added; a copy. */
  public List<InstanceState<?>> pending() {
    return pending.all();
  }

  /** Enters an object for a row, loaded or not. */
  public <E> InstanceState<E> addPersistent(EntityModel<E> model, Object key, E entity) {
    InstanceState<E> state = new InstanceState<>(model, entity, Lifecycle.PERSISTENT);
    state.key(key);
    states(model).put(key, state);
    if (watched != null) {
      watched.add(state);
    }
    return state;
  }

  /**
   * As {@link #addPersistent(EntityModel, Object, Object)} for an object that has its id already:
   * the box of the attribute serves as the key.
   */
  public <E> InstanceState<E> addPersistent(
      KeyedStates<E> states, EntityModel<E> model, long key, E entity) {
    InstanceState<E> state = new InstanceState<>(model, entity, Lifecycle.PERSISTENT);
    Object boxed = model.keyOf(entity);
    state.key(boxed == null ? (Object) key : boxed);
    states.put(key, state);
    if (watched != null) {
      watched.add(state);
    }
    return state;
  }

  /** Takes the values that an object has now as read from the database. */
  public void loaded(InstanceState<?> state) {
    if (tracking) {
      state.snapshotNow(false);
    } else {
      state.untracked();
    }
    state.readIn(transaction);
    if (state.isExpired()) {
      state.expired(false);
      expired.remove(state);
    }
    memory.loaded(state);
  }

  /** Columns of an object that were left out before are read. */
  public void completed(InstanceState<?> state) {
    memory.loaded(state);
  }

  /** An INSERT succeeded; the object's id attributes are set. */
  public <E> void inserted(InstanceState<E> state) {
    boolean waited = state.lifecycle() == Lifecycle.PENDING;
    Object key = state.model().keyOf(state.entity());
    state.key(Objects.requireNonNull(key, "whoever inserts a row reads its key back"));
    state.lifecycle(Lifecycle.PERSISTENT);
    state.forgetExpressions();
    states(state.model()).put(key, state);
    state.snapshotNow(false);
    state.readIn(transaction);
    memory.inserted(state);
    if (waited) {
      pending.inserted();
    }
  }

  /** An UPDATE succeeded. */
  public void updated(InstanceState<?> state) {
    memory.beforeUpdate(state);
    state.forgetExpressions();
    if (state.snapshotNow(true)) {
      memory.updated(state);
    }
  }

  /** The row of an object has another key now, which the object's id attributes say too. */
  public <E> void rekeyed(InstanceState<E> state, Object key) {
    keysBefore.putIfAbsent(state, state.requireKey());
    rekey(state, key);
  }

  private <E> void rekey(InstanceState<E> state, Object key) {
    identities.forget(state);
    state.key(key);
    states(state.model()).put(key, state);
  }

  /** Rows that moved to another key are back under the one that their snapshots say. */
  private void returnKeys() {
    Map<InstanceState<?>, Object> moved = new LinkedHashMap<>();
    keysBefore.forEach(
        (state, first) -> {
          Object key = state.isLoaded() ? keyOf(state) : first;
          boolean gone = state.lifecycle() != Lifecycle.PERSISTENT;
          if (!gone && key != null && !key.equals(state.key())) {
            moved.put(state, key);
          }
        });
    moved.keySet().forEach(identities::forget);
    moved.forEach(this::rekey);
  }

  private static <E> @Nullable Object keyOf(InstanceState<E> state) {
    return state.model().keyOf(state.entity());
  }

  /** A to-many attribute is in step with the database again. */
  public void contents(InstanceState<?> state, int collection, List<?> elements) {
    memory.beforeUpdate(state);
    if (state.snapshotNow(true)) {
      memory.updated(state);
    }
    state.contents(collection, elements);
  }

  /** A to-many attribute, or the inverse side of a one-to-one, was read from the database. */
  public void contentsRead(InstanceState<?> state, int collection, List<?> elements) {
    state.contents(collection, elements);
    memory.contentsRead(state, collection);
  }

  /** Marks an object for deletion at the next flush. */
  public void markDeleted(InstanceState<?> state) {
    ViewRows.refuse("delete", state.model(), state.key());
    state.lifecycle(Lifecycle.DELETED);
    deleted.add(state);
  }

  /** Takes back {@link #markDeleted}; false when the row is already gone. */
  public boolean unmarkDeleted(InstanceState<?> state) {
    if (!deleted.remove(state)) {
      return false;
    }
    state.lifecycle(Lifecycle.PERSISTENT);
    return true;
  }

  /** The objects marked for deletion, in the order of their marking; a copy. */
  public List<InstanceState<?>> deleted() {
    return List.copyOf(deleted);
  }

  /** A DELETE succeeded, or the row went over to another object. */
  public void removed(InstanceState<?> state) {
    deleted.remove(state);
    identities.forget(state);
    state.lifecycle(Lifecycle.DELETED);
    memory.removed(state);
  }

  /** Lets go of an object; unflushed changes of it are lost to the session. */
  public void expunge(InstanceState<?> state) {
    boolean wasPending = state.lifecycle() == Lifecycle.PENDING;
    dismiss(state);
    leave(state, wasPending ? Lifecycle.TRANSIENT : Lifecycle.DETACHED);
  }

  /** As {@link #expunge} of a persistent object, which the session forgets altogether. */
  public void release(InstanceState<?> state) {
    dismiss(state);
    state.detach();
  }

  /** Asks tables of hashes only where the object must be in them: its first hash is costly. */
  private void dismiss(InstanceState<?> state) {
    pending.remove(state);
    if (state.lifecycle() == Lifecycle.DELETED) {
      deleted.remove(state);
    }
    if (state.isExpired()) {
      expired.remove(state);
    }
    if (!keysBefore.isEmpty()) {
      keysBefore.remove(state);
    }
    memory.forget(state);
    identities.forget(state);
  }

  /** Notes the objects that enter from now on; null ends it. */
  public void watch(@Nullable List<InstanceState<?>> entering) {
    watched = entering;
  }

  /** Not even that an object was here, which {@link #expunge} keeps, is known any more. */
  public void forget(Object entity) {
    departed.remove(entity);
  }

  /** All objects that stand for rows, those marked for deletion included; a copy by class. */
  public List<InstanceState<?>> persistent() {
    List<InstanceState<?>> all = new ArrayList<>();
    addPersistentTo(all);
    return all;
  }

  /** Adds what {@link #persistent()} gives to a list, without a copy between. */
  public void addPersistentTo(List<InstanceState<?>> all) {
    identities.addTo(all);
  }

  /** As {@link #persistent()} for one class. */
  public List<InstanceState<?>> persistent(EntityModel<?> model) {
    return identities.ofClass(model);
  }

  /** Whether the test holds for an object that stands for a row. */
  public boolean anyPersistent(Predicate<? super InstanceState<?>> test) {
    return identities.any(test);
  }

  /** As {@link #anyPersistent(Predicate)}, asking at most so many objects. */
  public boolean anyOfFirst(int limit, Predicate<? super InstanceState<?>> test) {
    return identities.anyOfFirst(limit, test);
  }

  /** As {@link #anyPersistent(Predicate)} for one class. */
  public boolean anyPersistent(EntityModel<?> model, Predicate<? super InstanceState<?>> test) {
    return identities.any(model, test);
  }

  /** Whether objects are pending. */
  public boolean hasPending() {
    return !pending.isEmpty();
  }

  /** Whether objects are marked for deletion. */
  public boolean hasDeleted() {
    return !deleted.isEmpty();
  }

  /** Rows were not found as they were read: a rollback reads them again. */
  public void stale(Collection<? extends InstanceState<?>> states) {
    memory.stale(states);
  }

  /** Declares objects to be read again before the session is next used. */
  public void expire(Collection<? extends InstanceState<?>> states) {
    for (InstanceState<?> state : states) {
      if (state.lifecycle() == Lifecycle.PERSISTENT && state.isLoaded()) {
        state.expired(true);
        expired.add(state);
      }
    }
  }

  /** Puts back what the database holds as far as this transaction knows. */
  public void dropChanges(InstanceState<?> state) {
    Restoring.restore(state);
  }

  /** The expired objects; the caller reads them or expunges them. */
  public List<InstanceState<?>> expired() {
    return List.copyOf(expired);
  }

  /** The transaction is committed: what it did cannot be undone any more. */
  public void commit() {
    List<InstanceState<?>> gone = memory.allRemoved();
    new DeletedElements(this).remove(gone);
    gone.forEach(state -> leave(state, Lifecycle.DETACHED));
    Restoring.stored(models, memory);
    memory.clear();
    keysBefore.clear();
    transaction++;
  }

  /** The transaction is rolled back: objects return to what they were when it began. */
  public void rollback() {
    undo(memory);
    memory.clear();
    keysBefore.clear();
    transaction++;
  }

  /** A savepoint is set; nothing is pending or marked for deletion. */
  public void savepoint() {
    memory.savepoint();
  }

  /** The innermost savepoint is released: what it did is part of what is around it. */
  public void release() {
    memory.release();
  }

  /** Rolled back to the innermost savepoint: what changed since returns to what it was then. */
  public void rollbackToSavepoint() {
    undo(memory.undone());
  }

  private void undo(MemoryLevel level) {
    for (InstanceState<?> state : pending()) {
      undoInsert(state);
      leave(state, Lifecycle.TRANSIENT);
    }
    pending.clear();
    for (InstanceState<?> state : level.inserted()) {
      identities.forget(state);
      undoInsert(state);
      leave(state, Lifecycle.TRANSIENT);
    }
    level.returnUpdated();
    level.rowsRemoved().forEach(this::restoreIdentity);
    deleted().forEach(this::unmarkDeleted);
    persistent().forEach(Restoring::restore);
    returnKeys();
    level
        .doubtfulContents()
        .forEach((state, slots) -> Restoring.forgetContents(this, state, slots));
    expire(level.doubtful());
  }

  /** Lets go of everything; objects keep nothing but themselves alive. */
  public void close() {
    siblings.closed(this);
    identities.close();
    memory.allRemoved().forEach(InstanceState::detach);
    pending().forEach(PersistenceContext::undoInsert);
    memory.inserted().forEach(PersistenceContext::undoInsert);
    pending.clear();
    deleted.clear();
    expired.clear();
    departed.clear();
    memory.clear();
    keysBefore.clear();
  }

  private <E> void restoreIdentity(InstanceState<E> state) {
    state.lifecycle(Lifecycle.PERSISTENT);
    departed.remove(state.entity());
    states(state.model()).put(state.requireKey(), state);
  }

  private void leave(InstanceState<?> state, Lifecycle lifecycle) {
    state.lifecycle(lifecycle);
    state.joinGroup(null, 0);
    departed.put(state.entity(), lifecycle);
  }

  private static void undoInsert(InstanceState<?> state) {
    state.forgetMadeValues();
    Restoring.unstore(state);
    state.lifecycle(Lifecycle.TRANSIENT);
  }

  @SuppressWarnings("unchecked") // the caller found the state under an object of class E
  private static <E> InstanceState<E> typed(InstanceState<?> state) {
    return (InstanceState<E>) state;
  }
}
