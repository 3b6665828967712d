package org.aludel.engine;

import java.sql.Savepoint;
import org.aludel.error.EngineCode;
import org.aludel.error.Problem;
import org.aludel.error.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * A transaction, or a savepoint inside one, that was begun by hand. Closing it without {@link
 * #commit()} rolls it back. Not thread-safe.
 */
public final class Transaction implements AutoCloseable {
  private final TransactionScope scope;
  private final @Nullable Savepoint savepoint;
  private final @Nullable Transaction outer;
  private boolean active = true;

  Transaction(TransactionScope scope, @Nullable Savepoint savepoint, @Nullable Transaction outer) {
    this.scope = scope;
    this.savepoint = savepoint;
    this.outer = outer;
  }

  /** Whether it was neither committed nor rolled back. */
  public boolean isActive() {
    return active;
  }

  /** Whether it is a savepoint. */
  public boolean isNested() {
    return savepoint != null;
  }

  /**
   * Makes the work last: commits, or releases the savepoint.
   *
   * @throws UsageException with {@code WRONG_STATE} when it has ended, or when a savepoint inside
   *     it has not
   * @throws org.aludel.error.DatabaseException when the database refuses, as deferred constraints
   *     do
   */
  public void commit() {
    requireActive("commit");
    if (savepoint == null) {
      scope.requireUncontrolled("commit on a connection");
      scope.commit();
    } else {
      scope.release(this, savepoint);
    }
  }

  /** Undoes the work since it began; a savepoint inside it ends too. */
  public void rollback() {
    requireActive("roll back");
    if (savepoint == null) {
      scope.requireUncontrolled("roll back on a connection");
      scope.rollback();
    } else {
      scope.rollbackTo(this, savepoint);
    }
  }

  /** Rolls back unless it has ended. */
  @Override
  public void close() {
    if (active) {
      rollback();
    }
  }

  @Nullable Transaction outer() {
    return outer;
  }

  void ended() {
    active = false;
  }

  private void requireActive(String verb) {
    if (!active) {
      throw new UsageException(
          Problem.of(EngineCode.WRONG_STATE, "cannot " + verb + " a transaction")
              .found("it has ended already")
              .expected("one commit or rollback for each begin"));
    }
  }
}
