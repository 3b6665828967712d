package org.aludel.migrations.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How revisions are run and where it is noted.
 *
 * @param versionTable the table that holds the heads; the other tables of the bookkeeping are named
 *     after it unless it has its usual name
 * @param versionSchema where these tables lie; null for the schema of unqualified names
 * @param lockTimeout how long a statement waits for a lock before the step is tried again; zero for
 *     no limit
 * @param lockRetries how often it is tried again
 * @param statementTimeout how long a statement may take; zero for no limit, null for what suits the
 *     kind of step
 * @param together whether all revisions of a run share one transaction
 */
public record RunSetting(
    String versionTable,
    @Nullable String versionSchema,
    Duration lockTimeout,
    int lockRetries,
    @Nullable Duration statementTimeout,
    boolean together) {
  /** The usual name of the table of heads. */
  public static final String VERSION_TABLE = "aludel_version";

  /** Short enough for an application to bear it: all that queues behind a lock waits as long. */
  public static final Duration LOCK_TIMEOUT = Duration.ofSeconds(5);

  /** With pauses that double, about a minute and a half in all. */
  public static final int LOCK_RETRIES = 8;
}
