package org.aludel.error;

import org.jspecify.annotations.Nullable;

/** A unique, foreign key, not null, check or exclusion rule that the database enforced. */
public final class IntegrityViolation extends DatabaseException {
  private static final long serialVersionUID = 1L;

  public IntegrityViolation(Problem problem, @Nullable String sqlState, @Nullable Throwable cause) {
    super(problem, sqlState, cause);
  }
}
