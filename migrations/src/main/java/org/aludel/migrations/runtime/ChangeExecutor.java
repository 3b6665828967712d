package org.aludel.migrations.runtime;

import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.error.DatabaseException;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.jspecify.annotations.Nullable;

/** Runs the prepared changes of a step, and says exactly which one failed. */
final class ChangeExecutor {
  private static final int SHOWN_SQL = 2_000;

  /**
   * Runs one change on a connection.
   *
   * @throws RevisionException STEP_FAILED with file, changeset, statement, SQLSTATE and the
   *     server's message
   */
  void run(Connection connection, Revision revision, ChangeSet step, PreparedChange prepared) {
    List<String> sql = prepared.sql();
    if (sql == null) {
      runForeign(connection, revision, step, prepared.change());
      return;
    }
    for (String statement : sql) {
      try {
        connection.execute(statement).close();
      } catch (DatabaseException e) {
        throw failed(revision, step, prepared.change(), described(statement, e), e);
      }
    }
  }

  private static void runForeign(
      Connection connection, Revision revision, ChangeSet step, Change change) {
    try {
      ForeignChanges.liquibase().run(connection, change);
    } catch (DatabaseException e) {
      throw failed(revision, step, change, described("run by Liquibase", e), e);
    } catch (Exception e) {
      throw failed(revision, step, change, "run by Liquibase: " + e.getMessage(), e);
    }
  }

  private static String described(String statement, DatabaseException e) {
    Throwable cause = e.getCause();
    String server = cause == null ? e.problem().found() : cause.getMessage();
    String shown =
        statement.length() <= SHOWN_SQL
            ? statement
            : statement.substring(0, SHOWN_SQL) + " … (" + statement.length() + " characters)";
    return shown + "\nSQLSTATE " + e.sqlState() + ": " + server;
  }

  static RevisionException failed(
      Revision revision, ChangeSet step, Change change, String found, @Nullable Exception cause) {
    boolean whole = step.runInTransaction();
    String place = change.source().isEmpty() ? "" : change.source() + ": ";
    return new RevisionException(
        Problem.of(
                MigrationCode.STEP_FAILED,
                "cannot run revision " + revision.title() + ": a statement failed")
            .found(
                place
                    + "change \""
                    + change.type()
                    + "\" of changeSet \""
                    + step.id()
                    + "\"\n"
                    + found)
            .expected("statements that the server accepts")
            .fix(
                whole
                    ? "its transaction was rolled back; correct the file and run again"
                    : "the steps before it stand; correct the file and run again: it goes on with"
                        + " this step"),
        cause);
  }
}
