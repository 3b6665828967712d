package org.aludel.engine.replica;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.ReadRoute;
import org.aludel.engine.option.ExecutionOptions;
import org.aludel.error.DatabaseException;
import org.aludel.error.EngineCode;
import org.aludel.error.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Sends transactions that only read to replicas in turn, those that are up and not too far behind;
 * where none is, to the primary or nowhere. A replica is asked for its lag before it gets a
 * connection, at most once in a while. What a program has just written may not be there yet: read
 * one's own writes on the primary. Thread-safe.
 *
 * <pre>{@code
 * Engine engine = primary.withReadRoute(Replicas.of(first, second).mostLag(Duration.ofSeconds(2)));
 * engine.withOptions(options -> options.readOnly(true)).execute(select(ITEM));   // a replica
 * engine.update(insert(ITEM).set(ITEM.name, "lamp"));                            // the primary
 * }</pre>
 */
public final class Replicas implements ReadRoute {
  private static final Duration DEFAULT_MOST_LAG = Duration.ofSeconds(10);
  private static final Duration DEFAULT_CHECK_EVERY = Duration.ofSeconds(1);

  private final List<Replica> replicas;
  private final Duration mostLag;
  private final Duration checkEvery;
  private final boolean primaryToo;
  private final LongSupplier nanos;
  private final AtomicInteger turn = new AtomicInteger();

  private Replicas(
      List<Replica> replicas,
      Duration mostLag,
      Duration checkEvery,
      boolean primaryToo,
      LongSupplier nanos) {
    this.replicas = replicas;
    this.mostLag = mostLag;
    this.checkEvery = checkEvery;
    this.primaryToo = primaryToo;
    this.nanos = nanos;
  }

  /** Replicas by the engines that reach them, which stay the caller's to close. */
  public static Replicas of(Engine... engines) {
    List<Replica> replicas = List.of(engines).stream().map(Replica::new).toList();
    return new Replicas(replicas, DEFAULT_MOST_LAG, DEFAULT_CHECK_EVERY, true, System::nanoTime);
  }

  /** The same, passing over replicas that are further behind; 10 seconds by default. */
  public Replicas mostLag(Duration value) {
    return new Replicas(replicas, value, checkEvery, primaryToo, nanos);
  }

  /** The same, asking each replica at most that often for its lag; once a second by default. */
  public Replicas checkEvery(Duration value) {
    return new Replicas(replicas, mostLag, value, primaryToo, nanos);
  }

  /** The same, failing where no replica can serve instead of reading from the primary. */
  public Replicas withoutPrimary() {
    return new Replicas(replicas, mostLag, checkEvery, false, nanos);
  }

  /**
   * A connection to the next replica that can serve.
   *
   * @throws DatabaseException with {@code NO_REPLICA} when none can and the primary may not
   */
  @Override
  public Connection connect(Engine primary, ExecutionOptions options) {
    int first = turn.getAndUpdate(last -> (last + 1) % replicas.size());
    for (int i = 0; i < replicas.size(); i++) {
      Replica replica = replicas.get((first + i) % replicas.size());
      Connection connection = replica.connect(this, options);
      if (connection != null) {
        return connection;
      }
    }
    if (primaryToo) {
      return primary.withOptions(ignored -> options).connect();
    }
    throw noReplica();
  }

  long nanos() {
    return nanos.getAsLong();
  }

  long checkEveryNanos() {
    return checkEvery.toNanos();
  }

  /** Whether a replica so far behind may serve; null for one that does not know. */
  boolean isNear(@Nullable Double lagSeconds) {
    return lagSeconds != null && lagSeconds * 1_000 <= mostLag.toMillis();
  }

  private DatabaseException noReplica() {
    String states = String.join("\n", replicas.stream().map(Replica::toString).toList());
    return new DatabaseException(
        Problem.of(EngineCode.NO_REPLICA, "cannot read from a replica")
            .found(states)
            .expected("one that answers and is at most " + mostLag + " behind")
            .fix("start it, allow more lag, or let the primary serve too"),
        null,
        null);
  }
}
