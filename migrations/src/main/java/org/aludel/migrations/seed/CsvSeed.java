package org.aludel.migrations.seed;

import java.util.ArrayList;
import java.util.List;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.engine.Connection;
import org.aludel.error.DatabaseException;
import org.aludel.sql.Row;
import org.aludel.util.Suggestion;

/**
 * Rows of a file with a header, put into one table: new ones added, known ones brought up to date.
 */
final class CsvSeed {
  /** As the session's wide statements: enough to make the round trip small. */
  private static final int CHUNK = 1_000;

  private final SeedFile file;
  private final SeedTable table;
  private final CsvText csv;
  private final List<String> key;
  private final IdentifierQuoter quoter;

  private CsvSeed(
      SeedFile file, SeedTable table, CsvText csv, List<String> key, IdentifierQuoter quoter) {
    this.file = file;
    this.table = table;
    this.csv = csv;
    this.key = key;
    this.quoter = quoter;
  }

  /**
   * Reads a file and what it is for.
   *
   * @throws org.aludel.error.RevisionException SEED_FAILED for a table, column or key that is not
   *     there
   */
  static CsvSeed of(Connection connection, String schema, SeedFile file) {
    SeedTable table =
        SeedTable.of(connection, schema, file.table())
            .orElseThrow(
                () ->
                    SeedFault.in(
                        file.name(),
                        "no table \"" + file.table() + "\"",
                        "a file named after its table, such as person.csv"));
    CsvText csv = CsvText.of(file.name(), file.text());
    for (String column : csv.header()) {
      if (!table.types().containsKey(column)) {
        throw SeedFault.in(
            file.name() + ":1",
            "no column \""
                + column
                + "\" in "
                + table.quoted()
                + Suggestion.phrase(column, table.types().keySet()),
            "names of columns");
      }
    }
    List<String> key =
        table
            .keyAmong(csv.header())
            .orElseThrow(
                () ->
                    SeedFault.in(
                        file.name() + ":1",
                        "no key of " + table.quoted() + " among " + String.join(", ", csv.header()),
                        "all columns of its primary key, or of a unique constraint: by it rows are"
                            + " known again at the next run"));
    requireValues(file, csv, key);
    return new CsvSeed(file, table, csv, key, connection.dialect().quoter());
  }

  /** Nulls are no conflict: such a row would be added again by each run. */
  private static void requireValues(SeedFile file, CsvText csv, List<String> key) {
    for (String column : key) {
      int at = csv.header().indexOf(column);
      for (int row = 0; row < csv.rows().size(); row++) {
        if (csv.rows().get(row).get(at) == null) {
          throw SeedFault.in(
              file.name(),
              "row " + (row + 1) + " without a value for key column \"" + column + "\"",
              "a value in each column of the key, by which the row is known again");
        }
      }
    }
  }

  SeedTable table() {
    return table;
  }

  SeedResult.SeededFile run(Connection connection) {
    long inserted = 0;
    long updated = 0;
    try {
      String sql = sql();
      for (int from = 0; from < csv.rows().size(); from += CHUNK) {
        int to = Math.min(csv.rows().size(), from + CHUNK);
        List<Object> columns = new ArrayList<>();
        for (int at = 0; at < csv.header().size(); at++) {
          columns.add(csv.column(at, from, to));
        }
        Row counts = connection.execute(sql, columns.toArray()).one();
        inserted += count(counts, 0);
        updated += count(counts, 1);
      }
      advanceSequences(connection);
    } catch (DatabaseException refused) {
      throw SeedFault.refused(file.name(), refused);
    }
    return new SeedResult.SeededFile(file.name(), csv.rows().size(), inserted, updated);
  }

  private static long count(Row row, int at) {
    Long count = row.get(at, Long.class);
    return count == null ? 0 : count;
  }

  /** A row that is as the file says is not written again, so a second run changes nothing. */
  private String sql() {
    List<String> header = csv.header();
    List<String> quoted = header.stream().map(quoter::quote).toList();
    List<String> others =
        header.stream().filter(each -> !key.contains(each)).map(quoter::quote).toList();
    List<String> values =
        header.stream()
            .map(each -> "CAST(s." + quoter.quote(each) + " AS " + table.types().get(each) + ")")
            .toList();
    String conflict =
        others.isEmpty()
            ? "NOTHING"
            : "UPDATE SET "
                + String.join(
                    ", ", others.stream().map(each -> each + " = excluded." + each).toList())
                + " WHERE "
                + text(others, "t")
                + " IS DISTINCT FROM "
                + text(others, "excluded");
    return "WITH put AS (INSERT INTO "
        + table.quoted()
        + " AS t ("
        + String.join(", ", quoted)
        + ") OVERRIDING SYSTEM VALUE SELECT "
        + String.join(", ", values)
        + " FROM unnest("
        + String.join(", ", header.stream().map(each -> "?::text[]").toList())
        + ") WITH ORDINALITY AS s ("
        + String.join(", ", quoted)
        + ", \"aludel ordinal\") ORDER BY s.\"aludel ordinal\" ON CONFLICT ("
        + String.join(", ", key.stream().map(quoter::quote).toList())
        + ") DO "
        + conflict
        + " RETURNING t.xmax::text = '0' AS fresh) SELECT count(*) FILTER (WHERE fresh), count(*)"
        + " FILTER (WHERE NOT fresh) FROM put";
  }

  /** Rows as text, since not every type can be compared. */
  private static String text(List<String> columns, String row) {
    return "ROW("
        + String.join(", ", columns.stream().map(each -> row + "." + each).toList())
        + ")::text";
  }

  /** So that the next row of the application does not get a number that the file has used. */
  private void advanceSequences(Connection connection) {
    for (String column : csv.header()) {
      connection
          .execute(
              "SELECT pg_catalog.setval(s.name::pg_catalog.regclass, s.used) FROM (SELECT"
                  + " pg_catalog.pg_get_serial_sequence(?, ?) AS name, (SELECT max("
                  + quoter.quote(column)
                  + "::text::numeric)::bigint FROM "
                  + table.quoted()
                  + " WHERE pg_catalog.pg_get_serial_sequence(?, ?) IS NOT NULL) AS used) s WHERE"
                  + " s.used > coalesce(pg_catalog.pg_sequence_last_value(s.name), 0)",
              table.quoted(),
              column,
              table.quoted(),
              column)
          .close();
    }
  }
}
