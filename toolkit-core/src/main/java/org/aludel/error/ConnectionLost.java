package org.aludel.error;

import org.jspecify.annotations.Nullable;

/** The connection to the server is gone; the transaction is lost with it. */
public final class ConnectionLost extends DatabaseException {
  private static final long serialVersionUID = 1L;

  public ConnectionLost(Problem problem, @Nullable String sqlState, @Nullable Throwable cause) {
    super(problem, sqlState, cause);
  }

  public ConnectionLost(Problem problem, Refusal refusal) {
    super(problem, refusal);
  }

  @Override
  public ConnectionLost with(Problem words) {
    return new ConnectionLost(words, refusal());
  }
}
