package org.aludel.dialect.postgresql;

import java.sql.Connection;
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
      throw PostgresErrors.translate(e, FailedStatement.of(null));
    }
  }

  private void prepare(String defaultSchema) {
    try {
      if (ownTransaction) {
        execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
      }
      query(
          "SELECT name, current_setting(name) AS found, set_config(name, value, true) FROM "
              + values(settings(defaultSchema)),
          row -> found.put(text(row, "name"), text(row, "found")));
    } catch (RuntimeException e) {
      close();
      throw e;
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

  /** Runs one query and hands over each row. */
  void query(String sql, RowConsumer consumer) {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.setFetchSize(FETCH_SIZE);
      try (ResultSet rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          consumer.accept(rows);
        }
      }
    } catch (SQLException e) {
      failed = true;
      throw PostgresErrors.translate(e, FailedStatement.of(sql));
    }
  }

  private void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      failed = true;
      throw PostgresErrors.translate(e, FailedStatement.of(sql));
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

  /** Ends the own transaction, or gives the caller's its settings back. */
  @Override
  public void close() {
    try {
      if (ownTransaction) {
        connection.rollback();
        connection.setAutoCommit(true);
      } else if (!failed && !found.isEmpty()) {
        query("SELECT set_config(name, value, true) FROM " + values(found), row -> {});
      }
    } catch (SQLException e) {
      throw PostgresErrors.translate(e, FailedStatement.of(null));
    }
  }
}
