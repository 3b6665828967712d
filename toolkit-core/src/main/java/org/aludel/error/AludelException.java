package org.aludel.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything that Aludel throws on purpose. Unchecked; subclasses are split by what the
 * caller can do, codes by what happened.
 */
public abstract class AludelException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;

  protected AludelException(Problem problem, @Nullable Throwable cause) {
    super(problem.message(), cause);
    this.problem = problem;
  }

  /** The parts of the message; the same instance at each call. */
  public final Problem problem() {
    return problem;
  }

  /** The stable code. */
  public final ErrorCode code() {
    return problem.code();
  }
}
