package org.aludel.dialect.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aludel.compile.SqlLiteral;
import org.aludel.dialect.FailedStatement;
import org.aludel.error.DatabaseException;
import org.aludel.error.EngineCode;
import org.aludel.error.ErrorCode;
import org.aludel.error.Problem;
import org.aludel.error.QueryTimeout;
import org.jspecify.annotations.Nullable;

/**
 * Why a catalogue could not be read: which object is broken, who holds the lock. It asks only after
 * a failure, outside of any transaction, so that a reading that succeeds pays nothing.
 */
final class PostgresCatalogDiagnosis {
  /** Objects that one message names. */
  private static final int NAMED = 5;

  /** What is deparsed: catalogue, key, condition, expression. */
  private record Deparsed(String catalogue, String condition, String expression) {}

  private static final String USERS = "oid >= 16384";

  private static final List<Deparsed> DEPARSED =
      List.of(
          new Deparsed("pg_class", USERS + " AND relkind IN ('v', 'm')", "pg_get_viewdef(oid)"),
          new Deparsed("pg_class", USERS + " AND relkind = 'p'", "pg_get_partkeydef(oid)"),
          new Deparsed("pg_class", USERS + " AND relkind IN ('i', 'I')", "pg_get_indexdef(oid)"),
          new Deparsed("pg_attrdef", USERS, "pg_get_expr(adbin, adrelid)"),
          new Deparsed("pg_constraint", USERS, "pg_get_constraintdef(oid)"),
          new Deparsed("pg_proc", USERS + " AND prokind <> 'a'", "pg_get_functiondef(oid)"),
          new Deparsed("pg_trigger", USERS + " AND NOT tgisinternal", "pg_get_triggerdef(oid)"),
          new Deparsed("pg_rewrite", USERS + " AND rulename <> '_RETURN'", "pg_get_ruledef(oid)"),
          new Deparsed("pg_policy", USERS, "pg_get_expr(polqual, polrelid)"),
          new Deparsed("pg_policy", USERS, "pg_get_expr(polwithcheck, polrelid)"),
          new Deparsed("pg_statistic_ext", USERS, "pg_get_statisticsobjdef(oid)"));

  private static final String HOLDERS =
      """
      SELECT format('%s by process %s (%s, %s), in %s since %s: %s', l.relation::regclass, a.pid,
        coalesce(a.usename, 'unknown user'), coalesce(nullif(a.application_name, ''), 'no name'),
        a.state, date_trunc('second', a.xact_start), left(a.query, 80))
      FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE l.locktype = 'relation' AND l.mode = 'AccessExclusiveLock' AND l.granted
        AND l.relation >= 16384 AND l.pid <> pg_backend_pid()
        AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
        AND l.relation IN (SELECT c.oid FROM pg_class c WHERE c.relkind IN ('r', 'p', 'v', 'm'))
      ORDER BY a.xact_start LIMIT\
      """;

  private final Connection connection;

  PostgresCatalogDiagnosis(Connection connection) {
    this.connection = connection;
  }

  /** The failure of a query of the catalogue, which its text would explain to nobody. */
  static DatabaseException translate(Connection connection, SQLException error, String part) {
    DatabaseException usual = PostgresErrors.translate(error, FailedStatement.of(null));
    ErrorCode code =
        usual.problem().code() instanceof EngineCode known ? known : EngineCode.CATALOG_BROKEN;
    Problem problem =
        Problem.of(code, "cannot read the " + part + " of database \"" + name(connection) + "\"")
            .found(Objects.requireNonNullElse(usual.problem().found(), "no message"));
    String fix =
        code == EngineCode.CATALOG_BROKEN
            ? "drop the object that the server cannot describe, or restore what it needs"
            : usual.problem().fix();
    return PostgresErrors.exception(
        fix == null ? problem : problem.fix(fix), error.getSQLState(), error);
  }

  /** As the URL names it, which the driver knows without asking. */
  private static String name(Connection connection) {
    try {
      String url = PostgresErrors.host(connection.getMetaData());
      return url.substring(url.lastIndexOf('/') + 1);
    } catch (SQLException e) {
      // A lost connection tells nothing more; the failure that is being told matters.
      return "unknown";
    }
  }

  /** The same failure, naming what is broken or who holds the lock, as far as can be found out. */
  DatabaseException explained(DatabaseException failure) {
    try {
      if (failure.problem().code() == EngineCode.CATALOG_BROKEN) {
        return naming(failure, broken());
      }
      return failure instanceof QueryTimeout ? held(failure) : failure;
    } catch (SQLException e) {
      failure.addSuppressed(e);
      return failure;
    }
  }

  private static DatabaseException naming(DatabaseException failure, List<String> broken) {
    if (broken.isEmpty()) {
      return failure;
    }
    Problem problem = failure.problem();
    return new DatabaseException(
        problem
            .found(problem.found() + "\nof: " + String.join("\nof: ", broken))
            .expected("objects whose functions, types and tables exist"),
        failure.sqlState(),
        failure.getCause());
  }

  private DatabaseException held(DatabaseException failure) throws SQLException {
    List<String> holders = texts(HOLDERS + " " + NAMED);
    if (holders.isEmpty()) {
      return failure;
    }
    Problem problem = failure.problem();
    return new QueryTimeout(
        problem
            .found(problem.found() + "\nlocked: " + String.join("\nlocked: ", holders))
            .expected("no session that changes these tables while they are read")
            .fix("wait until it has ended, or end it: SELECT pg_terminate_backend(process)"),
        failure.sqlState(),
        failure.getCause());
  }

  private List<String> broken() throws SQLException {
    List<String> found = new ArrayList<>();
    for (Deparsed kind : DEPARSED) {
      List<Long> oids = new ArrayList<>();
      for (String oid :
          texts(
              "SELECT oid FROM "
                  + kind.catalogue()
                  + " WHERE "
                  + kind.condition()
                  + " ORDER BY 1")) {
        oids.add(Long.valueOf(oid));
      }
      collect(kind, oids, found);
    }
    return found;
  }

  /** By halves, since a query that fails does not say on which row. */
  private void collect(Deparsed kind, List<Long> oids, List<String> found) throws SQLException {
    if (oids.isEmpty() || found.size() == NAMED) {
      return;
    }
    String message = failureOf(kind, oids);
    if (message == null) {
      return;
    }
    if (oids.size() == 1) {
      found.add(described(kind, oids.get(0)) + ": " + message);
      return;
    }
    int middle = oids.size() / 2;
    collect(kind, oids.subList(0, middle), found);
    collect(kind, oids.subList(middle, oids.size()), found);
  }

  private @Nullable String failureOf(Deparsed kind, List<Long> oids) throws SQLException {
    String list = SqlLiteral.text(oids.toString().replace('[', '{').replace(']', '}'));
    try {
      texts(
          "SELECT sum(length("
              + kind.expression()
              + ")) FROM "
              + kind.catalogue()
              + " WHERE oid = ANY("
              + list
              + "::oid[])");
      return null;
    } catch (SQLException e) {
      if (connection.isClosed()) {
        throw e;
      }
      return e.getMessage();
    }
  }

  private String described(Deparsed kind, long oid) throws SQLException {
    return texts(
            "SELECT pg_describe_object('%s'::regclass, %d, 0)".formatted(kind.catalogue(), oid))
        .get(0);
  }

  private List<String> texts(String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(String.valueOf(rows.getString(1)));
      }
    }
    return found;
  }
}
