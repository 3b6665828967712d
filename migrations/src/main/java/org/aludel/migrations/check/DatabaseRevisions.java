package org.aludel.migrations.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aludel.engine.Connection;
import org.aludel.migrations.runtime.VersionStore;
import org.aludel.schema.QualifiedName;
import org.aludel.sql.Row;

/**
 * What a database says of its revisions to an application whose role may read the table of heads
 * and nothing else of the bookkeeping. Asks for each right before it uses it: a refused statement
 * would end the transaction.
 */
final class DatabaseRevisions {
  /** Rows of one revision that were run, undone or declared; attempts are none. */
  private static final String APPLIED =
      """
      SELECT revision FROM (
        SELECT DISTINCT ON (revision) revision, action FROM %s
        WHERE revision = ANY (?) AND action <> 'ATTEMPT' ORDER BY revision, id DESC) last
      WHERE action IN ('UP', 'STAMP', 'ADOPT')\
      """;

  private final Connection connection;
  private final String schema;
  private final VersionStore store;

  DatabaseRevisions(Connection connection, String schema, VersionStore store) {
    this.connection = connection;
    this.schema = store.schema() == null ? schema : store.schema();
    this.store = store;
  }

  /** The heads, empty for a database before its first revision. */
  Set<String> heads() {
    Set<String> heads = new LinkedHashSet<>();
    if (exists(store.table())) {
      for (Row row : connection.execute("SELECT version_num FROM " + table(store.table()))) {
        heads.add(String.valueOf(row.get(0)));
      }
    }
    return heads;
  }

  /** Whether the log of revisions is there and this role may read it. */
  boolean logReadable() {
    String sql = "SELECT pg_catalog.has_table_privilege(?, 'SELECT')";
    return exists(store.log())
        && Boolean.TRUE.equals(connection.execute(sql, table(store.log())).one().get(0));
  }

  /** Those of some revisions that the log says are applied. */
  Set<String> applied(Set<String> ids) {
    Set<String> applied = new LinkedHashSet<>();
    String[] wanted = List.copyOf(ids).toArray(String[]::new);
    for (Row row : connection.execute(APPLIED.formatted(table(store.log())), (Object) wanted)) {
      applied.add(String.valueOf(row.get(0)));
    }
    return applied;
  }

  private boolean exists(String name) {
    String sql = "SELECT pg_catalog.to_regclass(?) IS NOT NULL";
    return Boolean.TRUE.equals(connection.execute(sql, table(name)).one().get(0));
  }

  private String table(String name) {
    return connection.dialect().quoter().quote(new QualifiedName(schema, name));
  }
}
