package org.aludel.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A running server and the databases made on it. Thread-safe. */
final class TestServer implements AutoCloseable {
  private static final int NAME_LENGTH = 40;
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
    administer("CREATE DATABASE \"" + name + "\" TEMPLATE \"" + template + "\"");
    return new TestDatabase(this, label, name);
  }

  void drop(String name) {
    administer("DROP DATABASE IF EXISTS \"" + name + "\" WITH (FORCE)");
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
