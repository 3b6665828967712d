package org.aludel.migrations.runtime;

import java.util.List;
import java.util.Set;
import org.aludel.engine.Connection;
import org.aludel.error.DatabaseException;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.step.StepCall;
import org.aludel.migrations.step.StepContext;
import org.aludel.migrations.step.StepHost;
import org.jspecify.annotations.Nullable;

/** Runs the prepared changes of a step, and says exactly which one failed and what stands. */
final class ChangeExecutor {
  private static final int SHOWN_SQL = 2_000;

  /** Source: PostgreSQL 18, appendix A: query_canceled, which is also what a timeout gives. */
  private static final String CANCELED = "57014";

  /** Classes of SQLSTATE: a value that does not fit, a rule that rows break. */
  private static final Set<String> ROWS_IN_THE_WAY = Set.of("22", "23");

  private final RunSession session;
  private final Revision revision;
  private final Aftermath aftermath;
  private final int serverProcess;

  /**
   * @param serverProcess that runs the statements
   */
  ChangeExecutor(RunSession session, Revision revision, Aftermath aftermath, int serverProcess) {
    this.session = session;
    this.revision = revision;
    this.aftermath = aftermath;
    this.serverProcess = serverProcess;
  }

  /**
   * Runs one change on a connection.
   *
   * @throws RevisionException STEP_FAILED with file, changeset, statement, SQLSTATE and the
   *     server's message
   */
  void run(Connection connection, ChangeSet step, PreparedChange prepared) {
    session.watch().begin(serverProcess);
    try {
      if (prepared.call() != null) {
        runJava(connection, step, prepared.change(), prepared.call());
      } else if (prepared.sql() != null) {
        runSql(connection, step, prepared.change(), prepared.sql());
      } else {
        runForeign(connection, step, prepared.change());
      }
    } finally {
      session.watch().end();
    }
  }

  private void runSql(Connection connection, ChangeSet step, Change change, List<String> sql) {
    for (String statement : sql) {
      session.watch().begin(serverProcess);
      try {
        connection.execute(statement).close();
      } catch (DatabaseException e) {
        throw failed(step, change, described(statement, e), e);
      }
    }
  }

  private void runJava(Connection connection, ChangeSet step, Change change, StepCall call) {
    StepHost host = new RunnerHost(session, revision, step, serverProcess);
    try {
      call.run(new StepContext(connection, call.parameters(), host));
    } catch (RevisionException e) {
      throw e;
    } catch (DatabaseException e) {
      throw failed(step, change, described("a statement of the step in Java", e), e);
    } catch (Exception e) {
      throw failed(step, change, "the step in Java threw " + e, e);
    }
  }

  private void runForeign(Connection connection, ChangeSet step, Change change) {
    RunDialect.of(connection.dialect()).require(RunDialect.Feature.LIQUIBASE);
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
            .fix(fix(cause)),
        cause);
  }

  private static String fix(@Nullable Exception cause) {
    String state =
        cause instanceof DatabaseException refused ? String.valueOf(refused.sqlState()) : "";
    if (state.equals(CANCELED)) {
      return "-Dorm.statement-timeout=2h gives it longer; then run again";
    }
    boolean rows = ROWS_IN_THE_WAY.contains(state.substring(0, Math.min(2, state.length())));
    return (rows ? "mend the rows that are in the way, or correct the file," : "correct the file")
        + " and run again: it goes on behind the steps that stand";
  }
}
