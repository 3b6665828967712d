package org.aludel.migrations.loss;

import java.util.List;
import java.util.Optional;
import org.aludel.engine.Connection;
import org.aludel.error.AludelException;
import org.aludel.error.DatabaseException;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Rows that policies may hide from the role that runs revisions: of a table with FORCE ROW LEVEL
 * SECURITY from its owner too. What counts or fills rows would pass over them and say nothing, so
 * it runs with {@code row_security} off, where the server refuses it instead.
 */
public final class HiddenRows {
  /**
   * Source: PostgreSQL 18, appendix A: insufficient_privilege, which is also what policies give.
   */
  private static final String REFUSED = "42501";

  /** Tables that the role may read and whose policies apply to it. */
  private static final String TABLES =
      """
      SELECT c.relname::text, c.oid::pg_catalog.regclass::text FROM pg_catalog.pg_class c
      WHERE c.relrowsecurity AND pg_catalog.row_security_active(c.oid)
        AND pg_catalog.has_any_column_privilege(c.oid, 'SELECT') ORDER BY 2\
      """;

  private HiddenRows() {}

  /**
   * What a failure comes from, if the server refused a statement because of policies. The message
   * is in the language of the server, but names the table.
   *
   * @param asked a connection that is in order, of the same role
   */
  public static Optional<RevisionException> reason(AludelException failure, Connection asked) {
    String message = refusal(failure);
    if (message == null) {
      return Optional.empty();
    }
    for (Row row : asked.execute(TABLES)) {
      if (words(message).contains(String.valueOf(row.get(0)))) {
        String found = row.get(1) + " has row security\n" + failure.problem().found();
        return Optional.of(problem(failure.problem().what(), found, failure));
      }
    }
    return Optional.empty();
  }

  private static @Nullable String refusal(AludelException failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof DatabaseException refused && REFUSED.equals(refused.sqlState())) {
        String found = String.valueOf(refused.problem().found());
        int statement = found.indexOf("\nin: ");
        return statement < 0 ? found : found.substring(0, statement);
      }
    }
    return null;
  }

  private static List<String> words(String message) {
    return List.of(message.split("[^\\p{L}\\p{N}_$]+"));
  }

  static RevisionException problem(String what, String found, @Nullable Throwable cause) {
    return new RevisionException(
        Problem.of(MigrationCode.ROWS_HIDDEN, what)
            .found(found + "; its policies may hide rows from this role")
            .expected("a role that sees all rows")
            .fix(
                "run as a role with BYPASSRLS, or ALTER TABLE ... NO FORCE ROW LEVEL SECURITY in a"
                    + " step before and FORCE in one behind; where the policies show all rows that"
                    + " a statement of your own means, SET LOCAL row_security = on before it"),
        cause);
  }
}
