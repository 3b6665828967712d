package org.aludel.error.database;

import org.aludel.error.Problem;
import org.aludel.error.QueryTimeout;
import org.aludel.error.Refusal;

/**
 * A statement that was cancelled: by {@code statement_timeout}, by the timeout of its options, or
 * by a person.
 */
public final class StatementTimeout extends QueryTimeout {
  private static final long serialVersionUID = 1L;

  public StatementTimeout(Problem problem, Refusal refusal) {
    super(problem, refusal);
  }

  @Override
  public StatementTimeout with(Problem words) {
    return new StatementTimeout(words, refusal());
  }
}
