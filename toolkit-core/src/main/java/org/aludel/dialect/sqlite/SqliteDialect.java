package org.aludel.dialect.sqlite;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.compile.BulkCompiler;
import org.aludel.compile.CompiledStatement;
import org.aludel.compile.DdlCompiler;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.compile.Structure;
import org.aludel.ddl.DdlStatement;
import org.aludel.dialect.Capability;
import org.aludel.dialect.Dialect;
import org.aludel.dialect.FailedStatement;
import org.aludel.dialect.TransactionModes;
import org.aludel.error.DatabaseException;
import org.aludel.error.EngineCode;
import org.aludel.error.Problem;
import org.aludel.error.UsageException;
import org.aludel.reflect.CatalogReader;
import org.aludel.schema.translation.SchemaTranslation;
import org.aludel.sql.Statement;
import org.aludel.type.SqlType;

/** SQLite 3.39 and later over sqlite-jdbc. */
public final class SqliteDialect implements Dialect {
  static final String NAME = "sqlite";
  private static final String PREFIX = "jdbc:sqlite:";

  /** The oldest one with RETURNING, outer joins of all kinds and IS DISTINCT FROM. */
  private static final int OLDEST_MINOR = 39;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean accepts(String jdbcUrl) {
    return jdbcUrl.startsWith(PREFIX);
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.copyOf(
        EnumSet.of(
            Capability.RETURNING,
            Capability.ON_CONFLICT,
            Capability.TRANSACTIONAL_DDL,
            Capability.KEY_ORDER));
  }

  @Override
  public String driver() {
    return "org.xerial:sqlite-jdbc";
  }

  /** A database in memory is that of its connection. Source: SQLite, in-memory databases. */
  @Override
  public int maximumConnections(String jdbcUrl) {
    String place = jdbcUrl.substring(PREFIX.length()).split("\\?", 2)[0];
    boolean own = place.isEmpty() || place.equals(":memory:") || jdbcUrl.contains("mode=memory");
    return own && !jdbcUrl.contains("cache=shared") ? 1 : Integer.MAX_VALUE;
  }

  @Override
  public <J> SqlType<J> type(SqlType<J> type) {
    return SqliteTypes.of(type);
  }

  @Override
  public SqlType<?> resultType(String driverName) {
    return SqliteTypes.ofResult(driverName);
  }

  /** The driver runs the first statement and keeps silent about the others. */
  @Override
  public void requireRunnable(String text) {
    if (text.indexOf(';') >= 0 && statements(text).size() > 1) {
      throw SqliteRefusal.of("several statements in one text", text, "run them one by one");
    }
  }

  @Override
  public List<String> statements(String text) {
    return new SqliteTokens(text).statements();
  }

  @Override
  public <J> String literal(SqlType<J> type, J value) {
    return SqliteLiteral.of(type(type), value);
  }

  @Override
  public IdentifierQuoter quoter() {
    return SqliteIdentifiers.quoter();
  }

  @Override
  public BulkCompiler bulkCompiler(SchemaTranslation schemas) {
    return new SqliteBulkCompiler(
        quoter().in(schemas), query -> compile(query).sql(schemas, quoter()));
  }

  @Override
  public DdlCompiler ddlCompiler(SchemaTranslation schemas) {
    return new SqliteDdlCompiler(schemas);
  }

  @Override
  public List<DdlStatement> arranged(List<DdlStatement> statements) {
    return SqliteArrangement.of(statements);
  }

  @Override
  public CatalogReader catalogReader() {
    return new SqliteCatalogReader();
  }

  @Override
  public CompiledStatement compile(Statement<?> statement, Structure structure) {
    return new SqliteSqlCompiler(structure).compile(statement);
  }

  @Override
  public void requireSupported(DatabaseMetaData server) throws SQLException {
    String version = server.getDatabaseProductVersion();
    String[] parts = version.split("\\.");
    if (parts[0].equals("3") && Integer.parseInt(parts[1]) < OLDEST_MINOR) {
      throw new DatabaseException(
          Problem.of(EngineCode.UNSUPPORTED_SERVER, "cannot work with this SQLite")
              .found("SQLite " + version)
              .expected("SQLite 3." + OLDEST_MINOR + " or later")
              .fix("use a newer " + driver()),
          null,
          null);
    }
  }

  /**
   * Foreign keys count, and LIKE tells upper from lower case, as in the standard. Source:
   * sqlite-jdbc, SQLiteConfig.
   */
  @Override
  public Map<String, String> driverProperties() {
    return Map.of("foreign_keys", "true", "case_sensitive_like", "true");
  }

  /** Source: SQLite, isolation. */
  @Override
  public String transactionModes(TransactionModes modes) {
    throw new UsageException(
        Problem.of(
                EngineCode.INVALID_SETTING, "cannot begin a transaction of SQLite " + modes.sql())
            .found("modes of a transaction, of which SQLite has one")
            .expected("none: its transactions are serializable, and read until they write")
            .fix("leave the option out, or open the file for reading: open_mode=1 in the address"));
  }

  @Override
  public DatabaseException translate(SQLException error, FailedStatement statement) {
    return SqliteErrors.translate(error, statement);
  }

  @Override
  public DatabaseException translateConnect(SQLException error, String target) {
    return SqliteErrors.translateConnect(error, target);
  }
}
