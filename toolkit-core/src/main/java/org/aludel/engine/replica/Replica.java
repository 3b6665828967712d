package org.aludel.engine.replica;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.option.ExecutionOptions;
import org.aludel.error.ConnectionLost;
import org.aludel.error.EngineCode;
import org.aludel.error.Problem;
import org.aludel.error.UsageException;
import org.jspecify.annotations.Nullable;

/** One replica and what was last known of it. Thread-safe. */
final class Replica {
  private final Engine engine;
  private final AtomicReference<@Nullable Look> last = new AtomicReference<>();

  /**
   * What a look found.
   *
   * @param atNanos when
   * @param near whether it may serve
   * @param state for people
   */
  private record Look(long atNanos, boolean near, String state) {}

  Replica(Engine engine) {
    this.engine = engine;
  }

  /** A connection, or null when it cannot serve now. */
  @Nullable Connection connect(Replicas rules, ExecutionOptions options) {
    try {
      if (!look(rules).near()) {
        return null;
      }
      return engine.withOptions(ignored -> options).connect();
    } catch (ConnectionLost unreachable) {
      last.set(new Look(rules.nanos(), false, "does not answer"));
      return null;
    }
  }

  /** Several threads may look at once, which costs a query more and no wait. */
  private Look look(Replicas rules) {
    Look known = last.get();
    if (known != null && rules.nanos() - known.atNanos() < rules.checkEveryNanos()) {
      return known;
    }
    Double lag = lag();
    Look found =
        new Look(
            rules.nanos(),
            rules.isNear(lag),
            lag == null
                ? "has replayed nothing yet"
                : String.format(Locale.ROOT, "is %.1f s behind", lag));
    last.set(found);
    return found;
  }

  private @Nullable Double lag() {
    String query =
        engine
            .dialect()
            .replicaLagQuery()
            .orElseThrow(
                () ->
                    new UsageException(
                        Problem.of(EngineCode.NO_REPLICA, "cannot read from a replica")
                            .found("a database of dialect \"" + engine.dialect().name() + "\"")
                            .expected("one that has replicas")));
    try (Connection connection = engine.connectAutocommit()) {
      return connection.execute(query).scalar(Double.class);
    }
  }

  @Override
  public String toString() {
    Look known = last.get();
    return engine + " " + (known == null ? "was not asked" : known.state());
  }
}
