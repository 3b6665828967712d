package org.aludel.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The JDBC driver of {@code jdbc:embedded:postgresql:DIR}: a real PostgreSQL whose data is kept in
 * DIR and which runs while somebody is connected.
 *
 * <pre>{@code
 * Connection connection = DriverManager.getConnection("jdbc:embedded:postgresql:~/shop?database=shop");
 * }</pre>
 *
 * DIR is absolute, relative to the working directory, or begins with {@code ~}; characters that a
 * URL cannot hold are written as {@code %3F}. Parameters: {@code database} (created if it is
 * missing; default {@code aludel}), {@code durable=false} (faster, for tests), {@code binaries=JAR}
 * (a server of another version), and all of the PostgreSQL driver, which makes the connections. The
 * first connection starts the server or joins the one that another process started; when the last
 * one of all processes is closed the server stops. Without a user the superuser {@code postgres} is
 * connected. Thread-safe.
 */
public final class EmbeddedDriver implements Driver {
  private final Map<Path, DirectoryServer> servers = new ConcurrentHashMap<>();

  static {
    try {
      DriverManager.registerDriver(new EmbeddedDriver());
    } catch (SQLException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** A driver with connections of its own; {@link DriverManager} has one already. */
  public EmbeddedDriver() {}

  /**
   * Connects; {@code null} for a URL of another driver.
   *
   * @throws SQLException with a code {@code ORM-EMBEDDED-…} if there is no server to connect to
   */
  @Override
  public @Nullable Connection connect(String url, @Nullable Properties info) throws SQLException {
    if (!EmbeddedUrl.isOurs(url)) {
      return null;
    }
    EmbeddedUrl parsed = EmbeddedUrl.parse(url);
    Properties properties = new Properties();
    if (info != null) {
      info.stringPropertyNames().forEach(name -> properties.put(name, info.getProperty(name)));
    }
    properties.putAll(parsed.driver());
    Path directory = Layout.prepare(parsed.directory()).root();
    return servers.computeIfAbsent(directory, DirectoryServer::new).connect(parsed, properties);
  }

  @Override
  public boolean acceptsURL(String url) {
    return EmbeddedUrl.isOurs(url);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, @Nullable Properties info) {
    return new DriverPropertyInfo[] {
      described("database", EmbeddedUrl.DEFAULT_DATABASE, "created if it is missing"),
      described("durable", "true", "whether commits survive a crash of the machine"),
      described("binaries", "", "a jar of binaries in place of the class path's")
    };
  }

  private static DriverPropertyInfo described(String name, String value, String description) {
    DriverPropertyInfo property = new DriverPropertyInfo(name, value);
    property.description = description;
    return property;
  }

  @Override
  public int getMajorVersion() {
    return 0;
  }

  @Override
  public int getMinorVersion() {
    return 1;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("this driver does not log");
  }
}
