package org.aludel.migrations.tenant;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.migrations.contention.SharedObject;
import org.aludel.schema.QualifiedName;
import org.aludel.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * How the last run ended for each tenant: for people, since each tenant's own version table is what
 * counts. Safe for several threads.
 */
final class TenantTable {
  static final String NAME = "aludel_tenant";

  private static final String EXISTS = "SELECT pg_catalog.to_regclass(?) IS NOT NULL";

  private final Engine engine;
  private final String table;

  /**
   * @param schema where it is, which no tenant has for its own
   */
  TenantTable(Engine engine, String schema) {
    this.engine = engine;
    this.table = engine.dialect().quoter().quote(new QualifiedName(schema, NAME));
  }

  /**
   * The end of a run.
   *
   * @param error null when it went well
   */
  record Entry(@Nullable String error, Instant at) {}

  /** What was recorded, by tenant; empty where the table is not there. */
  Map<String, Entry> read() {
    Map<String, Entry> entries = new HashMap<>();
    try (Connection connection = engine.connect()) {
      if (!exists(connection)) {
        return entries;
      }
      for (Row row : connection.execute("SELECT tenant, error, at FROM " + table)) {
        OffsetDateTime at = row.get(2, OffsetDateTime.class);
        if (at != null) {
          entries.put(
              String.valueOf(row.get(0)), new Entry(row.get(1, String.class), at.toInstant()));
        }
      }
    }
    return entries;
  }

  /** Makes the table if it is missing. */
  void create() {
    try (Connection connection = engine.connect()) {
      if (!exists(connection)) {
        SharedObject.make(
            connection,
            "CREATE TABLE IF NOT EXISTS "
                + table
                + " (tenant text CONSTRAINT aludel_tenant_pkey PRIMARY KEY, revision text NOT NULL,"
                + " state text NOT NULL, error text, at timestamptz NOT NULL)");
      }
      connection.commit();
    }
  }

  private boolean exists(Connection connection) {
    return Boolean.TRUE.equals(connection.execute(EXISTS, table).scalar(Boolean.class));
  }

  /** Records how it ended, and gives the state with the server's time. */
  TenantState write(TenantState state) {
    try (Connection connection = engine.connect()) {
      String sql =
          "INSERT INTO "
              + table
              + " (tenant, revision, state, error, at) VALUES (?, ?, ?, ?, clock_timestamp())"
              + " ON CONFLICT (tenant) DO UPDATE SET revision = excluded.revision,"
              + " state = excluded.state, error = excluded.error, at = excluded.at RETURNING at";
      OffsetDateTime at =
          connection
              .execute(
                  sql,
                  state.tenant(),
                  String.join(", ", state.heads()),
                  state.standing().name(),
                  state.error())
              .one()
              .get(0, OffsetDateTime.class);
      connection.commit();
      return new TenantState(
          state.tenant(),
          state.heads(),
          state.standing(),
          state.error(),
          at == null ? null : at.toInstant());
    }
  }
}
