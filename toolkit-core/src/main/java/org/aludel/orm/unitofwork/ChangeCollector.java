package org.aludel.orm.unitofwork;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.instrument.EntityAccess;
import org.aludel.orm.collection.WriteOnlyCollection;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.LazyCollection;
import org.aludel.orm.state.Lifecycle;
import org.aludel.orm.state.PersistenceContext;
import org.jspecify.annotations.Nullable;

/** Finds what changed in memory, and adds what relationships cascade to on the way. */
final class ChangeCollector {
  private record Unreached(InstanceState<?> owner, Relationship relationship, Object target) {}

  private final PersistenceContext context;
  private final SaveCascade cascade;
  private final CollectionSource source;
  private final List<InstanceState<?>> queue = new ArrayList<>();
  private final List<CollectionChange> changes = new ArrayList<>();
  private final ElementChanges values;
  private final List<Unreached> unreached = new ArrayList<>();
  private final List<InstanceState<?>> modified = new ArrayList<>();

  ChangeCollector(PersistenceContext context, CollectionSource source) {
    this.context = context;
    this.cascade = new SaveCascade(context);
    this.source = source;
    this.values = new ElementChanges(context, source);
  }

  /** The collections that differ from the database, in a stable order. */
  List<CollectionChange> collect() {
    queue.addAll(context.pending());
    context.addPersistentTo(queue);
    for (int next = 0; next < queue.size(); next++) {
      InstanceState<?> state = queue.get(next);
      boolean loaded = state.lifecycle() == Lifecycle.PERSISTENT && state.isLoaded();
      if (loaded || state.lifecycle() == Lifecycle.PENDING) {
        inspect(state);
      }
    }
    // Another object's cascade may have reached it by now.
    unreached.forEach(one -> cascade.reach(one.owner(), one.relationship(), one.target(), true));
    return changes;
  }

  /** What changed in collections of values; known after {@link #collect}. */
  ElementChanges values() {
    return values;
  }

  /** The persistent objects with changed attributes, as they were when they were looked at. */
  List<InstanceState<?>> modified() {
    return modified;
  }

  /** Whether an object that has a row differs from it; runs no SQL. */
  static boolean isChanged(InstanceState<?> state) {
    return state.isLoaded() && (state.isModified() || collectionChanged(state));
  }

  /** Whether an object that has a row holds other elements than its collections had. */
  static boolean isCollectionChanged(InstanceState<?> state) {
    return state.lifecycle() == Lifecycle.PERSISTENT
        && state.isLoaded()
        && collectionChanged(state);
  }

  private <E> void inspect(InstanceState<E> state) {
    EntityAccess<E> access = state.model().access();
    boolean pending = state.lifecycle() == Lifecycle.PENDING;
    boolean changed = !pending && state.isModified();
    if (changed) {
      modified.add(state);
    }
    if (pending || changed) {
      for (Relationship reference : state.model().references()) {
        Object target = access.get(state.entity(), reference.slot());
        if (target != null && target != state.snapshotValue(reference.slot())) {
          reach(state, reference, target);
        }
      }
    }
    List<Relationship> collections = state.model().collections();
    for (int index = 0; index < collections.size(); index++) {
      inspectCollection(state, index, access.get(state.entity(), collections.get(index).slot()));
    }
    if (!state.model().elements().isEmpty()) {
      values.inspect(state);
    }
  }

  private void inspectCollection(InstanceState<?> state, int index, @Nullable Object field) {
    if (untouched(state, index, field)) {
      return;
    }
    boolean collection = state.model().collections().get(index).isCollection();
    if (field == null && collection && state.lifecycle() == Lifecycle.PERSISTENT) {
      throw nullCollection(state, index);
    }
    List<?> now = CollectionWrapping.elements(field);
    List<?> before =
        field instanceof WriteOnlyCollection<?> waiting
            ? left(state, index, waiting)
            : before(state, index);
    if (CollectionChange.same(before, now)) {
      return;
    }
    add(CollectionChange.between(state, index, before, now));
  }

  /** Elements that only stand elsewhere are a change where a column says where they stand. */
  private void add(CollectionChange change) {
    for (Object element : change.added()) {
      if (element == null) {
        throw nullElement(change);
      }
      reach(change.owner(), change.relationship(), element);
    }
    if (!change.isEmpty() || change.relationship().position() != null) {
      changes.add(change);
    }
  }

  /** What left a collection that is never loaded; a new object had nothing that could leave. */
  private List<?> left(InstanceState<?> state, int index, WriteOnlyCollection<?> waiting) {
    if (state.lifecycle() == Lifecycle.PENDING) {
      return List.of();
    }
    Relationship collection = state.model().collections().get(index);
    if (waiting != state.snapshotValue(collection.slot())) {
      throw new UsageException(
          Problem.of(
                  SessionCode.WRITE_ONLY,
                  "cannot flush \"" + state.model().describe(state.key()) + "\"")
              .found("another collection in \"" + collection + "\", which is never loaded")
              .expected("the one that the session put there, as nobody knows what it replaces")
              .fix("add(…) and remove(…) elements instead of setting the attribute"));
    }
    waiting.removed().forEach(element -> requireKnown(state, collection, element));
    return waiting.removed();
  }

  /** A collection that was read holds objects of the session alone; this one takes any. */
  private void requireKnown(InstanceState<?> owner, Relationship collection, Object element) {
    if (context.find(element) == null) {
      throw new UsageException(
          Problem.of(
                  SessionCode.DETACHED,
                  "cannot remove an element from \""
                      + collection.name()
                      + "\" of \""
                      + owner.model().describe(owner.key())
                      + "\"")
              .found("an object that is not in this session")
              .fix("session.get(…) or merge(…) it, and remove what that gives"));
    }
  }

  private List<?> before(InstanceState<?> state, int index) {
    if (state.lifecycle() == Lifecycle.PENDING) {
      return List.of();
    }
    if (state.contents(index) == null) {
      source.loadCollection(state.model().collections().get(index), List.of(state));
    }
    return Objects.requireNonNull(state.contents(index), "the source loads the collection");
  }

  private void reach(InstanceState<?> owner, Relationship relationship, Object target) {
    InstanceState<?> added = cascade.reach(owner, relationship, target, false);
    if (added != null) {
      queue.add(added);
    } else if (context.find(target) == null) {
      unreached.add(new Unreached(owner, relationship, target));
    }
  }

  /** What nobody has read, still where loading put it. */
  private static boolean untouched(InstanceState<?> state, int index, @Nullable Object field) {
    Relationship collection = state.model().collections().get(index);
    boolean unread =
        collection.isCollection()
            ? field instanceof LazyCollection lazy && !lazy.isLoaded()
            : state.lifecycle() == Lifecycle.PERSISTENT && state.contents(index) == null;
    return unread && field == state.snapshotValue(collection.slot());
  }

  private static <E> boolean collectionChanged(InstanceState<E> state) {
    List<Relationship> collections = state.model().collections();
    for (int index = 0; index < collections.size(); index++) {
      Object field = state.model().access().get(state.entity(), collections.get(index).slot());
      List<?> before = state.contents(index);
      if (!untouched(state, index, field)
          && (before == null
              || differs(state, index, before, CollectionWrapping.elements(field)))) {
        return true;
      }
    }
    return ElementChanges.isChanged(state);
  }

  /** As {@link #add}: a commit would flush again and again for what a flush has no row for. */
  private static boolean differs(InstanceState<?> state, int index, List<?> before, List<?> now) {
    return !CollectionChange.same(before, now)
        && (state.model().collections().get(index).position() != null
            || !CollectionChange.between(state, index, before, now).isEmpty());
  }

  /** A session puts a collection into every object that it loads or stores. As SQLAlchemy. */
  private static UsageException nullCollection(InstanceState<?> state, int index) {
    String name = state.model().describe(state.key());
    return new UsageException(
        Problem.of(SessionCode.CONTRADICTION, "cannot flush \"" + name + "\"")
            .found("null in \"" + state.model().collections().get(index) + "\"")
            .expected("a collection, which says what the object has")
            .fix("clear() the collection or set an empty one where nothing shall be left"));
  }

  private static UsageException nullElement(CollectionChange change) {
    return new UsageException(
        Problem.of(
                SessionCode.CONTRADICTION,
                "cannot flush \"" + change.relationship() + "\" of \"" + change.owner() + "\"")
            .found("null among its elements")
            .fix("remove it"));
  }
}
