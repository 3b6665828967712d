package org.aludel.error.database;

import org.aludel.error.DatabaseException;
import org.aludel.error.Problem;
import org.aludel.error.Refusal;

/** A privilege that the role lacks. */
public final class PermissionDenied extends DatabaseException {
  private static final long serialVersionUID = 1L;

  public PermissionDenied(Problem problem, Refusal refusal) {
    super(problem, refusal);
  }

  @Override
  public PermissionDenied with(Problem words) {
    return new PermissionDenied(words, refusal());
  }
}
