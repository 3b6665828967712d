package org.aludel.migrations.runtime;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.aludel.dialect.Dialect;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.migrations.dialect.DialectPort;
import org.aludel.migrations.dialect.DialectPorts;
import org.aludel.migrations.loss.RowKeeper;

/** How revisions are run on a database. */
public interface RunDialect extends DialectPort {
  /** The provider for a dialect; throws UNSUPPORTED_DATABASE. */
  static RunDialect of(Dialect dialect) {
    return DialectPorts.of(RunDialect.class, dialect);
  }

  /** What is built of more than revisions, and not on each database. */
  enum Feature {
    /** Many tenants in one database, each with a schema. */
    TENANTS("tenants"),
    /** Revisions in steps that keep nobody out. */
    ONLINE("online revisions"),
    /** Changes of Liquibase that Aludel does not render itself. */
    LIQUIBASE("changes that only Liquibase runs"),
    /** Rows of files and generated rows. */
    SEEDS("seeds"),
    /** Mapped classes of a database. */
    REVERSE("classes of a database");

    private final String words;

    Feature(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }

  /**
   * Refuses what is not built for this database.
   *
   * @throws org.aludel.error.RevisionException UNSUPPORTED_DATABASE
   */
  void require(Feature feature);

  /** Whether an index can be there and not be valid. */
  boolean leavesInvalidIndexes();

  /** Where names without a schema are. */
  String defaultSchema();

  /**
   * The schemas that count, by what settings say.
   *
   * @throws org.aludel.error.UsageException INVALID_SETTING for what this database has not
   */
  List<String> schemas(List<String> said);

  /** The CREATE TABLE of the append-only log, with places for its name and that of its key. */
  String createLog();

  /** Which of some tables of a schema are there. */
  Set<String> existing(Connection connection, String schema, Collection<String> tables);

  /** Whether the role may read a table that is there. */
  boolean readable(Connection connection, String quotedTable);

  /** Waits until no other run is at work; throws LOCKED. */
  RunLock lock(Engine engine, RunnerOptions options, ProgressListener listener);

  /** What looks for rows that a downgrade loses, and keeps them. */
  RowKeeper rows();

  /**
   * Empties the database, while the lock is held and nobody else is at work; a transaction that is
   * open afterwards is that of the bookkeeping's first statements.
   */
  void wipe(RunLock lock, RunLock.Work work, String schema);

  /** A script for the database's own program, while it grows. */
  ScriptText script(Bookkeeping bookkeeping);
}
