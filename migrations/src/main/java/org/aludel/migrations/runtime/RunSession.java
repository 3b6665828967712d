package org.aludel.migrations.runtime;

import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.stream.Stream;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.contention.LockWatch;
import org.aludel.migrations.contention.StepLimits;
import org.aludel.migrations.loss.LossGuard;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;

/**
 * What the steps of one run share.
 *
 * @param connection carries all transactions of the run, one after the other
 * @param map the files' revisions and, for a downgrade, those kept by the database
 */
record RunSession(
    Engine engine,
    Connection connection,
    RevisionMap map,
    Bookkeeping bookkeeping,
    VersionTable versions,
    Ledger ledger,
    RevisionLog log,
    RunLock lock,
    LockWatch watch,
    ProgressListener listener,
    LossGuard losses,
    History history) {
  /**
   * Begins a transaction for steps that stand side by side.
   *
   * @throws RevisionException LOCKED
   */
  RunLock.Entered begin(List<PreparedStep> group) {
    return lock.begin(work(connection, statements(group)));
  }

  /** The same with what the database has, to go on from it. */
  RunSession on(History other) {
    return new RunSession(
        engine,
        connection,
        map,
        bookkeeping,
        versions,
        ledger,
        log,
        lock,
        watch,
        listener,
        losses,
        other);
  }

  /** The same again between two steps of a transaction, which may have changed these. */
  RunLock.Entered again() {
    return lock.again(work(connection, List.of()));
  }

  private RunLock.Work work(Connection used, List<String> statements) {
    return new RunLock.Work(
        used,
        bookkeeping.table(bookkeeping.version()),
        bookkeeping.searchPath(),
        limits(),
        statements,
        listener);
  }

  private static List<String> statements(List<PreparedStep> group) {
    return group.stream()
        .flatMap(step -> step.changes().stream())
        .map(PreparedChange::sql)
        .flatMap(sql -> sql == null ? Stream.empty() : sql.stream())
        .toList();
  }

  /** How long statements may wait and work. */
  StepLimits limits() {
    return bookkeeping.options().limits();
  }

  /**
   * Runs a block on an autocommit connection with the same search path, and its server process,
   * once nobody else is at work.
   */
  void withAutocommit(ObjIntConsumer<Connection> block) {
    try (Connection alone = engine.connectAutocommit()) {
      lock.alone(work(alone, List.of()), block);
    }
  }

  /** Refuses SQL that ended the transaction which the revision must share with the ledger. */
  static void requireSameTransaction(String begun, String now, Revision revision, ChangeSet step) {
    if (!begun.equals(now)) {
      throw new RevisionException(
          Problem.of(
                  MigrationCode.STEP_FAILED,
                  "cannot run revision " + revision.title() + ": its SQL ended the transaction")
              .found(
                  step.source()
                      + ": changeSet \""
                      + step.id()
                      + "\" holds COMMIT, ROLLBACK or END; what stands before it may be kept")
              .expected("SQL without transaction control")
              .fix(
                  "remove it, or give the step runInTransaction: false; then compare the database"
                      + " with the revision by hand"));
    }
  }
}
