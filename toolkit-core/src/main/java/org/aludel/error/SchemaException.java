package org.aludel.error;

import org.jspecify.annotations.Nullable;

/** A schema object that contradicts itself or another. */
public final class SchemaException extends AludelException {
  private static final long serialVersionUID = 1L;

  public SchemaException(Problem problem) {
    this(problem, null);
  }

  public SchemaException(Problem problem, @Nullable Throwable cause) {
    super(problem, cause);
  }
}
