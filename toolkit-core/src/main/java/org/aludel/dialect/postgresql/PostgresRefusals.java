package org.aludel.dialect.postgresql;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.aludel.error.ConnectionLost;
import org.aludel.error.DatabaseException;
import org.aludel.error.EngineCode;
import org.aludel.error.ErrorCode;
import org.aludel.error.IntegrityViolation;
import org.aludel.error.Problem;
import org.aludel.error.QueryTimeout;
import org.aludel.error.Refusal;
import org.aludel.error.SerializationFailure;
import org.aludel.error.SqlCode;
import org.aludel.error.ViolatedRule;
import org.aludel.error.database.CheckViolation;
import org.aludel.error.database.Deadlock;
import org.aludel.error.database.ExclusionViolation;
import org.aludel.error.database.ForeignKeyViolation;
import org.aludel.error.database.InvalidStatement;
import org.aludel.error.database.InvalidValue;
import org.aludel.error.database.LockTimeout;
import org.aludel.error.database.NotNullViolation;
import org.aludel.error.database.PermissionDenied;
import org.aludel.error.database.ReadOnlyTransaction;
import org.aludel.error.database.ResourcesExhausted;
import org.aludel.error.database.StatementTimeout;
import org.aludel.error.database.UniqueViolation;
import org.jspecify.annotations.Nullable;

/** SQLSTATE to code and class. Source: PostgreSQL 18, appendix A. */
final class PostgresRefusals {
  private static final Map<String, EngineCode> CODES =
      Map.of(
          "57014", EngineCode.TIMEOUT,
          "55P03", EngineCode.TIMEOUT,
          "40001", EngineCode.SERIALIZATION,
          "40P01", EngineCode.SERIALIZATION,
          "42501", EngineCode.PERMISSION,
          "25006", EngineCode.READ_ONLY,
          "25P02", EngineCode.FAILED_TRANSACTION);

  /**
   * The server ends the session: told to stop, crashed, starting, the database dropped, or idle for
   * too long, in a transaction or outside one.
   */
  private static final Set<String> SESSION_ENDED =
      Set.of("57P01", "57P02", "57P03", "57P04", "57P05", "25P03", "25P04");

  private PostgresRefusals() {}

  static ErrorCode code(@Nullable String state) {
    if (state == null) {
      return SqlCode.STATEMENT_FAILED;
    }
    EngineCode exact = CODES.get(state);
    if (exact != null) {
      return exact;
    }
    if (state.startsWith("23")) {
      return EngineCode.INTEGRITY;
    }
    if (state.startsWith("08") || SESSION_ENDED.contains(state)) {
      return EngineCode.CONNECTION_LOST;
    }
    return "42601".equals(state) ? SqlCode.SYNTAX : SqlCode.STATEMENT_FAILED;
  }

  /**
   * The exception that a caller can tell by its class.
   *
   * @param error as the driver threw it, whose fields name what was violated
   */
  static DatabaseException exception(Problem problem, Refusal refusal, SQLException error) {
    if (!(problem.code() instanceof EngineCode code)) {
      return statement(problem, refusal);
    }
    return switch (code) {
      case INTEGRITY -> violation(problem, refusal, PostgresErrorFields.rule(error));
      case SERIALIZATION ->
          "40P01".equals(refusal.sqlState())
              ? new Deadlock(problem, refusal)
              : new SerializationFailure(problem, refusal);
      case CONNECTION_LOST -> new ConnectionLost(problem, refusal);
      case TIMEOUT -> timeout(problem, refusal);
      case PERMISSION -> new PermissionDenied(problem, refusal);
      case READ_ONLY -> new ReadOnlyTransaction(problem, refusal);
      default -> new DatabaseException(problem, refusal);
    };
  }

  private static QueryTimeout timeout(Problem problem, Refusal refusal) {
    return "55P03".equals(refusal.sqlState())
        ? new LockTimeout(problem, refusal)
        : new StatementTimeout(problem, refusal);
  }

  private static IntegrityViolation violation(Problem problem, Refusal refusal, ViolatedRule rule) {
    return switch (String.valueOf(refusal.sqlState())) {
      case "23505" -> new UniqueViolation(problem, refusal, rule);
      case "23503" -> new ForeignKeyViolation(problem, refusal, rule);
      case "23514" -> new CheckViolation(problem, refusal, rule);
      case "23502" -> new NotNullViolation(problem, refusal, rule);
      case "23P01" -> new ExclusionViolation(problem, refusal, rule);
      default -> new IntegrityViolation(problem, refusal, rule);
    };
  }

  private static DatabaseException statement(Problem problem, Refusal refusal) {
    String state = String.valueOf(refusal.sqlState());
    return switch (state.length() == 5 ? state.substring(0, 2) : "") {
      case "42", "3F" -> new InvalidStatement(problem, refusal);
      case "22" -> new InvalidValue(problem, refusal);
      case "53" -> new ResourcesExhausted(problem, refusal);
      default -> new DatabaseException(problem, refusal);
    };
  }
}
