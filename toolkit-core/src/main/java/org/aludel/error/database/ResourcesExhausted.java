package org.aludel.error.database;

import org.aludel.error.DatabaseException;
import org.aludel.error.Problem;
import org.aludel.error.Refusal;

/** Something of which the server has no more: disk space, memory, connections, locks. */
public final class ResourcesExhausted extends DatabaseException {
  private static final long serialVersionUID = 1L;

  public ResourcesExhausted(Problem problem, Refusal refusal) {
    super(problem, refusal);
  }

  @Override
  public ResourcesExhausted with(Problem words) {
    return new ResourcesExhausted(words, refusal());
  }
}
