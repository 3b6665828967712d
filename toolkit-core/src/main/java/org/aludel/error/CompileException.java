package org.aludel.error;

import org.jspecify.annotations.Nullable;

/** A statement that has no SQL on this dialect, or that is refused before it is sent. */
public final class CompileException extends AludelException {
  private static final long serialVersionUID = 1L;

  public CompileException(Problem problem) {
    this(problem, null);
  }

  public CompileException(Problem problem, @Nullable Throwable cause) {
    super(problem, cause);
  }
}
