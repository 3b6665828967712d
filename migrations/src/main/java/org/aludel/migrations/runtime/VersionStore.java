package org.aludel.migrations.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Where it is noted which revisions a database has. Applications that share a database and not
 * their revisions each have a store of their own: another table, or another schema.
 *
 * @param schema by its own name; null for the schema of unqualified names
 * @param table the table of heads
 */
public record VersionStore(@Nullable String schema, String table) {
  /** The table {@code aludel_version} beside the application's own. */
  public static final VersionStore USUAL = new VersionStore(null, "aludel_version");

  /** The append-only log. */
  public String log() {
    return named("aludel_revision_log", "_log");
  }

  /** How far backfills have come. */
  public String progress() {
    return named("aludel_backfill", "_backfill");
  }

  /** Whether the ledger may hold revisions of others, who have another table of heads. */
  boolean shared() {
    return !table.equals(USUAL.table);
  }

  private String named(String usual, String suffix) {
    return shared() ? table + suffix : usual;
  }
}
