package org.aludel.error.database;

import org.aludel.error.Problem;
import org.aludel.error.QueryTimeout;
import org.aludel.error.Refusal;

/** A lock that others hold: not got within {@code lock_timeout}, or not at once with NOWAIT. */
public final class LockTimeout extends QueryTimeout {
  private static final long serialVersionUID = 1L;

  public LockTimeout(Problem problem, Refusal refusal) {
    super(problem, refusal);
  }

  @Override
  public LockTimeout with(Problem words) {
    return new LockTimeout(words, refusal());
  }
}
