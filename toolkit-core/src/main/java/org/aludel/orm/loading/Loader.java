package org.aludel.orm.loading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.aludel.engine.Connection;
import org.aludel.engine.PreparedSql;
import org.aludel.error.DetachedInstanceException;
import org.aludel.error.NoResultException;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.instrument.ElementReader;
import org.aludel.instrument.EntityAccess;
import org.aludel.orm.mapping.LoadStrategy;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.LazyCollection;
import org.aludel.orm.state.Lifecycle;
import org.aludel.orm.state.LoadGroup;
import org.aludel.orm.state.PersistenceContext;
import org.jspecify.annotations.Nullable;

/**
 * Loads for one session: rows by id, references and collections on first use together with those of
 * the same result, and what options want at once. One statement for each batch of objects. Not
 * thread-safe.
 */
public final class Loader {
  private final PersistenceContext context;
  private final ModelStatements statements;
  private final LoadSource source;
  private final Wrappers wrappers;

  public Loader(PersistenceContext context, ModelStatements statements, LoadSource source) {
    this.context = context;
    this.statements = statements;
    this.source = source;
    this.wrappers = new Wrappers(this::loadOnUse, this::loadOnUse);
  }

  /** Begins a result that has objects of a class in its rows. */
  public <E> LoadedRows<E> rows(EntityModel<E> model, LoadPlan plan) {
    if (!model.mapper().isPolymorphic()) {
      RowLayout layout = statements.layout(context.models(), model);
      EntityRows<E> rows = new EntityRows<>(context, model, layout, plan, wrappers);
      return new LoadedRows<>(this, model, List.of(rows));
    }
    List<EntityRows<? extends E>> rows = new ArrayList<>();
    for (Mapper<?> each : model.mapper().selfAndBelow()) {
      if (!each.isAbstract()) {
        rows.add(rowsBelow(model, each, plan));
      }
    }
    return new LoadedRows<>(this, model, rows);
  }

  /** The access to objects of a class, which reads as this database wants. */
  EntityAccess<?> access(Mapper<?> mapper) {
    return context.models().of(mapper).access();
  }

  private <E> EntityRows<? extends E> rowsBelow(
      EntityModel<E> above, Mapper<?> mapper, LoadPlan plan) {
    @SuppressWarnings("unchecked") // the class of a mapper below extends that of the one above
    EntityModel<? extends E> model =
        (EntityModel<? extends E>) (EntityModel<?>) context.models().of(mapper);
    RowLayout layout = statements.layout(context.models(), model, above);
    return new EntityRows<>(context, model, layout, plan, wrappers);
  }

  /** The object of a row, read now; null when there is no such row. */
  public <E> @Nullable E byId(EntityModel<E> model, Object key, LoadPlan plan) {
    LoadedRows<E> rows = rows(model, plan);
    Connection connection = source.connection();
    PreparedSql sql = statements.byId(connection, model);
    List<E> found = connection.query(sql, keyParts(model, key), rows.reader(1)).all();
    rows.finish();
    return found.isEmpty() ? null : found.get(0);
  }

  /**
   * Reads the columns of objects again and overwrites what they hold; collections are loaded again
   * on their next use.
   *
   * @return the objects whose rows are gone
   */
  public List<InstanceState<?>> reload(List<? extends InstanceState<?>> states) {
    List<InstanceState<?>> missing = new ArrayList<>();
    Map<EntityModel<?>, List<InstanceState<?>>> byModel = new LinkedHashMap<>();
    for (InstanceState<?> state : states) {
      forgetInverses(state);
      byModel.computeIfAbsent(state.model(), any -> new ArrayList<>()).add(state);
    }
    byModel.forEach((model, members) -> missing.addAll(read(model, members, true)));
    for (InstanceState<?> state : states) {
      if (!missing.contains(state)) {
        unloadCollections(state);
      }
    }
    return missing;
  }

  /** Reads the columns of objects of any class that are references so far. */
  public void loadRows(List<? extends InstanceState<?>> states) {
    Map<EntityModel<?>, List<InstanceState<?>>> byModel = new LinkedHashMap<>();
    for (InstanceState<?> state : states) {
      byModel.computeIfAbsent(state.model(), any -> new ArrayList<>()).add(state);
    }
    byModel.forEach(
        (model, members) -> {
          List<InstanceState<?>> gone = read(model, members, false);
          if (!gone.isEmpty()) {
            throw gone(gone.get(0));
          }
        });
  }

  /** Makes the elements of a collection known for these owners; fills fields not replaced. */
  public void loadCollection(Relationship collection, List<? extends InstanceState<?>> owners) {
    List<InstanceState<?>> all = new ArrayList<>(owners);
    for (int from = 0; from < all.size(); from += source.batchSize()) {
      int to = Math.min(all.size(), from + source.batchSize());
      loadChildren(collection, all.subList(from, to), LoadPlan.MAPPED);
    }
  }

  /** A loaded collection for a field. */
  public LazyCollection wrap(InstanceState<?> owner, Relationship collection, List<?> elements) {
    LazyCollection made = wrappers.unloaded(owner, owner.model().collections().indexOf(collection));
    made.fill(elements);
    return made;
  }

  /** What options and mapping want loaded right after a result. */
  <E> void finish(EntityRows<E> rows) {
    LoadPlan plan = rows.plan();
    if (!rows.late().isEmpty()) {
      loadLate(rows.late(), plan);
    }
    for (Relationship reference : rows.model().references()) {
      if (plan.strategy(reference) == LoadStrategy.SELECT_IN) {
        loadReferences(reference, rows);
      }
    }
    for (int index = 0; index < rows.model().collections().size(); index++) {
      Relationship collection = rows.model().collections().get(index);
      if (plan.strategy(collection) == LoadStrategy.SELECT_IN || collection.isInverseReference()) {
        loadCollections(collection, index, rows);
      }
    }
  }

  private void loadLate(List<LateReference> late, LoadPlan plan) {
    Map<Relationship, List<LateReference>> byReference = new LinkedHashMap<>();
    late.forEach(
        one -> byReference.computeIfAbsent(one.reference(), any -> new ArrayList<>()).add(one));
    byReference.forEach(
        (reference, all) -> {
          if (plan.strategy(reference) == LoadStrategy.RAISE) {
            throw Wrappers.forbidden(reference.toString());
          }
          EntityModel<?> target = context.models().of(reference.target());
          loadLate(target, all, plan.behind(reference));
        });
  }

  private <T> void loadLate(EntityModel<T> target, List<LateReference> late, LoadPlan plan) {
    Set<Object> keys = new LinkedHashSet<>();
    for (LateReference one : late) {
      if (context.find(target, one.key()) == null) {
        keys.add(one.key());
      }
    }
    List<Object> all = List.copyOf(keys);
    for (int from = 0; from < all.size(); from += source.batchSize()) {
      readKeys(target, all.subList(from, Math.min(all.size(), from + source.batchSize())), plan);
    }
    for (LateReference one : late) {
      InstanceState<T> found = context.find(target, one.key());
      if (found == null) {
        throw gone(target.describe(one.key()));
      }
      one.owner()
          .readLate(one.owner().model().slotOf(one.reference()), found.entity(), one.changed());
    }
  }

  private <E> void loadReferences(Relationship reference, EntityRows<E> rows) {
    List<InstanceState<?>> wanted = new ArrayList<>();
    IdentityHashMap<Object, Boolean> seen = new IdentityHashMap<>();
    for (InstanceState<?> state : rows.states()) {
      Object target = value(state, reference);
      InstanceState<?> found = target == null ? null : context.find(target);
      if (found != null && seen.put(target, true) == null && needsRead(found)) {
        wanted.add(found);
      }
    }
    if (!wanted.isEmpty()) {
      EntityModel<?> target = wanted.get(0).model();
      List<InstanceState<?>> gone = read(target, wanted, rows.plan().behind(reference), false);
      if (!gone.isEmpty()) {
        throw gone(gone.get(0));
      }
    }
  }

  private static <E> @Nullable Object value(InstanceState<E> state, Relationship reference) {
    return state.model().access().get(state.entity(), reference.slot());
  }

  private boolean needsRead(InstanceState<?> state) {
    return !state.isLoaded() && state.lifecycle() == Lifecycle.PERSISTENT;
  }

  private <E> void loadCollections(Relationship collection, int index, EntityRows<E> rows) {
    List<InstanceState<?>> wanted = new ArrayList<>();
    for (InstanceState<?> state : rows.states()) {
      if (state.lifecycle() == Lifecycle.PERSISTENT && state.contents(index) == null) {
        wanted.add(state);
      }
    }
    LoadPlan next = rows.plan().behind(collection);
    for (int from = 0; from < wanted.size(); from += source.batchSize()) {
      int to = Math.min(wanted.size(), from + source.batchSize());
      loadChildren(collection, wanted.subList(from, to), next);
    }
  }

  private void loadOnUse(Object instance) {
    InstanceState<?> state = source.isClosed() ? null : context.find(instance);
    if (state == null || state.lifecycle() == Lifecycle.DETACHED) {
      throw detachedReference(instance);
    }
    LoadGroup group = state.group();
    List<InstanceState<?>> batch =
        group == null
            ? List.of(state)
            : group.around(
                state,
                source.batchSize(),
                one -> one.model() == state.model() && needsRead(one) && !rekeyed(one));
    List<InstanceState<?>> gone = read(state.model(), batch, false);
    if (gone.contains(state)) {
      throw gone(state);
    }
  }

  private void loadOnUse(InstanceState<?> owner, int index, boolean raises) {
    Relationship collection = owner.model().collections().get(index);
    if (raises) {
      throw Wrappers.forbidden(collection.toString());
    }
    if (source.isClosed() || owner.lifecycle() == Lifecycle.DETACHED) {
      throw detached(collection.toString(), owner.model().describe(owner.key()));
    }
    source.connection();
    source.beforeSelect(List.of(context.models().of(collection.target())));
    LoadGroup group = owner.group();
    List<InstanceState<?>> batch =
        group == null
            ? List.of(owner)
            : group.around(owner, source.batchSize(), one -> wants(one, owner.model(), index));
    loadChildren(collection, batch, LoadPlan.MAPPED);
    fillIfEmpty(owner, index);
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
    int slot = owner.model().collections().get(index).slot();
    List<?> contents = owner.contents(index);
    if (owner.model().access().get(owner.entity(), slot) instanceof LazyCollection lazy
        && !lazy.isLoaded()
        && contents != null) {
      lazy.fill(contents);
    }
  }

  private static <E> boolean rekeyed(InstanceState<E> state) {
    return !state.requireKey().equals(state.model().keyOf(state.entity()));
  }

  private void loadChildren(Relationship collection, List<InstanceState<?>> owners, LoadPlan plan) {
    EntityModel<?> children = context.models().of(collection.target());
    loadChildren(collection, owners, rows(children, plan));
  }

  private <C> void loadChildren(
      Relationship collection, List<InstanceState<?>> owners, LoadedRows<C> rows) {
    Relationship owning =
        Objects.requireNonNull(collection.inverse(), "a collection mirrors a reference");
    Connection connection = source.connection();
    PreparedSql sql = statements.byParents(connection, collection, rows.model());
    IdentityHashMap<Object, List<Object>> byOwner = new IdentityHashMap<>();
    owners.forEach(owner -> byOwner.put(owner.entity(), new ArrayList<>()));
    boolean implied = rows.model().mapper().impliedReferences().contains(owning);
    int behind = rows.model().view().width();
    ElementReader<C> reader =
        new ElementReader<>(
            rows.reader(1), implied ? RowLayout.key(owning, owners.get(0).model(), behind) : null);
    for (ElementReader.Element<C> element :
        connection.query(sql, ownerKeys(collection, owners), reader).all()) {
      C child = element.entity();
      InstanceState<C> state = Objects.requireNonNull(context.find(child), "just read");
      if (element.ownerKey() != null) {
        InstanceState<?> owner = context.find(owners.get(0).model(), element.ownerKey());
        state.read(state.model().slotOf(owning), owner == null ? null : owner.entity());
      }
      List<Object> elements = byOwner.get(state.snapshotValue(state.model().slotOf(owning)));
      if (elements != null) {
        elements.add(child);
      }
    }
    for (InstanceState<?> owner : owners) {
      remember(owner, collection, byOwner.getOrDefault(owner.entity(), List.of()));
    }
    rows.finish();
  }

  private static <E> void remember(
      InstanceState<E> owner, Relationship collection, List<Object> elements) {
    int index = owner.model().collections().indexOf(collection);
    owner.contents(index, elements);
    int slot = owner.model().slotOf(collection);
    if (collection.isInverseReference()) {
      owner.read(slot, elements.isEmpty() ? null : elements.get(0));
      return;
    }
    Object field = owner.model().access().get(owner.entity(), slot);
    if (field instanceof LazyCollection lazy && !lazy.isLoaded()) {
      lazy.fill(elements);
    }
  }

  private static List<Object> ownerKeys(Relationship collection, List<InstanceState<?>> owners) {
    Relationship owning =
        Objects.requireNonNull(collection.inverse(), "a collection mirrors a reference");
    List<Object> arrays = new ArrayList<>();
    for (int column = 0; column < owning.localColumns().size(); column++) {
      int part = EntityModel.idIndex(owning, column);
      arrays.add(
          owners.stream().map(owner -> owner.model().keyPart(owner.requireKey(), part)).toArray());
    }
    return arrays;
  }

  private List<InstanceState<?>> read(
      EntityModel<?> model, List<InstanceState<?>> states, boolean overwrite) {
    return read(model, states, new LoadPlan(Map.of(), overwrite), overwrite);
  }

  private <E> List<InstanceState<?>> read(
      EntityModel<E> model, List<InstanceState<?>> states, LoadPlan plan, boolean overwrite) {
    List<InstanceState<?>> missing = new ArrayList<>();
    LoadPlan effective = new LoadPlan(plan.branches(), overwrite);
    for (int from = 0; from < states.size(); from += source.batchSize()) {
      int to = Math.min(states.size(), from + source.batchSize());
      missing.addAll(readBatch(model, states.subList(from, to), effective));
    }
    return missing;
  }

  private <E> List<InstanceState<?>> readBatch(
      EntityModel<E> model, List<InstanceState<?>> states, LoadPlan plan) {
    LoadedRows<E> rows =
        readKeys(model, states.stream().map(InstanceState::requireKey).toList(), plan);
    Map<Object, InstanceState<?>> missing = new HashMap<>();
    states.forEach(state -> missing.put(state.requireKey(), state));
    rows.states().forEach(state -> missing.remove(state.requireKey()));
    return List.copyOf(missing.values());
  }

  /** Reads the rows of some keys and what the plan wants behind them. */
  private <E> LoadedRows<E> readKeys(EntityModel<E> model, List<Object> keys, LoadPlan plan) {
    LoadedRows<E> rows = rows(model, plan);
    Connection connection = source.connection();
    boolean single = keys.size() == 1;
    PreparedSql sql =
        single ? statements.byId(connection, model) : statements.byIds(connection, model);
    List<Object> binds = new ArrayList<>();
    for (int index = 0; index < model.ids().size(); index++) {
      int part = index;
      binds.add(
          single
              ? model.keyPart(keys.get(0), part)
              : keys.stream().map(key -> model.keyPart(key, part)).toArray());
    }
    connection.query(sql, binds, rows.reader(1)).all();
    rows.finish();
    return rows;
  }

  private static List<Object> keyParts(EntityModel<?> model, Object key) {
    List<Object> parts = new ArrayList<>();
    for (int index = 0; index < model.ids().size(); index++) {
      parts.add(model.keyPart(key, index));
    }
    return parts;
  }

  /** Makes the next result load them again, since nothing else would. */
  private static void forgetInverses(InstanceState<?> state) {
    List<Relationship> collections = state.model().collections();
    for (int index = 0; index < collections.size(); index++) {
      if (collections.get(index).isInverseReference()) {
        state.contents(index, null);
      }
    }
  }

  private static <E> void unloadCollections(InstanceState<E> state) {
    for (int index = 0; index < state.model().collections().size(); index++) {
      int slot = state.model().collections().get(index).slot();
      if (state.model().access().get(state.entity(), slot) instanceof LazyCollection lazy) {
        lazy.unload();
        state.contents(index, null);
      }
    }
  }

  private <E> DetachedInstanceException detachedReference(E instance) {
    EntityModel<E> model = context.models().ofEntity(instance);
    String references =
        context.models().registry().mappers().stream()
            .flatMap(mapper -> mapper.relationships().stream())
            .filter(Relationship::isReference)
            .filter(one -> one.target() == model.mapper())
            .map(one -> one.owner().type().getSimpleName() + "." + one.name())
            .sorted()
            .collect(Collectors.joining(", "));
    return new DetachedInstanceException(
        Problem.of(
                SessionCode.DETACHED,
                "cannot load \"" + model.describe(model.keyOf(instance)) + "\"")
            .found("an object behind a reference (" + references + "), which no open session holds")
            .expected("an object of an open session, or one that is loaded already")
            .fix("use it before the session is closed, or load it by options(selectIn(…))"));
  }

  private static DetachedInstanceException detached(String attribute, String owner) {
    return new DetachedInstanceException(
        Problem.of(SessionCode.DETACHED, "cannot load \"" + attribute + "\"")
            .found(owner + ", which no open session holds")
            .expected("an object of an open session, or an attribute that is loaded already")
            .fix("use it before the session is closed, or load it with options(selectIn(…))"));
  }

  private static NoResultException gone(InstanceState<?> state) {
    return gone(state.model().describe(state.key()));
  }

  private static NoResultException gone(String object) {
    return new NoResultException(
        Problem.of(SessionCode.NOT_PERSISTENT, "cannot load \"" + object + "\"")
            .found("no row with this key")
            .fix("another transaction deleted it, or no foreign key protects the reference"));
  }
}
