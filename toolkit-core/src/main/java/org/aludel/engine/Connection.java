package org.aludel.engine;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.aludel.compile.TypedSql;
import org.aludel.ddl.DdlStatement;
import org.aludel.dialect.Capability;
import org.aludel.dialect.CopySource;
import org.aludel.dialect.Dialect;
import org.aludel.engine.option.ExecutionOptions;
import org.aludel.engine.pool.Lease;
import org.aludel.error.DatabaseException;
import org.aludel.error.EngineCode;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
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
 * {@link #rollback()}; closing rolls back what was not committed. Not thread-safe: it may go from
 * one thread to another between two calls, and refuses two at the same moment.
 */
public final class Connection implements AutoCloseable {
  private final Lease lease;
  private final Dialect dialect;
  private final Calls calls;
  private final Listeners listeners;
  private final Failures failures;
  private final StatementRunner runner;
  private final TransactionScope scope;
  private final boolean restoreAutocommit;
  private ExecutionOptions options;
  private boolean closed;

  /**
   * @param connectionLost run when the connection turns out to be gone
   */
  Connection(Lease lease, Calls calls, ConnectionSetting setting, Runnable connectionLost)
      throws SQLException {
    this.lease = lease;
    this.dialect = calls.dialect();
    this.calls = calls;
    this.options = setting.options();
    this.listeners = new Listeners(setting.listeners());
    this.failures = new Failures(dialect, setting.logValues(), listeners, connectionLost);
    java.sql.Connection jdbc = lease.jdbc();
    this.runner = new StatementRunner(jdbc, dialect, failures, listeners, new ThreadGuard());
    this.scope = new TransactionScope(jdbc, dialect, runner, failures, listeners);
    this.restoreAutocommit = jdbc.getAutoCommit();
    scope.autocommit(setting.autocommit());
    listeners.checkedOut(jdbc);
  }

  /** What the database can do. */
  public Dialect dialect() {
    return dialect;
  }

  /** The options that hold for the next statement: the engine's, and those stated here. */
  public ExecutionOptions options() {
    return options;
  }

  /**
   * States options for the rest of this connection's life, or until they are stated again.
   *
   * @return this connection
   * @throws UsageException with {@code WRONG_STATE} for isolation, read-only or deferrable while a
   *     transaction is open, for autocommit, and for fetches in parts on an autocommit connection
   */
  public Connection options(UnaryOperator<ExecutionOptions> change) {
    requireOpen();
    ExecutionOptions changed = change.apply(options);
    if (scope.isBegun() && !changed.modes().equals(options.modes())) {
      throw new UsageException(
          Problem.of(EngineCode.WRONG_STATE, "cannot change how the transaction is isolated")
              .found("a transaction that has begun")
              .fix("commit() or rollback() first"));
    }
    requireSameCommit(changed);
    if (changed.fetchSize() > 0 && changed.fetchSize() != options.fetchSize()) {
      StatementRunner.requireStreamable(scope.isAutocommit());
    }
    options = changed;
    return this;
  }

  private void requireSameCommit(ExecutionOptions changed) {
    if (changed.isAutocommit() != options.isAutocommit()) {
      throw new UsageException(
          Problem.of(EngineCode.WRONG_STATE, "cannot change when a connection commits")
              .found("the option autocommit(" + changed.isAutocommit() + ")")
              .fix("engine.connectAutocommit(), or connection.inAutocommit(…)"));
    }
  }

  /**
   * Runs SQL as the driver takes it. Values stand for {@code ?} in order; without values the text
   * is sent as it is, question marks included, and may hold several statements, of which the last
   * gives the result.
   *
   * @throws DatabaseException when the database refuses; its subclass says what can be done
   */
  public Result<Row> execute(String sql, @Nullable Object... values) {
    Cursor cursor = run(Call.ofText(dialect, sql, values), options);
    return new Result<>(cursor, rawReader(cursor));
  }

  /**
   * Runs a statement. Its text is compiled once for each structure and kept by the engine.
   *
   * @throws org.aludel.error.CompileException when it has no SQL, or needs a session
   * @throws DatabaseException when the database refuses
   */
  public <R> Result<R> execute(Statement<R> statement) {
    return execute(statement, options);
  }

  /**
   * As {@link #execute(Statement)} with options of its own.
   *
   * @throws UsageException with {@code WRONG_STATE} for an option that belongs to a transaction,
   *     and for fetches in parts on an autocommit connection
   */
  public <R> Result<R> execute(Statement<R> statement, UnaryOperator<ExecutionOptions> change) {
    requireOpen();
    ExecutionOptions changed = change.apply(options);
    if (!changed.modes().equals(options.modes())) {
      throw new UsageException(
          Problem.of(EngineCode.WRONG_STATE, "cannot run a statement " + changed.modes().sql())
              .found("an option of transactions")
              .fix("state it before: connection.options(…), or begin(…)"));
    }
    requireSameCommit(changed);
    if (changed.fetchSize() > 0) {
      StatementRunner.requireStreamable(scope.isAutocommit());
    }
    return execute(statement, changed);
  }

  private <R> Result<R> execute(Statement<R> statement, ExecutionOptions chosen) {
    Cursor cursor = run(call(statement, chosen), chosen);
    return new Result<>(cursor, reader(statement, cursor));
  }

  /**
   * Runs a statement whose rows somebody else reads, such as a session; errors as {@link
   * #execute(Statement)}.
   */
  public <R extends @Nullable Object> Result<R> query(Statement<?> statement, RowReader<R> reader) {
    return new Result<>(run(call(statement, options), options), reader);
  }

  /** As above with options of its own; errors as {@link #execute(Statement, UnaryOperator)}. */
  public <R extends @Nullable Object> Result<R> query(
      Statement<?> statement, RowReader<R> reader, UnaryOperator<ExecutionOptions> change) {
    requireOpen();
    ExecutionOptions changed = change.apply(options);
    requireSameCommit(changed);
    if (changed.fetchSize() > 0) {
      StatementRunner.requireStreamable(scope.isAutocommit());
    }
    return new Result<>(run(call(statement, changed), changed), reader);
  }

  private <R> RowReader<R> reader(Statement<R> statement, Cursor cursor) {
    Projection<R> projection = statement.projection();
    Projection.Maker<R> maker = projection == null ? null : projection.maker();
    if (projection != null && maker != null) {
      return ProjectionReader.of(projection, maker, dialect::type);
    }
    @SuppressWarnings("unchecked") // without a maker R is Row, or Void and no row is ever read
    RowReader<R> raw = (RowReader<R>) rawReader(cursor);
    return raw;
  }

  private RowReader<Row> rawReader(Cursor cursor) {
    return runner.call(null, () -> RawRows.reader(cursor.rows(), dialect));
  }

  /** Runs one DDL statement; takes part in the transaction as far as the database lets it. */
  public void execute(DdlStatement statement) {
    update(dialect.ddlCompiler(options.schemas()).compile(statement));
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
    try (Cursor cursor = run(Call.ofText(dialect, sql, values), options)) {
      return cursor.rowCount();
    }
  }

  /**
   * Runs SQL text once for each row of values, sent together.
   *
   * @param rows as many values in each as the text has question marks; those of one column are of
   *     one class or null
   * @return rows changed by each, in order
   * @throws DatabaseException for the first row that the database refuses; the transaction is
   *     broken
   */
  public List<Long> batch(String sql, List<? extends List<? extends @Nullable Object>> rows) {
    requireOpen();
    scope.enter(options);
    return new BatchRunner(lease.jdbc(), runner, listeners, options).run(sql, rows);
  }

  /**
   * Runs a statement once for each row of values, sent together; it is compiled once.
   *
   * @param rows the values of its parameters ({@link org.aludel.sql.Sql#parameter}) by name, which
   *     may be left out where they have one for want of another
   * @return rows changed by each, in order
   * @throws org.aludel.error.CompileException as {@link #execute(Statement)}, with {@code
   *     MISSING_PARAMETER}, {@code UNKNOWN_PARAMETER} or {@code WRONG_VALUE} for what a row gives,
   *     and {@code UNSUPPORTED_STATEMENT} for a statement with rows of its own
   * @throws DatabaseException for the first row that the database refuses; the transaction is
   *     broken
   */
  public List<Long> batch(
      Statement<?> statement, List<? extends Map<String, ? extends @Nullable Object>> rows) {
    requireOpen();
    BatchRunner.requireWithoutRows(statement);
    if (rows.isEmpty()) {
      return List.of();
    }
    Calls.Template template = calls.template(statement, options.schemas(), this::majorVersion);
    Call first = template.call(rows.get(0));
    scope.enter(options);
    return new BatchRunner(lease.jdbc(), runner, listeners, options)
        .run(rows.size(), row -> row == 0 ? first : template.call(rows.get(row)));
  }

  /**
   * Runs compiled SQL whose rows a reader takes by position.
   *
   * @param values one for each parameter, as the codec of its type takes them, nulls included
   */
  public <R extends @Nullable Object> Result<R> query(
      PreparedSql statement, List<? extends @Nullable Object> values, RowReader<R> reader) {
    return new Result<>(run(call(statement, values), options), reader);
  }

  /** Runs compiled SQL and gives the number of rows changed. */
  public long update(PreparedSql statement, List<? extends @Nullable Object> values) {
    try (Cursor cursor = run(call(statement, values), options)) {
      return cursor.rowCount();
    }
  }

  /**
   * Runs a {@code COPY … FROM STDIN} with rows in the format that it names.
   *
   * @return how many rows were stored
   * @throws UsageException with {@code UNSUPPORTED_STATEMENT} where the database has no COPY
   * @throws DatabaseException for a row that is refused, which the message numbers from 1; none of
   *     the rows is stored then
   */
  public long copy(String sql, CopySource rows) {
    if (!dialect.supports(Capability.COPY)) {
      throw new UsageException(
          Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot copy rows")
              .found(dialect.name() + ", which has no COPY")
              .fix("insert them"));
    }
    requireOpen();
    scope.enter(options);
    return runner.copy(new Call(sql, true, List.of(), List.of(), CacheUse.NONE), options, rows);
  }

  /** Compiles a statement by key; keep what it gives. */
  public PreparedSql compile(BulkStatement statement) {
    return new PreparedSql(dialect, statement);
  }

  /** The server's major version, such as 18. */
  public int majorVersion() {
    requireOpen();
    return runner.call(null, () -> lease.jdbc().getMetaData().getDatabaseMajorVersion());
  }

  private Call call(Statement<?> statement, ExecutionOptions chosen) {
    return calls.of(statement, chosen.schemas(), this::majorVersion);
  }

  private Call call(PreparedSql prepared, List<? extends @Nullable Object> values) {
    TypedSql statement = prepared.typed(options.schemas());
    return new Call(
        statement.sql(),
        false,
        statement.types(),
        statement.together() ? List.of(values) : Collections.unmodifiableList(values),
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
    scope.requireUncontrolled("take control of a connection");
    TransactionControl control = new TransactionControl(this, owner);
    scope.controlledBy(control);
    return control;
  }

  /**
   * Begins a transaction by hand.
   *
   * @throws UsageException with {@code WRONG_STATE} when a statement or {@code begin} has begun one
   *     already, or on an autocommit connection
   */
  public Transaction begin() {
    return begin(unchanged -> unchanged);
  }

  /** As {@link #begin()} with an isolation level and the like for this transaction alone. */
  public Transaction begin(UnaryOperator<ExecutionOptions> change) {
    requireOpen();
    scope.requireUncontrolled("begin a transaction on a connection");
    return scope.beginByHand(change.apply(options));
  }

  /**
   * Sets a savepoint, in a transaction that is begun if need be.
   *
   * @throws UsageException with {@code WRONG_STATE} on an autocommit connection
   */
  public Transaction beginNested() {
    requireOpen();
    return scope.beginNested(options);
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
    scope.requireUncontrolled("commit on a connection");
    scope.commit();
  }

  void commitNow() {
    requireOpen();
    scope.commit();
  }

  /** Undoes all work since the last commit or rollback; does nothing when there was none. */
  public void rollback() {
    requireOpen();
    scope.requireUncontrolled("roll back on a connection");
    scope.rollback();
  }

  void rollbackNow() {
    requireOpen();
    scope.rollback();
  }

  /**
   * Runs a block in which each statement is committed by itself, as {@code VACUUM} needs it.
   *
   * @throws UsageException with {@code WRONG_STATE} while a transaction is open
   */
  public <X extends Exception> void inAutocommit(ThrowingConsumer<Connection, X> block) throws X {
    requireOpen();
    scope.requireUncontrolled("commit on a connection");
    if (scope.isBegun()) {
      throw new UsageException(
          Problem.of(EngineCode.WRONG_STATE, "cannot commit each statement by itself")
              .found("a transaction that has begun")
              .fix("commit() or rollback() first"));
    }
    boolean before = scope.isAutocommit();
    runner.run(null, () -> scope.autocommit(true));
    try {
      block.accept(this);
    } finally {
      runner.cursors().closeAll();
      if (!closed && !failures.isLost()) {
        runner.run(null, () -> scope.autocommit(before));
      }
    }
  }

  /** Whether a statement or {@code begin} has begun a transaction that has not ended. */
  public boolean inTransaction() {
    return scope.isBegun();
  }

  /** Whether every statement is committed by itself. */
  public boolean isAutocommit() {
    return scope.isAutocommit();
  }

  /** {@link ExecutionOptions#fetchSize} for the statements that follow. */
  public void fetchSize(int rows) {
    options(stated -> stated.fetchSize(rows));
  }

  /** A listener for the rest of this connection's life, told after those of the engine. */
  public void addListener(ExecutionListener listener) {
    listeners.add(listener);
  }

  /**
   * The JDBC connection or an interface of the driver below it. Whoever uses it takes part in the
   * current transaction and must leave its autocommit mode alone.
   *
   * @throws DatabaseException when nothing below is of that type
   */
  public <T> T unwrap(Class<T> type) {
    requireOpen();
    failures.unwatched();
    scope.enter(options);
    java.sql.Connection jdbc = lease.jdbc();
    return type.isInstance(jdbc) ? type.cast(jdbc) : runner.call(null, () -> jdbc.unwrap(type));
  }

  /** Rolls back what was not committed and gives the connection back. Repeatable. */
  @Override
  public void close() {
    if (!closed) {
      scope.requireUncontrolled("close a connection");
    }
    closeNow();
  }

  void closeNow() {
    if (closed) {
      return;
    }
    try {
      if (!failures.isLost()) {
        scope.finish(restoreAutocommit);
        runner.run(null, () -> listeners.checkedIn(lease.jdbc()));
      }
    } finally {
      closed = true;
      scope.forget();
      runner.run(null, lease::close);
    }
  }

  private Cursor run(Call call, ExecutionOptions chosen) {
    requireOpen();
    scope.enter(chosen);
    return runner.run(call, chosen);
  }

  private void requireOpen() {
    if (closed) {
      throw new UsageException(
          Problem.of(EngineCode.CLOSED, "cannot use a closed connection")
              .fix("call engine.connect() for a new one"));
    }
  }
}
