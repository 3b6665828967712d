package org.aludel.embedded;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;
import org.postgresql.Driver;

/** Connections to the databases of a running server. */
record Databases(int port, String password) {
  private static final String MAINTENANCE = "postgres";

  /** duplicate_database, and unique_violation in the catalogue when two create it at once. */
  private static final Set<String> EXISTS = Set.of("42P04", "23505");

  String url(String database) {
    return "jdbc:postgresql://"
        + Server.HOST
        + ":"
        + port
        + "/"
        + URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Connects; the superuser's password is filled in where no other user is named. */
  Connection connect(String database, Properties given) throws SQLException {
    Properties properties = new Properties();
    given.stringPropertyNames().forEach(name -> properties.put(name, given.getProperty(name)));
    properties.putIfAbsent("user", Server.USER);
    if (properties.getProperty("user").equals(Server.USER)) {
      properties.put("password", password);
    }
    Connection connection = new Driver().connect(url(database), properties);
    if (connection == null) {
      throw new IllegalStateException("the PostgreSQL driver refuses its own URL");
    }
    return connection;
  }

  /** Creates a database unless it is there. */
  void ensure(String database) throws SQLException {
    if (database.equals(MAINTENANCE)) {
      return;
    }
    try (Connection connection = connect(MAINTENANCE, new Properties())) {
      if (!exists(connection, database)) {
        create(connection, database);
      }
    }
  }

  private static boolean exists(Connection connection, String database) throws SQLException {
    String sql = "SELECT 1 FROM pg_catalog.pg_database WHERE datname = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, database);
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  private static void create(Connection connection, String database) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE \"" + database.replace("\"", "\"\"") + "\"");
    } catch (SQLException e) {
      if (!EXISTS.contains(e.getSQLState())) {
        throw Failure.of(
                EmbeddedCode.DATABASE_FAILED, "cannot create database \"" + database + "\"")
            .found(String.valueOf(e.getMessage()))
            .toException(e);
      }
    }
  }

  /** The value of a server setting. */
  String setting(String name) throws SQLException {
    try (Connection connection = connect(MAINTENANCE, new Properties());
        PreparedStatement statement =
            connection.prepareStatement("SELECT pg_catalog.current_setting(?)")) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
