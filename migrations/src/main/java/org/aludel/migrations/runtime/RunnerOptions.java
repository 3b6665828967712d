package org.aludel.migrations.runtime;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.aludel.dialect.Dialect;
import org.aludel.migrations.contention.StepLimits;
import org.aludel.migrations.loss.LossPolicy;
import org.aludel.schema.QualifiedName;

/**
 * How a runner behaves. Immutable.
 *
 * @param defaultSchema where unqualified names live
 * @param waitForTurn how long to wait for another runner; zero asks once
 * @param ignoreLiquibaseLock whether to run although Liquibase's lock row is taken
 * @param store where it is noted what the database has
 * @param limits how long statements may wait and work
 * @param steps where the Java steps of revisions come from
 * @param lossy what a downgrade does about rows that it would lose
 * @param together whether all revisions of a run share one transaction
 */
public record RunnerOptions(
    String defaultSchema,
    Duration waitForTurn,
    boolean ignoreLiquibaseLock,
    VersionStore store,
    StepLimits limits,
    StepSource steps,
    LossPolicy lossy,
    boolean together) {
  /** Long enough for the revisions of a usual deployment that another process runs first. */
  private static final Duration TURN = Duration.ofMinutes(5);

  /** Short enough for an application to bear it: all that queues behind a lock waits as long. */
  private static final StepLimits LIMITS = new StepLimits(Duration.ofSeconds(5), 8, null);

  /**
   * Schema {@code public}, five minutes, Liquibase's lock respected, the usual tables, five seconds
   * for a lock and eight retries, the classes that this library sees, no row lost, a transaction
   * for each revision.
   */
  public static RunnerOptions defaults() {
    return new RunnerOptions(
        "public",
        TURN,
        false,
        VersionStore.USUAL,
        LIMITS,
        new StepSource(RunnerOptions.class.getClassLoader(), Map.of()),
        LossPolicy.REFUSE,
        false);
  }

  /** The same for a database whose unqualified names live in its own default schema. */
  public static RunnerOptions defaults(Dialect dialect) {
    return defaults().withDefaultSchema(RunDialect.of(dialect).defaultSchema());
  }

  /** The schema in which the bookkeeping lies. */
  String storeSchema() {
    return store.schema() == null ? defaultSchema : store.schema();
  }

  /** The tables of the bookkeeping and of Liquibase, which no model has and no revision drops. */
  public Set<QualifiedName> bookkeepingTables() {
    Set<QualifiedName> tables = new LinkedHashSet<>();
    String[] names = {
      store.table(), store.log(), store.progress(), Bookkeeping.LEDGER, Bookkeeping.LIQUIBASE_LOCK
    };
    for (String name : names) {
      tables.add(
          storeSchema().equals(defaultSchema)
              ? QualifiedName.of(name)
              : new QualifiedName(storeSchema(), name));
    }
    return tables;
  }

  /** The same with another default schema. */
  public RunnerOptions withDefaultSchema(String schema) {
    return new RunnerOptions(
        schema, waitForTurn, ignoreLiquibaseLock, store, limits, steps, lossy, together);
  }

  /** The same with another time to wait for other runners. */
  public RunnerOptions withWaitForTurn(Duration timeout) {
    return new RunnerOptions(
        defaultSchema, timeout, ignoreLiquibaseLock, store, limits, steps, lossy, together);
  }

  /** The same, running although Liquibase's lock row is taken. */
  public RunnerOptions ignoringLiquibaseLock() {
    return new RunnerOptions(
        defaultSchema, waitForTurn, true, store, limits, steps, lossy, together);
  }

  /** The same, noting elsewhere what the database has. */
  public RunnerOptions withStore(VersionStore other) {
    return new RunnerOptions(
        defaultSchema, waitForTurn, ignoreLiquibaseLock, other, limits, steps, lossy, together);
  }

  /** The same with other limits for statements. */
  public RunnerOptions withLimits(StepLimits other) {
    return new RunnerOptions(
        defaultSchema, waitForTurn, ignoreLiquibaseLock, store, other, steps, lossy, together);
  }

  /** The same with another class loader for Java steps. */
  public RunnerOptions withSteps(ClassLoader loader) {
    StepSource source = new StepSource(loader, steps.arguments());
    return new RunnerOptions(
        defaultSchema, waitForTurn, ignoreLiquibaseLock, store, limits, source, lossy, together);
  }

  /** The same, telling Java steps other arguments of this run. */
  public RunnerOptions withArguments(Map<String, String> arguments) {
    StepSource source = new StepSource(steps.classes(), arguments);
    return new RunnerOptions(
        defaultSchema, waitForTurn, ignoreLiquibaseLock, store, limits, source, lossy, together);
  }

  /** The same with another word about rows that a downgrade would lose. */
  public RunnerOptions withLossy(LossPolicy policy) {
    return new RunnerOptions(
        defaultSchema, waitForTurn, ignoreLiquibaseLock, store, limits, steps, policy, together);
  }

  /** The same, with one transaction for all revisions of a run or with one for each. */
  public RunnerOptions withTogether(boolean value) {
    return new RunnerOptions(
        defaultSchema, waitForTurn, ignoreLiquibaseLock, store, limits, steps, lossy, value);
  }
}
