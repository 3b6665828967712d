package org.aludel.migrations.leftover;

import java.util.Optional;
import org.aludel.engine.Connection;
import org.aludel.sql.Row;

/**
 * What stands in the way of a unique index.
 *
 * @param index its name
 * @param table whose rows are not unique
 * @param columns its key as the server writes it, separated by commas; never the values
 * @param predicate of a partial index, empty for all rows
 */
public record DuplicateKeys(String index, String table, String columns, String predicate) {
  /** Source: PostgreSQL 18, appendix A. */
  public static final String UNIQUE_VIOLATION = "23505";

  private static final String KEY =
      """
      SELECT i.indexrelid::pg_catalog.regclass::text, i.indrelid::pg_catalog.regclass::text,
        (SELECT pg_catalog.string_agg(
            pg_catalog.pg_get_indexdef(i.indexrelid, n::integer, true), ', ' ORDER BY n)
          FROM pg_catalog.generate_series(1, i.indnkeyatts) n),
        coalesce(pg_catalog.pg_get_expr(i.indpred, i.indrelid), '')
      FROM pg_catalog.pg_index i
      WHERE i.indisunique AND NOT i.indisvalid AND i.indexrelid = pg_catalog.to_regclass(?)\
      """;

  /** Of an index that a failed CREATE UNIQUE INDEX CONCURRENTLY left. */
  public static Optional<DuplicateKeys> of(Connection connection, LoneStatement statement) {
    if (statement.kind() != LoneStatement.Kind.CREATE_INDEX_CONCURRENTLY) {
      return Optional.empty();
    }
    return connection.execute(KEY, statement.object()).first().map(DuplicateKeys::read);
  }

  private static DuplicateKeys read(Row row) {
    return new DuplicateKeys(
        String.valueOf(row.get(0)),
        String.valueOf(row.get(1)),
        String.valueOf(row.get(2)),
        String.valueOf(row.get(3)));
  }

  /** A query that lists them. */
  public String query() {
    return "SELECT "
        + columns
        + ", count(*) FROM "
        + table
        + (predicate.isEmpty() ? "" : " WHERE " + predicate)
        + " GROUP BY "
        + columns
        + " HAVING count(*) > 1";
  }
}
