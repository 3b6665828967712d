package org.aludel.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A running server and the databases made on it. Thread-safe. */
final class TestServer implements AutoCloseable {
  private static final int NAME_LENGTH = 40;

  /** How often it is looked whether sessions have ended, and the pause between two looks. */
  private static final int TURNS = 50;

  private static final long TURN_NANOS = 2_000_000;

  private final ServerProcess process;
  private final AtomicInteger made = new AtomicInteger();

  private TestServer(ServerProcess process) {
    this.process = process;
  }

  /** The newest version: in a container where Docker answers, else embedded. */
  static TestServer newest() {
    return new TestServer(
        Docker.answers() ? ContainerProcess.start() : EmbeddedProcess.startNewest());
  }

  /** The version that the machines' pg_dump can read. */
  static TestServer judge() {
    return new TestServer(EmbeddedProcess.startJudge());
  }

  /** That major version, embedded. */
  static TestServer ofVersion(int version) {
    return new TestServer(EmbeddedProcess.startVersion(version));
  }

  /** A server that somebody else started and closes through this one. */
  static TestServer of(ServerProcess process) {
    return new TestServer(process);
  }

  /** A new, empty database; template0 is the one template that nobody can be connected to. */
  TestDatabase create(String label) {
    return create(label, "template0");
  }

  /** A copy of a database to which nobody is connected. */
  TestDatabase create(String label, String template) {
    String start = label.replaceAll("[^a-z0-9_]", "_");
    String name =
        start.substring(0, Math.min(NAME_LENGTH, start.length())) + "_" + made.incrementAndGet();
    administer("CREATE DATABASE \"" + name + "\" TEMPLATE \"" + template + "\"" + strategy());
    return new TestDatabase(this, label, name);
  }

  /** Files are copied in half of the time that the write-ahead log of their pages takes. */
  private String strategy() {
    return majorVersion() >= 15 ? " STRATEGY file_copy" : "";
  }

  void drop(String name) {
    try (Connection connection = DriverManager.getConnection(url("postgres"));
        Statement statement = connection.createStatement()) {
      endSessions(statement, name);
      statement.execute("DROP DATABASE IF EXISTS \"" + name + "\" WITH (FORCE)");
    } catch (SQLException e) {
      throw new IllegalStateException("cannot drop " + name, e);
    }
  }

  /**
   * By FORCE the server ends them too, but then looks only every tenth of a second whether they are
   * gone. Who is not gone in time is left to it.
   */
  private static void endSessions(Statement statement, String database) throws SQLException {
    String end =
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '"
            + database
            + "'";
    for (int turn = 0; turn < TURNS && number(statement, end) > 0; turn++) {
      LockSupport.parkNanos(TURN_NANOS);
    }
  }

  private static long number(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  private void administer(String sql) {
    try (Connection connection = DriverManager.getConnection(url("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot run " + sql, e);
    }
  }

  String url(String database) {
    return "jdbc:postgresql://"
        + host()
        + ":"
        + port()
        + "/"
        + database
        + "?user="
        + user()
        + "&password="
        + password();
  }

  String host() {
    return process.host();
  }

  int port() {
    return process.port();
  }

  String user() {
    return process.user();
  }

  String password() {
    return process.password();
  }

  int majorVersion() {
    return process.majorVersion();
  }

  @Override
  public void close() {
    process.close();
  }
}
