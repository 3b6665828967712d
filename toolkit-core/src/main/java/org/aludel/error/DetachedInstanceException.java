package org.aludel.error;

import org.jspecify.annotations.Nullable;

/** An attribute that must be loaded, on an object that no open session holds. */
public final class DetachedInstanceException extends AludelException {
  private static final long serialVersionUID = 1L;

  public DetachedInstanceException(Problem problem) {
    this(problem, null);
  }

  public DetachedInstanceException(Problem problem, @Nullable Throwable cause) {
    super(problem, cause);
  }
}
