package org.aludel.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.aludel.embedded.EmbeddedPostgres;

/** An embedded server with a directory of its own, deleted at the end. */
record EmbeddedProcess(EmbeddedPostgres server, Path directory) implements ServerProcess {
  static EmbeddedProcess startNewest() {
    return start(EmbeddedPostgres.Options.ofNotDurable());
  }

  static EmbeddedProcess startJudge() {
    return start(EmbeddedPostgres.Options.ofNotDurable().withBinaries(ServerBinaries.judge()));
  }

  static EmbeddedProcess startVersion(int version) {
    return start(EmbeddedPostgres.Options.ofNotDurable().withBinaries(ServerBinaries.of(version)));
  }

  private static EmbeddedProcess start(EmbeddedPostgres.Options options) {
    try {
      Path parent = Files.createDirectories(ServerFolder.ofThisModule().path());
      TemporaryServers.removeAbandoned(parent);
      Path directory = Files.createTempDirectory(parent, "server");
      EmbeddedPostgres server = EmbeddedPostgres.start(directory, tuned(options));
      trustOwner(server);
      EmbeddedProcess process = new EmbeddedProcess(server, directory);
      // A JVM that ends without closing JUnit's session must not leave the directory either.
      Runtime.getRuntime().addShutdownHook(new Thread(process::close, "aludel-test-server-exit"));
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a directory for the test server", e);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /**
   * Lets the owner in without a look at the password, which costs two thirds of a connection: it is
   * hashed 4,096 times. Roles that tests make are still asked for theirs.
   */
  private static void trustOwner(EmbeddedPostgres server) throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection(server.jdbcUrl("postgres"));
        Statement statement = connection.createStatement()) {
      ResultSet row = statement.executeQuery("SHOW hba_file");
      row.next();
      Path rules = Path.of(row.getString(1));
      Files.writeString(
          rules, "host all " + server.user() + " 127.0.0.1/32 trust\n" + Files.readString(rules));
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  /**
   * Room for pools of parallel tests, no worker that looks into databases to be dropped, and a log
   * that fits into memory.
   */
  private static EmbeddedPostgres.Options tuned(EmbeddedPostgres.Options options) {
    return options
        .withSetting("max_connections", "200")
        .withSetting("autovacuum", "off")
        .withSetting("max_wal_size", "128MB")
        .withSetting("shared_buffers", "64MB");
  }

  @Override
  public String host() {
    return server.host();
  }

  @Override
  public int port() {
    return server.port();
  }

  @Override
  public String user() {
    return server.user();
  }

  @Override
  public String password() {
    return server.password();
  }

  @Override
  public int majorVersion() {
    return Integer.parseInt(server.version().replaceFirst("[^0-9].*", ""));
  }

  @Override
  public void close() {
    try {
      server.close();
      TemporaryServers.delete(directory);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + directory, e);
    }
  }
}
