package org.aludel.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.aludel.compile.SqlLiteral;
import org.aludel.dialect.FailedStatement;
import org.aludel.error.DatabaseException;
import org.aludel.error.EngineCode;
import org.aludel.error.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The transaction in which a catalogue is read. The text that the server makes of expressions,
 * types and names depends on session settings, so they are fixed for the transaction. On a
 * connection in autocommit mode it is a transaction of its own over one snapshot; otherwise the
 * caller's goes on and gets its settings back. Not thread-safe.
 */
final class PostgresCatalogSession implements AutoCloseable {
  /** Rows that the driver holds at once; one query has up to twelve a table. */
  private static final int FETCH_SIZE = 5_000;

  /**
   * The deparser of views locks what they stand on, so a reading waits for whoever changes that.
   * Holds where the session says nothing of its own.
   */
  private static final String LOCK_TIMEOUT = "10s";

  private final Connection connection;
  private final boolean ownTransaction;
  private final Map<String, String> found = new LinkedHashMap<>();
  private boolean failed;

  private PostgresCatalogSession(Connection connection, boolean ownTransaction) {
    this.connection = connection;
    this.ownTransaction = ownTransaction;
  }

  /** Takes one row of a result; must not move the cursor. */
  @FunctionalInterface
  interface RowConsumer {
    void accept(ResultSet row) throws SQLException;
  }

  static PostgresCatalogSession open(Connection connection, String defaultSchema) {
    try {
      new PostgresDialect().requireSupported(connection.getMetaData());
      boolean own = connection.getAutoCommit();
      PostgresCatalogSession session = new PostgresCatalogSession(connection, own);
      if (own) {
        connection.setAutoCommit(false);
      }
      session.prepare(defaultSchema);
      return session;
    } catch (SQLException e) {
      throw PostgresCatalogDiagnosis.translate(connection, e, "settings");
    }
  }

  /** Whether reading on this connection is a transaction of its own. */
  static boolean isOwnTransaction(Connection connection) {
    try {
      return !connection.isClosed() && connection.getAutoCommit();
    } catch (SQLException e) {
      throw PostgresErrors.translate(e, FailedStatement.of(null));
    }
  }

  private void prepare(String defaultSchema) {
    try {
      if (ownTransaction) {
        execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
      }
      query(
          "settings",
          SETTINGS.formatted(values(settings(defaultSchema)), SqlLiteral.text(defaultSchema)),
          row -> takeSetting(row, defaultSchema));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private static final String SETTINGS =
      """
      SELECT name, current_setting(name) AS found,
        set_config(name, CASE WHEN name = 'lock_timeout' AND current_setting(name) <> '0'
          THEN current_setting(name) ELSE value END, true),
        current_user AS role, coalesce((SELECT has_schema_privilege(n.oid, 'USAGE')
          FROM pg_namespace n WHERE n.nspname = %2$s), true) AS usable
      FROM %1$s\
      """;

  /**
   * The server leaves a schema out of the path that the role may not use, and would then write the
   * names in it otherwise than for other roles.
   */
  private void takeSetting(ResultSet row, String defaultSchema) throws SQLException {
    found.put(text(row, "name"), text(row, "found"));
    if (!row.getBoolean("usable")) {
      String role = text(row, "role");
      throw new DatabaseException(
          Problem.of(
                  EngineCode.PERMISSION, "cannot read the default schema \"" + defaultSchema + "\"")
              .found("that role \"" + role + "\" has no USAGE on it")
              .expected("USAGE on the schema whose objects go without a schema's name")
              .fix(
                  "GRANT USAGE ON SCHEMA "
                      + PostgresIdentifiers.quoter().quote(defaultSchema)
                      + " TO "
                      + PostgresIdentifiers.quoter().quote(role)
                      + ", or connect as another role, or read with another default schema"),
          "42501",
          null);
    }
  }

  /**
   * The temporary schema stands last, or its tables would hide others of the same name and so
   * change how those are written. JIT would compile each of these large queries for nothing. In a
   * database that was filled a moment ago the planner knows nothing of its catalogue and would
   * choose nested loops over ten thousands of rows; hash joins are as fast and always linear.
   */
  private static Map<String, String> settings(String defaultSchema) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("search_path", PostgresIdentifiers.quoter().quote(defaultSchema) + ", pg_temp");
    settings.put("datestyle", "ISO, MDY");
    settings.put("intervalstyle", "postgres");
    settings.put("timezone", "UTC");
    settings.put("extra_float_digits", "3");
    settings.put("bytea_output", "hex");
    settings.put("quote_all_identifiers", "off");
    settings.put("jit", "off");
    settings.put("enable_nestloop", "off");
    settings.put("lock_timeout", LOCK_TIMEOUT);
    return settings;
  }

  private static String values(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(one -> SqlLiteral.text(one.getKey()) + ", " + SqlLiteral.text(one.getValue()))
        .collect(Collectors.joining("), (", "(VALUES (", ")) setting(name, value)"));
  }

  /** The server's major version. */
  int majorVersion() {
    try {
      return connection.getMetaData().getDatabaseMajorVersion();
    } catch (SQLException e) {
      throw PostgresErrors.translate(e, FailedStatement.of(null));
    }
  }

  /**
   * Runs one query and hands over each row. To plan it takes the server as long as to run it, so it
   * is prepared: a connection that reads again and again, by the driver's threshold, keeps plans.
   *
   * @param part what it lists, for messages
   */
  void query(String part, String sql, RowConsumer consumer) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(FETCH_SIZE);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          consumer.accept(rows);
        }
      }
    } catch (SQLException e) {
      failed = true;
      throw PostgresCatalogDiagnosis.translate(connection, e, part);
    }
  }

  private void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      failed = true;
      throw PostgresCatalogDiagnosis.translate(connection, e, "settings");
    }
  }

  /** The text of a column that is never null. */
  static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column));
  }

  /** The elements of a {@code text[]}; none for NULL. */
  static List<String> texts(ResultSet row, String column) throws SQLException {
    java.sql.@Nullable Array array = row.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }

  /** The elements of an {@code int8[]}. */
  static List<Long> oids(ResultSet row, String column) throws SQLException {
    return List.of((Long[]) Objects.requireNonNull(row.getArray(column)).getArray());
  }

  /** The lines of a {@code text[][]}; none for NULL. */
  static List<List<@Nullable String>> rows(ResultSet row, String column) throws SQLException {
    java.sql.@Nullable Array array = row.getArray(column);
    List<List<@Nullable String>> lines = new ArrayList<>();
    if (array != null && array.getArray() instanceof String[][] found) {
      for (@Nullable String[] line : found) {
        lines.add(Arrays.asList(line));
      }
    }
    return lines;
  }

  /** Options as {@code name=value}, in their order; none for NULL. */
  static Map<String, String> options(ResultSet row, String column) throws SQLException {
    Map<String, String> options = new LinkedHashMap<>();
    for (String option : texts(row, column)) {
      int equals = option.indexOf('=');
      options.put(option.substring(0, equals), option.substring(equals + 1));
    }
    return options;
  }

  /** The elements of an {@code int4[]}; none for NULL. */
  static List<Integer> numbers(ResultSet row, String column) throws SQLException {
    java.sql.@Nullable Array array = row.getArray(column);
    return array == null ? List.of() : List.of((Integer[]) array.getArray());
  }

  /** Nothing is left to end on a connection that was lost, which the reading has said. */
  private void end() throws SQLException {
    if (!connection.isClosed()) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** Ends the own transaction, or gives the caller's its settings back. */
  @Override
  public void close() {
    try {
      if (ownTransaction) {
        end();
      } else if (!failed && !found.isEmpty()) {
        query("settings", "SELECT set_config(name, value, true) FROM " + values(found), row -> {});
      }
    } catch (SQLException e) {
      throw PostgresErrors.translate(e, FailedStatement.of(null));
    }
  }
}
