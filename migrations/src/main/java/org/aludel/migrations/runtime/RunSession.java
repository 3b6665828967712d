package org.aludel.migrations.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ObjIntConsumer;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.error.AludelException;
import org.aludel.error.DatabaseException;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.contention.BlockerWatch;
import org.aludel.migrations.contention.StepLimits;
import org.aludel.migrations.loss.LossGuard;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.sql.Row;

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
    MigrationLock lock,
    BlockerWatch watch,
    ProgressListener listener,
    LossGuard losses,
    History history) {
  private static final String ENTER =
      "SELECT pg_catalog.pg_current_xact_id()::text, pg_catalog.pg_backend_pid(),"
          + " pg_catalog.set_config('search_path', ?, true),"
          + " pg_catalog.set_config('lock_timeout', ?, true),"
          + " pg_catalog.set_config('statement_timeout', ?, true),"
          + " pg_catalog.set_config('row_security', 'off', true), "
          + MigrationLock.TURN;

  /** Where the turn stands in what the statement gives. */
  private static final int TURN = 6;

  /**
   * Points unqualified names at the default schema and sets limits, until the transaction ends. A
   * statement from which policies may hide rows fails: it would leave some undone and say nothing.
   *
   * @throws RevisionException LOCKED
   */
  Entered begin() {
    List<Row> begun = new ArrayList<>();
    lock.await(
        connection,
        () -> {
          Row row = entered();
          begun.add(row);
          return row.get(TURN, Boolean.class);
        },
        listener);
    return Entered.of(begun.get(begun.size() - 1));
  }

  /** The same again between two steps of a transaction, which may have changed these. */
  Entered again() {
    return Entered.of(entered());
  }

  private Row entered() {
    List<Object> binds = new ArrayList<>();
    binds.add(bookkeeping.searchPath());
    binds.add(StepLimits.text(limits().lockTimeout()));
    binds.add(StepLimits.text(limits().statementInTransaction()));
    binds.addAll(lock.turnBinds());
    return connection.execute(ENTER, binds.toArray()).one();
  }

  /**
   * Where a transaction runs.
   *
   * @param transaction its id
   * @param serverProcess that carries it
   */
  record Entered(String transaction, int serverProcess) {
    private static Entered of(Row row) {
      return new Entered(
          String.valueOf(row.get(0)), Objects.requireNonNull(row.get(1, Integer.class)));
    }
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
      String sql =
          "SELECT pg_catalog.set_config('search_path', ?, false), pg_catalog.pg_backend_pid(),"
              + " pg_catalog.set_config('row_security', 'off', false)";
      Integer process = alone.execute(sql, bookkeeping.searchPath()).one().get(1, Integer.class);
      try {
        lock.work(alone, listener);
        block.accept(alone, Objects.requireNonNull(process));
      } catch (AludelException e) {
        restore(alone, e);
        throw e;
      }
      reset(alone);
    }
  }

  /** A pool gives the connection to others afterwards. */
  private void reset(Connection alone) {
    lock.rest(alone);
    alone.update(
        "RESET search_path; RESET lock_timeout; RESET statement_timeout; RESET row_security");
  }

  private void restore(Connection alone, AludelException failure) {
    try {
      reset(alone);
    } catch (DatabaseException second) {
      failure.addSuppressed(second);
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
