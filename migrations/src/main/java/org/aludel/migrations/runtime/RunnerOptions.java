package org.aludel.migrations.runtime;

import java.time.Duration;
import org.aludel.migrations.loss.LossPolicy;

/**
 * How a runner behaves. Immutable.
 *
 * @param defaultSchema where unqualified names and the bookkeeping tables live
 * @param lockTimeout how long to wait for another runner; zero asks once
 * @param ignoreLiquibaseLock whether to run although Liquibase's lock row is taken
 * @param lossy what a downgrade does about rows that it would lose
 */
public record RunnerOptions(
    String defaultSchema, Duration lockTimeout, boolean ignoreLiquibaseLock, LossPolicy lossy) {
  /** Long enough for the revisions of a usual deployment that another process runs first. */
  private static final Duration LOCK_TIMEOUT = Duration.ofMinutes(5);

  /** Schema {@code public}, five minutes, Liquibase's lock respected, no row lost. */
  public static RunnerOptions defaults() {
    return new RunnerOptions("public", LOCK_TIMEOUT, false, LossPolicy.REFUSE);
  }

  /** The same with another default schema. */
  public RunnerOptions withDefaultSchema(String schema) {
    return new RunnerOptions(schema, lockTimeout, ignoreLiquibaseLock, lossy);
  }

  /** The same with another time to wait. */
  public RunnerOptions withLockTimeout(Duration timeout) {
    return new RunnerOptions(defaultSchema, timeout, ignoreLiquibaseLock, lossy);
  }

  /** The same, running although Liquibase's lock row is taken. */
  public RunnerOptions ignoringLiquibaseLock() {
    return new RunnerOptions(defaultSchema, lockTimeout, true, lossy);
  }

  /** The same with another word about rows that a downgrade would lose. */
  public RunnerOptions withLossy(LossPolicy policy) {
    return new RunnerOptions(defaultSchema, lockTimeout, ignoreLiquibaseLock, policy);
  }
}
