package org.aludel.migrations.runtime;

import java.util.function.Consumer;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.error.AludelException;
import org.aludel.error.DatabaseException;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
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
    MigrationLock lock,
    ProgressListener listener,
    LossGuard losses,
    History history) {
  /**
   * Points unqualified names at the default schema until the transaction ends.
   *
   * @return the transaction's id
   */
  String enter() {
    String sql =
        "SELECT pg_catalog.set_config('search_path', ?, true),"
            + " pg_catalog.pg_current_xact_id()::text";
    return String.valueOf(connection.execute(sql, bookkeeping.quotedSchema()).one().get(1));
  }

  /** Runs a block on an autocommit connection with the same search path. */
  void withAutocommit(Consumer<Connection> block) {
    try (Connection alone = engine.connectAutocommit()) {
      String sql = "SELECT pg_catalog.set_config('search_path', ?, false)";
      alone.execute(sql, bookkeeping.quotedSchema()).close();
      try {
        block.accept(alone);
      } catch (AludelException e) {
        restore(alone, e);
        throw e;
      }
      alone.update("RESET search_path");
    }
  }

  private static void restore(Connection alone, AludelException failure) {
    try {
      alone.update("RESET search_path");
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
