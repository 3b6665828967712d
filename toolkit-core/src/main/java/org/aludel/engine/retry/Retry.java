package org.aludel.engine.retry;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.ThrowingConsumer;
import org.aludel.engine.ThrowingFunction;
import org.aludel.error.EngineCode;
import org.aludel.error.Problem;
import org.aludel.error.SerializationFailure;
import org.aludel.error.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * Runs a block in a transaction, and again when the database broke it off to keep others
 * consistent: a serialization failure or a deadlock. Between two attempts it waits, twice as long
 * each time, by a random part less, so that those who met do not meet again. Nothing else is tried
 * again: of a lost connection nobody knows whether it had committed. Immutable and thread-safe.
 *
 * <pre>{@code
 * Engine serializable = engine.withOptions(options -> options.isolation(SERIALIZABLE));
 * Retry.attempts(5).inTransaction(serializable, connection -> transfer(connection));
 * }</pre>
 */
public final class Retry {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(5);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  /** Doublings of the pause, after which the longest pause rules in any case. */
  private static final int MOST_DOUBLINGS = 20;

  private final int attempts;
  private final Duration firstPause;
  private final Duration longestPause;
  private final DoubleSupplier random;

  private Retry(int attempts, Duration firstPause, Duration longestPause, DoubleSupplier random) {
    this.attempts = attempts;
    this.firstPause = firstPause;
    this.longestPause = longestPause;
    this.random = random;
  }

  /**
   * That many attempts in all; pauses from 5 milliseconds to one second.
   *
   * @throws UsageException with {@code INVALID_OPTION} for less than 1
   */
  public static Retry attempts(int attempts) {
    if (attempts < 1) {
      throw new UsageException(
          Problem.of(EngineCode.INVALID_OPTION, "cannot try a transaction " + attempts + " times")
              .expected("1 or more attempts"));
    }
    return new Retry(attempts, FIRST_PAUSE, LONGEST_PAUSE, Math::random);
  }

  /** The same with other pauses: the first, and the one that no later exceeds. */
  public Retry pauses(Duration first, Duration longest) {
    return new Retry(attempts, first, longest, random);
  }

  /** The same with another source of numbers from 0 to 1, for tests. */
  public Retry random(DoubleSupplier numbers) {
    return new Retry(attempts, firstPause, longestPause, numbers);
  }

  /** Runs a block, which may run several times and so must not change what no rollback undoes. */
  public <X extends Exception> void inTransaction(
      Engine engine, ThrowingConsumer<Connection, X> block) throws X {
    this.<Boolean, X>fromTransaction(
        engine,
        connection -> {
          block.accept(connection);
          return Boolean.TRUE;
        });
  }

  /**
   * As {@link #inTransaction(Engine, ThrowingConsumer)} for a block that gives a value; each
   * attempt on a connection of its own.
   *
   * @throws SerializationFailure the last one, when all attempts failed; the ones before it are
   *     suppressed in it
   */
  public <R extends @Nullable Object, X extends Exception> R fromTransaction(
      Engine engine, ThrowingFunction<Connection, R, X> block) throws X {
    return run(() -> engine.fromTransaction(block));
  }

  /**
   * As above on a connection that the caller has.
   *
   * @throws UsageException with {@code NOT_RETRIED} when a transaction is open there: only the
   *     whole of it can be run again
   */
  public <R extends @Nullable Object, X extends Exception> R fromTransaction(
      Connection connection, ThrowingFunction<Connection, R, X> block) throws X {
    if (connection.inTransaction()) {
      throw new UsageException(
          Problem.of(EngineCode.NOT_RETRIED, "cannot run a part of a transaction again")
              .found("a transaction that began before the block, and would be undone with it")
              .fix("commit() before, or retry where the transaction begins"));
    }
    return run(() -> once(connection, block));
  }

  private static <R extends @Nullable Object, X extends Exception> R once(
      Connection connection, ThrowingFunction<Connection, R, X> block) throws X {
    boolean done = false;
    try {
      R value = block.apply(connection);
      connection.commit();
      done = true;
      return value;
    } finally {
      if (!done) {
        connection.rollback();
      }
    }
  }

  /** One attempt. */
  private interface Attempt<R extends @Nullable Object, X extends Exception> {
    R run() throws X;
  }

  private <R extends @Nullable Object, X extends Exception> R run(Attempt<R, X> attempt) throws X {
    @Nullable SerializationFailure before = null;
    for (int number = 1; true; number++) {
      try {
        return attempt.run();
      } catch (SerializationFailure failure) {
        if (before != null) {
          failure.addSuppressed(before);
        }
        if (number >= attempts) {
          throw failure;
        }
        before = failure;
        pauseAfter(number, failure);
      }
    }
  }

  /**
   * Waits as long as is due after an attempt.
   *
   * @param number of the attempt that failed, from 1
   * @param failure thrown again when the thread is interrupted, which stays marked as such
   */
  public void pauseAfter(int number, SerializationFailure failure) {
    try {
      Thread.sleep(pauseMillis(number));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }

  /** Half of the pause that is due for sure, and a random part of the other half. */
  long pauseMillis(int number) {
    long doubled = firstPause.toMillis() << Math.min(number - 1, MOST_DOUBLINGS);
    long due = Math.min(doubled, longestPause.toMillis());
    return Math.round(due / 2.0 * (1 + random.getAsDouble()));
  }
}
