package org.aludel.orm.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.aludel.dialect.Isolation;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.Transaction;
import org.aludel.engine.option.ExecutionOptions;
import org.aludel.error.AludelException;
import org.aludel.orm.loading.EntityNode;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.query.EntityQuery;
import org.aludel.orm.state.EntityModels;
import org.aludel.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/** The connection of a session: borrowed at its first statement, given back at its end. */
final class Transactions {
  private final SharedParts parts;
  private final SessionOptions options;
  private final @Nullable Connection outside;
  private final SessionListeners listeners;
  private final @Nullable EngineTransaction[] opened;
  private final Deque<NestedTransaction> nested = new ArrayDeque<>(2);
  private boolean lost;

  /**
   * No transaction yet.
   *
   * @param outside whose transaction is joined, by a savepoint; null for one of the session's own
   */
  Transactions(
      SharedParts parts,
      SessionOptions options,
      @Nullable Connection outside,
      SessionListeners listeners) {
    this.parts = parts;
    this.options = options;
    this.outside = outside;
    this.listeners = listeners;
    this.opened = new @Nullable EngineTransaction[parts.binds().engines().size()];
  }

  /** The connection to the engine that has the rows of a class. */
  Connection of(Mapper<?> mapper) {
    return connection(parts.binds().of(mapper));
  }

  /** The connection to an engine, by its number. */
  Connection connection(int engine) {
    EngineTransaction open = opened[engine];
    return open == null ? begin(engine) : open.connection();
  }

  private Connection begin(int engine) {
    parts.checkSchema(options);
    EngineTransaction begun = outside == null ? own(engine) : EngineTransaction.joined(outside);
    opened[engine] = begun;
    List<Transaction> savepoints = new ArrayList<>(0);
    try {
      if (begun.isOwn()) {
        begun.connection().options(this::modes);
      }
      // From the outermost in: what this engine does belongs to all savepoints that are open.
      nested.descendingIterator().forEachRemaining(one -> nest(begun, one, savepoints));
      listeners.begun(begun.connection());
      if (!begun.equals(opened[engine])) {
        throw SessionRefusals.endedWhileBegun();
      }
      return begun.connection();
    } catch (RuntimeException | Error failure) {
      // The next statement begins anew, so that its modes are set and its listeners are told.
      giveUp(engine, begun, savepoints, failure);
      throw failure;
    }
  }

  private static void nest(
      EngineTransaction begun, NestedTransaction around, List<Transaction> savepoints) {
    Transaction savepoint = begun.nest();
    savepoints.add(savepoint);
    around.savepoints().add(savepoint);
  }

  private void giveUp(
      int engine, EngineTransaction begun, List<Transaction> savepoints, Throwable failure) {
    if (!begun.equals(opened[engine])) {
      return;
    }
    opened[engine] = null;
    nested.forEach(one -> one.savepoints().removeAll(savepoints));
    try {
      begun.end(false);
    } catch (AludelException second) {
      failure.addSuppressed(second);
    }
  }

  private EngineTransaction own(int number) {
    Engine engine = parts.binds().engines().get(number);
    return EngineTransaction.own(options.readOnly() ? engine.connectReadOnly() : engine.connect());
  }

  /**
   * The engine that has all tables of a statement; the default for SQL text.
   *
   * @throws org.aludel.error.UsageException with {@code SEVERAL_ENGINES} when there is none
   */
  int numberOf(EntityQuery<?> query, EntityModels models) {
    Set<QualifiedName> tables = query.sources();
    if (!parts.binds().isSeveral() || tables == null) {
      return EngineBinds.DEFAULT;
    }
    for (EntityQuery.Part part : query.parts()) {
      if (part instanceof EntityQuery.Part.Entity entity) {
        requireOne(entity.node());
      }
    }
    Map<Integer, QualifiedName> found = new TreeMap<>();
    for (QualifiedName table : tables) {
      models
          .ofTable(table)
          .forEach(model -> found.putIfAbsent(parts.binds().of(model.mapper()), table));
      models.pairedBy(table).forEach(one -> found.putIfAbsent(parts.binds().of(one), table));
    }
    if (found.size() > 1) {
      throw SessionRefusals.acrossEngines(found.values());
    }
    return found.isEmpty() ? EngineBinds.DEFAULT : found.keySet().iterator().next();
  }

  private void requireOne(EntityNode node) {
    for (EntityNode.Child child : node.children()) {
      requireOne(child.relationship().owner(), List.of(child.relationship().target()));
      requireOne(child.node());
    }
  }

  /** Whether one engine has both ends. */
  boolean reachesBoth(Relationship relationship) {
    return parts.binds().of(relationship.owner()) == parts.binds().of(relationship.target());
  }

  /** Refuses to read classes by one statement that several engines have. */
  void requireOne(Mapper<?> mapper, Collection<Mapper<?>> joined) {
    for (Mapper<?> one : joined) {
      if (parts.binds().of(one) != parts.binds().of(mapper)) {
        throw SessionRefusals.acrossEngines(List.of(mapper.table().name(), one.table().name()));
      }
    }
  }

  boolean isOpen(NestedTransaction one) {
    return nested.contains(one);
  }

  boolean hasNested() {
    return !nested.isEmpty();
  }

  /** The savepoint that was set last. */
  NestedTransaction innermost() {
    return nested.element();
  }

  void requireOpen(NestedTransaction one) {
    if (!isOpen(one)) {
      throw SessionRefusals.nested(
          "end a nested transaction",
          "it has ended already",
          "end it once, by commit() or by rollback()");
    }
  }

  void requireInnermost(NestedTransaction one) {
    requireOpen(one);
    if (innermost() != one) {
      throw SessionRefusals.nested(
          "commit a nested transaction",
          "another savepoint inside it that has not ended",
          "end them from the inside out");
    }
  }

  /** Sets a savepoint. */
  NestedTransaction nest(Nesting nesting) {
    NestedTransaction begun = new NestedTransaction(nesting);
    if (!isBegun()) {
      connection(EngineBinds.DEFAULT);
    }
    try {
      for (EngineTransaction one : opened) {
        if (one != null) {
          begun.savepoints().add(one.nest());
        }
      }
    } catch (RuntimeException failure) {
      giveUp(begun, failure);
      throw failure;
    }
    nested.push(begun);
    return begun;
  }

  /** What one engine refuses to set is set in none. */
  private static void giveUp(NestedTransaction begun, RuntimeException failure) {
    try {
      rollback(begun);
    } catch (AludelException second) {
      failure.addSuppressed(second);
    }
  }

  private boolean isBegun() {
    return Arrays.stream(opened).anyMatch(Objects::nonNull);
  }

  /** Releases the innermost savepoint; what is released in one engine alone is lost in all. */
  void release() {
    int released = 0;
    try {
      for (Transaction savepoint : nested.element().savepoints()) {
        savepoint.commit();
        released++;
      }
    } catch (RuntimeException failure) {
      if (released > 0) {
        lost = true;
        endAfter(failure);
      }
      throw failure;
    }
    nested.pop();
  }

  /** Undoes what was done since the innermost savepoint, unless a failure has done so already. */
  void rollbackNested() {
    rollback(nested.pop());
  }

  private static void rollback(NestedTransaction one) {
    for (Transaction savepoint : one.savepoints()) {
      if (savepoint.isActive()) {
        savepoint.rollback();
      }
    }
  }

  /**
   * A statement has failed: undoes the database's part of what is around it. The savepoint stays
   * listed until the application ends it, so that memory follows then.
   */
  void undo() {
    if (nested.isEmpty()) {
      rollback();
      return;
    }
    try {
      rollback(nested.element());
    } catch (RuntimeException failure) {
      lost = true;
      endAfter(failure);
      throw failure;
    }
  }

  private void endAfter(RuntimeException failure) {
    try {
      end(false);
    } catch (AludelException second) {
      failure.addSuppressed(second);
    }
  }

  /** Whether not even the savepoint could be returned to: only a whole rollback helps. */
  boolean isLost() {
    return lost;
  }

  void commit() {
    end(true);
  }

  void rollback() {
    nested.clear();
    lost = false;
    end(false);
  }

  /** In the order of the engines; what comes after one that failed is rolled back. */
  private void end(boolean commit) {
    List<Integer> committed = new ArrayList<>(0);
    @Nullable RuntimeException failure = null;
    for (int engine = 0; engine < opened.length; engine++) {
      EngineTransaction open = opened[engine];
      opened[engine] = null;
      if (open != null) {
        failure = end(open, commit && failure == null, failure);
        if (commit && failure == null) {
          committed.add(engine);
        }
      }
    }
    if (failure != null) {
      throw committed.isEmpty()
          ? failure
          : SessionRefusals.partlyCommitted(committed, opened.length, failure);
    }
  }

  private static @Nullable RuntimeException end(
      EngineTransaction open, boolean commit, @Nullable RuntimeException before) {
    try {
      open.end(commit);
      return before;
    } catch (RuntimeException failure) {
      if (before == null) {
        return failure;
      }
      before.addSuppressed(failure);
      return before;
    }
  }

  private ExecutionOptions modes(ExecutionOptions ofEngine) {
    ExecutionOptions own = options.execution().apply(ofEngine);
    ExecutionOptions modes = options.readOnly() ? own.readOnly(true) : own;
    Isolation isolation = options.isolation();
    return isolation == null ? modes : modes.isolation(isolation);
  }
}
