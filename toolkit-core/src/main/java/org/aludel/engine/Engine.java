package org.aludel.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.aludel.ddl.CreateOrder;
import org.aludel.ddl.DdlStatement;
import org.aludel.ddl.Present;
import org.aludel.dialect.Dialect;
import org.aludel.dialect.DialectRegistry;
import org.aludel.error.DatabaseException;
import org.aludel.error.EngineCode;
import org.aludel.error.Problem;
import org.aludel.error.UsageException;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectReference;
import org.aludel.sql.Row;
import org.aludel.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The door to one database: hands out connections and knows the dialect. Connects on first use;
 * close it when the application ends. Thread-safe.
 *
 * <pre>{@code
 * try (Engine engine = Engine.create("postgresql://localhost/shop", options -> options.echo(true));
 *     Connection connection = engine.connect()) {
 *   connection.update("INSERT INTO item (name) VALUES (?)", "lamp");
 *   connection.commit();
 * }
 * }</pre>
 */
public final class Engine implements AutoCloseable {
  private final String address;
  private final @Nullable DatabaseUrl url;
  private final ConnectionSource source;
  private final EngineOptions options;
  private final List<ExecutionListener> listeners;
  private final CompiledCache cache;
  private volatile @Nullable Dialect dialect;
  private volatile boolean checked;
  private volatile boolean closed;

  private Engine(
      String address,
      @Nullable DatabaseUrl url,
      ConnectionSource source,
      EngineOptions options,
      @Nullable Dialect dialect) {
    this.address = address;
    this.url = url;
    this.source = source;
    this.options = options;
    this.dialect = dialect;
    this.cache = new CompiledCache(options.cacheSize());
    this.listeners = new ArrayList<>();
    if (options.echo()) {
      listeners.add(new EchoListener(options.logValues()));
    }
    listeners.addAll(options.listeners());
  }

  /** As {@link #create(String, Consumer)} with the default options. */
  public static Engine create(String url) {
    return create(url, options -> {});
  }

  /**
   * An engine for an address as {@link DatabaseUrl#parse} takes it. Opens nothing.
   *
   * @throws UsageException with {@code INVALID_URL} or {@code NO_DIALECT}
   */
  public static Engine create(String url, Consumer<EngineOptions.Builder> configuration) {
    return create(DatabaseUrl.parse(url), configuration);
  }

  /** An engine for an address that was taken apart before; errors as above. */
  public static Engine create(DatabaseUrl url, Consumer<EngineOptions.Builder> configuration) {
    EngineOptions options = options(configuration);
    Dialect dialect =
        DialectRegistry.load().forUrl(url.jdbcUrl()).orElseThrow(() -> noDialect(url.toString()));
    DataSource physical = new DriverSource(url, options, dialect.driverProperties());
    ConnectionSource source =
        options.pooled()
            ? new PooledSource(physical, options.poolSize(), options.poolTimeout())
            : new PlainSource(physical);
    return new Engine(url.toString(), url, source, options, dialect);
  }

  /** As {@link #create(DataSource, Consumer)} with the default options. */
  public static Engine create(DataSource dataSource) {
    return create(dataSource, options -> {});
  }

  /**
   * An engine over connections that the application pools itself. Opens nothing; the dialect is
   * found with the first connection. Closing the engine leaves the data source open; options about
   * pool, user and password have no effect.
   */
  public static Engine create(
      DataSource dataSource, Consumer<EngineOptions.Builder> configuration) {
    String address = "data source " + dataSource.getClass().getName();
    ConnectionSource source = new PlainSource(dataSource);
    return new Engine(address, null, source, options(configuration), null);
  }

  private static EngineOptions options(Consumer<EngineOptions.Builder> configuration) {
    EngineOptions.Builder builder = new EngineOptions.Builder();
    configuration.accept(builder);
    return builder.build();
  }

  /**
   * A connection that commits when told to.
   *
   * @throws DatabaseException with {@code CONNECTION_FAILED}, {@code AUTHENTICATION_FAILED}, {@code
   *     UNKNOWN_DATABASE}, {@code NO_DRIVER}, {@code POOL_EXHAUSTED} or {@code UNSUPPORTED_SERVER}
   * @throws UsageException with {@code CLOSED} after {@link #close()}
   */
  public Connection connect() {
    return open(false);
  }

  /**
   * A connection that commits each statement by itself, which {@code CREATE INDEX CONCURRENTLY} and
   * {@code CREATE DATABASE} need; errors as {@link #connect()}.
   */
  public Connection connectAutocommit() {
    return open(true);
  }

  /** Runs a block in a transaction of its own: committed at its end, rolled back if it throws. */
  public <X extends Exception> void inTransaction(ThrowingConsumer<Connection, X> block) throws X {
    try (Connection connection = connect()) {
      block.accept(connection);
      connection.commit();
    }
  }

  /** As {@link #inTransaction}, for a block that gives a value. */
  public <R extends @Nullable Object, X extends Exception> R fromTransaction(
      ThrowingFunction<Connection, R, X> block) throws X {
    try (Connection connection = connect()) {
      R value = block.apply(connection);
      connection.commit();
      return value;
    }
  }

  /**
   * Runs one statement in a transaction of its own and gives its rows as an unmodifiable list,
   * empty when it returns none; errors as {@link Connection#execute(Statement)}.
   */
  public <R> List<R> execute(Statement<R> statement) {
    return fromTransaction(connection -> rows(connection.execute(statement)));
  }

  /**
   * Runs SQL text as {@link #execute(Statement)} does; see {@link Connection#execute(String,
   * Object...)}.
   */
  public List<Row> execute(String sql, @Nullable Object... values) {
    return fromTransaction(connection -> rows(connection.execute(sql, values)));
  }

  private static <R> List<R> rows(Result<R> result) {
    return result.rowCount() < 0 ? result.all() : List.of();
  }

  /** Runs one statement in a transaction of its own and gives the number of rows changed. */
  public long update(Statement<?> statement) {
    return fromTransaction(connection -> connection.execute(statement).rowCount());
  }

  /**
   * Runs SQL text in a transaction of its own; see {@link Connection#update(String, Object...)}.
   */
  public long update(String sql, @Nullable Object... values) {
    return fromTransaction(connection -> connection.update(sql, values));
  }

  /**
   * Creates everything that a MetaData holds, in an order that the database accepts and in one
   * transaction: all of it or nothing. Made for tests and first steps; what lives on is migrated.
   *
   * @throws DatabaseException when something of that name is there already
   */
  public void createAll(MetaData metaData) {
    createAll(metaData, statements -> statements);
  }

  /**
   * As {@link #createAll(MetaData)}, where the program changes the list of statements first: DDL of
   * its own before, behind or between them ({@link org.aludel.ddl.RawSql}), statements left out
   * that are for another database.
   *
   * @param change gets the statements in their order, unmodifiable, and gives those that are run
   */
  public void createAll(MetaData metaData, UnaryOperator<List<DdlStatement>> change) {
    List<DdlStatement> statements = change.apply(CreateOrder.createAll(metaData));
    inTransaction(connection -> statements.forEach(connection::execute));
  }

  /** Drops everything that a MetaData holds, with its rows, as {@link #createAll} creates it. */
  public void dropAll(MetaData metaData) {
    dropAll(metaData, statements -> statements);
  }

  /** As {@link #createAll(MetaData, UnaryOperator)} for dropping. */
  public void dropAll(MetaData metaData, UnaryOperator<List<DdlStatement>> change) {
    List<DdlStatement> statements = change.apply(CreateOrder.dropAll(metaData));
    inTransaction(connection -> statements.forEach(connection::execute));
  }

  /**
   * Creates what a MetaData holds and the database does not, in one transaction. One query finds
   * that out, by names alone: a table that is there stays as it is, whatever its columns.
   *
   * @throws org.aludel.error.SchemaException SCHEMA-INVALID-OBJECT for a MetaData with routines,
   *     triggers and the like
   */
  public void createMissing(MetaData metaData) {
    inTransaction(
        connection -> {
          Set<ObjectReference> there =
              connection.inspector().existing(Present.references(metaData));
          MetaData missing = Present.part(metaData, one -> !there.contains(one));
          CreateOrder.createAll(missing).forEach(connection::execute);
        });
  }

  /** Drops what is there of a MetaData, with its rows; errors as {@link #createMissing}. */
  public void dropExisting(MetaData metaData) {
    inTransaction(
        connection -> {
          Set<ObjectReference> there =
              connection.inspector().existing(Present.references(metaData));
          CreateOrder.dropAll(Present.part(metaData, there::contains)).forEach(connection::execute);
        });
  }

  /**
   * The dialect. An engine over a data source opens a connection to find it out.
   *
   * @throws UsageException with {@code NO_DIALECT} when no dialect knows the database
   */
  public Dialect dialect() {
    Dialect known = dialect;
    if (known != null) {
      return known;
    }
    try (Connection connection = connect()) {
      return connection.dialect();
    }
  }

  /** The address taken apart, or null for an engine over a data source. */
  public @Nullable DatabaseUrl url() {
    return url;
  }

  /** The options it was created with. */
  public EngineOptions options() {
    return options;
  }

  /** Closes the pool. Connections in use are cut off when they are given back. Repeatable. */
  @Override
  public void close() {
    closed = true;
    source.close();
  }

  /** The address without secrets. */
  @Override
  public String toString() {
    return "Engine[" + address + "]";
  }

  private Connection open(boolean autocommit) {
    if (closed) {
      throw new UsageException(
          Problem.of(EngineCode.CLOSED, "cannot connect through a closed engine")
              .fix("close the engine when the application ends, not earlier"));
    }
    java.sql.Connection jdbc = openJdbc();
    try {
      Dialect found = check(jdbc);
      StatementRunner runner = new StatementRunner(jdbc, found, options.logValues(), listeners);
      return new Connection(jdbc, runner, new Calls(found, cache, options.cartesian()), autocommit);
    } catch (SQLException failure) {
      giveBack(jdbc, failure);
      throw translateConnect(failure);
    } catch (RuntimeException failure) {
      giveBack(jdbc, failure);
      throw failure;
    }
  }

  private java.sql.Connection openJdbc() {
    try {
      return source.open();
    } catch (SQLException failure) {
      throw translateConnect(failure);
    }
  }

  private Dialect check(java.sql.Connection jdbc) throws SQLException {
    Dialect known = dialect;
    if (known == null) {
      String jdbcUrl = jdbc.getMetaData().getURL();
      known =
          DialectRegistry.load()
              .forUrl(jdbcUrl)
              .orElseThrow(() -> noDialect(UrlParser.redact(jdbcUrl)));
      dialect = known;
    }
    if (!checked) {
      known.requireSupported(jdbc.getMetaData());
      checked = true;
    }
    return known;
  }

  private DatabaseException translateConnect(SQLException failure) {
    Dialect known = dialect;
    if (known != null) {
      return known.translateConnect(failure, address);
    }
    return new DatabaseException(
        Problem.of(EngineCode.CONNECTION_FAILED, "cannot connect through the " + address)
            .found(String.valueOf(failure.getMessage()))
            .fix("check the data source's own settings"),
        failure.getSQLState(),
        failure);
  }

  private static void giveBack(java.sql.Connection jdbc, Exception failure) {
    try {
      jdbc.close();
    } catch (SQLException second) {
      failure.addSuppressed(second);
    }
  }

  private static UsageException noDialect(String address) {
    return new UsageException(
        Problem.of(EngineCode.NO_DIALECT, "cannot work with the database \"" + address + "\"")
            .found("dialects: " + String.join(", ", DialectRegistry.load().names()))
            .expected("a URL that one of them accepts, such as postgresql://host/database"));
  }
}
