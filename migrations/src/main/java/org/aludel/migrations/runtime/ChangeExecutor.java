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

/** Runs the prepared changes of a step, and says exactly which one failed and what stands. */
final class ChangeExecutor {
  private static final int SHOWN_SQL = 2_000;
  private final Revision revision;
  private final Aftermath aftermath;

  ChangeExecutor(Revision revision, Aftermath aftermath) {
    this.revision = revision;
    this.aftermath = aftermath;
  }

  /**
   * Runs one change on a connection.
   *
   * @throws RevisionException STEP_FAILED with file, changeset, statement, SQLSTATE and the
   *     server's message
   */
  void run(Connection connection, ChangeSet step, PreparedChange prepared) {
    List<String> sql = prepared.sql();
    if (sql == null) {
      runForeign(connection, step, prepared.change());
      return;
    }
    for (String statement : sql) {
      try {
        connection.execute(statement).close();
      } catch (DatabaseException e) {
        throw failed(step, prepared.change(), described(statement, e), e);
      }
    }
  }

  private void runForeign(Connection connection, ChangeSet step, Change change) {
    try {
      ForeignChanges.liquibase().run(connection, change);
    } catch (DatabaseException e) {
      throw failed(step, change, described("run by Liquibase", e), e);
    } catch (Exception e) {
      throw failed(step, change, "run by Liquibase: " + e.getMessage(), e);
    }
  }

  private static String described(String statement, DatabaseException e) {
    String shown =
        statement.length() <= SHOWN_SQL
            ? statement
            : statement.substring(0, SHOWN_SQL) + " … (" + statement.length() + " characters)";
    return shown + "\nSQLSTATE " + e.sqlState() + ": " + server(e);
  }

  /** The server's text as the dialect gives it, without its Detail: that quotes values of rows. */
  private static String server(DatabaseException e) {
    String found = String.valueOf(e.problem().found());
    int statement = found.indexOf("\nin: ");
    return statement < 0 ? found : found.substring(0, statement);
  }

  private RevisionException failed(
      ChangeSet step, Change change, String found, @Nullable Exception cause) {
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
                    + found
                    + "\n"
                    + aftermath.text())
            .expected("statements that the server accepts")
            .fix("correct the file and run again: it goes on behind the steps that stand"),
        cause);
  }
}
