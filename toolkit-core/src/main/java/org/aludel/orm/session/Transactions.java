package org.aludel.orm.session;

import java.util.ArrayDeque;
import java.util.Deque;
import org.aludel.dialect.Isolation;
import org.aludel.engine.Connection;
import org.aludel.engine.Transaction;
import org.aludel.engine.TransactionControl;
import org.aludel.engine.option.ExecutionOptions;
import org.aludel.error.AludelException;
import org.jspecify.annotations.Nullable;

/** The connection of a session: borrowed at its first statement, given back at its end. */
final class Transactions {
  private final SharedParts parts;
  private final SessionOptions options;
  private final @Nullable Connection outside;
  private final SessionListeners listeners;
  private @Nullable Connection connection;
  private @Nullable Transaction joined;
  private @Nullable TransactionControl control;
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
  }

  Connection connection() {
    Connection open = connection;
    if (open == null) {
      parts.checkSchema(options);
      open = outside == null ? own() : joined(outside);
      listeners.begun(open);
    }
    return open;
  }

  private Connection own() {
    Connection open =
        options.readOnly() ? parts.engine().connectReadOnly() : parts.engine().connect();
    connection = open;
    control = open.takeControl("the session");
    open.options(this::modes);
    return open;
  }

  private Connection joined(Connection lent) {
    joined = lent.beginNested();
    connection = lent;
    return lent;
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
    NestedTransaction begun = new NestedTransaction(nesting, connection().beginNested());
    nested.push(begun);
    return begun;
  }

  /** Releases the innermost savepoint. */
  void release() {
    nested.element().savepoint().commit();
    nested.pop();
  }

  /** Undoes what was done since the innermost savepoint, unless a failure has done so already. */
  void rollbackNested() {
    Transaction savepoint = nested.pop().savepoint();
    if (savepoint.isActive()) {
      savepoint.rollback();
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
      nested.element().savepoint().rollback();
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

  private void end(boolean commit) {
    TransactionControl open = control;
    Transaction part = joined;
    connection = null;
    control = null;
    joined = null;
    if (part != null) {
      endPart(part, commit);
    }
    if (open == null) {
      return;
    }
    try (open) {
      if (commit) {
        open.commit();
      } else {
        open.rollback();
      }
    }
  }

  /** Whoever lent the connection may have undone this part of its transaction already. */
  private static void endPart(Transaction part, boolean commit) {
    if (commit) {
      part.commit();
    } else if (part.isActive()) {
      part.rollback();
    }
  }

  private ExecutionOptions modes(ExecutionOptions ofEngine) {
    ExecutionOptions own = options.execution().apply(ofEngine);
    ExecutionOptions modes = options.readOnly() ? own.readOnly(true) : own;
    Isolation isolation = options.isolation();
    return isolation == null ? modes : modes.isolation(isolation);
  }
}
