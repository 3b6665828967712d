package org.aludel.error;

import org.jspecify.annotations.Nullable;

/** A statement or lock that took longer than allowed. */
public class QueryTimeout extends DatabaseException {
  private static final long serialVersionUID = 1L;

  public QueryTimeout(Problem problem, @Nullable String sqlState, @Nullable Throwable cause) {
    super(problem, sqlState, cause);
  }

  public QueryTimeout(Problem problem, Refusal refusal) {
    super(problem, refusal);
  }

  @Override
  public QueryTimeout with(Problem words) {
    return new QueryTimeout(words, refusal());
  }
}
