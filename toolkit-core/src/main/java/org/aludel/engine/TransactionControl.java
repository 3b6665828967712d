package org.aludel.engine;

import org.aludel.error.EngineCode;
import org.aludel.error.Problem;
import org.aludel.error.UsageException;

/**
 * The right to end the transactions of a connection, kept by whoever lends the connection to
 * others. Not thread-safe.
 */
public final class TransactionControl implements AutoCloseable {
  private final Connection connection;
  private final String owner;

  TransactionControl(Connection connection, String owner) {
    this.connection = connection;
    this.owner = owner;
  }

  /** As {@link Connection#commit()}. */
  public void commit() {
    connection.commitNow();
  }

  /** As {@link Connection#rollback()}. */
  public void rollback() {
    connection.rollbackNow();
  }

  /** As {@link Connection#close()}. */
  @Override
  public void close() {
    connection.closeNow();
  }

  UsageException refusal(String what) {
    return new UsageException(
        Problem.of(EngineCode.WRONG_STATE, "cannot " + what + " that was borrowed")
            .found("a connection whose transactions " + owner + " begins and ends")
            .fix("call " + owner + ", or beginNested() for a savepoint"));
  }
}
