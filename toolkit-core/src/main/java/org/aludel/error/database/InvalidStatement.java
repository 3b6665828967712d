package org.aludel.error.database;

import org.aludel.error.DatabaseException;
import org.aludel.error.Problem;
import org.aludel.error.Refusal;

/**
 * SQL that the server cannot read, or that names what is not there: a table, column, function,
 * type. A fault of the program, or of a schema that is not at its revision.
 */
public final class InvalidStatement extends DatabaseException {
  private static final long serialVersionUID = 1L;

  public InvalidStatement(Problem problem, Refusal refusal) {
    super(problem, refusal);
  }

  @Override
  public InvalidStatement with(Problem words) {
    return new InvalidStatement(words, refusal());
  }
}
