package org.aludel.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.aludel.engine.option.ExecutionOptions;
import org.aludel.engine.pool.PoolOptions;
import org.jspecify.annotations.Nullable;

/**
 * How an engine behaves. Immutable; made by the builder that {@link Engine#create(String,
 * java.util.function.Consumer)} hands out.
 *
 * @param echo whether statements are written to the log
 * @param loggerName what the name of the echo's logger ends in; empty for none
 * @param logValues whether bind values and data of rows may appear in the log and in messages
 * @param pooled whether connections are kept and given out again
 * @param pool how many and for how long
 * @param findLeaks whether closing the engine fails while connections are out
 * @param cacheSize compiled statements that are kept
 * @param cartesian what is done about sources that nothing connects
 * @param user overrides the URL's, or null
 * @param password asked at each physical connection, or null; never printed
 * @param properties driver properties; override the URL's parameters
 * @param listeners told about each statement, in order
 * @param execution what its connections begin with
 */
public record EngineOptions(
    boolean echo,
    String loggerName,
    boolean logValues,
    boolean pooled,
    PoolOptions pool,
    boolean findLeaks,
    int cacheSize,
    CartesianPolicy cartesian,
    @Nullable String user,
    @Nullable Supplier<String> password,
    Map<String, String> properties,
    List<ExecutionListener> listeners,
    ExecutionOptions execution) {
  /** Compiled statements; the figure of DESIGN 3.3. */
  private static final int DEFAULT_CACHE_SIZE = 500;

  public EngineOptions {
    properties = Map.copyOf(properties);
    listeners = List.copyOf(listeners);
  }

  /** The defaults. */
  public static EngineOptions defaults() {
    return new Builder().build();
  }

  @Override
  public String toString() {
    return "EngineOptions[echo=" + echo + ", pooled=" + pooled + ", poolSize=" + pool.size() + "]";
  }

  /** Collects options. Not thread-safe. */
  public static final class Builder {
    private boolean echo;
    private boolean logValues;
    private boolean pooled = true;
    private PoolOptions pool = PoolOptions.defaults();
    private boolean findLeaks;
    private String loggerName = "";
    private ExecutionOptions execution = ExecutionOptions.NONE;
    private int cacheSize = DEFAULT_CACHE_SIZE;
    private CartesianPolicy cartesian = CartesianPolicy.WARN;
    private @Nullable String user;
    private @Nullable Supplier<String> password;
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final List<ExecutionListener> listeners = new ArrayList<>();

    Builder() {}

    /**
     * Writes each statement to the logger {@code org.aludel.sql}, or to standard output when there
     * is no SLF4J provider. Off by default.
     */
    public Builder echo(boolean value) {
      echo = value;
      return this;
    }

    /**
     * Ends the name of the echo's logger, for applications with several engines: {@code orders}
     * makes it {@code org.aludel.sql.orders}.
     */
    public Builder loggerName(String value) {
      loggerName = value;
      return this;
    }

    /** Allows values of binds and rows in the log and in messages. Off by default. */
    public Builder logValues(boolean value) {
      logValues = value;
      return this;
    }

    /** A physical connection for each {@code connect()}, closed with it; right for tools. */
    public Builder unpooled() {
      pooled = false;
      return this;
    }

    /** The most connections at once; 10 by default. */
    public Builder poolSize(int value) {
      pool = pool.withSize(value);
      return this;
    }

    /** How long a caller waits for a free connection; 30 seconds by default. */
    public Builder poolTimeout(Duration value) {
      pool = pool.withTimeout(value);
      return this;
    }

    /**
     * How connections are kept: {@code options.pool(pool -> pool.withSize(20).withKept(5))}.
     *
     * @throws org.aludel.error.UsageException with {@code INVALID_OPTION}
     */
    public Builder pool(UnaryOperator<PoolOptions> change) {
      pool = change.apply(pool);
      return this;
    }

    /**
     * Makes {@link Engine#close()} fail while connections are out, naming who took them where. For
     * tests; notes the line of the program at each connection.
     */
    public Builder findLeaks() {
      findLeaks = true;
      return this;
    }

    /** What connections begin with; as {@link Engine#withOptions} for all of them. */
    public Builder execution(UnaryOperator<ExecutionOptions> change) {
      execution = change.apply(execution);
      return this;
    }

    /** Compiled statements that are kept; 500 by default, 0 keeps none. */
    public Builder cacheSize(int value) {
      cacheSize = value;
      return this;
    }

    /** What is done about statements with sources that nothing connects; a warning by default. */
    public Builder cartesian(CartesianPolicy value) {
      cartesian = value;
      return this;
    }

    /** Overrides the URL's user. */
    public Builder user(String value) {
      user = value;
      return this;
    }

    /** Overrides the URL's password. */
    public Builder password(String value) {
      return password(() -> value);
    }

    /** Asked for the password at each physical connection, so that secrets may rotate. */
    public Builder password(Supplier<String> value) {
      password = value;
      return this;
    }

    /** A driver property, such as {@code sslmode}; overrides the URL's. */
    public Builder property(String name, String value) {
      properties.put(name, value);
      return this;
    }

    /** A listener on every connection of this engine. */
    public Builder listener(ExecutionListener value) {
      listeners.add(value);
      return this;
    }

    /** The options as collected. */
    public EngineOptions build() {
      return new EngineOptions(
          echo,
          loggerName,
          logValues,
          pooled,
          pool,
          findLeaks,
          cacheSize,
          cartesian,
          user,
          password,
          properties,
          listeners,
          execution);
    }
  }
}
