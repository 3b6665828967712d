package org.aludel.error.database;

import org.aludel.error.Problem;
import org.aludel.error.Refusal;
import org.aludel.error.SerializationFailure;

/**
 * Transactions that waited for each other, of which the database broke off this one; run it again.
 * Transactions that take their locks in the same order never meet like this.
 */
public final class Deadlock extends SerializationFailure {
  private static final long serialVersionUID = 1L;

  public Deadlock(Problem problem, Refusal refusal) {
    super(problem, refusal);
  }

  @Override
  public Deadlock with(Problem words) {
    return new Deadlock(words, refusal());
  }
}
