package org.aludel.error;

import org.jspecify.annotations.Nullable;

/** A row that another transaction changed or deleted first; the message names the keys. */
public final class StaleDataException extends AludelException {
  private static final long serialVersionUID = 1L;

  public StaleDataException(Problem problem) {
    this(problem, null);
  }

  public StaleDataException(Problem problem, @Nullable Throwable cause) {
    super(problem, cause);
  }
}
