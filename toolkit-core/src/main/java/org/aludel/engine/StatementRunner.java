package org.aludel.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.aludel.dialect.Capability;
import org.aludel.dialect.Dialect;
import org.aludel.dialect.FailedStatement;
import org.aludel.error.DatabaseException;
import org.aludel.error.EngineCode;
import org.aludel.error.Problem;
import org.aludel.type.SqlType;
import org.aludel.type.ValueCodec;
import org.jspecify.annotations.Nullable;

/** Sends statements over one JDBC connection, tells listeners and translates failures. */
final class StatementRunner {
  private final Connection jdbc;
  private final Dialect dialect;
  private final boolean showValues;
  private final List<ExecutionListener> listeners;
  private final OpenCursors cursors = new OpenCursors();
  private @Nullable DatabaseException failure;
  private boolean unwatched;

  StatementRunner(
      Connection jdbc, Dialect dialect, boolean showValues, List<ExecutionListener> listeners) {
    this.jdbc = jdbc;
    this.dialect = dialect;
    this.showValues = showValues;
    this.listeners = new ArrayList<>(listeners);
  }

  void addListener(ExecutionListener listener) {
    listeners.add(listener);
  }

  List<ExecutionListener> listeners() {
    return listeners;
  }

  OpenCursors cursors() {
    return cursors;
  }

  /** Runs a call; the cursor is closed already when the statement returned no rows. */
  Cursor run(Call call, int fetchSize) {
    long start = System.nanoTime();
    Statement statement = null;
    try {
      statement = call.verbatim() ? jdbc.createStatement() : jdbc.prepareStatement(call.sql());
      if (fetchSize > 0) {
        statement.setFetchSize(fetchSize);
      }
      Cursor cursor = execute(statement, call);
      report(call, cursor.rowCount(), start, null);
      return cursor;
    } catch (SQLException failure) {
      closeAfter(failure, statement);
      report(call, -1, start, failure);
      throw translate(failure, call);
    } catch (RuntimeException failure) {
      closeAfter(failure, statement);
      throw failure;
    }
  }

  private Cursor execute(Statement statement, Call call) throws SQLException {
    boolean hasRows;
    if (statement instanceof PreparedStatement prepared && !call.verbatim()) {
      bind(prepared, call);
      hasRows = prepared.execute();
    } else {
      dialect.requireRunnable(call.sql());
      // Otherwise the driver would rewrite "{…}" inside the text.
      statement.setEscapeProcessing(false);
      hasRows = statement.execute(call.sql());
    }
    ResultSet rows = null;
    long rowCount = -1;
    while (true) {
      if (hasRows) {
        rows = driverRows(statement.getResultSet());
        rowCount = -1;
      } else {
        long count = statement.getLargeUpdateCount();
        if (count < 0) {
          break;
        }
        rows = null;
        rowCount = count;
      }
      if (!call.verbatim() || !dialect.supports(Capability.SCRIPTS)) {
        break;
      }
      hasRows = statement.getMoreResults(Statement.KEEP_CURRENT_RESULT);
    }
    return new Cursor(statement, rows, rowCount, failure -> translate(failure, call), cursors);
  }

  /** The driver's own rows: a pool's wrapper would cost a call for each value read. */
  private static ResultSet driverRows(ResultSet rows) throws SQLException {
    return rows.isWrapperFor(ResultSet.class) ? rows.unwrap(ResultSet.class) : rows;
  }

  private static void bind(PreparedStatement statement, Call call) throws SQLException {
    for (int i = 0; i < call.types().size(); i++) {
      bind(statement, i + 1, call.types().get(i), call.binds().get(i));
    }
  }

  private static <J> void bind(
      PreparedStatement statement, int index, SqlType<J> type, @Nullable Object value)
      throws SQLException {
    ValueCodec<J> codec = type.codec();
    if (value == null) {
      statement.setNull(index, codec.jdbcType());
    } else {
      @SuppressWarnings("unchecked") // whoever built the call paired type and value
      J typed = (J) value;
      codec.bind(statement, index, typed);
    }
  }

  DatabaseException translate(SQLException error, @Nullable Call call) {
    DatabaseException translated = dialect.translate(error, describe(call));
    DatabaseException first = failure;
    if (first == null) {
      failure = translated;
      return translated;
    }
    return translated.code() == EngineCode.FAILED_TRANSACTION
        ? after(first, translated)
        : translated;
  }

  /** The server only says that something failed before; what it was is what helps. */
  private static DatabaseException after(DatabaseException first, DatabaseException refused) {
    Problem problem =
        refused.problem().found(refused.problem().found() + "\nafter: " + first.problem().found());
    return new DatabaseException(problem, refused.sqlState(), first);
  }

  /** From here on others use the JDBC connection too, whose failures are not seen. */
  void unwatched() {
    unwatched = true;
  }

  /** A transaction has ended. */
  void forgetFailures() {
    failure = null;
  }

  /**
   * Makes sure that COMMIT will commit. PostgreSQL answers COMMIT of a transaction in which a
   * statement failed by rolling back, and the driver takes that for success; so wherever something
   * has failed, the server is asked whether it still takes statements.
   */
  void requireCommittable() {
    if (failure == null && !unwatched) {
      return;
    }
    try (Statement probe = jdbc.createStatement()) {
      probe.execute("SELECT 1");
    } catch (SQLException refused) {
      throw refusal(dialect.translate(refused, FailedStatement.of(null)));
    }
  }

  private DatabaseException refusal(DatabaseException refused) {
    if (failure == null || refused.code() != EngineCode.FAILED_TRANSACTION) {
      return refused;
    }
    Problem problem =
        Problem.of(EngineCode.FAILED_TRANSACTION, "cannot commit")
            .found("that a statement of the transaction failed: " + failure.problem().found())
            .expected("no failure since the transaction, or its last savepoint, began")
            .fix("roll back and run the transaction again, or put what may fail in beginNested()");
    return new DatabaseException(problem, refused.sqlState(), failure);
  }

  private FailedStatement describe(@Nullable Call call) {
    if (call == null) {
      return FailedStatement.of(null);
    }
    List<String> shown =
        showValues ? call.binds().stream().map(EchoListener::shown).toList() : List.of();
    return new FailedStatement(call.sql(), call.typeNames(), shown, showValues);
  }

  private void report(Call call, long rowCount, long start, @Nullable SQLException failure) {
    if (listeners.isEmpty()) {
      return;
    }
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    Execution execution =
        new Execution(
            call.sql(), call.typeNames(), call.binds(), rowCount, elapsed, call.cache(), failure);
    for (ExecutionListener listener : listeners) {
      listener.executed(execution);
    }
  }

  private static void closeAfter(Exception failure, @Nullable Statement statement) {
    if (statement == null) {
      return;
    }
    try {
      statement.close();
    } catch (SQLException second) {
      failure.addSuppressed(second);
    }
  }
}
