package org.aludel.migrations.online;

import org.aludel.compile.IdentifierQuoter;
import org.aludel.compile.SqlLiteral;
import org.aludel.ddl.RawSql;
import org.aludel.schema.QualifiedName;

/**
 * Fills the nulls of a column by pages of the table, each committed by itself, so that no row is
 * locked for long and a run that was broken off goes on where it is needed. By pages and not by a
 * limit: that would begin at the first page each time. Rows that come while it runs have the
 * default already.
 */
record ChunkedFill(IdentifierQuoter quoter) {
  /** 8 MB of rows a transaction; a page has 8 kB. */
  private static final int PAGES = 1_000;

  /**
   * One statement, which commits within and so runs outside a transaction.
   *
   * @param value an SQL expression over the row
   */
  RawSql statement(QualifiedName table, String column, String value) {
    String name = quoter.quote(table);
    String target = quoter.quote(column);
    String quotedTable = SqlLiteral.text(name);
    return new RawSql(
        "DO $aludel$\n"
            + "DECLARE\n"
            + "  page bigint := 0;\n"
            + "  pages bigint := pg_catalog.pg_relation_size("
            + quotedTable
            + "::pg_catalog.regclass) / pg_catalog.current_setting('block_size')::bigint;\n"
            + "BEGIN\n"
            + "  WHILE page <= pages LOOP\n"
            + "    UPDATE "
            + name
            + " SET "
            + target
            + " = "
            + value
            + "\n      WHERE "
            + target
            + " IS NULL AND ctid >= pg_catalog.format('(%s,0)', page)::pg_catalog.tid"
            + " AND ctid < pg_catalog.format('(%s,0)', page + "
            + PAGES
            + ")::pg_catalog.tid;\n"
            + "    COMMIT;\n"
            + "    page := page + "
            + PAGES
            + ";\n"
            + "  END LOOP;\n"
            + "END\n"
            + "$aludel$");
  }
}
