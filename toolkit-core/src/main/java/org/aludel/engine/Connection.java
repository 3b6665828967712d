package org.aludel.engine;

import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Collections;
import java.util.List;
import org.aludel.compile.TypedSql;
import org.aludel.ddl.DdlStatement;
import org.aludel.dialect.Dialect;
import org.aludel.error.ConnectionLost;
import org.aludel.error.DatabaseException;
import org.aludel.error.EngineCode;
import org.aludel.error.Problem;
import org.aludel.error.UsageException;
import org.aludel.reflect.CatalogInspector;
import org.aludel.reflect.Inspector;
import org.aludel.sql.BulkStatement;
import org.aludel.sql.Projection;
import org.aludel.sql.Row;
import org.aludel.sql.Statement;
import org.aludel.type.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the database, borrowed from an {@link Engine} and given back by {@link #close()}.
 * Commit as you go: the first statement begins a transaction that lasts until {@link #commit()} or
 * {@link #rollback()}; closing rolls back what was not committed. Not thread-safe.
 */
public final class Connection implements AutoCloseable {
  private final java.sql.Connection jdbc;
  private final Dialect dialect;
  private final StatementRunner runner;
  private final Calls calls;
  private final boolean autocommit;
  private final boolean restoreAutocommit;
  private @Nullable Transaction transaction;
  private @Nullable TransactionControl control;
  private boolean begun;
  private boolean lost;
  private boolean closed;
  private int savepoints;
  private int fetchSize;

  Connection(java.sql.Connection jdbc, StatementRunner runner, Calls calls, boolean autocommit)
      throws SQLException {
    this.jdbc = jdbc;
    this.dialect = calls.dialect();
    this.runner = runner;
    this.calls = calls;
    this.autocommit = autocommit;
    this.restoreAutocommit = jdbc.getAutoCommit();
    if (restoreAutocommit != autocommit) {
      jdbc.setAutoCommit(autocommit);
    }
  }

  /** What the database can do. */
  public Dialect dialect() {
    return dialect;
  }

  /**
   * Runs SQL as the driver takes it. Values stand for {@code ?} in order; without values the text
   * is sent as it is, question marks included, and may hold several statements, of which the last
   * gives the result.
   *
   * @throws DatabaseException when the database refuses; its subclass says what can be done
   */
  public Result<Row> execute(String sql, @Nullable Object... values) {
    Cursor cursor = run(Call.ofText(sql, values));
    return new Result<>(cursor, rawReader(cursor));
  }

  /**
   * Runs a statement. Its text is compiled once for each structure and kept by the engine.
   *
   * @throws org.aludel.error.CompileException when it has no SQL, or needs a session
   * @throws DatabaseException when the database refuses
   */
  public <R> Result<R> execute(Statement<R> statement) {
    Cursor cursor = run(calls.of(statement, this::majorVersion));
    return new Result<>(cursor, reader(statement, cursor));
  }

  /**
   * Runs a statement whose rows somebody else reads, such as a session; errors as {@link
   * #execute(Statement)}.
   */
  public <R extends @Nullable Object> Result<R> query(Statement<?> statement, RowReader<R> reader) {
    return new Result<>(run(calls.of(statement, this::majorVersion)), reader);
  }

  private <R> RowReader<R> reader(Statement<R> statement, Cursor cursor) {
    Projection<R> projection = statement.projection();
    Projection.Maker<R> maker = projection == null ? null : projection.maker();
    if (projection != null && maker != null) {
      return ProjectionReader.of(projection, maker, dialect.name());
    }
    @SuppressWarnings("unchecked") // without a maker R is Row, or Void and no row is ever read
    RowReader<R> raw = (RowReader<R>) rawReader(cursor);
    return raw;
  }

  private RowReader<Row> rawReader(Cursor cursor) {
    return call(null, () -> RawRows.reader(cursor.rows()));
  }

  /** Runs one DDL statement; takes part in the transaction as far as the database lets it. */
  public void execute(DdlStatement statement) {
    update(dialect.ddlCompiler().compile(statement));
  }

  /** Reads what the database holds, over this connection. */
  public Inspector inspector() {
    return new CatalogInspector(unwrap(java.sql.Connection.class), dialect.catalogReader());
  }

  /**
   * Runs SQL as {@link #execute(String, Object...)} and gives the number of rows changed, -1 when
   * the statement returned rows, 0 for DDL.
   */
  public long update(String sql, @Nullable Object... values) {
    try (Cursor cursor = run(Call.ofText(sql, values))) {
      return cursor.rowCount();
    }
  }

  /**
   * Runs compiled SQL whose rows a reader takes by position.
   *
   * @param values one for each parameter, as the codec of its type takes them, nulls included
   */
  public <R extends @Nullable Object> Result<R> query(
      PreparedSql statement, List<? extends @Nullable Object> values, RowReader<R> reader) {
    return new Result<>(run(call(statement, values)), reader);
  }

  /** Runs compiled SQL and gives the number of rows changed. */
  public long update(PreparedSql statement, List<? extends @Nullable Object> values) {
    try (Cursor cursor = run(call(statement, values))) {
      return cursor.rowCount();
    }
  }

  /** Compiles a statement by key; keep what it gives. */
  public PreparedSql compile(BulkStatement statement) {
    return new PreparedSql(dialect.bulkCompiler().compile(statement));
  }

  /** The server's major version, such as 18. */
  public int majorVersion() {
    requireOpen();
    return call(null, () -> jdbc.getMetaData().getDatabaseMajorVersion());
  }

  private static Call call(PreparedSql prepared, List<? extends @Nullable Object> values) {
    TypedSql statement = prepared.typed();
    return new Call(
        statement.sql(),
        false,
        statement.types(),
        Collections.unmodifiableList(values),
        CacheUse.HIT);
  }

  /**
   * Takes over the transactions of this connection, which may then be lent to others: from here on
   * {@link #begin}, {@link #commit}, {@link #rollback} and {@link #close} are refused, and what the
   * result offers instead works. Statements and savepoints are not touched.
   *
   * @param owner who ends the transactions, as messages name it: {@code the session}
   * @throws UsageException with {@code WRONG_STATE} when somebody controls them already
   */
  public TransactionControl takeControl(String owner) {
    requireOpen();
    requireUncontrolled("take control of a connection");
    control = new TransactionControl(this, owner);
    return control;
  }

  /**
   * Begins a transaction by hand.
   *
   * @throws UsageException with {@code WRONG_STATE} when a statement or {@code begin} has begun one
   *     already, or on an autocommit connection
   */
  public Transaction begin() {
    requireOpen();
    requireUncontrolled("begin a transaction on a connection");
    requireTransactional("begin a transaction");
    if (begun || transaction != null) {
      throw new UsageException(
          Problem.of(EngineCode.WRONG_STATE, "cannot begin a transaction")
              .found("the first statement since the last commit has begun one")
              .fix("commit() or rollback() first, or beginNested() for a savepoint"));
    }
    markBegun();
    transaction = new Transaction(this, null, null);
    return transaction;
  }

  /**
   * Sets a savepoint, in a transaction that is begun if need be.
   *
   * @throws UsageException with {@code WRONG_STATE} on an autocommit connection
   */
  public Transaction beginNested() {
    requireOpen();
    requireTransactional("set a savepoint");
    markBegun();
    String name = "aludel_" + ++savepoints;
    Savepoint savepoint = call("SAVEPOINT " + name, () -> jdbc.setSavepoint(name));
    transaction = new Transaction(this, savepoint, transaction);
    return transaction;
  }

  /**
   * Makes all work since the last commit or rollback last; does nothing when there was none.
   *
   * @throws DatabaseException with {@code FAILED_TRANSACTION} when a statement has failed outside a
   *     savepoint, since the server would roll back instead; with {@code INTEGRITY} when a deferred
   *     constraint is violated
   */
  public void commit() {
    requireOpen();
    requireUncontrolled("commit on a connection");
    commitNow();
  }

  void commitNow() {
    requireOpen();
    requireTransactional("commit");
    if (transaction != null && transaction.isNested()) {
      throw new UsageException(
          Problem.of(EngineCode.WRONG_STATE, "cannot commit")
              .found("a savepoint that has not ended")
              .fix("commit() or rollback() the nested transaction first"));
    }
    runner.requireCommittable();
    boolean echoed = begun;
    endTransaction();
    runner.cursors().closeAll();
    end(echoed ? "COMMIT" : null, jdbc::commit);
  }

  /** Undoes all work since the last commit or rollback; does nothing when there was none. */
  public void rollback() {
    requireOpen();
    requireUncontrolled("roll back on a connection");
    rollbackNow();
  }

  void rollbackNow() {
    requireOpen();
    requireTransactional("roll back");
    boolean echoed = begun;
    endTransaction();
    runner.cursors().closeAll();
    end(echoed ? "ROLLBACK" : null, jdbc::rollback);
  }

  /** Whether a statement or {@code begin} has begun a transaction that has not ended. */
  public boolean inTransaction() {
    return begun;
  }

  /** Whether every statement is committed by itself. */
  public boolean isAutocommit() {
    return autocommit;
  }

  /**
   * Rows that the server sends at a time, for results that are larger than memory; 0, the default,
   * for all at once. Holds for the statements that follow; has no effect on an autocommit
   * connection. Source: pgjdbc, getting results based on a cursor.
   */
  public void fetchSize(int rows) {
    fetchSize = rows;
  }

  /** A listener for the rest of this connection's life, told after those of the engine. */
  public void addListener(ExecutionListener listener) {
    runner.addListener(listener);
  }

  /**
   * The JDBC connection or an interface of the driver below it. Whoever uses it takes part in the
   * current transaction and must leave its autocommit mode alone.
   *
   * @throws DatabaseException when nothing below is of that type
   */
  public <T> T unwrap(Class<T> type) {
    requireOpen();
    runner.unwatched();
    if (!autocommit) {
      markBegun();
    }
    if (type.isInstance(jdbc)) {
      return type.cast(jdbc);
    }
    return call(null, () -> jdbc.unwrap(type));
  }

  /** Rolls back what was not committed and gives the connection back. Repeatable. */
  @Override
  public void close() {
    if (!closed) {
      requireUncontrolled("close a connection");
    }
    closeNow();
  }

  void closeNow() {
    if (closed) {
      return;
    }
    try {
      if (!lost) {
        runner.cursors().closeAll();
        finish();
      }
    } finally {
      closed = true;
      endTransaction();
      end(null, jdbc::close);
    }
  }

  private void finish() {
    if (!autocommit) {
      end(begun ? "ROLLBACK" : null, jdbc::rollback);
    }
    if (restoreAutocommit != autocommit) {
      end(null, () -> jdbc.setAutoCommit(restoreAutocommit));
    }
  }

  void release(Transaction nested, Savepoint savepoint) {
    if (transaction != nested) {
      throw new UsageException(
          Problem.of(EngineCode.WRONG_STATE, "cannot commit a nested transaction")
              .found("another savepoint inside it that has not ended")
              .fix("end them from the inside out"));
    }
    end("RELEASE SAVEPOINT", () -> jdbc.releaseSavepoint(savepoint));
    nested.ended();
    transaction = nested.outer();
  }

  void rollbackTo(Transaction nested, Savepoint savepoint) {
    runner.cursors().closeAll();
    end(
        "ROLLBACK TO SAVEPOINT",
        () -> {
          jdbc.rollback(savepoint);
          jdbc.releaseSavepoint(savepoint);
        });
    // A statement that fails after the savepoint was set is undone with it.
    runner.forgetFailures();
    while (transaction != null && transaction != nested) {
      transaction.ended();
      transaction = transaction.outer();
    }
    nested.ended();
    transaction = nested.outer();
  }

  private Cursor run(Call call) {
    requireOpen();
    if (!autocommit) {
      markBegun();
    }
    try {
      return runner.run(call, fetchSize);
    } catch (ConnectionLost failure) {
      lost = true;
      throw failure;
    }
  }

  private void markBegun() {
    if (!begun) {
      begun = true;
      runner.listeners().forEach(listener -> listener.transaction("BEGIN"));
    }
  }

  private void endTransaction() {
    runner.forgetFailures();
    begun = false;
    savepoints = 0;
    while (transaction != null) {
      transaction.ended();
      transaction = transaction.outer();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new UsageException(
          Problem.of(EngineCode.CLOSED, "cannot use a closed connection")
              .fix("call engine.connect() for a new one"));
    }
  }

  private void requireUncontrolled(String what) {
    TransactionControl inControl = control;
    if (inControl != null) {
      throw inControl.refusal(what);
    }
  }

  private void requireTransactional(String what) {
    if (autocommit) {
      throw new UsageException(
          Problem.of(EngineCode.WRONG_STATE, "cannot " + what + " on an autocommit connection")
              .fix("use engine.connect()"));
    }
  }

  private void end(@Nullable String echoed, JdbcAction action) {
    call(
        echoed,
        () -> {
          action.run();
          return Boolean.TRUE;
        });
  }

  private <T> T call(@Nullable String echoed, JdbcCall<T> action) {
    try {
      T value = action.run();
      if (echoed != null) {
        runner.listeners().forEach(listener -> listener.transaction(echoed));
      }
      return value;
    } catch (SQLException failure) {
      DatabaseException translated = runner.translate(failure, null);
      lost = lost || translated instanceof ConnectionLost;
      throw translated;
    }
  }

  /** One call of the driver. */
  @FunctionalInterface
  private interface JdbcCall<T> {
    T run() throws SQLException;
  }

  /** One call of the driver without a value. */
  @FunctionalInterface
  private interface JdbcAction {
    void run() throws SQLException;
  }
}
