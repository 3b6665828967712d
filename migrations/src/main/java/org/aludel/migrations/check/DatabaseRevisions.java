package org.aludel.migrations.check;

import java.util.LinkedHashSet;
import java.util.Set;
import org.aludel.engine.Connection;
import org.aludel.migrations.runtime.RunDialect;
import org.aludel.migrations.runtime.VersionStore;
import org.aludel.schema.QualifiedName;
import org.aludel.sql.Row;

/**
 * What a database says of its revisions to an application whose role may read the table of heads
 * and nothing else of the bookkeeping. Asks for each right before it uses it: a refused statement
 * would end the transaction.
 */
final class DatabaseRevisions {
  /** Rows of revisions that were run, undone or declared; attempts are none. */
  private static final String APPLIED =
      """
      SELECT revision FROM %1$s
      WHERE id IN (SELECT max(id) FROM %1$s WHERE action <> 'ATTEMPT' GROUP BY revision)
        AND action IN ('UP', 'STAMP', 'ADOPT')\
      """;

  private final Connection connection;
  private final String schema;
  private final VersionStore store;
  private final RunDialect dialect;

  DatabaseRevisions(Connection connection, String schema, VersionStore store) {
    this.connection = connection;
    this.schema = store.schema() == null ? schema : store.schema();
    this.store = store;
    this.dialect = RunDialect.of(connection.dialect());
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
    return exists(store.log()) && dialect.readable(connection, table(store.log()));
  }

  /** Those of some revisions that the log says are applied. */
  Set<String> applied(Set<String> ids) {
    Set<String> applied = new LinkedHashSet<>();
    for (Row row : connection.execute(APPLIED.formatted(table(store.log())))) {
      applied.add(String.valueOf(row.get(0)));
    }
    applied.retainAll(ids);
    return applied;
  }

  private boolean exists(String name) {
    return dialect.existing(connection, schema, Set.of(name)).contains(name);
  }

  private String table(String name) {
    return connection.dialect().quoter().quote(new QualifiedName(schema, name));
  }
}
