package org.aludel.error;

import org.jspecify.annotations.Nullable;

/**
 * What the database or its driver refused. The driver's exception is the cause. Subclasses, here
 * and in {@link org.aludel.error.database}, say by their type what the caller can do.
 */
public class DatabaseException extends AludelException {
  private static final long serialVersionUID = 1L;
  private final @Nullable String sqlState;
  private final transient @Nullable FailedSql statement;

  public DatabaseException(Problem problem, @Nullable String sqlState, @Nullable Throwable cause) {
    this(problem, new Refusal(sqlState, null, cause));
  }

  public DatabaseException(Problem problem, Refusal refusal) {
    super(problem, refusal.cause());
    this.sqlState = refusal.sqlState();
    this.statement = refusal.statement();
  }

  /** The five-character SQLSTATE, or null when the driver gave none. Source: SQL:2016 §24. */
  public final @Nullable String sqlState() {
    return sqlState;
  }

  /** The statement that failed; null where none was run, as in a commit or while connecting. */
  public final @Nullable FailedSql statement() {
    return statement;
  }

  /** The parts that another exception of the same refusal is made of. */
  public final Refusal refusal() {
    return new Refusal(sqlState, statement, getCause());
  }

  /** The same refusal in other words: an exception of the same class. */
  public DatabaseException with(Problem words) {
    return new DatabaseException(words, refusal());
  }
}
