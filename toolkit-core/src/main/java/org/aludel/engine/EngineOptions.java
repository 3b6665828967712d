package org.aludel.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How an engine behaves. Immutable; made by the builder that {@link Engine#create(String,
 * java.util.function.Consumer)} hands out.
 *
 * @param echo whether statements are written to the log
 * @param logValues whether bind values and data of rows may appear in the log and in messages
 * @param pooled whether connections are kept and given out again
 * @param poolSize the most connections at once
 * @param poolTimeout how long a caller waits for a free one
 * @param cacheSize compiled statements that are kept
 * @param cartesian what is done about sources that nothing connects
 * @param user overrides the URL's, or null
 * @param password asked at each physical connection, or null; never printed
 * @param properties driver properties; override the URL's parameters
 * @param listeners told about each statement, in order
 */
public record EngineOptions(
    boolean echo,
    boolean logValues,
    boolean pooled,
    int poolSize,
    Duration poolTimeout,
    int cacheSize,
    CartesianPolicy cartesian,
    @Nullable String user,
    @Nullable Supplier<String> password,
    Map<String, String> properties,
    List<ExecutionListener> listeners) {
  /** As many connections as two cores with one disk keep busy. Source: HikariCP, pool sizing. */
  private static final int DEFAULT_POOL_SIZE = 10;

  private static final Duration DEFAULT_POOL_TIMEOUT = Duration.ofSeconds(30);

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
    return "EngineOptions[echo=" + echo + ", pooled=" + pooled + ", poolSize=" + poolSize + "]";
  }

  /** Collects options. Not thread-safe. */
  public static final class Builder {
    private boolean echo;
    private boolean logValues;
    private boolean pooled = true;
    private int poolSize = DEFAULT_POOL_SIZE;
    private Duration poolTimeout = DEFAULT_POOL_TIMEOUT;
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
      poolSize = value;
      return this;
    }

    /** How long a caller waits for a free connection; 30 seconds by default. */
    public Builder poolTimeout(Duration value) {
      poolTimeout = value;
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
          logValues,
          pooled,
          poolSize,
          poolTimeout,
          cacheSize,
          cartesian,
          user,
          password,
          properties,
          listeners);
    }
  }
}
