package org.aludel.error.database;

import org.aludel.error.DatabaseException;
import org.aludel.error.Problem;
import org.aludel.error.Refusal;

/** A write in a transaction that may only read, as on a replica. */
public final class ReadOnlyTransaction extends DatabaseException {
  private static final long serialVersionUID = 1L;

  public ReadOnlyTransaction(Problem problem, Refusal refusal) {
    super(problem, refusal);
  }

  @Override
  public ReadOnlyTransaction with(Problem words) {
    return new ReadOnlyTransaction(words, refusal());
  }
}
