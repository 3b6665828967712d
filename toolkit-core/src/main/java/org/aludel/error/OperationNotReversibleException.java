package org.aludel.error;

import org.jspecify.annotations.Nullable;

/** A downgrade through a revision that says it cannot be undone. */
public final class OperationNotReversibleException extends RevisionException {
  private static final long serialVersionUID = 1L;

  public OperationNotReversibleException(Problem problem) {
    this(problem, null);
  }

  public OperationNotReversibleException(Problem problem, @Nullable Throwable cause) {
    super(problem, cause);
  }
}
