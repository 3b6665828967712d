package org.aludel.engine.pool;

import java.time.Duration;
import org.aludel.error.EngineCode;
import org.aludel.error.Problem;
import org.aludel.error.UsageException;

/**
 * How connections are kept. Immutable; each {@code with…} gives another one. The pool is HikariCP;
 * what of other pools it has not is in docs/adr/0022.
 *
 * @param size the most connections at once
 * @param kept those that stay open while nobody needs them, 1 to {@code size}; further ones are the
 *     overflow, opened under load and closed once idle for {@code idleTimeout}
 * @param timeout how long a caller waits for a free one
 * @param recycle the greatest age; an older one is closed when nobody uses it; at least 30 seconds,
 *     zero for no limit
 * @param idleTimeout how long idle ones beyond those kept stay; at least 10 seconds
 * @param keepalive how often an idle connection is asked whether it lives; at least 30 seconds,
 *     zero for never
 * @param leakWarning how long one may be out before the pool logs where it was taken; at least 2
 *     seconds, zero for never
 * @param notePlaces whether each lease notes the line of the program that took it, so that the
 *     error of an exhausted pool can name it; costs a walk of the stack for each connection
 */
public record PoolOptions(
    int size,
    int kept,
    Duration timeout,
    Duration recycle,
    Duration idleTimeout,
    Duration keepalive,
    Duration leakWarning,
    boolean notePlaces) {
  /** As many connections as two cores with one disk keep busy. Source: HikariCP, pool sizing. */
  private static final int DEFAULT_SIZE = 10;

  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration DEFAULT_RECYCLE = Duration.ofMinutes(30);
  private static final Duration DEFAULT_IDLE = Duration.ofMinutes(10);
  private static final Duration DEFAULT_KEEPALIVE = Duration.ofMinutes(2);

  // The least that HikariCP takes; below, it would put its own defaults in place and only log it.
  private static final Duration LEAST_TIMEOUT = Duration.ofMillis(250);
  private static final Duration LEAST_AGE = Duration.ofSeconds(30);
  private static final Duration LEAST_IDLE = Duration.ofSeconds(10);
  private static final Duration LEAST_LEAK = Duration.ofSeconds(2);

  public PoolOptions {
    require(size >= 1, "size " + size, "1 or more");
    require(kept >= 1 && kept <= size, "kept " + kept, "1 to size, " + size);
    atLeast("timeout", timeout, LEAST_TIMEOUT, false);
    atLeast("recycle", recycle, LEAST_AGE, true);
    atLeast("idleTimeout", idleTimeout, LEAST_IDLE, false);
    atLeast("keepalive", keepalive, LEAST_AGE, true);
    atLeast("leakWarning", leakWarning, LEAST_LEAK, true);
    require(
        recycle.isZero() || keepalive.compareTo(recycle) < 0,
        "keepalive " + keepalive,
        "less than recycle, " + recycle);
  }

  /**
   * Ten connections, of which one is kept; 30 seconds to wait; closed after 30 minutes, or 10 idle
   * ones; asked after two idle minutes.
   */
  public static PoolOptions defaults() {
    return new PoolOptions(
        DEFAULT_SIZE,
        1,
        DEFAULT_TIMEOUT,
        DEFAULT_RECYCLE,
        DEFAULT_IDLE,
        DEFAULT_KEEPALIVE,
        Duration.ZERO,
        false);
  }

  /** The most connections at once; of those kept no more than these stay. */
  public PoolOptions withSize(int value) {
    return new PoolOptions(
        value,
        Math.min(kept, Math.max(value, 1)),
        timeout,
        recycle,
        idleTimeout,
        keepalive,
        leakWarning,
        notePlaces);
  }

  /**
   * For a database that so many connections can share: of one alone the connection holds the
   * database, so it is never replaced.
   */
  public PoolOptions sharing(int most) {
    PoolOptions fitting = size <= most ? this : withSize(most);
    return most > 1 ? fitting : fitting.withRecycle(Duration.ZERO);
  }

  /** Connections that stay open while nobody needs them, opened with the first one. */
  public PoolOptions withKept(int value) {
    return new PoolOptions(
        size, value, timeout, recycle, idleTimeout, keepalive, leakWarning, notePlaces);
  }

  /** How long a caller waits for a free connection. */
  public PoolOptions withTimeout(Duration value) {
    return new PoolOptions(
        size, kept, value, recycle, idleTimeout, keepalive, leakWarning, notePlaces);
  }

  /** The greatest age of a connection, for servers and proxies that cut old ones. */
  public PoolOptions withRecycle(Duration value) {
    return new PoolOptions(
        size, kept, timeout, value, idleTimeout, keepalive, leakWarning, notePlaces);
  }

  /** How long connections beyond those kept stay while nobody needs them. */
  public PoolOptions withIdleTimeout(Duration value) {
    return new PoolOptions(size, kept, timeout, recycle, value, keepalive, leakWarning, notePlaces);
  }

  /** How often idle connections are asked, for networks that forget silent ones. */
  public PoolOptions withKeepalive(Duration value) {
    return new PoolOptions(
        size, kept, timeout, recycle, idleTimeout, value, leakWarning, notePlaces);
  }

  /** After how long a connection in use is a suspected leak, which the pool logs. */
  public PoolOptions withLeakWarning(Duration value) {
    return new PoolOptions(size, kept, timeout, recycle, idleTimeout, keepalive, value, notePlaces);
  }

  /** Notes the line of the program that takes each connection. */
  public PoolOptions withPlaces() {
    return new PoolOptions(size, kept, timeout, recycle, idleTimeout, keepalive, leakWarning, true);
  }

  private static void atLeast(String name, Duration value, Duration least, boolean zeroAllowed) {
    require(
        value.compareTo(least) >= 0 || (zeroAllowed && value.isZero()),
        name + " " + value,
        least + " or more" + (zeroAllowed ? ", or zero for never" : ""));
  }

  private static void require(boolean rule, String found, String expected) {
    if (!rule) {
      throw new UsageException(
          Problem.of(EngineCode.INVALID_OPTION, "cannot keep connections like this")
              .found(found)
              .expected(expected));
    }
  }
}
