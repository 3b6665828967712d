package org.aludel.engine;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.aludel.dialect.Dialect;
import org.aludel.error.DatabaseException;
import org.aludel.error.EngineCode;
import org.aludel.error.Problem;
import org.jspecify.annotations.Nullable;

/** Physical connections by the driver of a URL; asks for the password at each one. */
final class DriverSource implements DataSource {
  private final DatabaseUrl url;
  private final EngineOptions options;
  private final Dialect dialect;
  private int loginTimeoutSeconds;
  private @Nullable PrintWriter logWriter;

  DriverSource(DatabaseUrl url, EngineOptions options, Dialect dialect) {
    this.url = url;
    this.options = options;
    this.dialect = dialect;
  }

  @Override
  public Connection getConnection() throws SQLException {
    String user = options.user() != null ? options.user() : url.user();
    String password = options.password() != null ? options.password().get() : url.password();
    return open(user, password);
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return open(user, password);
  }

  private Connection open(@Nullable String user, @Nullable String password) throws SQLException {
    Properties properties = new Properties();
    dialect
        .driverProperties()
        .forEach(
            (key, value) -> {
              if (!url.query().containsKey(key)) {
                properties.setProperty(key, value);
              }
            });
    options.properties().forEach(properties::setProperty);
    if (user != null) {
      properties.setProperty("user", user);
    }
    if (password != null) {
      properties.setProperty("password", password);
    }
    Connection connection = driver().connect(driverUrl(), properties);
    if (connection == null) {
      throw noDriver();
    }
    return told(connection);
  }

  private Connection told(Connection connection) throws SQLException {
    try {
      for (ExecutionListener listener : options.listeners()) {
        listener.connected(connection);
      }
      return connection;
    } catch (SQLException | RuntimeException failure) {
      connection.close();
      throw failure;
    }
  }

  /** A URL's parameter wins over a property in pgjdbc, so those that options override go. */
  private String driverUrl() {
    Map<String, String> query = new java.util.TreeMap<>(url.query());
    query.keySet().removeAll(options.properties().keySet());
    return url.withQuery(query).jdbcUrl();
  }

  private Driver driver() {
    Optional<Driver> driver =
        DriverManager.drivers().filter(one -> accepts(one, url.jdbcUrl())).findFirst();
    return driver.orElseThrow(this::noDriver);
  }

  private static boolean accepts(Driver driver, String jdbcUrl) {
    try {
      return driver.acceptsURL(jdbcUrl);
    } catch (SQLException refusal) {
      return false;
    }
  }

  private DatabaseException noDriver() {
    String artifact =
        url.protocol().equals("jdbc:embedded:postgresql")
            ? "org.aludel:aludel-embedded-postgres"
            : dialect.driver();
    return new DatabaseException(
        Problem.of(EngineCode.NO_DRIVER, "cannot connect to \"" + url + "\"")
            .found("no JDBC driver on the class path that accepts such a URL")
            .fix("add the dependency " + artifact),
        null,
        null);
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return logWriter;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter writer) {
    logWriter = writer;
  }

  @Override
  public void setLoginTimeout(int seconds) {
    loginTimeoutSeconds = seconds;
  }

  @Override
  public int getLoginTimeout() {
    return loginTimeoutSeconds;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("this data source logs through SLF4J");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (!type.isInstance(this)) {
      throw new SQLException("not a wrapper for " + type.getName());
    }
    return type.cast(this);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
