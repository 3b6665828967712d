package org.aludel.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.aludel.ddl.CreateOrder;
import org.aludel.ddl.DdlStatement;
import org.aludel.ddl.Present;
import org.aludel.dialect.Dialect;
import org.aludel.dialect.DialectRegistry;
import org.aludel.engine.option.ExecutionOptions;
import org.aludel.engine.pool.ConnectionSource;
import org.aludel.engine.pool.LeakFindingSource;
import org.aludel.engine.pool.PlainSource;
import org.aludel.engine.pool.PoolOptions;
import org.aludel.engine.pool.PooledSource;
import org.aludel.error.DatabaseException;
import org.aludel.error.UsageException;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.translation.SchemaTranslation;
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
  private final Database database;
  private final EngineOptions options;
  private final ExecutionOptions execution;
  private final List<ExecutionListener> listeners;
  private final @Nullable ReadRoute readRoute;
  private final boolean clone;

  private Engine(Database database, EngineOptions options) {
    this.database = database;
    this.options = options;
    this.execution = options.execution();
    this.listeners = listeners(options);
    this.readRoute = null;
    this.clone = false;
  }

  private Engine(
      Engine original,
      ExecutionOptions execution,
      List<ExecutionListener> listeners,
      @Nullable ReadRoute readRoute) {
    this.database = original.database;
    this.options = original.options;
    this.execution = execution;
    this.listeners = listeners;
    this.readRoute = readRoute;
    this.clone = true;
  }

  private static List<ExecutionListener> listeners(EngineOptions options) {
    List<ExecutionListener> listeners = new ArrayList<>();
    if (options.echo()) {
      listeners.add(new EchoListener(options.logValues(), options.loggerName()));
    }
    listeners.addAll(options.listeners());
    return List.copyOf(listeners);
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
        DialectRegistry.load()
            .forUrl(url.jdbcUrl())
            .orElseThrow(() -> Database.noDialect(url.toString()));
    DataSource physical = new DriverSource(url, options, dialect);
    PoolOptions pool = options.pool().sharing(dialect.maximumConnections(url.jdbcUrl()));
    ConnectionSource source =
        options.pooled() ? new PooledSource(physical, pool) : new PlainSource(physical);
    return of(url.toString(), url, source, options, dialect);
  }

  private static Engine of(
      String address,
      @Nullable DatabaseUrl url,
      ConnectionSource source,
      EngineOptions options,
      @Nullable Dialect dialect) {
    ConnectionSource watched = options.findLeaks() ? new LeakFindingSource(source) : source;
    CompiledCache cache = new CompiledCache(options.cacheSize());
    return new Engine(new Database(address, url, watched, cache, dialect), options);
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
    return of(address, null, source, options(configuration), null);
  }

  private static EngineOptions options(Consumer<EngineOptions.Builder> configuration) {
    EngineOptions.Builder builder = new EngineOptions.Builder();
    configuration.accept(builder);
    return builder.build();
  }

  /**
   * The same database by the same pool and cache, with other options: {@code
   * engine.withOptions(options -> options.readOnly(true))}. Closing the clone does nothing.
   */
  public Engine withOptions(UnaryOperator<ExecutionOptions> change) {
    return new Engine(this, change.apply(execution), listeners, readRoute);
  }

  /** The same database by the same pool and cache, with one more listener. */
  public Engine withListener(ExecutionListener listener) {
    List<ExecutionListener> more = new ArrayList<>(listeners);
    more.add(listener);
    return new Engine(this, execution, List.copyOf(more), readRoute);
  }

  /**
   * The same database, where connections that only read come by another way, as {@link
   * org.aludel.engine.replica.Replicas}: those of {@link #connectReadOnly()}, of a clone with
   * {@code readOnly(true)}, and of read-only sessions.
   */
  public Engine withReadRoute(ReadRoute route) {
    return new Engine(this, execution, listeners, route);
  }

  /** The options that its connections begin with. */
  public ExecutionOptions executionOptions() {
    return execution;
  }

  /**
   * A connection that commits when told to, or by itself where the options say so.
   *
   * @throws DatabaseException with {@code CONNECTION_FAILED}, {@code AUTHENTICATION_FAILED}, {@code
   *     UNKNOWN_DATABASE}, {@code NO_DRIVER}, {@code POOL_EXHAUSTED} or {@code UNSUPPORTED_SERVER}
   * @throws UsageException with {@code CLOSED} after {@link #close()}
   */
  public Connection connect() {
    return open(execution, execution.isAutocommit());
  }

  /** A connection whose transactions only read, from a replica where the engine has some. */
  public Connection connectReadOnly() {
    return open(execution.readOnly(true), false);
  }

  /**
   * A connection that commits each statement by itself, which {@code CREATE INDEX CONCURRENTLY} and
   * {@code CREATE DATABASE} need; errors as {@link #connect()}.
   */
  public Connection connectAutocommit() {
    return open(execution, true);
  }

  /** Runs a block in a transaction of its own: committed at its end, rolled back if it throws. */
  public <X extends Exception> void inTransaction(ThrowingConsumer<Connection, X> block) throws X {
    try (Connection connection = open(execution, false)) {
      block.accept(connection);
      connection.commit();
    }
  }

  /** As {@link #inTransaction}, for a block that gives a value. */
  public <R extends @Nullable Object, X extends Exception> R fromTransaction(
      ThrowingFunction<Connection, R, X> block) throws X {
    try (Connection connection = open(execution, false)) {
      R value = block.apply(connection);
      connection.commit();
      return value;
    }
  }

  /** One statement: in a transaction of its own, or by itself where the options say so. */
  private <R extends @Nullable Object> R once(
      ThrowingFunction<Connection, R, RuntimeException> block) {
    if (!execution.isAutocommit()) {
      return fromTransaction(block);
    }
    try (Connection connection = connect()) {
      return block.apply(connection);
    }
  }

  /**
   * Runs one statement in a transaction of its own and gives its rows as an unmodifiable list,
   * empty when it returns none; errors as {@link Connection#execute(Statement)}.
   */
  public <R> List<R> execute(Statement<R> statement) {
    return once(connection -> rows(connection.execute(statement)));
  }

  /**
   * Runs SQL text as {@link #execute(Statement)} does; see {@link Connection#execute(String,
   * Object...)}.
   */
  public List<Row> execute(String sql, @Nullable Object... values) {
    return once(connection -> rows(connection.execute(sql, values)));
  }

  private static <R> List<R> rows(Result<R> result) {
    return result.rowCount() < 0 ? result.all() : List.of();
  }

  /** Runs one statement in a transaction of its own and gives the number of rows changed. */
  public long update(Statement<?> statement) {
    return once(connection -> connection.execute(statement).rowCount());
  }

  /**
   * Runs SQL text in a transaction of its own; see {@link Connection#update(String, Object...)}.
   */
  public long update(String sql, @Nullable Object... values) {
    return once(connection -> connection.update(sql, values));
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
    List<DdlStatement> statements =
        change.apply(dialect().arranged(CreateOrder.createAll(metaData)));
    inTransaction(connection -> statements.forEach(connection::execute));
  }

  /** Drops everything that a MetaData holds, with its rows, as {@link #createAll} creates it. */
  public void dropAll(MetaData metaData) {
    dropAll(metaData, statements -> statements);
  }

  /** As {@link #createAll(MetaData, UnaryOperator)} for dropping. */
  public void dropAll(MetaData metaData, UnaryOperator<List<DdlStatement>> change) {
    List<DdlStatement> statements = change.apply(dialect().arranged(CreateOrder.dropAll(metaData)));
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
          Predicate<ObjectReference> there = present(connection, metaData);
          MetaData missing = Present.part(metaData, there.negate());
          dialect().arranged(CreateOrder.createAll(missing)).forEach(connection::execute);
        });
  }

  /** Drops what is there of a MetaData, with its rows; errors as {@link #createMissing}. */
  public void dropExisting(MetaData metaData) {
    inTransaction(
        connection -> {
          Predicate<ObjectReference> there = present(connection, metaData);
          dialect()
              .arranged(CreateOrder.dropAll(Present.part(metaData, there)))
              .forEach(connection::execute);
        });
  }

  /** Whether an object is there, in the schema that stands in for its own. */
  private Predicate<ObjectReference> present(Connection connection, MetaData metaData) {
    SchemaTranslation schemas = execution.schemas();
    Set<ObjectReference> there =
        connection
            .inspector()
            .existing(Present.references(metaData).stream().map(schemas::apply).toList());
    return one -> there.contains(schemas.apply(one));
  }

  /**
   * The dialect. An engine over a data source opens a connection to find it out.
   *
   * @throws UsageException with {@code NO_DIALECT} when no dialect knows the database
   */
  public Dialect dialect() {
    Dialect known = database.knownDialect();
    if (known != null) {
      return known;
    }
    try (Connection connection = connect()) {
      return connection.dialect();
    }
  }

  /** The address taken apart, or null for an engine over a data source. */
  public @Nullable DatabaseUrl url() {
    return database.url();
  }

  /** The options it was created with. */
  public EngineOptions options() {
    return options;
  }

  /**
   * Closes the pool. Connections in use are cut off when they are given back. Repeatable; a clone
   * leaves the pool to the engine that it was made of.
   *
   * @throws UsageException with {@code LEAK} when {@link EngineOptions.Builder#findLeaks()} was
   *     asked for and connections are out
   */
  @Override
  public void close() {
    if (!clone) {
      database.close();
    }
  }

  /** The address without secrets. */
  @Override
  public String toString() {
    return "Engine[" + database.address() + "]";
  }

  private Connection open(ExecutionOptions chosen, boolean autocommit) {
    ReadRoute route = readRoute;
    if (route != null && !autocommit && chosen.modes().readOnly()) {
      return route.connect(new Engine(this, execution, listeners, null), chosen);
    }
    return database.connect(
        new ConnectionSetting(
            autocommit, chosen, options.logValues(), options.cartesian(), listeners));
  }
}
