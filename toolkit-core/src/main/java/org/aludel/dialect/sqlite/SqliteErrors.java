package org.aludel.dialect.sqlite;

import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.dialect.FailedStatement;
import org.aludel.dialect.FailureText;
import org.aludel.error.ConnectionLost;
import org.aludel.error.DatabaseException;
import org.aludel.error.EngineCode;
import org.aludel.error.ErrorCode;
import org.aludel.error.IntegrityViolation;
import org.aludel.error.Problem;
import org.aludel.error.QueryTimeout;
import org.aludel.error.SerializationFailure;
import org.aludel.error.SqlCode;

/**
 * Result codes to exceptions. The driver has no SQLSTATE and cuts extended codes down, but begins
 * its message with the code's name. Source: SQLite, result and error codes; sqlite-jdbc.
 */
final class SqliteErrors {
  private static final Pattern NAME = Pattern.compile("^\\[(SQLITE_\\w+)\\]");

  /** By the beginning of the name, the longer first. */
  private static final Map<String, EngineCode> CODES =
      Map.of(
          "SQLITE_CONSTRAINT", EngineCode.INTEGRITY,
          "SQLITE_BUSY_SNAPSHOT", EngineCode.SERIALIZATION,
          "SQLITE_BUSY", EngineCode.TIMEOUT,
          "SQLITE_LOCKED", EngineCode.TIMEOUT,
          "SQLITE_INTERRUPT", EngineCode.TIMEOUT,
          "SQLITE_READONLY", EngineCode.PERMISSION,
          "SQLITE_PERM", EngineCode.PERMISSION,
          "SQLITE_AUTH", EngineCode.PERMISSION,
          "SQLITE_CANTOPEN", EngineCode.CONNECTION_FAILED,
          "SQLITE_IOERR", EngineCode.CONNECTION_LOST);

  private SqliteErrors() {}

  static DatabaseException translate(SQLException error, FailedStatement statement) {
    ErrorCode code = code(String.valueOf(error.getMessage()));
    String what = statement.sql() == null ? "cannot end a transaction" : "cannot run SQL";
    Problem problem = Problem.of(code, what).found(FailureText.of(error.getMessage(), statement));
    return exception(problem, error);
  }

  private static ErrorCode code(String message) {
    Matcher name = NAME.matcher(message);
    if (!name.find()) {
      return SqlCode.STATEMENT_FAILED;
    }
    return CODES.entrySet().stream()
        .filter(one -> name.group(1).startsWith(one.getKey()))
        .max(java.util.Comparator.comparingInt(one -> one.getKey().length()))
        .<ErrorCode>map(Map.Entry::getValue)
        .orElseGet(
            () -> message.contains("syntax error") ? SqlCode.SYNTAX : SqlCode.STATEMENT_FAILED);
  }

  private static DatabaseException exception(Problem problem, SQLException error) {
    if (!(problem.code() instanceof EngineCode code)) {
      return new DatabaseException(problem, null, error);
    }
    return switch (code) {
      case INTEGRITY ->
          new IntegrityViolation(
              problem.fix("change the values, or the order in which rows are written"),
              null,
              error);
      case SERIALIZATION ->
          new SerializationFailure(problem.fix("run the whole transaction again"), null, error);
      case TIMEOUT ->
          new QueryTimeout(
              problem.fix(
                  "write in short transactions, or wait longer: busy_timeout in the address"),
              null,
              error);
      case CONNECTION_LOST, CONNECTION_FAILED -> new ConnectionLost(problem, null, error);
      default -> new DatabaseException(problem, null, error);
    };
  }

  static DatabaseException translateConnect(SQLException error, String target) {
    return new ConnectionLost(
        Problem.of(EngineCode.CONNECTION_FAILED, "cannot open \"" + target + "\"")
            .found(String.valueOf(error.getMessage()))
            .expected("a database file, or a folder in which one can be made")
            .fix("correct the path, or make the folder"),
        null,
        error);
  }
}
