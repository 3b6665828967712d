package org.aludel.dialect.postgresql;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.aludel.dialect.FailedStatement;
import org.aludel.dialect.FailureText;
import org.aludel.error.ConnectionLost;
import org.aludel.error.DatabaseException;
import org.aludel.error.EngineCode;
import org.aludel.error.ErrorCode;
import org.aludel.error.Problem;
import org.aludel.error.Refusal;
import org.jspecify.annotations.Nullable;

/** What the server says, in the words of the project; {@link PostgresRefusals} has the classes. */
final class PostgresErrors {

  private static final Map<EngineCode, String> FIXES =
      Map.of(
          EngineCode.SERIALIZATION, "run the whole transaction again",
          EngineCode.CONNECTION_LOST, "close this connection and run the transaction on a new one",
          EngineCode.READ_ONLY,
              "write in a transaction that may write, on the primary server; a replica only reads",
          EngineCode.PERMISSION, "grant the privilege to the role, or connect as another role",
          EngineCode.TIMEOUT, "find what holds the lock or takes the time, or raise the timeout",
          EngineCode.INTEGRITY,
              "change the values, or the order in which rows are written; a flush between two"
                  + " changes writes them one after the other",
          EngineCode.FAILED_TRANSACTION,
              "roll back the transaction, or the savepoint, that an earlier statement broke");

  private static final Set<String> WRONG_CREDENTIALS = Set.of("28P01", "28000", "08004");
  private static final String UNKNOWN_DATABASE = "3D000";

  private PostgresErrors() {}

  static DatabaseException translate(SQLException error, FailedStatement statement) {
    String state = error.getSQLState();
    ErrorCode code = PostgresRefusals.code(state);
    Problem problem =
        Problem.of(code, statement.sql() == null ? "cannot end a transaction" : "cannot run SQL")
            .found(describe(error, statement));
    String fix = code instanceof EngineCode engine ? FIXES.get(engine) : null;
    SQLException cause = statement.showValues() ? error : withoutValues(error);
    return PostgresRefusals.exception(
        fix == null ? problem : problem.fix(fix),
        new Refusal(state, statement.forCallers(), cause),
        error);
  }

  /**
   * The driver's exception, or a copy without its Detail line: whoever logs an exception logs its
   * cause as well.
   */
  private static SQLException withoutValues(SQLException error) {
    String text = serverText(error, false);
    if (text.equals(error.getMessage())) {
      return error;
    }
    SQLException copy = new SQLException(text, error.getSQLState(), error.getErrorCode());
    copy.setStackTrace(error.getStackTrace());
    return copy;
  }

  static DatabaseException translateConnect(SQLException error, String target) {
    String state = error.getSQLState();
    String message = serverText(error, true) + cause(error);
    String what = "cannot connect to \"" + target + "\"";
    if (state != null && WRONG_CREDENTIALS.contains(state)) {
      Problem problem =
          Problem.of(EngineCode.AUTHENTICATION_FAILED, what)
              .found(message)
              .expected("a user and password that the server accepts")
              .fix("check the user, the password and the server's pg_hba.conf");
      return new DatabaseException(problem, state, error);
    }
    if (UNKNOWN_DATABASE.equals(state)) {
      Problem problem =
          Problem.of(EngineCode.UNKNOWN_DATABASE, what)
              .found(message)
              .expected("the name of a database of that server")
              .fix("correct the name, or create it: CREATE DATABASE");
      return new DatabaseException(problem, state, error);
    }
    Problem problem =
        Problem.of(EngineCode.CONNECTION_FAILED, what)
            .found(message)
            .expected("a server that listens there and takes another connection")
            .fix("start the server, or correct host and port");
    return new ConnectionLost(problem, state, error);
  }

  /** pgjdbc says no more than "The connection attempt failed" when a host is unknown. */
  private static String cause(SQLException error) {
    Throwable cause = error.getCause();
    return cause == null
        ? ""
        : " (" + cause.getClass().getSimpleName() + ": " + cause.getMessage() + ")";
  }

  /** The host as the driver's URL names it, without what follows. */
  static String host(DatabaseMetaData server) throws SQLException {
    String url = server.getURL();
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }

  /** The exception of a problem that was described elsewhere. */
  static DatabaseException exception(Problem problem, @Nullable String state, SQLException error) {
    return PostgresRefusals.exception(problem, new Refusal(state, null, error), error);
  }

  private static String describe(SQLException error, FailedStatement statement) {
    return FailureText.of(serverText(error, statement.showValues()), statement);
  }

  /**
   * The driver's text; the Detail line quotes the values of rows, so it is left out unless asked
   * for, also where the label is translated. In a batch the useful error hangs behind the first.
   */
  private static String serverText(SQLException error, boolean withDetail) {
    SQLException next = error.getNextException();
    String message = String.valueOf((next == null ? error : next).getMessage());
    if (withDetail) {
      return message;
    }
    return message
        .lines()
        .filter(line -> !line.startsWith("  Detail:") && !line.contains(")=("))
        .map(PostgresErrors::withoutCopied)
        .reduce((one, other) -> one + "\n" + other)
        .orElse(message);
  }

  /** A refused COPY tells line and column, and the value there. */
  private static String withoutCopied(String line) {
    int value = line.startsWith("  Where: COPY ") ? line.indexOf(": \"") : -1;
    return value < 0 ? line : line.substring(0, value);
  }
}
