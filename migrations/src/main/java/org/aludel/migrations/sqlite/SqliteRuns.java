package org.aludel.migrations.sqlite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aludel.dialect.Dialect;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.error.UsageException;
import org.aludel.migrations.loss.RowKeeper;
import org.aludel.migrations.runtime.Bookkeeping;
import org.aludel.migrations.runtime.ProgressListener;
import org.aludel.migrations.runtime.RunDialect;
import org.aludel.migrations.runtime.RunLock;
import org.aludel.migrations.runtime.RunnerOptions;
import org.aludel.migrations.runtime.ScriptText;
import org.aludel.sql.Row;

/** Runs on SQLite: the lock of a file beside the database, whose only schema is {@code main}. */
public final class SqliteRuns implements RunDialect {
  static final String NAME = "sqlite";
  static final String SCHEMA = "main";

  /** What settings say when nobody has said anything, which names no schema of SQLite. */
  private static final String UNSAID = "public";

  /** The key counts upwards, since nothing is ever deleted. */
  private static final String CREATE_LOG =
      """
      CREATE TABLE %s (
        id integer NOT NULL,
        revision varchar(64) NOT NULL,
        step varchar(255),
        action varchar(10) NOT NULL,
        at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
        digest varchar(64) NOT NULL,
        canonical_text text NOT NULL,
        duration_ms bigint NOT NULL,
        applied_by text NOT NULL DEFAULT 'whoever may write the file',
        host text NOT NULL,
        tool_version varchar(64) NOT NULL,
        CONSTRAINT %s PRIMARY KEY (id))\
      """;

  @Override
  public boolean serves(Dialect dialect) {
    return dialect.name().equals(NAME);
  }

  @Override
  public void require(Feature feature) {
    throw new RevisionException(
        Problem.of(
                MigrationCode.UNSUPPORTED_DATABASE,
                "cannot work with " + feature.words() + " on SQLite")
            .found("a database file of one schema and one writer")
            .expected("PostgreSQL")
            .fix("leave it out for this database"));
  }

  @Override
  public boolean leavesInvalidIndexes() {
    return false;
  }

  @Override
  public String defaultSchema() {
    return SCHEMA;
  }

  @Override
  public List<String> schemas(List<String> said) {
    for (String each : said) {
      if (!each.equals(UNSAID) && !each.equals(SCHEMA)) {
        throw noSchema(each);
      }
    }
    return List.of(SCHEMA);
  }

  private static UsageException noSchema(String found) {
    return new UsageException(
        Problem.of(MigrationCode.INVALID_SETTING, "cannot use schema \"" + found + "\" in SQLite")
            .found("a database of one schema, " + SCHEMA)
            .expected("no schema in the settings")
            .fix("leave out schemas and version.schema; another file is another database"));
  }

  @Override
  public String createLog() {
    return CREATE_LOG;
  }

  @Override
  public Set<String> existing(Connection connection, String schema, Collection<String> tables) {
    if (!schema.equals(SCHEMA)) {
      throw noSchema(schema);
    }
    Set<String> names = new LinkedHashSet<>();
    for (Row row : connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
      names.add(String.valueOf(row.get(0)));
    }
    names.retainAll(tables);
    return names;
  }

  /** Whoever may open the file may read all of it. */
  @Override
  public boolean readable(Connection connection, String quotedTable) {
    return true;
  }

  @Override
  public RunLock lock(Engine engine, RunnerOptions options, ProgressListener listener) {
    return SqliteRunLock.acquire(engine, options, listener);
  }

  @Override
  public RowKeeper rows() {
    return new SqliteRows();
  }

  /** Without foreign keys, which would delete row by row what goes as a whole. */
  @Override
  public void wipe(RunLock lock, RunLock.Work work, String schema) {
    Connection connection = work.connection();
    connection.rollback();
    ForeignKeys keys = ForeignKeys.off(connection);
    try {
      List<String> drops = new ArrayList<>();
      String sql =
          "SELECT type, name FROM sqlite_schema WHERE type IN ('view', 'table')"
              + " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type DESC, name";
      for (Row row : connection.execute(sql)) {
        String name = connection.dialect().quoter().quote(String.valueOf(row.get(1)));
        drops.add("DROP " + row.get(0) + " IF EXISTS " + name);
      }
      drops.forEach(connection::update);
      connection.commit();
    } finally {
      keys.restore(connection);
    }
  }

  @Override
  public ScriptText script(Bookkeeping bookkeeping) {
    return new SqliteScript(bookkeeping);
  }
}
