package org.aludel.migrations.contention;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.aludel.engine.Connection;
import org.jspecify.annotations.Nullable;

/**
 * How long a statement may wait and work. Everybody else who wants the table queues behind a
 * statement that waits for its lock, so it gives up soon, and its step is tried again.
 *
 * @param lockTimeout how long it waits for a lock; zero for no limit. What never makes readers and
 *     writers wait, such as a concurrent index build, has none
 * @param lockRetries how often a step that did not get its locks is tried again
 * @param statementTimeout how long it may take; zero for no limit; null for an hour in a
 *     transaction and no limit outside one
 */
public record StepLimits(
    Duration lockTimeout, int lockRetries, @Nullable Duration statementTimeout) {
  /** Long for a change of a schema, short enough to notice one that would hold locks for a day. */
  private static final Duration IN_TRANSACTION = Duration.ofHours(1);

  /**
   * What takes no lock that a reader or a writer needs, and itself waits for transactions to end.
   * Source: PostgreSQL 18 §13.3.1, SHARE UPDATE EXCLUSIVE. VACUUM FULL is not among it.
   */
  private static final Pattern PASSIVE =
      Pattern.compile(
          "\\s*(?:(?:CREATE|DROP|REINDEX|ALTER|REFRESH)\\b.*\\bCONCURRENTLY\\b.*"
              + "|VACUUM\\b(?!.*\\bFULL\\b).*|ANALYZE\\b.*)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** The server's text of a limit: milliseconds, zero for none. */
  public static String text(Duration limit) {
    return String.format(Locale.ROOT, "%dms", limit.toMillis());
  }

  /** How long a statement of a transaction may take. */
  public Duration statementInTransaction() {
    return statementTimeout == null ? IN_TRANSACTION : statementTimeout;
  }

  /** Sets the limits for one statement that commits by itself. */
  public void applyAlone(Connection connection, @Nullable String sql) {
    boolean passive = sql != null && PASSIVE.matcher(sql).matches();
    Duration lock = passive ? Duration.ZERO : lockTimeout;
    Duration statement = statementTimeout == null ? Duration.ZERO : statementTimeout;
    connection
        .execute(
            "SELECT pg_catalog.set_config('lock_timeout', ?, false),"
                + " pg_catalog.set_config('statement_timeout', ?, false)",
            text(lock),
            text(statement))
        .close();
  }
}
