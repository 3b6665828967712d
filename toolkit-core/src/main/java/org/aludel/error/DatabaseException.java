package org.aludel.error;

import org.jspecify.annotations.Nullable;

/** What the database or its driver refused. The driver's exception is the cause. */
public class DatabaseException extends AludelException {
  private static final long serialVersionUID = 1L;
  private final @Nullable String sqlState;

  public DatabaseException(Problem problem, @Nullable String sqlState, @Nullable Throwable cause) {
    super(problem, cause);
    this.sqlState = sqlState;
  }

  /** The five-character SQLSTATE, or null when the driver gave none. Source: SQL:2016 §24. */
  public final @Nullable String sqlState() {
    return sqlState;
  }
}
