package org.aludel.migrations.online;

import org.aludel.compile.IdentifierQuoter;
import org.aludel.compile.SqlLiteral;
import org.aludel.ddl.RawSql;
import org.aludel.schema.QualifiedName;

/**
 * Fills the nulls of a column by pages of the table, each committed by itself, so that no row is
 * locked for long and a run that was broken off goes on where it is needed. By pages and not by a
 * limit: that would begin at the first page each time. By all places that pages can have, and not
 * by a range of them, for which PostgreSQL 13 reads the whole table each time. Rows that come while
 * it runs have the default already; those that others change meanwhile may move to pages that are
 * done, and are filled at the end by a look at the whole table.
 */
record ChunkedFill(IdentifierQuoter quoter) {
  /** 8 MB of rows a transaction; a page has 8 kB. */
  private static final int PAGES = 1_000;

  /**
   * The least that a row takes of a page. Source: PostgreSQL, htup_details.h, header and pointer.
   */
  private static final int PLACE = 28;

  /**
   * One statement, which commits within and so runs outside a transaction.
   *
   * @param value an SQL expression over the row
   */
  RawSql statement(QualifiedName table, String column, String value) {
    return where(table, column, value, "");
  }

  /**
   * The same for some rows.
   *
   * @param condition SQL over the row; the rows whose value is null would be written each time
   */
  RawSql statement(QualifiedName table, String column, String value, String condition) {
    return where(table, column, value, " AND " + condition);
  }

  private RawSql where(QualifiedName table, String column, String value, String more) {
    String target = quoter.quote(column);
    String update =
        "UPDATE %s SET %s = %s\n      WHERE %s IS NULL%s"
            .formatted(quoter.quote(table), target, value, target, more);
    return new RawSql(
        String.join(
            "\n",
            "DO $aludel$",
            "DECLARE",
            "  page bigint := 0;",
            "  places int := pg_catalog.current_setting('block_size')::int / " + PLACE + ";",
            "  pages bigint := pg_catalog.pg_relation_size(" + regclass(table) + ")",
            "    / pg_catalog.current_setting('block_size')::bigint;",
            "BEGIN",
            "  WHILE page <= pages LOOP",
            "    " + update + " AND ctid = ANY (ARRAY(",
            "        SELECT pg_catalog.format('(%s,%s)', p, place)::pg_catalog.tid",
            "        FROM pg_catalog.generate_series(page, page + " + (PAGES - 1) + ") p,",
            "          pg_catalog.generate_series(1, places) place));",
            "    COMMIT;",
            "    page := page + " + PAGES + ";",
            "  END LOOP;",
            "    " + update + ";",
            "END",
            "$aludel$"));
  }

  private String regclass(QualifiedName table) {
    return SqlLiteral.text(quoter.quote(table)) + "::pg_catalog.regclass";
  }
}
