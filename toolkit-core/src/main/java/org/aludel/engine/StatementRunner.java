package org.aludel.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.aludel.dialect.Capability;
import org.aludel.dialect.CopySource;
import org.aludel.dialect.Dialect;
import org.aludel.engine.option.ExecutionOptions;
import org.aludel.error.EngineCode;
import org.aludel.error.Problem;
import org.aludel.error.TypeCode;
import org.aludel.error.UsageException;
import org.aludel.type.SqlType;
import org.aludel.type.ValueCodec;
import org.jspecify.annotations.Nullable;

/** Sends statements over one JDBC connection and tells listeners. Not thread-safe. */
final class StatementRunner {
  private static final long MILLIS_A_SECOND = 1_000;

  private final Connection jdbc;
  private final Dialect dialect;
  private final Failures failures;
  private final Listeners listeners;
  private final ThreadGuard guard;
  private final OpenCursors cursors = new OpenCursors();

  StatementRunner(
      Connection jdbc, Dialect dialect, Failures failures, Listeners listeners, ThreadGuard guard) {
    this.jdbc = jdbc;
    this.dialect = dialect;
    this.failures = failures;
    this.listeners = listeners;
    this.guard = guard;
  }

  OpenCursors cursors() {
    return cursors;
  }

  Dialect dialect() {
    return dialect;
  }

  ThreadGuard guard() {
    return guard;
  }

  RuntimeException translate(SQLException error, @Nullable Call call) {
    return failures.translate(error, call);
  }

  /** Runs a call; the cursor is closed already when the statement returned no rows. */
  Cursor run(Call call, ExecutionOptions options) {
    boolean entered = guard.enter();
    try {
      return runGuarded(call, options);
    } finally {
      if (entered) {
        guard.exit();
      }
    }
  }

  private Cursor runGuarded(Call call, ExecutionOptions options) {
    String sql = listeners.sending(call, options);
    long start = System.nanoTime();
    Statement statement = null;
    try {
      statement = call.verbatim() ? jdbc.createStatement() : jdbc.prepareStatement(sql);
      configure(statement, options);
      Cursor cursor = execute(statement, sql, call, options);
      report(call, options, cursor.rowCount(), start, null);
      return cursor;
    } catch (SQLException failure) {
      closeAfter(failure, statement);
      report(call, options, -1, start, failure);
      throw failures.translate(failure, call);
    } catch (RuntimeException failure) {
      closeAfter(failure, statement);
      throw failure;
    }
  }

  /** Runs a COPY … FROM STDIN; how many rows there were. */
  long copy(Call call, ExecutionOptions options, CopySource rows) {
    boolean entered = guard.enter();
    try {
      String sql = listeners.sending(call, options);
      long start = System.nanoTime();
      try {
        long count = dialect.copy(jdbc, sql, rows);
        report(call, options, count, start, null);
        return count;
      } catch (SQLException failure) {
        report(call, options, -1, start, failure);
        throw failures.translate(failure, call);
      }
    } finally {
      if (entered) {
        guard.exit();
      }
    }
  }

  private static void configure(Statement statement, ExecutionOptions options) throws SQLException {
    if (options == ExecutionOptions.NONE) {
      return;
    }
    if (options.firstFetch() > 0) {
      statement.setFetchSize(options.firstFetch());
    }
    long millis = options.timeout().toMillis();
    if (millis > 0) {
      statement.setQueryTimeout((int) ((millis + MILLIS_A_SECOND - 1) / MILLIS_A_SECOND));
    }
  }

  private Cursor execute(Statement statement, String sql, Call call, ExecutionOptions options)
      throws SQLException {
    boolean hasRows;
    if (statement instanceof PreparedStatement prepared && !call.verbatim()) {
      bind(prepared, call);
      hasRows = prepared.execute();
    } else {
      dialect.requireRunnable(call.sql());
      // Otherwise the driver would rewrite "{…}" inside the text.
      statement.setEscapeProcessing(false);
      hasRows = statement.execute(sql);
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
    return new Cursor(statement, rows, rowCount, new CursorOrigin(call, options, this));
  }

  /** The driver's own rows: a pool's wrapper would cost a call for each value read. */
  private static ResultSet driverRows(ResultSet rows) throws SQLException {
    return rows.isWrapperFor(ResultSet.class) ? rows.unwrap(ResultSet.class) : rows;
  }

  static void bind(PreparedStatement statement, Call call) throws SQLException {
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
      return;
    }
    @SuppressWarnings("unchecked") // whoever built the call paired type and value
    J typed = (J) value;
    try {
      codec.bind(statement, index, typed);
    } catch (ClassCastException mismatch) {
      throw wrongClass(index, type, value, mismatch);
    }
  }

  /** Raw types and casts get past the compiler; the value itself is not shown. */
  private static UsageException wrongClass(
      int index, SqlType<?> type, Object value, ClassCastException mismatch) {
    return new UsageException(
        Problem.of(TypeCode.WRONG_VALUE, "cannot bind parameter " + index)
            .found("a value of class " + value.getClass().getName())
            .expected(type.javaType().getName() + ", for SQL type \"" + type.name() + "\""),
        mismatch);
  }

  private void report(
      Call call,
      ExecutionOptions options,
      long rowCount,
      long start,
      @Nullable SQLException failure) {
    if (listeners.isEmpty()) {
      return;
    }
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    listeners.executed(
        new Execution(
            call.sql(),
            call.typeNames(),
            call.binds(),
            rowCount,
            elapsed,
            call.cache(),
            failure,
            options));
  }

  /** One call of the driver beside statements. */
  <T> T call(@Nullable String echoed, JdbcCall<T> action) {
    boolean entered = guard.enter();
    try {
      T value = action.run();
      if (echoed != null) {
        listeners.transaction(echoed);
      }
      return value;
    } catch (SQLException failure) {
      throw failures.translate(failure, null);
    } finally {
      if (entered) {
        guard.exit();
      }
    }
  }

  /** As {@link #call} without a value. */
  void run(@Nullable String echoed, JdbcAction action) {
    this.<Boolean>call(
        echoed,
        () -> {
          action.run();
          return Boolean.TRUE;
        });
  }

  static void requireStreamable(boolean autocommit) {
    if (autocommit) {
      throw new UsageException(
          Problem.of(EngineCode.WRONG_STATE, "cannot fetch rows in parts")
              .found("an autocommit connection, whose transaction ends with the statement")
              .fix("use engine.connect()"));
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

  /** One call of the driver. */
  @FunctionalInterface
  interface JdbcCall<T> {
    T run() throws SQLException;
  }

  /** One call of the driver without a value. */
  @FunctionalInterface
  interface JdbcAction {
    void run() throws SQLException;
  }
}
