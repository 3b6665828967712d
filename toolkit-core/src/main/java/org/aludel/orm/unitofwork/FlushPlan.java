package org.aludel.orm.unitofwork;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.instrument.EntityAccess;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Generation;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.moment.FlushMoment;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.KeyPrecision;
import org.aludel.orm.state.Lifecycle;
import org.aludel.orm.state.PersistenceContext;
import org.aludel.orm.state.ViewRows;
import org.jspecify.annotations.Nullable;

/** The operations of one flush, with what must come before what. */
final class FlushPlan {
  private final PersistenceContext context;
  private final TableLayouts layouts;
  private final RowValues values;
  private final Versions versions;
  private final FlushMoment moment;

  /**
   * What makes rows and removes them; to an UPDATE no other operation refers. Made when a reference
   * leads to a row, which those of many flushes do not.
   */
  private @Nullable IdentityHashMap<InstanceState<?>, RowOperation> byState;

  /** By the deleted object whose row another one takes over. */
  private final IdentityHashMap<InstanceState<?>, RowOperation> switched = new IdentityHashMap<>(0);

  /** How many operations make rows or remove them. */
  private int rows;

  private final List<RowOperation> operations = new ArrayList<>();
  private final List<RowOperation> rekeyed = new ArrayList<>();

  /** What the last INSERT writes; shared by those of the same columns, which never change it. */
  private BitSet inserted = new BitSet();

  private @Nullable Update lastUpdate;
  private @Nullable TableLayout<?> lastLayout;

  /** What follows from changed slots of a class where no key is among them. */
  private record Update(TableLayout<?> layout, BitSet slots, BitSet columns) {
    boolean fits(TableLayout<?> other, BitSet changed) {
      return layout == other && slots.equals(changed);
    }
  }

  FlushPlan(
      PersistenceContext context, TableLayouts layouts, Versions versions, FlushMoment moment) {
    this.moment = moment;
    this.context = context;
    this.layouts = layouts;
    this.versions = versions;
    this.values = new RowValues(context);
  }

  /**
   * Finds the operations and orders them.
   *
   * @param modified the objects for an UPDATE
   */
  List<Batch> batches(Iterable<InstanceState<?>> modified) {
    context.pending().forEach(this::planInsert);
    List<RowOperation> others = new ArrayList<>();
    for (InstanceState<?> state : modified) {
      planUpdate(state, others);
    }
    planFollowers(others);
    for (InstanceState<?> state : context.deleted()) {
      if (!switched.containsKey(state)) {
        add(RowOperation.of(RowOperation.Kind.DELETE, state, new BitSet()), others);
      }
    }
    others.sort((left, right) -> KeyOrder.compare(left.state(), right.state()));
    operations.addAll(others);
    if (rows > 0 || !switched.isEmpty()) {
      operations.forEach(this::orderByReferences);
    }
    if (anyGivesUpUniqueValues()) {
      orderByUniqueKeys();
    }
    return new FlushOrder(one -> layouts.of(one.state().model()), layouts.count()).sort(operations);
  }

  private <E> void planInsert(InstanceState<E> state) {
    Object key = state.model().keyOf(state.entity());
    InstanceState<E> holder = key == null ? null : replaced(state, key);
    TableLayout<E> layout = layout(state.model());
    layout.moments().forEach(property -> setMoment(state, property));
    if (holder != null && holder.isLoaded()) {
      planRowSwitch(layout, state, holder);
      return;
    }
    firstVersion(layout, state);
    if (key == null) {
      state.keyMade();
    } else {
      KeyPrecision.require(state.model(), key);
    }
    BitSet columns = layout.insertColumns(state.entity());
    if (state.hasExpressions()) {
      columns = (BitSet) columns.clone();
      columns.or(layout.updatable(state.expressionSlots()));
    }
    inserted = columns.equals(inserted) ? inserted : columns;
    add(RowOperation.of(RowOperation.Kind.INSERT, state, inserted), operations);
  }

  /** The deleted object of the same key, whose row the new one takes over; or null. */
  private <E> @Nullable InstanceState<E> replaced(InstanceState<E> state, Object key) {
    InstanceState<?> found = context.holder(state.model(), key);
    InstanceState<?> other = found != null && KeyChange.leaves(found) ? null : found;
    if (other != null && other.lifecycle() != Lifecycle.DELETED) {
      throw duplicate(state, key);
    }
    if (other != null && other.model() != state.model()) {
      throw otherClass(state, other);
    }
    return other == null ? null : context.find(state.model(), key);
  }

  /** Delete and add of the same key becomes an UPDATE of what differs. As SQLAlchemy. */
  private <E> void planRowSwitch(
      TableLayout<E> layout, InstanceState<E> added, InstanceState<E> replaced) {
    EntityAccess<E> access = added.model().access();
    Object before = replaced.requireSnapshot();
    for (BasicProperty basic : added.model().mapper().basics()) {
      if (basic.generation().byServer() && access.get(added.entity(), basic.slot()) == null) {
        access.set(added.entity(), basic.slot(), access.snapshotValue(before, basic.slot()));
      }
    }
    BitSet slots = access.changed(added.entity(), before);
    slots.or(unreadColumns(added, replaced));
    for (Relationship implied : added.model().mapper().impliedReferences()) {
      slots.set(
          implied.slot(), added.value(implied.slot()) != replaced.snapshotValue(implied.slot()));
    }
    BitSet columns = layout.updatable(slots);
    columns.andNot(layout.versions());
    if (added.model().mapper().version() != null) {
      added.versionMade(); // an UPDATE gives it the next one of the row
    }
    RowOperation operation = RowOperation.rowSwitch(added, replaced, columns);
    switched.put(replaced, operation);
    add(operation, operations);
  }

  /** What the row has in columns that were not read may differ from what the new object has. */
  private static <E> BitSet unreadColumns(InstanceState<E> added, InstanceState<E> replaced) {
    BitSet open = replaced.unloaded();
    BitSet written = open == null ? new BitSet() : (BitSet) open.clone();
    for (BasicProperty basic : added.model().mapper().basics()) {
      if (basic.generation().byServer() && added.value(basic.slot()) == null) {
        written.clear(basic.slot());
      }
    }
    return written;
  }

  private <E> void planUpdate(InstanceState<E> state, List<RowOperation> found) {
    ViewRows.refuse("update", state.model(), state.key());
    BitSet slots = state.changedSlots();
    TableLayout<E> layout = layout(state.model());
    Update last = lastUpdate;
    if (last != null && last.fits(layout, slots)) {
      add(RowOperation.of(RowOperation.Kind.UPDATE, state, last.columns()), found);
      return;
    }
    BitSet keys = KeyChange.slots(state, slots);
    BitSet columns = layout.updatable(slots);
    columns.andNot(layout.versions());
    columns.or(keys);
    if (columns.isEmpty()) {
      return;
    }
    if (keys.isEmpty() && layout.moments().isEmpty() && !state.model().derivesKey()) {
      lastUpdate = new Update(layout, slots, columns);
    }
    if (!layout.moments().isEmpty()) {
      columns.or(layout.updatable(renewMoments(layout, state, slots)));
    }
    RowOperation operation = RowOperation.of(RowOperation.Kind.UPDATE, state, columns);
    if (!keys.isEmpty()) {
      operation.changesKey();
      rekeyed.add(operation);
    }
    add(operation, found);
  }

  /** Foreign keys that the server does not carry along are written for loaded objects. */
  private void planFollowers(List<RowOperation> found) {
    for (RowOperation change : rekeyed) {
      for (KeyChange.Follower follower : KeyChange.followers(context, change.state())) {
        RowOperation operation = follower(follower, found);
        if (operation != change) {
          operation.waitFor(change, null);
        }
      }
    }
  }

  private RowOperation follower(KeyChange.Follower follower, List<RowOperation> found) {
    BitSet columns = layouts.of(follower.state().model()).columnsOf(follower.reference());
    for (RowOperation operation : found) {
      if (operation.state() == follower.state() && operation.kind() == RowOperation.Kind.UPDATE) {
        operation.with(columns);
        return operation;
      }
    }
    RowOperation operation = RowOperation.of(RowOperation.Kind.UPDATE, follower.state(), columns);
    add(operation, found);
    return operation;
  }

  private void add(RowOperation operation, List<RowOperation> list) {
    if (operation.kind() != RowOperation.Kind.UPDATE) {
      rows++;
    }
    list.add(operation);
  }

  private boolean anyGivesUpUniqueValues() {
    for (RowOperation operation : operations) {
      boolean givesUp =
          switch (operation.kind()) {
            case DELETE -> true;
            case INSERT -> false;
            case UPDATE ->
                layout(operation.state().model()).uniqueColumns().intersects(operation.columns());
          };
      if (givesUp) {
        return true;
      }
    }
    return false;
  }

  /** The layout of a class; neighbours mostly have the same. */
  @SuppressWarnings("unchecked") // the layout of a model of E is one of E
  private <E> TableLayout<E> layout(EntityModel<E> model) {
    TableLayout<?> known = lastLayout;
    if (known == null || known.model() != model) {
      known = layouts.of(model);
      lastLayout = known;
    }
    return (TableLayout<E>) known;
  }

  private <E> void firstVersion(TableLayout<E> layout, InstanceState<E> state) {
    BasicProperty version = layout.model().mapper().version();
    if (version == null) {
      return;
    }
    if (Versions.byServer(version)) {
      state.versionMade();
    } else {
      EntityAccess<E> access = layout.model().access();
      Object given = access.get(state.entity(), version.slot());
      Object first = versions.first(version, given);
      if (!first.equals(given)) {
        access.set(state.entity(), version.slot(), first);
        state.versionMade();
      }
    }
  }

  private <E> void setMoment(InstanceState<E> state, BasicProperty property) {
    EntityAccess<E> access = state.model().access();
    if (access.get(state.entity(), property.slot()) == null) {
      access.set(state.entity(), property.slot(), moment.of(property));
      state.momentMade(property.slot());
    }
  }

  /** The attributes that tell of the last UPDATE, but for those that the application has set. */
  private <E> BitSet renewMoments(TableLayout<E> layout, InstanceState<E> state, BitSet changed) {
    BitSet renewed = new BitSet();
    for (BasicProperty property : layout.moments()) {
      if (property.generation() == Generation.UPDATED
          && property.updatable()
          && !changed.get(property.slot())) {
        layout.model().access().set(state.entity(), property.slot(), moment.of(property));
        renewed.set(property.slot());
      }
    }
    return renewed;
  }

  private void orderByReferences(RowOperation operation) {
    for (Relationship reference : operation.state().model().foreignKeys()) {
      if (operation.kind() != RowOperation.Kind.DELETE) {
        RowOperation target = operationOn(operation.state().value(reference.slot()));
        if (target != null && target.kind() == RowOperation.Kind.INSERT) {
          operation.waitFor(target, reference);
        }
      }
      if (operation.kind() != RowOperation.Kind.INSERT) {
        RowOperation left = operationOn(operation.state().snapshotValue(reference.slot()));
        if (left != null && left.kind() == RowOperation.Kind.DELETE) {
          left.waitFor(operation, reference);
        }
      }
    }
  }

  private @Nullable RowOperation operationOn(@Nullable Object entity) {
    if (entity == null) {
      return null;
    }
    InstanceState<?> state = context.find(entity);
    return state == null ? null : byState().get(state);
  }

  private IdentityHashMap<InstanceState<?>, RowOperation> byState() {
    IdentityHashMap<InstanceState<?>, RowOperation> known = byState;
    if (known == null) {
      known = new IdentityHashMap<>(rows + switched.size());
      for (var each : switched.entrySet()) {
        known.put(each.getKey(), each.getValue());
      }
      for (RowOperation operation : operations) {
        if (operation.kind() != RowOperation.Kind.UPDATE) {
          known.put(operation.state(), operation);
        }
      }
      byState = known;
    }
    return known;
  }

  private void orderByUniqueKeys() {
    Map<EntityModel<?>, Map<TableLayout<?>, List<RowOperation>>> byTable = new LinkedHashMap<>();
    for (RowOperation operation : operations) {
      EntityModel<?> model = operation.state().model();
      byTable
          .computeIfAbsent(model.root(), any -> new LinkedHashMap<>())
          .computeIfAbsent(layouts.of(model), any -> new ArrayList<>())
          .add(operation);
    }
    UniqueCollisions collisions = new UniqueCollisions(values);
    byTable.values().forEach(collisions::order);
  }

  private static UsageException otherClass(InstanceState<?> state, InstanceState<?> other) {
    return new UsageException(
        Problem.of(
                SessionCode.OTHER_CLASS,
                "cannot insert \"" + state.model().describe(other.key()) + "\"")
            .found("the deleted object " + other + " of another class with the same id")
            .expected("a row that stays of one class")
            .fix("flush() after the deletion, before the new object is added"));
  }

  private static UsageException duplicate(InstanceState<?> state, @Nullable Object key) {
    return new UsageException(
        Problem.of(
                SessionCode.DUPLICATE_IDENTITY,
                "cannot insert \"" + state.model().describe(key) + "\"")
            .found("another object with this id in the session")
            .expected("one object a row")
            .fix("change the object that session.get(…) gives, or session.merge(…) the new one"));
  }
}
