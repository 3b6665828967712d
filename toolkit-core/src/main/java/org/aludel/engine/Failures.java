package org.aludel.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.aludel.dialect.Dialect;
import org.aludel.dialect.FailedStatement;
import org.aludel.error.DatabaseException;
import org.aludel.error.EngineCode;
import org.aludel.error.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong on one connection: translates it, remembers the first failure of a transaction,
 * knows whether the connection is gone. Not thread-safe.
 */
final class Failures {
  private final Dialect dialect;
  private final boolean showValues;
  private final Listeners listeners;
  private final Runnable connectionLost;
  private @Nullable DatabaseException first;
  private boolean unwatched;
  private boolean lost;

  /**
   * @param connectionLost run once, when the connection turns out to be gone
   */
  Failures(Dialect dialect, boolean showValues, Listeners listeners, Runnable connectionLost) {
    this.dialect = dialect;
    this.showValues = showValues;
    this.listeners = listeners;
    this.connectionLost = connectionLost;
  }

  /** Whether the connection is gone. */
  boolean isLost() {
    return lost;
  }

  /**
   * The exception for the caller.
   *
   * @param call what was being run; null for a commit and the like
   */
  RuntimeException translate(SQLException error, @Nullable Call call) {
    Failure failure = new Failure(error, remembered(error, call));
    listeners.failed(failure);
    if (failure.isLost() && !lost) {
      lost = true;
      connectionLost.run();
    }
    return failure.thrown();
  }

  private DatabaseException remembered(SQLException error, @Nullable Call call) {
    DatabaseException translated = dialect.translate(error, describe(call));
    DatabaseException before = first;
    if (before == null) {
      first = translated;
      return translated;
    }
    return translated.code() == EngineCode.FAILED_TRANSACTION
        ? after(before, translated)
        : translated;
  }

  /** The server only says that something failed before; what it was is what helps. */
  private static DatabaseException after(DatabaseException first, DatabaseException refused) {
    Problem problem =
        refused.problem().found(refused.problem().found() + "\nafter: " + first.problem().found());
    return new DatabaseException(problem, refused.refusal().causedBy(first));
  }

  /** From here on others use the JDBC connection too, whose failures are not seen. */
  void unwatched() {
    unwatched = true;
  }

  /** A transaction has ended. */
  void forget() {
    first = null;
  }

  /**
   * Makes sure that COMMIT will commit. PostgreSQL answers COMMIT of a transaction in which a
   * statement failed by rolling back, and the driver takes that for success; so wherever something
   * has failed, the server is asked whether it still takes statements.
   */
  void requireCommittable(Connection jdbc) {
    if (first == null && !unwatched) {
      return;
    }
    try (Statement probe = jdbc.createStatement()) {
      probe.execute("SELECT 1");
    } catch (SQLException refused) {
      throw refusal(dialect.translate(refused, FailedStatement.of(null)));
    }
  }

  private DatabaseException refusal(DatabaseException refused) {
    DatabaseException before = first;
    if (before == null || refused.code() != EngineCode.FAILED_TRANSACTION) {
      return refused;
    }
    Problem problem =
        Problem.of(EngineCode.FAILED_TRANSACTION, "cannot commit")
            .found("that a statement of the transaction failed: " + before.problem().found())
            .expected("no failure since the transaction, or its last savepoint, began")
            .fix("roll back and run the transaction again, or put what may fail in beginNested()");
    return new DatabaseException(problem, refused.refusal().causedBy(before));
  }

  private FailedStatement describe(@Nullable Call call) {
    if (call == null) {
      return FailedStatement.of(null);
    }
    List<String> shown =
        showValues ? call.binds().stream().map(EchoListener::shown).toList() : List.of();
    return new FailedStatement(call.sql(), call.typeNames(), shown, showValues);
  }
}
