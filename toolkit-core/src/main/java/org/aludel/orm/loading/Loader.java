package org.aludel.orm.loading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.orm.mapping.ElementCollection;
import org.aludel.orm.mapping.LoadStrategy;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.ElementValues;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.JoinCondition;
import org.aludel.orm.state.LazyCollection;
import org.aludel.orm.state.Lifecycle;
import org.aludel.orm.state.LoadGroup;
import org.aludel.orm.state.PersistenceContext;
import org.aludel.sql.RowLock;
import org.jspecify.annotations.Nullable;

/**
 * Loads for one session: rows by id, references and collections on first use together with those of
 * the same result, and what options want at once. One statement for each batch of objects. Not
 * thread-safe.
 */
public final class Loader {
  private final PersistenceContext context;
  private final LoadSource source;
  private final Wrappers wrappers;
  private final Results results;
  private final RowReads rows;
  private final ColumnReads columns;
  private final CollectionReads collections;
  private final ElementReads values;
  private final LoadPlan base;

  /**
   * @param base what holds for everything that the session loads
   */
  public Loader(
      PersistenceContext context,
      ModelStatements statements,
      LoadSource source,
      LoadPlan.Terms base) {
    this.context = context;
    this.source = source;
    this.base = LoadPlan.under(base);
    this.wrappers =
        new Wrappers(context.models(), this::loadOnUse, this::loadOnUse, this::loadColumns);
    this.results = new Results(context, statements, wrappers, source, this::loadEagerly);
    this.rows = new RowReads(results, source);
    this.columns = results.columns();
    this.values = new ElementReads(context, source);
    this.collections = new CollectionReads(results, source);
  }

  /** What holds where no statement says otherwise. */
  public LoadPlan base() {
    return base;
  }

  /**
   * Begins a result that has objects of a class, and of those joined to it, in its rows.
   *
   * @param query what selects the rows, for statements that repeat it; null for none
   */
  public LoadedRows<?> rows(EntityNode node, @Nullable OwnerQuery query) {
    return results.of(node, Origin.root(query));
  }

  /** As above for rows of one class that no query selects, such as those that a change returns. */
  public <E> LoadedRows<E> rows(EntityModel<E> model) {
    return results.of(model, base, Origin.root(null));
  }

  /**
   * The object of a row, read now; null when there is no such row.
   *
   * @param lock that the row gets, which then overwrites what the object holds; null for none
   */
  public <E> @Nullable E byId(
      EntityModel<E> model, Object key, LoadPlan plan, @Nullable RowLock lock) {
    return rows.byId(model, key, lock == null ? plan : plan.overwriting(true), lock);
  }

  /** Reads a row again with what a plan wants, and overwrites its object; false when it is gone. */
  public <E> boolean refreshed(InstanceState<E> state, LoadPlan plan, @Nullable RowLock lock) {
    LoadPlan whole = plan.columns() == null ? plan.whole() : plan;
    return rows.byId(state.model(), state.requireKey(), whole.overwriting(true), lock) != null;
  }

  /**
   * Reads the columns of objects again and overwrites what they hold; collections are loaded again
   * on their next use.
   *
   * @return the objects whose rows are gone
   */
  public List<InstanceState<?>> reload(List<? extends InstanceState<?>> states) {
    return reload(states, true);
  }

  private List<InstanceState<?>> reload(
      List<? extends InstanceState<?>> states, boolean overwrite) {
    List<InstanceState<?>> missing = new ArrayList<>();
    byModel(states)
        .forEach(
            (model, members) ->
                missing.addAll(
                    rows.read(
                        model, members, base.overwriting(overwrite).whole(), Origin.root(null))));
    return missing;
  }

  /**
   * Reads expired objects again. What was changed since they expired is kept, attribute by
   * attribute, and additions and removals of elements are done again.
   *
   * @return the objects whose rows are gone
   */
  public List<InstanceState<?>> reloadExpired(List<? extends InstanceState<?>> states) {
    Map<InstanceState<?>, List<CollectionEdits.Edit>> edits = new LinkedHashMap<>();
    for (InstanceState<?> state : states) {
      List<CollectionEdits.Edit> own = CollectionEdits.of(state);
      if (!own.isEmpty()) {
        edits.put(state, own);
      }
    }
    List<ValueEdits> values = new ArrayList<>();
    states.forEach(state -> values.addAll(ValueEdits.of(state)));
    List<InstanceState<?>> missing = reload(states, false);
    for (ValueEdits edit : values) {
      if (!missing.contains(edit.owner())) {
        loadValues(edit.number(), List.of(edit.owner()));
        edit.redo();
      }
    }
    edits.forEach(
        (state, own) -> {
          if (!missing.contains(state)) {
            own.forEach(edit -> redo(state, edit));
          }
        });
    return missing;
  }

  private void redo(InstanceState<?> state, CollectionEdits.Edit edit) {
    loadCollection(state.model().collections().get(edit.collection()), List.of(state));
    edit.redo();
  }

  /** Reads the columns of objects of any class that are references so far. */
  public void loadRows(List<? extends InstanceState<?>> states) {
    byModel(states)
        .forEach(
            (model, members) -> {
              List<InstanceState<?>> gone =
                  rows.read(model, members, LoadPlan.MAPPED, Origin.root(null));
              if (!gone.isEmpty()) {
                throw LoadFailures.gone(gone.get(0), false);
              }
            });
  }

  private static Map<EntityModel<?>, List<InstanceState<?>>> byModel(
      List<? extends InstanceState<?>> states) {
    Map<EntityModel<?>, List<InstanceState<?>>> byModel = new LinkedHashMap<>();
    for (InstanceState<?> state : states) {
      byModel.computeIfAbsent(state.model(), any -> new ArrayList<>()).add(state);
    }
    return byModel;
  }

  /**
   * Makes all elements of a collection known for these owners, whatever criteria hold; fills fields
   * not replaced.
   */
  public void loadCollection(Relationship collection, List<? extends InstanceState<?>> owners) {
    collections.read(
        collection,
        List.copyOf(owners),
        new CollectionReads.Wish(LoadPlan.MAPPED, null, false),
        Origin.root(null));
  }

  /** A loaded collection for a field. */
  public LazyCollection wrap(InstanceState<?> owner, Relationship collection, List<?> elements) {
    LazyCollection made = wrappers.unloaded(owner, OwnedElements.index(owner, collection));
    made.fill(elements);
    return made;
  }

  /** Makes a collection of values known for these owners; fills fields not replaced. */
  public void loadValues(int number, List<? extends InstanceState<?>> owners) {
    values.read(number, List.copyOf(owners));
  }

  /** A loaded collection of values for a field. */
  public LazyCollection wrapValues(InstanceState<?> owner, int number, List<?> elements) {
    LazyCollection made = wrappers.unloaded(owner, number);
    made.fill(elements);
    return made;
  }

  /** What options and mapping want loaded right after a result. */
  private void loadEagerly(EntityRows<?> result, Set<Relationship> joined) {
    LoadPlan plan = result.plan();
    if (!result.late().isEmpty()) {
      loadLate(result);
    }
    for (Relationship reference : result.model().references()) {
      if (plan.strategy(reference).isEager() && !joined.contains(reference)) {
        loadReferences(reference, result);
      }
    }
    for (Relationship collection : result.model().collections()) {
      if ((plan.strategy(collection).isEager() || collection.isInverseReference())
          && !joined.contains(collection)) {
        loadCollections(collection, result);
      }
    }
    loadValuesEagerly(result);
  }

  private void loadValuesEagerly(EntityRows<?> result) {
    for (int index = 0; index < result.model().elements().size(); index++) {
      if (result.model().elements().get(index).load().isEager()) {
        int number = result.model().elementsAt(index);
        values.read(
            number, result.states().stream().filter(one -> one.contents(number) == null).toList());
      }
    }
  }

  private void loadLate(EntityRows<?> result) {
    Map<Relationship, List<LateReference>> byReference = new LinkedHashMap<>();
    for (LateReference one : result.late()) {
      byReference.computeIfAbsent(one.reference(), any -> new ArrayList<>()).add(one);
    }
    byReference.forEach(
        (reference, all) -> {
          if (result.plan().strategy(reference) == LoadStrategy.RAISE) {
            throw Wrappers.forbidden(reference.toString());
          }
          loadLate(
              context.models().of(reference.target()),
              all,
              result.plan().behind(reference),
              result.origin().behind(null));
        });
  }

  private <T> void loadLate(
      EntityModel<T> target, List<LateReference> late, LoadPlan plan, Origin origin) {
    Set<Object> keys = new LinkedHashSet<>();
    for (LateReference one : late) {
      if (!RecordRows.isCurrent(context, target, one.key())) {
        keys.add(one.key());
      }
    }
    rows.readKeys(target, List.copyOf(keys), plan, origin);
    boolean hidden = plan.terms().criteria().of(target.mapper()) != null;
    for (LateReference one : late) {
      InstanceState<T> found = context.find(target, one.key());
      if (found != null) {
        one.owner()
            .readLate(one.owner().model().slotOf(one.reference()), found.entity(), one.changed());
      } else if (!hidden) {
        throw LoadFailures.gone(target.describe(one.key()), false);
      }
    }
  }

  private void loadReferences(Relationship reference, EntityRows<?> result) {
    List<InstanceState<?>> wanted = new ArrayList<>();
    IdentityHashMap<Object, Boolean> seen = new IdentityHashMap<>();
    for (InstanceState<?> state : result.states()) {
      Object target = value(state, reference);
      InstanceState<?> found = target == null ? null : context.find(target);
      if (found != null && seen.put(target, true) == null && needsRead(found)) {
        wanted.add(found);
      }
    }
    if (wanted.isEmpty()) {
      return;
    }
    LoadPlan next = result.plan().behind(reference);
    OwnerQuery query = query(reference, result);
    List<InstanceState<?>> gone =
        query == null
            ? rows.read(wanted.get(0).model(), wanted, next, result.origin().behind(null))
            : rows.readBehind(reference, wanted, next, query, result.origin());
    boolean hidden = next.terms().criteria().of(reference.target()) != null;
    if (!gone.isEmpty() && !hidden) {
      throw LoadFailures.gone(gone.get(0), false);
    }
  }

  private @Nullable OwnerQuery query(Relationship relationship, EntityRows<?> result) {
    return result.plan().strategy(relationship) == LoadStrategy.SUBQUERY
            && source.reachesBoth(relationship)
        ? result.origin().query()
        : null;
  }

  private static <E> @Nullable Object value(InstanceState<E> state, Relationship reference) {
    return state.model().access().get(state.entity(), reference.slot());
  }

  private static boolean needsRead(InstanceState<?> state) {
    return !state.isLoaded() && state.lifecycle() == Lifecycle.PERSISTENT;
  }

  private void loadCollections(Relationship collection, EntityRows<?> result) {
    List<InstanceState<?>> wanted = new ArrayList<>();
    for (InstanceState<?> state : result.states()) {
      if (OwnedElements.isUnknown(state, collection)) {
        wanted.add(state);
      }
    }
    if (wanted.isEmpty()) {
      return;
    }
    CollectionReads.Wish wish = CollectionReads.Wish.of(collection, result.plan());
    OwnerQuery query = query(collection, result);
    if (query == null) {
      collections.read(collection, wanted, wish, result.origin());
    } else {
      collections.readBehind(collection, wanted, wish, query, result.origin());
    }
  }

  private void loadOnUse(Object instance) {
    InstanceState<?> state = source.isClosed() ? null : context.find(instance);
    if (state == null || state.lifecycle() == Lifecycle.DETACHED) {
      throw LoadFailures.detachedReference(context.models(), instance);
    }
    LoadGroup group = state.group();
    List<InstanceState<?>> batch =
        group == null
            ? List.of(state)
            : group.around(
                state,
                source.batchSize(),
                one -> one.model() == state.model() && needsRead(one) && !rekeyed(one));
    LoadPlan plan = plan(group);
    if (rows.read(state.model(), batch, plan, origin(group)).contains(state)) {
      throw LoadFailures.gone(state, plan.terms().criteria().of(state.model().mapper()) != null);
    }
  }

  private void loadValuesOnUse(InstanceState<?> owner, int number, ElementCollection collection) {
    if (collection.load() == LoadStrategy.RAISE) {
      throw Wrappers.forbiddenValues(collection.toString());
    }
    if (source.isClosed() || owner.lifecycle() == Lifecycle.DETACHED) {
      throw LoadFailures.detachedValues(collection.toString(), owner.model().describe(owner.key()));
    }
    source.connection(owner.model().mapper());
    source.beforeSelect(List.of(owner.model()));
    LoadGroup group = owner.group();
    boolean alone = group == null || collection.load() == LoadStrategy.LAZY_EACH;
    values.read(
        number,
        group == null || alone
            ? List.of(owner)
            : group.around(owner, source.batchSize(), one -> wants(one, owner.model(), number)));
    fillIfEmpty(owner, number);
  }

  private void loadColumns(InstanceState<?> state) {
    columns.onUse(state, base);
  }

  /**
   * Reads some columns of an object again and drops changes of them; nothing else of it changes.
   *
   * @return whether there is such a row
   */
  public boolean reloadColumns(InstanceState<?> state, BitSet slots) {
    wrappers.reopen(state, slots);
    slots.stream().forEach(state::forgetExpression);
    return columns.read(state.model(), List.of(state), slots, plan(state.group())).isEmpty();
  }

  /**
   * A reference to a row, which is read on the first use of the object.
   *
   * @throws org.aludel.error.UsageException for a class that has no lazy subclass
   */
  public <E> E reference(EntityModel<E> model, Object key) {
    InstanceState<E> known = context.find(model, key);
    if (known != null) {
      return known.entity();
    }
    return context.addPersistent(model, key, wrappers.reference(model, key)).entity();
  }

  /** Reads the keys of references that objects lack, so that it is known what they refer to. */
  public void loadReferences(List<? extends InstanceState<?>> states) {
    columns.references(states);
  }

  /** Reads what an object lacks, so that it can be compared whole. */
  public void complete(InstanceState<?> state) {
    if (state.unloaded() != null) {
      loadColumns(state);
    }
  }

  private void loadOnUse(InstanceState<?> owner, int index) {
    ElementCollection elements = owner.model().elements(index);
    if (elements != null) {
      loadValuesOnUse(owner, index, elements);
      return;
    }
    Relationship collection = owner.model().collections().get(index);
    LoadGroup group = owner.group();
    LoadPlan plan = plan(group);
    if (plan.strategy(collection) == LoadStrategy.RAISE) {
      throw Wrappers.forbidden(collection.toString());
    }
    if (source.isClosed() || owner.lifecycle() == Lifecycle.DETACHED) {
      throw LoadFailures.detached(collection.toString(), owner.model().describe(owner.key()));
    }
    source.connection(collection.target());
    EntityModel<?> targets = context.models().of(collection.target());
    JoinCondition condition = context.models().condition(collection);
    if (condition != null) {
      source.beforeReading(condition.tables());
    } else {
      source.beforeSelect(
          collection.isPaired() ? List.of(targets, owner.model()) : List.of(targets));
    }
    boolean alone = group == null || plan.strategy(collection) == LoadStrategy.LAZY_EACH;
    List<InstanceState<?>> batch =
        group == null || alone
            ? List.of(owner)
            : group.around(owner, source.batchSize(), one -> wants(one, owner.model(), index));
    collections.read(collection, batch, CollectionReads.Wish.of(collection, plan), origin(group));
    fillIfEmpty(owner, index);
  }

  /** What the options of the statement that brought an object say of what it loads later. */
  private LoadPlan plan(@Nullable LoadGroup group) {
    return group instanceof ResultGroup result ? result.plan().overwriting(false) : base;
  }

  private static Origin origin(@Nullable LoadGroup group) {
    return group instanceof ResultGroup result ? result.origin() : Origin.root(null);
  }

  private static boolean wants(InstanceState<?> state, EntityModel<?> model, int index) {
    return state.model() == model
        && state.lifecycle() == Lifecycle.PERSISTENT
        && state.isLoaded()
        && state.contents(index) == null
        && !rekeyed(state);
  }

  /** After a flush in between, the elements may be known while the field is not filled yet. */
  private static <E> void fillIfEmpty(InstanceState<E> owner, int index) {
    int slot = owner.model().contentsSlot(index);
    List<?> contents = owner.contents(index);
    if (owner.model().access().get(owner.entity(), slot) instanceof LazyCollection lazy
        && !lazy.isLoaded()
        && contents != null) {
      ElementCollection values = owner.model().elements(index);
      lazy.fill(values == null ? contents : ElementValues.copied(values, contents));
    }
  }

  private static <E> boolean rekeyed(InstanceState<E> state) {
    return !state.requireKey().equals(state.model().keyOf(state.entity()));
  }
}
