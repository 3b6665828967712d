package org.aludel.migrations.scratch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.compile.SqlLiteral;
import org.aludel.engine.Connection;
import org.aludel.engine.Result;
import org.aludel.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * What a database was created with and what was set on it. Source: PostgreSQL 18, pg_database and
 * pg_db_role_setting; the names of the locale's column differ by version.
 *
 * @param createOptions the options of CREATE DATABASE
 * @param settings parameter names and values as stored, such as {@code TimeZone=UTC}
 */
record DatabaseSettings(String createOptions, List<String> settings) {
  /** Parameters whose stored value is a list that is quoted already. Source: pg_dump. */
  private static final Set<String> LISTS =
      Set.of(
          "search_path",
          "temp_tablespaces",
          "local_preload_libraries",
          "session_preload_libraries",
          "shared_preload_libraries",
          "unix_socket_directories");

  DatabaseSettings {
    settings = List.copyOf(settings);
  }

  static DatabaseSettings of(Connection connection) {
    Row row;
    try (Result<Row> rows =
        connection.execute(
            """
            SELECT pg_encoding_to_char(encoding) AS encoding, datcollate, datctype,
              to_jsonb(d) ->> 'datlocprovider' AS provider,
              coalesce(to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale') AS locale,
              to_jsonb(d) ->> 'daticurules' AS rules
            FROM pg_database d WHERE datname = current_database()""")) {
      row = rows.one();
    }
    List<String> settings = new ArrayList<>();
    try (Result<Row> rows =
        connection.execute(
            """
            SELECT unnest(setconfig) AS setting FROM pg_db_role_setting
            WHERE setrole = 0
              AND setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
            ORDER BY 1""")) {
      rows.forEach(each -> settings.add(String.valueOf(each.get("setting"))));
    }
    return new DatabaseSettings(createOptions(row), settings);
  }

  /** The statements that give the same settings to another database. */
  List<String> statements(String database, IdentifierQuoter quoter) {
    List<String> statements = new ArrayList<>();
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      String name = setting.substring(0, equals);
      String value = setting.substring(equals + 1);
      boolean list = LISTS.contains(name.toLowerCase(Locale.ROOT)) && !value.isEmpty();
      statements.add(
          "ALTER DATABASE "
              + quoter.quote(database)
              + " SET "
              + setting(name, quoter)
              + " TO "
              + (list ? value : SqlLiteral.text(value)));
    }
    return statements;
  }

  /** A parameter of an extension has a dot in its name. */
  private static String setting(String name, IdentifierQuoter quoter) {
    List<String> parts = List.of(name.split("\\."));
    return String.join(".", parts.stream().map(quoter::quote).toList());
  }

  private static String createOptions(Row row) {
    StringBuilder options = new StringBuilder(" ENCODING ").append(literal(row, "encoding"));
    options.append(" LC_COLLATE ").append(literal(row, "datcollate"));
    options.append(" LC_CTYPE ").append(literal(row, "datctype"));
    String provider = (String) row.get("provider");
    if ("i".equals(provider)) {
      options.append(" LOCALE_PROVIDER icu ICU_LOCALE ").append(literal(row, "locale"));
      if (row.get("rules") != null) {
        options.append(" ICU_RULES ").append(literal(row, "rules"));
      }
    } else if ("b".equals(provider)) {
      options.append(" LOCALE_PROVIDER builtin BUILTIN_LOCALE ").append(literal(row, "locale"));
    } else if (provider != null) {
      options.append(" LOCALE_PROVIDER libc");
    }
    return options.toString();
  }

  private static String literal(Row row, String column) {
    @Nullable Object value = row.get(column);
    return SqlLiteral.text(String.valueOf(value));
  }
}
