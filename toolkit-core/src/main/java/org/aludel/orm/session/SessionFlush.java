package org.aludel.orm.session;

import java.util.Set;
import org.aludel.error.AludelException;
import org.aludel.error.UsageException;
import org.aludel.orm.state.PersistenceContext;
import org.aludel.orm.unitofwork.UnitOfWork;
import org.aludel.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/** When a session flushes, and what a flush that failed leaves behind. Not thread-safe. */
final class SessionFlush {
  /** Flushes a commit; what is not still by then is made anew by each of them. */
  private static final int ROUNDS = 100;

  private final SessionOptions options;
  private final UnitOfWork work;
  private final SessionListeners listeners;
  private final PersistenceContext context;
  private final Transactions transactions;
  private final SessionGuard guard;
  private boolean flushing;
  private int suspended;

  /** What a flush works on. */
  record Around(PersistenceContext context, Transactions transactions, SessionGuard guard) {}

  SessionFlush(SessionOptions options, UnitOfWork work, SessionListeners listeners, Around around) {
    this.options = options;
    this.work = work;
    this.listeners = listeners;
    this.context = around.context();
    this.transactions = around.transactions();
    this.guard = around.guard();
  }

  /** No query flushes until {@link #resume}, which is called as often. */
  void suspend() {
    suspended++;
  }

  void resume() {
    suspended--;
  }

  /** Flushes whatever is changed, if queries flush at all. */
  void before() {
    before(null, null);
  }

  /**
   * Flushes what could change the answer of a statement, if queries flush at all.
   *
   * @param tables that it reads; null for all
   * @param wanted what the statement itself says; null as the session does
   */
  void before(@Nullable Set<QualifiedName> tables, @Nullable Boolean wanted) {
    if (flushes(wanted) && (tables == null ? work.hasChanges() : work.concerns(tables))) {
      now();
    }
  }

  /** Flushes changed rows of the tables that a collection or reference is about to read. */
  void beforeLoad(Set<QualifiedName> tables) {
    if (flushes(null) && work.concernsRows(tables)) {
      now();
    }
  }

  private boolean flushes(@Nullable Boolean wanted) {
    boolean asked = wanted == null ? options.autoflush() && suspended == 0 : wanted;
    return asked && !flushing && !options.readOnly();
  }

  void now() {
    if (options.readOnly()) {
      if (context.hasPending() || context.hasDeleted()) {
        throw SessionRefusals.readOnly("flush");
      }
      return;
    }
    requireNotRunning("flush");
    flushing = true;
    try {
      boolean told = listeners.any() && work.hasChanges();
      if (told) {
        listeners.beforeFlush();
      }
      write(told);
    } finally {
      flushing = false;
    }
  }

  /** Flushes until nothing is left that listeners changed while it was written. */
  void whole() {
    now();
    boolean heard = listeners.any() || context.models().hearsEvents();
    for (int round = 1; heard && !options.readOnly() && work.hasChanges(); round++) {
      if (round == ROUNDS) {
        throw SessionRefusals.endless(ROUNDS);
      }
      now();
    }
  }

  /** A listener may not do what the flush that it is told of is in the middle of. */
  void requireNotRunning(String what) {
    if (flushing) {
      throw SessionRefusals.flushing(what);
    }
  }

  private void write(boolean told) {
    try {
      work.flush(transactions::of);
      if (told) {
        listeners.afterFlush();
      }
    } catch (RuntimeException error) {
      if (work.hasWritten() || !(error instanceof UsageException)) {
        fail(error);
      }
      throw error;
    }
  }

  /** The database forgets at once; objects keep their values until the application rolls back. */
  private void fail(RuntimeException error) {
    guard.fail(error);
    try {
      transactions.undo();
    } catch (AludelException second) {
      error.addSuppressed(second);
    }
  }
}
