package org.aludel.orm.session;

import org.aludel.orm.state.PersistenceContext;

/** The savepoints of a session: database and memory go back together. Not thread-safe. */
final class Nesting {
  private final Transactions transactions;
  private final PersistenceContext context;
  private final SessionFlush flush;
  private final SessionGuard guard;

  Nesting(
      Transactions transactions,
      PersistenceContext context,
      SessionFlush flush,
      SessionGuard guard) {
    this.transactions = transactions;
    this.context = context;
    this.flush = flush;
    this.guard = guard;
  }

  /** Sets a savepoint over memory that is in step with the database. */
  NestedTransaction begin() {
    flush.now();
    NestedTransaction begun = transactions.nest(this);
    context.savepoint();
    return begun;
  }

  boolean isOpen(NestedTransaction nested) {
    return transactions.isOpen(nested);
  }

  void requireNone() {
    if (transactions.hasNested()) {
      throw SessionRefusals.nested(
          "commit the session",
          "a savepoint that has not ended",
          "commit() or rollback() the nested transaction first");
    }
  }

  void release(NestedTransaction nested) {
    guard.requireActive();
    transactions.requireInnermost(nested);
    flush.now();
    try {
      transactions.release();
    } catch (RuntimeException error) {
      guard.fail(error);
      throw error;
    }
    context.release();
  }

  void rollback(NestedTransaction nested) {
    guard.requireMayEnd();
    transactions.requireOpen(nested);
    if (transactions.isLost()) {
      guard.requireActive();
    }
    guard.recover();
    boolean reached = false;
    while (!reached) {
      reached = transactions.innermost() == nested;
      try {
        transactions.rollbackNested();
      } catch (RuntimeException error) {
        guard.fail(error);
        throw error;
      } finally {
        context.rollbackToSavepoint();
      }
    }
  }
}
