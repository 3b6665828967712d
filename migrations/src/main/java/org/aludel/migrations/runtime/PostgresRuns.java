package org.aludel.migrations.runtime;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aludel.dialect.Dialect;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.migrations.loss.PostgresRows;
import org.aludel.migrations.loss.RowKeeper;
import org.aludel.sql.Row;

/** Runs on PostgreSQL: an advisory lock, limits of statements, a search path. */
public final class PostgresRuns implements RunDialect {
  private static final String CREATE_LOG =
      """
      CREATE TABLE %s (
        id bigint GENERATED ALWAYS AS IDENTITY,
        revision varchar(64) NOT NULL,
        step varchar(255),
        action varchar(10) NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        digest varchar(64) NOT NULL,
        canonical_text text NOT NULL,
        duration_ms bigint NOT NULL,
        applied_by text NOT NULL DEFAULT session_user,
        host text NOT NULL,
        tool_version varchar(64) NOT NULL,
        CONSTRAINT %s PRIMARY KEY (id))\
      """;

  private static final String EXISTING =
      """
      SELECT c.relname::text FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ? AND c.relname = ANY (?)\
      """;

  @Override
  public boolean serves(Dialect dialect) {
    return dialect.name().equals("postgresql");
  }

  @Override
  public void require(Feature feature) {
    // All of them.
  }

  @Override
  public boolean leavesInvalidIndexes() {
    return true;
  }

  @Override
  public String defaultSchema() {
    return "public";
  }

  @Override
  public List<String> schemas(List<String> said) {
    return said;
  }

  @Override
  public String createLog() {
    return CREATE_LOG;
  }

  @Override
  public Set<String> existing(Connection connection, String schema, Collection<String> tables) {
    Set<String> names = new LinkedHashSet<>();
    String[] wanted = tables.toArray(String[]::new);
    for (Row row : connection.execute(EXISTING, schema, wanted)) {
      names.add(String.valueOf(row.get(0)));
    }
    return names;
  }

  @Override
  public boolean readable(Connection connection, String quotedTable) {
    String sql = "SELECT pg_catalog.has_table_privilege(?, 'SELECT')";
    return Boolean.TRUE.equals(connection.execute(sql, quotedTable).one().get(0));
  }

  @Override
  public RunLock lock(Engine engine, RunnerOptions options, ProgressListener listener) {
    return MigrationLock.acquire(engine, options, listener);
  }

  @Override
  public RowKeeper rows() {
    return new PostgresRows();
  }

  @Override
  public void wipe(RunLock lock, RunLock.Work work, String schema) {
    lock.begin(work);
    lock.refusePooler(work.connection());
    new Wipe(schema).run(work.connection());
  }

  @Override
  public ScriptText script(Bookkeeping bookkeeping) {
    return new PsqlScript(bookkeeping);
  }
}
