package org.aludel.migrations.scratch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.engine.Connection;
import org.aludel.engine.Result;
import org.aludel.error.DatabaseException;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.sql.Row;

/**
 * The roles that grants, owners and policies of a schema name, on a scratch server other than the
 * live one. Roles belong to a server, not to a database, so only a server that is ours alone gets
 * them.
 */
final class ScratchRoles {
  /** Source: PostgreSQL 18, errcodes, {@code undefined_object}. */
  private static final String UNDEFINED = "42704";

  private static final Pattern MISSING = Pattern.compile("role \"(.+?)\" does not exist");

  private ScratchRoles() {}

  /** Gives a scratch server the roles of the live one by name; they may not log in there. */
  static void copy(Connection live, Connection scratch) {
    List<String> there = names(scratch);
    for (String role : names(live)) {
      if (!there.contains(role)) {
        scratch.update("CREATE ROLE " + scratch.dialect().quoter().quote(role) + " NOLOGIN");
      }
    }
  }

  private static List<String> names(Connection connection) {
    List<String> names = new ArrayList<>();
    try (Result<Row> rows =
        connection.execute(
            "SELECT rolname::text AS name FROM pg_roles WHERE rolname !~ '^pg_' ORDER BY 1")) {
      rows.forEach(each -> names.add(String.valueOf(each.get("name"))));
    }
    return names;
  }

  /** What to say where the server refused a schema because it lacks a role; empty otherwise. */
  static Optional<RevisionException> lacking(DatabaseException refused) {
    Matcher missing = MISSING.matcher(String.valueOf(refused.problem().found()));
    if (!UNDEFINED.equals(refused.sqlState()) || !missing.find()) {
      return Optional.empty();
    }
    String role = missing.group(1);
    return Optional.of(
        new RevisionException(
            Problem.of(
                    MigrationCode.SCRATCH_LACKS_ROLE,
                    "cannot create the schema in a scratch database")
                .found("no role \"" + role + "\" on the server of the scratch database")
                .expected("every role that grants, owners and policies of the schema name")
                .fix(
                    "CREATE ROLE "
                        + role
                        + " NOLOGIN on that server, or take the live server or an embedded one"
                        + " for scratch databases"),
            refused));
  }
}
