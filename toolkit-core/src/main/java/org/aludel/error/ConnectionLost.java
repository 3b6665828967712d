package org.aludel.error;

import org.jspecify.annotations.Nullable;

/** The connection to the server is gone; the transaction is lost with it. */
public final class ConnectionLost extends DatabaseException {
  private static final long serialVersionUID = 1L;

  public ConnectionLost(Problem problem, @Nullable String sqlState, @Nullable Throwable cause) {
    super(problem, sqlState, cause);
  }
}
