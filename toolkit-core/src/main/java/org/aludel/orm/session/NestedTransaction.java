package org.aludel.orm.session;

import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.Transaction;

/**
 * A savepoint of a session: what is done inside can be undone by itself, in memory too. Only what
 * changed inside goes back: objects added inside become transient, deleted ones persistent, values
 * are those of the moment before. Closing it without {@link #commit()} rolls it back. Not
 * thread-safe.
 */
public final class NestedTransaction implements AutoCloseable {
  private final Nesting nesting;
  private final List<Transaction> savepoints = new ArrayList<>(1);

  NestedTransaction(Nesting nesting) {
    this.nesting = nesting;
  }

  /** Whether it was neither committed nor rolled back. */
  public boolean isActive() {
    return nesting.isOpen(this);
  }

  /**
   * Flushes and releases the savepoint; the work lasts once the session commits.
   *
   * @throws org.aludel.error.UsageException with {@code NESTED} when it has ended, or when a
   *     savepoint inside it has not
   */
  public void commit() {
    nesting.release(this);
  }

  /** Undoes the work since it began; savepoints inside it end too. */
  public void rollback() {
    nesting.rollback(this);
  }

  /** Rolls back unless it has ended. */
  @Override
  public void close() {
    if (isActive()) {
      rollback();
    }
  }

  /** One in each engine that the session uses; those that it comes to use later are added. */
  List<Transaction> savepoints() {
    return savepoints;
  }
}
