package org.aludel.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.aludel.embedded.EmbeddedPostgres;

/**
 * An embedded server with durable settings that a test can kill, all of its processes at once as a
 * machine's power failure would, and start again on what is left on the disk.
 *
 * <pre>{@code
 * try (MortalServer server = MortalServer.start()) {
 *   TestDatabase database = server.create("orders");
 *   server.kill();
 *   server.revive();
 * }
 * }</pre>
 *
 * Of the judge's version, so that {@code pg_dump} can compare. Databases stay usable over a death;
 * their URLs change with the port. Not thread-safe.
 */
public final class MortalServer implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;
  private final Path directory;
  private final TestServer databases;
  private EmbeddedProcess process;

  private MortalServer(Path directory) {
    this.directory = directory;
    this.process = begin(directory);
    this.databases = TestServer.of(new Current());
  }

  /** A new server in a directory of its own, which is deleted at the end. */
  public static MortalServer start() {
    try {
      Path parent = Files.createDirectories(ServerFolder.ofThisModule().path());
      TemporaryServers.removeAbandoned(parent);
      return new MortalServer(Files.createTempDirectory(parent, "mortal"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a directory for the test server", e);
    }
  }

  private static EmbeddedProcess begin(Path directory) {
    try {
      EmbeddedPostgres.Options options =
          EmbeddedPostgres.Options.ofDurable().withBinaries(ServerBinaries.judge());
      return new EmbeddedProcess(EmbeddedPostgres.start(directory, options), directory);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** A new, empty database. */
  public TestDatabase create(String label) {
    return databases.create(label);
  }

  /**
   * Kills the server and every process of it by SIGKILL and waits until they are gone.
   *
   * @throws IllegalStateException if the server does not run
   */
  public void kill() {
    ProcessHandle postmaster = postmaster();
    List<ProcessHandle> family = new ArrayList<>(List.of(postmaster));
    postmaster.descendants().forEach(family::add);
    family.forEach(ProcessHandle::destroyForcibly);
    // Children that were born meanwhile end by themselves when they miss their parent.
    family.forEach(MortalServer::awaitEnd);
  }

  private ProcessHandle postmaster() {
    Path file = directory.resolve("data").resolve("postmaster.pid");
    try {
      long number = Long.parseLong(Files.readAllLines(file).get(0).strip());
      return ProcessHandle.of(number)
          .orElseThrow(() -> new IllegalStateException("no server process " + number));
    } catch (IOException e) {
      throw new IllegalStateException("the server does not run: " + file, e);
    }
  }

  /** Until it has been collected, too: the server takes an uncollected one for a living one. */
  private static void awaitEnd(ProcessHandle process) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (process.isAlive()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("server process " + process.pid() + " does not end");
      }
      Thread.onSpinWait();
    }
  }

  /** Starts the server again: it recovers from its log as after a crash. */
  public void revive() {
    try {
      process.server().close();
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
    process = begin(directory);
  }

  @Override
  public void close() {
    databases.close();
  }

  /** The server of the moment; another one after each death. */
  private final class Current implements ServerProcess {
    @Override
    public String host() {
      return process.host();
    }

    @Override
    public int port() {
      return process.port();
    }

    @Override
    public String user() {
      return process.user();
    }

    @Override
    public String password() {
      return process.password();
    }

    @Override
    public int majorVersion() {
      return process.majorVersion();
    }

    @Override
    public void close() {
      process.close();
    }
  }
}
