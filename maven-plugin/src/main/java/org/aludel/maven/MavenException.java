package org.aludel.maven;

import org.aludel.error.AludelException;
import org.aludel.error.Problem;
import org.jspecify.annotations.Nullable;

/** A goal that cannot run in this project; the message says what to change in it. */
public final class MavenException extends AludelException {
  private static final long serialVersionUID = 1L;

  public MavenException(Problem problem) {
    this(problem, null);
  }

  public MavenException(Problem problem, @Nullable Throwable cause) {
    super(problem, cause);
  }
}
