package org.aludel.error;

import org.jspecify.annotations.Nullable;

/** No row where one was asked for. */
public final class NoResultException extends AludelException {
  private static final long serialVersionUID = 1L;

  public NoResultException(Problem problem) {
    this(problem, null);
  }

  public NoResultException(Problem problem, @Nullable Throwable cause) {
    super(problem, cause);
  }
}
