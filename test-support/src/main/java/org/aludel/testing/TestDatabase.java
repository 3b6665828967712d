package org.aludel.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An empty PostgreSQL database for a test. Made by {@link PostgresTest} or {@link #another()};
 * dropped after the class (or method), open connections or not. Thread-safe.
 */
public final class TestDatabase implements AutoCloseable {
  private final TestServer server;
  private final String label;
  private final String name;
  private final Queue<TestDatabase> others = new ConcurrentLinkedQueue<>();

  TestDatabase(TestServer server, String label, String name) {
    this.server = server;
    this.label = label;
    this.name = name;
  }

  /** A URL that connects as superuser without more: it holds user and password. */
  public String jdbcUrl() {
    return server.url(name);
  }

  /** The database's name. */
  public String name() {
    return name;
  }

  /** The superuser's name. */
  public String user() {
    return server.user();
  }

  /** The superuser's password. */
  public String password() {
    return server.password();
  }

  /** The server's address. */
  public String host() {
    return server.host();
  }

  /** The server's port. */
  public int port() {
    return server.port();
  }

  /** The server's major version, such as 18. */
  public int majorVersion() {
    return server.majorVersion();
  }

  /** A new connection in autocommit mode; the caller closes it. */
  public Connection open() {
    try {
      return DriverManager.getConnection(jdbcUrl());
    } catch (SQLException e) {
      throw new IllegalStateException("cannot connect to " + name, e);
    }
  }

  /** A source of new connections, without a pool. */
  public DataSource dataSource() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(jdbcUrl());
    return source;
  }

  /**
   * Runs statements separated by semicolons, each in its own transaction unless the text says
   * BEGIN. Backslash commands of psql are left out.
   *
   * @throws IllegalStateException naming the statement that failed; those before it have been run
   */
  public void run(String sql) {
    try (Connection connection = open()) {
      run(connection, sql);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot run in " + name, e);
    }
  }

  /** As {@link #run(String)}, over a connection of the caller's, which is spared a new one. */
  public void run(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String part : SqlScript.statements(sql)) {
        execute(statement, part);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot run in " + name, e);
    }
  }

  private static void execute(Statement statement, String sql) {
    try {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage() + "\n  in: " + sql, e);
    }
  }

  /** The rows of a query as the driver's text of each value; a NULL is null. */
  public List<List<@Nullable String>> query(String sql) {
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet rows = statement.executeQuery(sql)) {
        return read(rows);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage() + "\n  in: " + sql, e);
    }
  }

  private static List<List<@Nullable String>> read(ResultSet rows) throws SQLException {
    List<List<@Nullable String>> all = new ArrayList<>();
    int width = rows.getMetaData().getColumnCount();
    while (rows.next()) {
      List<@Nullable String> row = new ArrayList<>();
      for (int column = 1; column <= width; column++) {
        row.add(rows.getString(column));
      }
      all.add(row);
    }
    return all;
  }

  /** Another new database on the same server; dropped together with this one, or by closing it. */
  public TestDatabase another() {
    TestDatabase other = server.create(label);
    others.add(other);
    return other;
  }

  /**
   * A new database that holds what this one holds now, at the cost of copying its files. Nobody may
   * be connected to this one meanwhile; several copies may be made at once. The caller closes it.
   *
   * @param copyLabel the beginning of its name
   */
  public TestDatabase copy(String copyLabel) {
    return server.create(copyLabel, name);
  }

  /**
   * The schema as {@link SchemaDump#standard()} gives it; empty where no {@code pg_dump} of the
   * server's version or later is installed.
   */
  public Optional<String> dumpSchema() {
    return SchemaDump.availableFor(this)
        ? Optional.of(SchemaDump.standard().of(this))
        : Optional.empty();
  }

  /** Drops the database; the second call does nothing. */
  @Override
  public void close() {
    for (TestDatabase other = others.poll(); other != null; other = others.poll()) {
      other.close();
    }
    server.drop(name);
  }

  @Override
  public String toString() {
    return "TestDatabase " + name;
  }
}
