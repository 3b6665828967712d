package org.aludel.migrations.step;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aludel.compile.SqlLiteral;
import org.aludel.engine.Connection;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.sql.Row;

/**
 * The columns that order the rows of a backfill.
 *
 * @param columns as SQL writes them
 * @param types theirs, as SQL writes them
 */
record BackfillKey(List<String> columns, List<String> types) {
  private static final String PRIMARY =
      """
      SELECT a.attname::text FROM pg_catalog.pg_index i
      CROSS JOIN LATERAL pg_catalog.unnest(i.indkey::int2[]) WITH ORDINALITY k (attnum, n)
      JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
      WHERE i.indisprimary AND k.n <= i.indnkeyatts AND i.indrelid = pg_catalog.to_regclass(?)
      ORDER BY k.n\
      """;

  private static final String COLUMN =
      """
      SELECT pg_catalog.quote_ident(a.attname), pg_catalog.format_type(a.atttypid, a.atttypmod),
        a.attnotnull
      FROM pg_catalog.pg_attribute a WHERE a.attrelid = pg_catalog.to_regclass(?)
        AND a.attname = ? AND a.attnum > 0 AND NOT a.attisdropped\
      """;

  /** Whether an index without a condition leads the rows in this order. */
  private static final String INDEXED =
      """
      SELECT count(*) FROM pg_catalog.pg_index i
      JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
      JOIN pg_catalog.pg_am m ON m.oid = c.relam AND m.amname = 'btree'
      WHERE i.indisvalid AND i.indpred IS NULL AND i.indrelid = pg_catalog.to_regclass(?)
        AND ARRAY(SELECT a.attname::text
          FROM pg_catalog.unnest(i.indkey::int2[]) WITH ORDINALITY k (attnum, n)
          JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
          WHERE k.n <= pg_catalog.cardinality(?::text[]) ORDER BY k.n) = ?::text[]\
      """;

  BackfillKey {
    columns = List.copyOf(columns);
    types = List.copyOf(types);
  }

  /**
   * The key of a plan, as the table has it.
   *
   * @throws RevisionException BACKFILL when there is no such table or column, policies may hide
   *     rows of it, a column may be null, or no index leads the rows in this order
   */
  static BackfillKey of(Connection connection, BackfillPlan plan) {
    String exists = "SELECT pg_catalog.to_regclass(?) IS NOT NULL";
    if (!Boolean.TRUE.equals(connection.execute(exists, plan.table()).scalar(Boolean.class))) {
      throw refused(plan, "no table of that name in the search path", "a table", "");
    }
    String hidden = "SELECT pg_catalog.row_security_active(?)";
    if (Boolean.TRUE.equals(connection.execute(hidden, plan.table()).scalar(Boolean.class))) {
      throw refused(
          plan,
          "row security, whose policies may hide rows from this role",
          "a role that sees all rows",
          "run as a role with BYPASSRLS, or ALTER TABLE "
              + plan.table()
              + " NO FORCE ROW LEVEL SECURITY in a step before, and FORCE in one behind");
    }
    List<String> names = plan.key().isEmpty() ? primary(connection, plan) : plan.key();
    List<String> columns = new ArrayList<>();
    List<String> types = new ArrayList<>();
    for (String name : names) {
      Row row =
          connection
              .execute(COLUMN, plan.table(), name)
              .first()
              .orElseThrow(
                  () -> refused(plan, "no column \"" + name + "\"", "columns of the table", ""));
      if (!Boolean.TRUE.equals(row.get(2))) {
        throw refused(
            plan,
            "column \"" + name + "\", which may be null",
            "a key without nulls: they have no place in an order",
            "");
      }
      columns.add(String.valueOf(row.get(0)));
      types.add(String.valueOf(row.get(1)));
    }
    String[] array = names.toArray(String[]::new);
    Long indexes = connection.execute(INDEXED, plan.table(), array, array).scalar(Long.class);
    if (indexes == null || indexes == 0) {
      throw refused(
          plan,
          "no valid index that begins with " + String.join(", ", names),
          "an index, or each part reads the whole table",
          "CREATE INDEX CONCURRENTLY on it in a step before");
    }
    return new BackfillKey(columns, types);
  }

  private static List<String> primary(Connection connection, BackfillPlan plan) {
    List<String> names = new ArrayList<>();
    for (Row row : connection.execute(PRIMARY, plan.table())) {
      names.add(String.valueOf(row.get(0)));
    }
    if (names.isEmpty()) {
      throw refused(plan, "no primary key", "a key that orders its rows", "name its columns: key");
    }
    return names;
  }

  private static RevisionException refused(
      BackfillPlan plan, String found, String expected, String fix) {
    Problem problem =
        Problem.of(MigrationCode.BACKFILL, "cannot fill rows of \"" + plan.table() + "\"")
            .found(found)
            .expected(expected);
    return new RevisionException(
        problem.fix(fix.isEmpty() ? "correct the parameters in the revision file" : fix));
  }

  /** The columns as a list. */
  String list() {
    return String.join(", ", columns);
  }

  /** Them with names that no user's SQL means. */
  String named() {
    return IntStream.range(0, columns.size())
        .mapToObj(at -> columns.get(at) + " AS aludel_key" + at)
        .collect(Collectors.joining(", "));
  }

  /** These names, each with something behind it. */
  String names(String suffix) {
    return IntStream.range(0, columns.size())
        .mapToObj(at -> "aludel_key" + at + suffix)
        .collect(Collectors.joining(", "));
  }

  /** The rows behind a key that was read as texts; all rows without one. */
  String behind(List<String> position) {
    if (position.isEmpty()) {
      return "true";
    }
    String values =
        IntStream.range(0, columns.size())
            .mapToObj(
                at -> "CAST(" + SqlLiteral.text(position.get(at)) + " AS " + types.get(at) + ")")
            .collect(Collectors.joining(", "));
    return "(" + list() + ") > (" + values + ")";
  }
}
