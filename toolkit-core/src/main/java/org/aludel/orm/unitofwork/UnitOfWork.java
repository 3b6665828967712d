package org.aludel.orm.unitofwork;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.aludel.engine.Connection;
import org.aludel.instrument.EntityAccess;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Generation;
import org.aludel.orm.mapping.IdSequence;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.moment.FlushMoment;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.Lifecycle;
import org.aludel.orm.state.PersistenceContext;
import org.aludel.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Writes what changed in memory: finds it, carries collections over to references, extends
 * deletions, plans, orders, writes, and takes the written values as the new snapshots. Not
 * thread-safe.
 */
public final class UnitOfWork {
  private final PersistenceContext context;
  private final StatementCatalogue catalogue;
  private final CollectionSource source;
  private final Versions versions;
  private final Clock clock;
  private boolean written;

  /**
   * A unit of work.
   *
   * @param clock that tells the moments of flushes, and versions that are times
   */
  /** What changed in collections, and in the tables between. */
  private record Gathered(
      List<CollectionChange> changes,
      AssociationChanges associations,
      ElementChanges values,
      TargetPositions positions,
      List<InstanceState<?>> modified) {
    /** Whether rows of tables between, or of values, come or go, or elements stand elsewhere. */
    boolean hasRows() {
      return !associations.isEmpty() || !values.isEmpty() || !positions.isEmpty();
    }
  }

  public UnitOfWork(
      PersistenceContext context,
      StatementCatalogue catalogue,
      CollectionSource source,
      Clock clock) {
    this.clock = clock;
    this.versions = new Versions(clock);
    this.context = context;
    this.catalogue = catalogue;
    this.source = source;
  }

  /** Whether the last flush sent anything. */
  public boolean hasWritten() {
    return written;
  }

  /** Whether a persistent object differs from its row; runs no SQL. */
  public static boolean isChanged(InstanceState<?> state) {
    return state.lifecycle() == Lifecycle.PERSISTENT && ChangeCollector.isChanged(state);
  }

  /** Whether a flush would write anything; runs no SQL. */
  public boolean hasChanges() {
    return somethingMarked() || context.anyPersistent(UnitOfWork::isChanged);
  }

  /** As {@link #hasChanges()}, comparing at most so many objects, those first that came first. */
  public boolean hasChanges(int compared) {
    return somethingMarked() || context.anyOfFirst(compared, UnitOfWork::isChanged);
  }

  /**
   * Whether a flush could change what a statement over these tables gives. Objects of other classes
   * are not compared, apart from their collections that lead there.
   */
  public boolean concerns(Set<QualifiedName> tables) {
    return concernsRows(tables)
        || tables.stream()
            .flatMap(table -> context.models().ownersOf(table).stream())
            .anyMatch(owner -> context.anyPersistent(owner, ChangeCollector::isCollectionChanged));
  }

  /**
   * As above, without collections: an element that left one may be on its way into another, which
   * is loaded only then.
   */
  public boolean concernsRows(Set<QualifiedName> tables) {
    return somethingMarked()
        || tables.stream()
            .flatMap(table -> context.models().ofTable(table).stream())
            .anyMatch(model -> context.anyPersistent(model, UnitOfWork::isChanged));
  }

  /**
   * Flushes. When it fails, the transaction is no longer usable and objects may have keys of rows
   * that were never committed; the caller rolls back.
   *
   * @param connections of the classes, asked for only when there is something to write
   */
  public void flush(Function<Mapper<?>, Connection> connections) {
    written = false;
    Gathered gathered = gather();
    FlushEvents events =
        context.models().hearsEvents() ? new FlushEvents(context, connections) : null;
    while (events != null && events.before()) {
      gathered = gather();
    }
    List<CollectionChange> changes = gathered.changes();
    AssociationChanges associations = gathered.associations();
    new MapKeyRule(context).check(changes);
    assignIds(connections);
    FlushPlan plan = new FlushPlan(context, catalogue.layouts(), versions, new FlushMoment(clock));
    List<Batch> batches = plan.batches(modified(gathered, events));
    CollectionSettling settling = new CollectionSettling(context, source);
    settling.note(changes);
    associations.tell(settling);
    ElementChanges values = gathered.values();
    if (!batches.isEmpty() || gathered.hasRows()) {
      settling.noteMoves(batches);
      context.wroteSomething();
      written = true;
      write(batches, gathered, connections);
    }
    settling.settle();
    values.settle();
    if (events != null) {
      events.after(batches);
    }
  }

  /**
   * The objects for an UPDATE. Where nothing but attributes changed, they are those that were found
   * to be modified; to compare all once more would be half of a flush that writes little.
   */
  private List<InstanceState<?>> modified(Gathered gathered, @Nullable FlushEvents events) {
    boolean alone = events == null && gathered.changes().isEmpty() && !context.hasDeleted();
    if (alone) {
      return gathered.modified();
    }
    List<InstanceState<?>> modified = new ArrayList<>();
    for (InstanceState<?> state : context.persistent()) {
      if (state.lifecycle() == Lifecycle.PERSISTENT && state.isLoaded() && state.isModified()) {
        modified.add(state);
      }
    }
    return modified;
  }

  /** Finds what changed and what follows from it; finds the same again when nothing was done. */
  private Gathered gather() {
    ChangeCollector collector = new ChangeCollector(context, source);
    List<CollectionChange> changes = collector.collect();
    InverseSync sync = new InverseSync(context, source);
    sync.apply(changes);
    AssociationChanges associations = new AssociationChanges(context);
    associations.note(changes);
    collector.modified().forEach(sync::orphanByReference);
    List<InstanceState<?>> moved = new ArrayList<>(collector.modified());
    moved.addAll(sync.moved());
    new DeleteCascade(context, source, moved).expand();
    TargetPositions positions = new TargetPositions(context);
    positions.note(changes);
    return new Gathered(changes, associations, collector.values(), positions, collector.modified());
  }

  private void write(
      List<Batch> batches, Gathered gathered, Function<Mapper<?>, Connection> connections) {
    AssociationWriter between = new AssociationWriter(catalogue, connections);
    ElementWriter values = new ElementWriter(context, catalogue, connections);
    between.delete(gathered.associations());
    values.delete(gathered.values());
    BatchWriter writer =
        new BatchWriter(context, catalogue, connections, new CollectionWrapping(source), versions);
    batches.forEach(writer::write);
    between.insert(gathered.associations());
    values.insert(gathered.values());
    gathered.positions().write(catalogue, connections);
  }

  private boolean somethingMarked() {
    return context.hasPending() || context.hasDeleted();
  }

  private void assignIds(Function<Mapper<?>, Connection> connections) {
    if (context.hasPending()) {
      List<InstanceState<?>> pending = context.pending();
      assignRandomIds(pending);
      assignSequenceIds(pending, connections);
    }
  }

  /** Ids that the session makes at random, without I/O. */
  private static void assignRandomIds(List<InstanceState<?>> pending) {
    for (InstanceState<?> state : pending) {
      for (BasicProperty id : state.model().ids()) {
        if (id.generation() == Generation.UUID) {
          assignRandom(state, id);
        }
      }
    }
  }

  private static <E> void assignRandom(InstanceState<E> state, BasicProperty id) {
    EntityAccess<E> access = state.model().access();
    if (access.get(state.entity(), id.slot()) == null) {
      access.set(state.entity(), id.slot(), UUID.randomUUID());
      state.keyMade();
    }
  }

  private void assignSequenceIds(
      List<InstanceState<?>> pending, Function<Mapper<?>, Connection> connections) {
    Map<EntityModel<?>, List<InstanceState<?>>> byModel = new LinkedHashMap<>();
    for (InstanceState<?> state : pending) {
      if (state.model().ids().get(0).generation() != Generation.SEQUENCE) {
        continue;
      }
      byModel.computeIfAbsent(state.model(), any -> new ArrayList<>()).add(state);
    }
    byModel.forEach(
        (model, states) -> {
          for (BasicProperty basic : model.ids()) {
            IdSequence sequence = basic.sequence();
            if (basic.generation() == Generation.SEQUENCE && sequence != null) {
              assign(connections, model.mapper(), basic, sequence, states);
            }
          }
        });
  }

  private void assign(
      Function<Mapper<?>, Connection> connections,
      Mapper<?> mapper,
      BasicProperty id,
      IdSequence sequence,
      List<InstanceState<?>> states) {
    List<InstanceState<?>> without = states.stream().filter(UnitOfWork::hasNoKey).toList();
    if (without.isEmpty()) {
      return;
    }
    long[] values = catalogue.sequences().take(connections.apply(mapper), sequence, without.size());
    for (int index = 0; index < values.length; index++) {
      set(without.get(index), id, values[index]);
      without.get(index).keyMade();
    }
  }

  private static <E> boolean hasNoKey(InstanceState<E> state) {
    return state.model().keyOf(state.entity()) == null;
  }

  private static <E> void set(InstanceState<E> state, BasicProperty id, long value) {
    Class<?> type = id.javaType();
    boolean isLong = type == long.class || type == Long.class;
    boolean isShort = type == short.class || type == Short.class;
    Object typed =
        isLong ? (Object) value : isShort ? (Object) (short) value : (Object) (int) value;
    state.model().access().set(state.entity(), id.slot(), typed);
  }
}
