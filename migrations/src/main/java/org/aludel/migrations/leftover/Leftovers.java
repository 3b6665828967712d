package org.aludel.migrations.leftover;

import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Puts in order what a statement left that was broken off: invalid indexes, half detached
 * partitions. Works on an autocommit connection. Not thread-safe.
 */
public final class Leftovers {
  private static final int DETACHES_CONCURRENTLY = 14;
  private static final String INVALID =
      "SELECT count(*) FROM pg_catalog.pg_index WHERE NOT indisvalid AND indexrelid ="
          + " pg_catalog.to_regclass(?)";

  /** What REINDEX CONCURRENTLY makes beside an index. Source: PostgreSQL 18, REINDEX, notes. */
  private static final String TRANSIENT =
      """
      SELECT i.indexrelid::pg_catalog.regclass::text FROM pg_catalog.pg_index i
      JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
      WHERE NOT i.indisvalid AND c.relname ~ '_cc(new|old)[0-9]*$' AND i.indrelid = coalesce(
        (SELECT x.indrelid FROM pg_catalog.pg_index x
          WHERE x.indexrelid = pg_catalog.to_regclass(?)), pg_catalog.to_regclass(?))
      ORDER BY 1\
      """;

  private static final String PENDING =
      """
      SELECT count(*) FROM pg_catalog.pg_inherits WHERE inhdetachpending
        AND inhrelid = pg_catalog.to_regclass(?) AND inhparent = pg_catalog.to_regclass(?)\
      """;

  private static final String DETACHED =
      """
      SELECT count(*) FROM pg_catalog.pg_class c WHERE c.oid = pg_catalog.to_regclass(?)
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_inherits
          WHERE inhrelid = c.oid AND inhparent = pg_catalog.to_regclass(?))\
      """;

  private final Connection connection;

  public Leftovers(Connection connection) {
    this.connection = connection;
  }

  /**
   * What has to be run so that the statement is done, after leftovers that are in its way are gone.
   *
   * @param again whether it was begun before and nothing is recorded of its end
   * @return the statement itself, or what ends what it began
   */
  public String repaired(LoneStatement statement, String sql, boolean again) {
    switch (statement.kind()) {
      case CREATE_INDEX_CONCURRENTLY -> dropInvalid(String.valueOf(statement.object()));
      case REINDEX_CONCURRENTLY -> {
        if (again) {
          dropTransient(statement);
        }
      }
      case DETACH_CONCURRENTLY -> {
        if (pending(statement)) {
          return "ALTER TABLE "
              + statement.table()
              + " DETACH PARTITION "
              + statement.object()
              + " FINALIZE";
        }
      }
      default -> {
        // Nothing of it can be left half done.
      }
    }
    return sql;
  }

  /** Whether it is done although the server refused to do it again with this SQLSTATE. */
  public boolean doneBefore(LoneStatement statement, @Nullable String sqlState) {
    return statement.kind().doneBefore(sqlState)
        && (statement.kind() != LoneStatement.Kind.DETACH_CONCURRENTLY
            || some(DETACHED, statement.object(), statement.table()));
  }

  /** A broken CREATE INDEX CONCURRENTLY leaves an index that is kept up to date but never used. */
  private void dropInvalid(String index) {
    if (some(INVALID, index)) {
      connection.update("DROP INDEX CONCURRENTLY " + index);
    }
  }

  private void dropTransient(LoneStatement statement) {
    List<String> indexes = new ArrayList<>();
    for (Row row : connection.execute(TRANSIENT, statement.object(), statement.table())) {
      indexes.add(String.valueOf(row.get(0)));
    }
    indexes.forEach(index -> connection.update("DROP INDEX CONCURRENTLY IF EXISTS " + index));
  }

  private boolean pending(LoneStatement statement) {
    return connection.majorVersion() >= DETACHES_CONCURRENTLY
        && some(PENDING, statement.object(), statement.table());
  }

  private boolean some(String sql, @Nullable Object... values) {
    Long count = connection.execute(sql, values).scalar(Long.class);
    return count != null && count > 0;
  }
}
