package org.aludel.orm.loading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.engine.Connection;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.instrument.ColumnsReader;
import org.aludel.instrument.EntityAccess;
import org.aludel.instrument.EntityReader;
import org.aludel.instrument.EntitySink;
import org.aludel.instrument.LoadTrigger;
import org.aludel.instrument.RecordAccess;
import org.aludel.instrument.RecordReader;
import org.aludel.instrument.SlotsReader;
import org.aludel.orm.event.EntityEvent;
import org.aludel.orm.event.EntityEvents;
import org.aludel.orm.mapping.LoadStrategy;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.KeyedStates;
import org.aludel.orm.state.LazyCollection;
import org.aludel.orm.state.Lifecycle;
import org.aludel.orm.state.LoadGroup;
import org.aludel.orm.state.PersistenceContext;
import org.aludel.type.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one class in one result. A known object keeps what this transaction read or changed;
 * what an earlier transaction read is overwritten where the application did not change it.
 */
final class EntityRows<E> implements EntitySink<E> {
  private final PersistenceContext context;
  private final EntityModel<E> model;
  private final LoadPlan plan;
  private final Wrappers wrappers;
  private final RowLayout layout;
  private final KeyedStates<E> states;
  private final ResultGroup group;

  /** What becomes of objects whose rows lack columns, or that lack columns themselves. */
  private final PartialRows<E> partial;

  /** Those to tell of when all rows are read; null where nobody listens. */
  private final @Nullable List<E> heard;

  private final List<LateReference> late = new ArrayList<>();

  /** Those that stay with the group of a shorter path, and are loaded along this one too. */
  private @Nullable Set<InstanceState<?>> strangers;

  private @Nullable Map<Relationship, ResultGroup> referenceGroups;
  private @Nullable InstanceState<E> current;

  /** By reference: what the last row referred to. Rows of one parent often stand together. */
  private final @Nullable InstanceState<?>[] lastTargets;

  private @Nullable BitSet changedSlots;
  private @Nullable Object @Nullable [] changedValues;

  /** Whether an object that is made for a row is complete with the values of its columns. */
  private final boolean plain;

  /** Whether the row is that of such an object, which nothing is known of yet. */
  private boolean fresh;

  EntityRows(
      PersistenceContext context,
      EntityModel<E> model,
      RowLayout layout,
      ResultGroup group,
      Wrappers wrappers) {
    this.context = context;
    this.model = model;
    this.layout = layout;
    this.group = group;
    this.plan = group.plan();
    this.wrappers = wrappers;
    this.states = context.states(model);
    this.lastTargets = new @Nullable InstanceState<?>[layout.behind().size()];
    this.partial = new PartialRows<>(context, model, layout.unread(), wrappers);
    EntityEvents events = model.events();
    boolean listening = events != null && events.hears(EntityEvent.POST_LOAD);
    this.heard = listening ? new ArrayList<>() : null;
    this.plain = layout.unread() == null && model.contentsCount() == 0;
  }

  /** A reader for rows whose columns of this class begin at a 1-based position. */
  RowReader<@Nullable E> reader(int firstColumn) {
    RowLayout.Unread unread = layout.unread();
    if (model.access() instanceof RecordAccess<E> whole) {
      return new RecordReader<>(
          whole, new RecordRows<>(context, this), layout.id(), layout.parts(model), firstColumn);
    }
    return unread == null
        ? reader(model.access(), firstColumn)
        : reader(new SlotsReader<>(model.access(), unread.places()), firstColumn);
  }

  /** As {@link #reader(int)} where the columns do not stand together. */
  RowReader<@Nullable E> reader(ColumnsReader<E> columns, int firstColumn) {
    EntityReader.Keys keys = new EntityReader.Keys(layout.id(), layout.references());
    return new EntityReader<>(model.access(), columns, this, keys, firstColumn);
  }

  /** The references that are to be read when all rows are. */
  List<LateReference> late() {
    return late;
  }

  /** What is known of the object of the row that was read last; null before the first. */
  @Nullable InstanceState<E> current() {
    return current;
  }

  EntityModel<E> model() {
    return model;
  }

  LoadPlan plan() {
    return plan;
  }

  /** The distinct objects of the result in row order. */
  List<InstanceState<?>> states() {
    Set<InstanceState<?>> others = strangers;
    if (others == null) {
      return group.members();
    }
    List<InstanceState<?>> all = new ArrayList<>(group.members());
    all.addAll(others);
    return all;
  }

  /** Plain objects whose rows lack columns that an earlier transaction read. */
  List<InstanceState<?>> incomplete() {
    return partial.incomplete();
  }

  /** Where the result comes from. */
  Origin origin() {
    return group.origin();
  }

  /** What the references of this result lead to and nobody has loaded. */
  private ResultGroup referenceGroup(Relationship reference) {
    Map<Relationship, ResultGroup> groups = referenceGroups;
    if (groups == null) {
      groups = new HashMap<>();
      referenceGroups = groups;
    }
    return groups.computeIfAbsent(
        reference,
        any ->
            new ResultGroup(
                plan.behind(reference).overwriting(false),
                group.origin().behind(null),
                plan.strategy(reference) == LoadStrategy.LAZY_EACH));
  }

  @Override
  public @Nullable E target(long id) {
    InstanceState<E> found = states.get(id);
    if (found != null) {
      E entity = known(found);
      if (entity != null) {
        model.access().longId(entity, id);
      }
      return entity;
    }
    E made = partial.create(model);
    model.access().longId(made, id);
    fresh = plain;
    return begin(context.addPersistent(states, model, id, made));
  }

  @Override
  public @Nullable E target(Object key) {
    InstanceState<E> found = states.get(key);
    if (found != null) {
      return known(found);
    }
    fresh = plain;
    return begin(context.addPersistent(model, key, partial.create(model)));
  }

  private E begin(InstanceState<E> made) {
    current = made;
    group.add(made);
    return made.entity();
  }

  /** A record is made and known. */
  E made(InstanceState<E> made) {
    context.loaded(made);
    if (heard != null) {
      heard.add(made.entity());
    }
    return begin(made);
  }

  /** The row is that of a known record. */
  E again(InstanceState<E> state) {
    current = state;
    join(state);
    return state.entity();
  }

  private @Nullable E known(InstanceState<E> state) {
    if (state.model() != model) {
      throw otherClass(state);
    }
    current = state;
    fresh = false;
    join(state);
    if (!state.isLoaded()) {
      return state.entity();
    }
    boolean readNow = state.readIn() == context.transaction() && !state.isExpired();
    boolean going = state.lifecycle() != Lifecycle.PERSISTENT && !state.isExpired();
    if (!plan.overwrite() && (readNow || going)) {
      return completed(state);
    }
    if (!plan.overwrite() && state.isModified()) {
      keepChanges(state);
    }
    return state.entity();
  }

  private @Nullable E completed(InstanceState<E> state) {
    return partial.begins(state) ? state.entity() : null;
  }

  private void join(InstanceState<E> state) {
    LoadGroup other = state.group();
    if (other == null || (other != group && group.takesFrom(other))) {
      group.add(state);
    } else if (other != group) {
      if (strangers == null) {
        strangers = new LinkedHashSet<>();
      }
      strangers.add(state);
    }
  }

  private void keepChanges(InstanceState<E> state) {
    EntityAccess<E> access = model.access();
    BitSet slots = access.changed(state.entity(), state.requireSnapshot());
    @Nullable Object[] values = new @Nullable Object[access.attributes().size()];
    slots.stream().forEach(slot -> values[slot] = access.get(state.entity(), slot));
    changedSlots = slots;
    changedValues = values;
  }

  @Override
  public E present() {
    return requireCurrent().entity();
  }

  @Override
  public void reference(E entity, int reference, @Nullable Object key) {
    Relationship relationship = layout.behind().get(reference).reference();
    if (partial.keeps(relationship.slot())) {
      return;
    }
    InstanceState<?> last = remembered(reference, key);
    if (last != null) {
      model.access().set(entity, relationship.slot(), last.entity());
      return;
    }
    EntityModel<?> target = layout.behind().get(reference).target();
    boolean isLate = key != null && isLate(target, key);
    if (key != null && isLate) {
      boolean changed = changedSlots != null && changedSlots.get(relationship.slot());
      late.add(new LateReference(requireCurrent(), relationship, key, changed));
    }
    InstanceState<?> found = key == null || isLate ? null : referenced(relationship, target, key);
    lastTargets[reference] = found;
    model.access().set(entity, relationship.slot(), found == null ? null : found.entity());
  }

  private boolean isLate(EntityModel<?> target, Object key) {
    return target.mapper().needsRow() && !RecordRows.isCurrent(context, target, key);
  }

  private @Nullable InstanceState<?> remembered(int reference, @Nullable Object key) {
    InstanceState<?> last = lastTargets[reference];
    boolean same =
        last != null && last.lifecycle() == Lifecycle.PERSISTENT && last.requireKey().equals(key);
    return same ? last : null;
  }

  private UsageException otherClass(InstanceState<?> state) {
    return new UsageException(
        Problem.of(SessionCode.OTHER_CLASS, "cannot read \"" + model.describe(state.key()) + "\"")
            .found("the object " + state.model().describe(state.key()) + " for the same row")
            .expected("a row that stays of one class as long as a session holds its object")
            .fix("expunge the object, or read the row in another session"));
  }

  private <T> InstanceState<T> referenced(
      Relationship relationship, EntityModel<T> target, Object key) {
    InstanceState<T> state = context.find(target, key);
    LoadStrategy strategy = plan.strategy(relationship);
    if (state == null) {
      state = context.addPersistent(target, key, unloaded(relationship, target, strategy));
      target.key(state.entity(), key);
      referenceGroup(relationship).add(state);
      for (Relationship inside : target.derived()) {
        // The other object is the only place of a part of the id.
        target.access().set(state.entity(), inside.slot(), inKey(target, inside, key));
      }
    } else if (!state.isLoaded()) {
      EntityAccess.markUnloaded(state.entity(), trigger(relationship, strategy));
      ResultGroup behind = referenceGroup(relationship);
      LoadGroup other = state.group();
      if (other != behind && (other == null || behind.takesFrom(other))) {
        behind.add(state);
      }
    }
    return state;
  }

  /** The object whose id is a part of a key; null where its class is not known before its row. */
  private @Nullable Object inKey(EntityModel<?> owner, Relationship reference, Object key) {
    EntityModel<?> target = context.models().of(reference.target());
    Object part = owner.targetKey(reference, key);
    return isLate(target, part) ? null : referenced(reference, target, part).entity();
  }

  private <T> T unloaded(Relationship relationship, EntityModel<T> target, LoadStrategy strategy) {
    EntityAccess<T> access = target.access();
    if (access.supportsLazy()) {
      return access.lazy(trigger(relationship, strategy));
    }
    if (strategy.isEager()) {
      return access.create();
    }
    throw new UsageException(
        Problem.of(SessionCode.UNSUPPORTED, "cannot load \"" + relationship + "\" lazily")
            .found("\"" + target.mapper().type().getName() + "\" has no lazy subclass")
            .fix("annotate the attribute with @Load(selectIn), or use options(selectIn(…))"));
  }

  private LoadTrigger trigger(Relationship relationship, LoadStrategy strategy) {
    return strategy == LoadStrategy.RAISE
        ? Wrappers.raising(relationship.toString())
        : wrappers.trigger();
  }

  @Override
  public void filled(E entity) {
    InstanceState<E> state = requireCurrent();
    if (fresh) {
      context.loaded(state);
    } else if (partial.ends(state)) {
      return;
    } else {
      complete(state);
    }
    if (heard != null) {
      heard.add(entity);
    }
  }

  private void complete(InstanceState<E> state) {
    if ((plan.overwrite() || state.isExpired()) && state.isLoaded()) {
      OwnedElements.forget(state);
    }
    wrapCollections(state);
    EntityAccess.markLoaded(state.entity());
    keepUnread(state);
    partial.loaded(state, plan.overwrite());
    restoreChanges(model.access(), state.entity());
  }

  /** Tells of the objects that were read. */
  void tell() {
    EntityEvents events = model.events();
    if (heard != null && events != null) {
      List<E> all = List.copyOf(heard);
      heard.clear();
      all.forEach(entity -> events.fire(EntityEvent.POST_LOAD, entity, EntityRows::noConnection));
    }
  }

  private static Connection noConnection() {
    throw new IllegalStateException("what is read has no connection to tell of");
  }

  private void wrapCollections(InstanceState<E> state) {
    EntityAccess<E> access = model.access();
    List<Relationship> collections = model.collections();
    for (int index = 0; index < collections.size(); index++) {
      Relationship collection = collections.get(index);
      if (!collection.isCollection()) {
        continue;
      }
      Object field = access.get(state.entity(), collection.slot());
      if ((!state.isLoaded() || plan.overwrite()) && !(field instanceof LazyCollection)) {
        field = wrappers.unloaded(state, index);
        access.set(state.entity(), collection.slot(), field);
      }
      if (field instanceof LazyCollection && plan.strategy(collection) == LoadStrategy.NO_LOAD) {
        OwnedElements.fill(context, state, collection, List.of(), true);
      }
    }
    wrapValues(state, access);
  }

  private void wrapValues(InstanceState<E> state, EntityAccess<E> access) {
    for (int index = 0; index < model.elements().size(); index++) {
      int slot = model.elements().get(index).slot();
      boolean own = access.get(state.entity(), slot) instanceof LazyCollection;
      if ((!state.isLoaded() || plan.overwrite()) && !own) {
        access.set(state.entity(), slot, wrappers.unloaded(state, model.elementsAt(index)));
      }
    }
  }

  /** What no column holds was not read, so the next snapshot takes it from the last. */
  private void keepUnread(InstanceState<E> state) {
    BitSet changed = changedSlots;
    if (changed != null) {
      for (int index = 0; index < model.contentsCount(); index++) {
        int slot = model.contentsSlot(index);
        if (changed.get(slot)) {
          model.access().set(state.entity(), slot, state.snapshotValue(slot));
        }
      }
    }
  }

  private void restoreChanges(EntityAccess<E> access, E entity) {
    BitSet slots = changedSlots;
    @Nullable Object[] values = changedValues;
    if (slots != null && values != null) {
      changedSlots = null;
      changedValues = null;
      access.setAll(entity, slots, values);
    }
  }

  private InstanceState<E> requireCurrent() {
    InstanceState<E> state = current;
    if (state == null) {
      throw new IllegalStateException("no row was asked for");
    }
    return state;
  }
}
