package org.aludel.error.database;

import org.aludel.error.DatabaseException;
import org.aludel.error.Problem;
import org.aludel.error.Refusal;

/**
 * A value that the server cannot take or compute with: too long, out of range, a division by zero.
 */
public final class InvalidValue extends DatabaseException {
  private static final long serialVersionUID = 1L;

  public InvalidValue(Problem problem, Refusal refusal) {
    super(problem, refusal);
  }

  @Override
  public InvalidValue with(Problem words) {
    return new InvalidValue(words, refusal());
  }
}
