package org.aludel.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
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
