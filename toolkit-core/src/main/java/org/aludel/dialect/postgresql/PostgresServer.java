package org.aludel.dialect.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.aludel.dialect.Dialect;

/**
 * What a server says of itself, by which those that only speak PostgreSQL's language are known.
 * Immutable.
 *
 * @param version what {@code version()} gives
 * @param citus whether the database has the extension Citus
 */
record PostgresServer(String version, boolean citus) {
  private static final String QUESTION =
      "SELECT version(), EXISTS (SELECT 1 FROM pg_catalog.pg_extension WHERE extname = 'citus')";

  /** Asks the server; leaves no transaction behind. */
  static PostgresServer of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(QUESTION)) {
      rows.next();
      return new PostgresServer(rows.getString(1), rows.getBoolean(2));
    } finally {
      if (!connection.getAutoCommit()) {
        connection.rollback();
      }
    }
  }

  /**
   * How it is spoken to. Source: the texts are those of the servers themselves, and what
   * SQLAlchemy, Liquibase and Flyway look for as well.
   */
  Dialect dialect() {
    if (version.startsWith("CockroachDB")) {
      return new CockroachDialect();
    }
    if (version.contains("-YB-")) {
      return new YugabyteDialect();
    }
    return citus ? new CitusDialect() : new PostgresDialect();
  }
}
