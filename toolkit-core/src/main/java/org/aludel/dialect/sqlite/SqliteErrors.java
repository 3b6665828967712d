package org.aludel.dialect.sqlite;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.dialect.FailedStatement;
import org.aludel.dialect.FailureText;
import org.aludel.error.ConnectionLost;
import org.aludel.error.DatabaseException;
import org.aludel.error.EngineCode;
import org.aludel.error.ErrorCode;
import org.aludel.error.Problem;
import org.aludel.error.Refusal;
import org.aludel.error.SqlCode;

/**
 * Result codes to codes. The driver has no SQLSTATE and cuts extended codes down, but begins its
 * message with the code's name. Source: SQLite, result and error codes; sqlite-jdbc.
 */
final class SqliteErrors {
  private static final Pattern NAME = Pattern.compile("^\\[(SQLITE_\\w+)\\]");

  /** By the beginning of the name; the longest one that fits is meant. */
  private static final Map<String, EngineCode> CODES =
      Map.of(
          "SQLITE_CONSTRAINT", EngineCode.INTEGRITY,
          "SQLITE_BUSY_SNAPSHOT", EngineCode.SERIALIZATION,
          "SQLITE_BUSY", EngineCode.TIMEOUT,
          "SQLITE_LOCKED", EngineCode.TIMEOUT,
          "SQLITE_INTERRUPT", EngineCode.TIMEOUT,
          "SQLITE_READONLY", EngineCode.READ_ONLY,
          "SQLITE_PERM", EngineCode.PERMISSION,
          "SQLITE_AUTH", EngineCode.PERMISSION,
          "SQLITE_CANTOPEN", EngineCode.CONNECTION_LOST,
          "SQLITE_IOERR", EngineCode.CONNECTION_LOST);

  private static final Map<EngineCode, String> FIXES =
      Map.of(
          EngineCode.INTEGRITY, "change the values, or the order in which rows are written",
          EngineCode.SERIALIZATION, "run the whole transaction again",
          EngineCode.TIMEOUT,
              "write in short transactions, or wait longer: busy_timeout in the address",
          EngineCode.READ_ONLY, "make file and folder writable, or do not open it for reading");

  private SqliteErrors() {}

  static DatabaseException translate(SQLException error, FailedStatement statement) {
    String message = String.valueOf(error.getMessage());
    ErrorCode code = code(message);
    String what = statement.sql() == null ? "cannot end a transaction" : "cannot run SQL";
    Problem problem = Problem.of(code, what).found(FailureText.of(message, statement));
    String fix = code instanceof EngineCode engine ? FIXES.get(engine) : null;
    return SqliteRefusals.exception(
        fix == null ? problem : problem.fix(fix),
        new Refusal(error.getSQLState(), statement.forCallers(), error),
        message);
  }

  private static ErrorCode code(String message) {
    Matcher name = NAME.matcher(message);
    String found = name.find() ? name.group(1) : "";
    return CODES.entrySet().stream()
        .filter(one -> found.startsWith(one.getKey()))
        .max(Comparator.comparingInt(one -> one.getKey().length()))
        .<ErrorCode>map(Map.Entry::getValue)
        .orElse(message.contains("syntax error") ? SqlCode.SYNTAX : SqlCode.STATEMENT_FAILED);
  }

  static DatabaseException translateConnect(SQLException error, String target) {
    return new ConnectionLost(
        Problem.of(EngineCode.CONNECTION_FAILED, "cannot open \"" + target + "\"")
            .found(String.valueOf(error.getMessage()))
            .expected("a database file, or a folder in which one can be made")
            .fix("correct the path, or make the folder"),
        new Refusal(error.getSQLState(), null, error));
  }
}
