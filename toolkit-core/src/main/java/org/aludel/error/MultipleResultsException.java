package org.aludel.error;

import org.jspecify.annotations.Nullable;

/** Several rows where one was asked for. */
public final class MultipleResultsException extends AludelException {
  private static final long serialVersionUID = 1L;

  public MultipleResultsException(Problem problem) {
    this(problem, null);
  }

  public MultipleResultsException(Problem problem, @Nullable Throwable cause) {
    super(problem, cause);
  }
}
