package org.aludel.error;

import org.jspecify.annotations.Nullable;

/** A class that cannot be mapped; the message names class, member and remedy. */
public final class MappingException extends AludelException {
  private static final long serialVersionUID = 1L;

  public MappingException(Problem problem) {
    this(problem, null);
  }

  public MappingException(Problem problem, @Nullable Throwable cause) {
    super(problem, cause);
  }
}
