package org.aludel.error;

import org.jspecify.annotations.Nullable;

/** An object used in a state that forbids the call, such as a closed connection. */
public final class UsageException extends AludelException {
  private static final long serialVersionUID = 1L;

  public UsageException(Problem problem) {
    this(problem, null);
  }

  public UsageException(Problem problem, @Nullable Throwable cause) {
    super(problem, cause);
  }
}
