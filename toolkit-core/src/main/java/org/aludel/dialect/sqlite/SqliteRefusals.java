package org.aludel.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.error.ConnectionLost;
import org.aludel.error.DatabaseException;
import org.aludel.error.EngineCode;
import org.aludel.error.IntegrityViolation;
import org.aludel.error.Problem;
import org.aludel.error.Refusal;
import org.aludel.error.SerializationFailure;
import org.aludel.error.ViolatedRule;
import org.aludel.error.database.CheckViolation;
import org.aludel.error.database.ForeignKeyViolation;
import org.aludel.error.database.InvalidStatement;
import org.aludel.error.database.LockTimeout;
import org.aludel.error.database.NotNullViolation;
import org.aludel.error.database.PermissionDenied;
import org.aludel.error.database.ReadOnlyTransaction;
import org.aludel.error.database.StatementTimeout;
import org.aludel.error.database.UniqueViolation;

/**
 * The exception that a caller can tell by its class. Of a broken rule SQLite says kind, table and
 * columns in its words, which no language changes. Source: SQLite, result and error codes.
 */
final class SqliteRefusals {
  private static final Pattern RULE =
      Pattern.compile("\\((UNIQUE|NOT NULL|CHECK|FOREIGN KEY) constraint failed(?:: (.*))?\\)$");

  private SqliteRefusals() {}

  static DatabaseException exception(Problem problem, Refusal refusal, String message) {
    if (!(problem.code() instanceof EngineCode code)) {
      return message.contains("[SQLITE_ERROR]")
          ? new InvalidStatement(problem, refusal)
          : new DatabaseException(problem, refusal);
    }
    return switch (code) {
      case INTEGRITY -> violation(problem, refusal, message);
      case SERIALIZATION -> new SerializationFailure(problem, refusal);
      case TIMEOUT ->
          message.contains("[SQLITE_INTERRUPT]")
              ? new StatementTimeout(problem, refusal)
              : new LockTimeout(problem, refusal);
      case PERMISSION -> new PermissionDenied(problem, refusal);
      case READ_ONLY -> new ReadOnlyTransaction(problem, refusal);
      case CONNECTION_LOST -> new ConnectionLost(problem, refusal);
      default -> new DatabaseException(problem, refusal);
    };
  }

  private static IntegrityViolation violation(Problem problem, Refusal refusal, String message) {
    Matcher rule = RULE.matcher(message);
    if (!rule.find()) {
      return new IntegrityViolation(problem, refusal, ViolatedRule.UNKNOWN);
    }
    String names = rule.group(2) == null ? "" : rule.group(2);
    return switch (rule.group(1)) {
      case "UNIQUE" -> new UniqueViolation(problem, refusal, ofColumns(names));
      case "NOT NULL" -> new NotNullViolation(problem, refusal, ofColumns(names));
      case "CHECK" ->
          new CheckViolation(problem, refusal, new ViolatedRule(names, null, null, List.of()));
      default -> new ForeignKeyViolation(problem, refusal, ViolatedRule.UNKNOWN);
    };
  }

  /** {@code table.first, table.second}; of an index over expressions its name, as SQLite says. */
  private static ViolatedRule ofColumns(String names) {
    String table = null;
    List<String> columns = new ArrayList<>();
    for (String name : names.split(", ")) {
      int dot = name.indexOf('.');
      if (dot < 0) {
        return new ViolatedRule(name, null, null, List.of());
      }
      table = name.substring(0, dot);
      columns.add(name.substring(dot + 1));
    }
    return new ViolatedRule(null, null, table, columns);
  }
}
