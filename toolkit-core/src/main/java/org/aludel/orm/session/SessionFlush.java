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
  private final SessionOptions options;
  private final PersistenceContext context;
  private final UnitOfWork work;
  private final Transactions transactions;
  private final SessionGuard guard;
  private boolean flushing;
  private int suspended;

  SessionFlush(
      SessionOptions options,
      PersistenceContext context,
      UnitOfWork work,
      Transactions transactions,
      SessionGuard guard) {
    this.options = options;
    this.context = context;
    this.work = work;
    this.transactions = transactions;
    this.guard = guard;
  }

  /** No query flushes until {@link #resume}, which is called as often. */
  void suspend() {
    suspended++;
  }

  void resume() {
    suspended--;
  }

  /**
   * Flushes what could change the answer of a statement, if queries flush at all.
   *
   * @param tables that it reads; null for all
   */
  void before(@Nullable Set<QualifiedName> tables) {
    before(tables, null);
  }

  /**
   * As above.
   *
   * @param wanted what the statement itself says; null as the session does
   */
  void before(@Nullable Set<QualifiedName> tables, @Nullable Boolean wanted) {
    boolean flushes = wanted == null ? options.autoflush() && suspended == 0 : wanted;
    if (flushes && !flushing && !options.readOnly()) {
      boolean concerned = tables == null ? work.hasChanges() : work.concerns(tables);
      if (concerned) {
        now();
      }
    }
  }

  void now() {
    if (options.readOnly()) {
      if (context.hasPending() || context.hasDeleted()) {
        throw SessionRefusals.readOnly("flush");
      }
      return;
    }
    flushing = true;
    try {
      work.flush(transactions::connection);
    } catch (RuntimeException error) {
      if (work.hasWritten() || !(error instanceof UsageException)) {
        fail(error);
      }
      throw error;
    } finally {
      flushing = false;
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
