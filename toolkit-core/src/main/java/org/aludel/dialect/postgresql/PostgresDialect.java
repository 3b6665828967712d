package org.aludel.dialect.postgresql;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aludel.compile.BulkCompiler;
import org.aludel.compile.CompiledStatement;
import org.aludel.compile.DdlCompiler;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.compile.Structure;
import org.aludel.dialect.Capability;
import org.aludel.dialect.CopySource;
import org.aludel.dialect.Dialect;
import org.aludel.dialect.FailedStatement;
import org.aludel.error.DatabaseException;
import org.aludel.error.EngineCode;
import org.aludel.error.Problem;
import org.aludel.reflect.CatalogReader;
import org.aludel.schema.translation.SchemaTranslation;
import org.aludel.sql.Statement;

/**
 * PostgreSQL 13 and later over pgjdbc. Servers that are compatible with it are this one with fewer
 * capabilities, and are found out with the first connection.
 */
public sealed class PostgresDialect implements Dialect
    permits CitusDialect, CockroachDialect, YugabyteDialect {
  static final String NAME = "postgresql";

  /** The oldest server that is tested. Source: DESIGN, platforms. */
  private static final int OLDEST_VERSION = 13;

  private static final List<String> PREFIXES =
      List.of("jdbc:postgresql:", "jdbc:embedded:postgresql:", "jdbc:tc:postgresql:");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String product() {
    return "PostgreSQL";
  }

  @Override
  public Dialect of(Connection first) throws SQLException {
    return PostgresServer.of(first).dialect();
  }

  @Override
  public boolean accepts(String jdbcUrl) {
    return PREFIXES.stream().anyMatch(jdbcUrl::startsWith);
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.copyOf(EnumSet.allOf(Capability.class));
  }

  @Override
  public String driver() {
    return "org.postgresql:postgresql";
  }

  @Override
  public IdentifierQuoter quoter() {
    return PostgresIdentifiers.quoter();
  }

  @Override
  public long copy(Connection connection, String sql, CopySource rows) throws SQLException {
    return PostgresCopy.run(connection, sql, rows);
  }

  @Override
  public BulkCompiler bulkCompiler(SchemaTranslation schemas) {
    return new PostgresBulkCompiler(
        quoter().in(schemas), query -> compile(query).sql(schemas, quoter()));
  }

  @Override
  public DdlCompiler ddlCompiler(SchemaTranslation schemas) {
    return new PostgresDdlCompiler(schemas);
  }

  @Override
  public CatalogReader catalogReader() {
    return new PostgresCatalogReader();
  }

  @Override
  public CompiledStatement compile(Statement<?> statement, Structure structure) {
    return new PostgresSqlCompiler(structure, this::type).compile(statement);
  }

  @Override
  public void requireSupported(DatabaseMetaData server) throws SQLException {
    if (server.getDatabaseMajorVersion() < OLDEST_VERSION) {
      throw new DatabaseException(
          Problem.of(
                  EngineCode.UNSUPPORTED_SERVER,
                  "cannot work with the server behind \"" + PostgresErrors.host(server) + "\"")
              .found("PostgreSQL " + server.getDatabaseProductVersion())
              .expected("PostgreSQL " + OLDEST_VERSION + " or later"),
          null,
          null);
    }
  }

  /**
   * The application's name is what {@code pg_stat_activity} shows. A peer that vanished without a
   * word is noticed, which a connection that only waits would not. Source: pgjdbc.
   */
  @Override
  public Map<String, String> driverProperties() {
    return Map.of("ApplicationName", "aludel", "tcpKeepAlive", "true");
  }

  /**
   * What was received and replayed wholly is no lag, however old the last transaction is; but only
   * while somebody receives. Source: PostgreSQL 18 §9.28.4, §27.2.
   */
  @Override
  public Optional<String> replicaLagQuery() {
    return Optional.of(
        """
        SELECT CASE
          WHEN NOT pg_is_in_recovery() THEN 0
          WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn()
            AND EXISTS (SELECT FROM pg_stat_wal_receiver) THEN 0
          ELSE extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp())
        END::float8\
        """);
  }

  @Override
  public DatabaseException translate(SQLException error, FailedStatement statement) {
    return PostgresErrors.translate(error, statement);
  }

  @Override
  public DatabaseException translateConnect(SQLException error, String target) {
    return PostgresErrors.translateConnect(error, target);
  }
}
