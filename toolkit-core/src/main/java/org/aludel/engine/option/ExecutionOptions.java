package org.aludel.engine.option;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.aludel.dialect.Isolation;
import org.aludel.dialect.TransactionModes;
import org.aludel.error.EngineCode;
import org.aludel.error.Problem;
import org.aludel.error.UsageException;
import org.aludel.schema.translation.SchemaTranslation;

/**
 * How statements and transactions are run. An engine, a connection and a single statement may state
 * options; what is nearer to the statement wins, option by option. Immutable; each method that
 * states an option gives another value.
 *
 * <pre>{@code
 * Engine reading = engine.withOptions(options -> options.readOnly(true).isolation(REPEATABLE_READ));
 * connection.options(options -> options.timeout(Duration.ofSeconds(5)));
 * connection.execute(statement, options -> options.fetchSize(500));
 * }</pre>
 */
public final class ExecutionOptions {
  /** Nothing stated. */
  public static final ExecutionOptions NONE = new ExecutionOptions(Map.of());

  /** Rows of the first of growing fetches. */
  private static final int FIRST_ROWS = 10;

  private static final Option<Optional<Isolation>> ISOLATION =
      Option.of("isolation", Optional.empty());
  private static final Option<Boolean> READ_ONLY = Option.of("readOnly", false);
  private static final Option<Boolean> DEFERRABLE = Option.of("deferrable", false);
  private static final Option<Boolean> AUTOCOMMIT = Option.of("autocommit", false);
  private static final Option<Integer> FETCH_SIZE = Option.of("fetchSize", 0);
  private static final Option<Integer> FIRST_FETCH = Option.of("firstFetch", 0);
  private static final Option<Duration> TIMEOUT = Option.of("timeout", Duration.ZERO);
  private static final Option<String> LABEL = Option.of("label", "");
  private static final Option<SchemaTranslation> SCHEMAS =
      Option.of("schemas", SchemaTranslation.NONE);

  private final Map<Option<?>, Object> stated;

  private ExecutionOptions(Map<Option<?>, Object> stated) {
    this.stated = stated;
  }

  /** The value of an option, stated or standard. */
  @SuppressWarnings("unchecked") // with(…) is the only writer and pairs key and value
  public <T> T get(Option<T> option) {
    Object value = stated.get(option);
    return value == null ? option.standard() : (T) value;
  }

  /** The same options with one more, or with another value of it. */
  public <T> ExecutionOptions with(Option<T> option, T value) {
    Map<Option<?>, Object> more = new LinkedHashMap<>(stated);
    more.put(option, value);
    return new ExecutionOptions(more);
  }

  /** The same options; where the nearer ones state something, that. */
  public ExecutionOptions merged(ExecutionOptions nearer) {
    if (nearer.stated.isEmpty()) {
      return this;
    }
    Map<Option<?>, Object> more = new LinkedHashMap<>(stated);
    more.putAll(nearer.stated);
    return new ExecutionOptions(more);
  }

  /** The isolation level of transactions that begin from here on. */
  public ExecutionOptions isolation(Isolation level) {
    return with(ISOLATION, Optional.of(level));
  }

  /** Whether transactions that begin from here on may only read. */
  public ExecutionOptions readOnly(boolean value) {
    return with(READ_ONLY, value);
  }

  /** Whether transactions may wait at their begin; see {@link TransactionModes#deferrable()}. */
  public ExecutionOptions deferrable(boolean value) {
    return with(DEFERRABLE, value);
  }

  /**
   * Whether each statement is committed by itself. Of an engine alone: a connection is one or the
   * other for its life, but for {@code connection.inAutocommit(…)}.
   */
  public ExecutionOptions autocommit(boolean value) {
    return with(AUTOCOMMIT, value);
  }

  /**
   * Rows that the server sends at a time, for results larger than memory; 0 for all at once. Holds
   * in transactions alone. Source: pgjdbc, getting results based on a cursor.
   */
  public ExecutionOptions fetchSize(int rows) {
    require(rows >= 0, "a fetch size of " + rows, "0 or more rows");
    return with(FETCH_SIZE, rows).with(FIRST_FETCH, rows);
  }

  /**
   * Rows that the server sends at a time, few at first so that the first row comes soon, four times
   * as many with each fetch, up to a limit.
   *
   * @param mostRows at least 1
   */
  public ExecutionOptions growingFetch(int mostRows) {
    require(mostRows >= 1, "fetches of up to " + mostRows + " rows", "1 row or more");
    return with(FETCH_SIZE, mostRows).with(FIRST_FETCH, Math.min(FIRST_ROWS, mostRows));
  }

  /**
   * How long a statement may take before it is cancelled, in whole seconds, rounded up; zero for no
   * limit. Source: JDBC 4.3, Statement.setQueryTimeout.
   */
  public ExecutionOptions timeout(Duration value) {
    require(!value.isNegative(), "a timeout of " + value, "zero or more");
    return with(TIMEOUT, value);
  }

  /** A word for the log and for listeners, such as the use case that runs the statement. */
  public ExecutionOptions label(String value) {
    return with(LABEL, value);
  }

  /**
   * The schemas that stand in for those of the model: in queries, in statements that write, in DDL,
   * and in all that a session reads and writes. Replaces what was stated before as a whole. The
   * compiled statement stays one for all of them. SQL text is sent as it is, and types of the
   * database stay in their own schemas. As SQLAlchemy's schema_translate_map.
   */
  public ExecutionOptions schemas(SchemaTranslation value) {
    return with(SCHEMAS, value);
  }

  /** What transactions are told when they begin. */
  public TransactionModes modes() {
    return new TransactionModes(get(ISOLATION).orElse(null), get(READ_ONLY), get(DEFERRABLE));
  }

  /** Whether each statement is committed by itself. */
  public boolean isAutocommit() {
    return get(AUTOCOMMIT);
  }

  /** The most rows that the server sends at a time; 0 for all. */
  public int fetchSize() {
    return get(FETCH_SIZE);
  }

  /** The rows of the first fetch. */
  public int firstFetch() {
    return get(FIRST_FETCH);
  }

  /** The limit of a statement's time; zero for none. */
  public Duration timeout() {
    return get(TIMEOUT);
  }

  /** The schemas that stand in for those of the model. */
  public SchemaTranslation schemas() {
    return get(SCHEMAS);
  }

  /** The word for the log; empty for none. */
  public String label() {
    return get(LABEL);
  }

  private static void require(boolean rule, String found, String expected) {
    if (!rule) {
      throw new UsageException(
          Problem.of(EngineCode.INVALID_OPTION, "cannot run statements like this")
              .found(found)
              .expected(expected));
    }
  }

  @Override
  public String toString() {
    return "ExecutionOptions" + stated;
  }
}
