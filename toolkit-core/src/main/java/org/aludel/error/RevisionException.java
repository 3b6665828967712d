package org.aludel.error;

import org.jspecify.annotations.Nullable;

/** A revision, its file or its application that cannot go on; nothing half-done is kept. */
public class RevisionException extends AludelException {
  private static final long serialVersionUID = 1L;

  public RevisionException(Problem problem) {
    this(problem, null);
  }

  public RevisionException(Problem problem, @Nullable Throwable cause) {
    super(problem, cause);
  }
}
