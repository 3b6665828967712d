package org.aludel.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.aludel.embedded.EmbeddedPostgres;

/**
 * A primary server and a replica that follows it by streaming, made by a backup of its files. Both
 * are embedded, of the class path's version (15 or later), not durable, and deleted at the end. Not
 * thread-safe.
 */
public final class ReplicatedServers implements AutoCloseable {
  /** What a backup leaves out. Source: PostgreSQL 18 §25.3.4. */
  private static final Set<String> LEFT_OUT =
      Set.of("postmaster.pid", "postmaster.opts", "pg_replslot", "pg_notify", "pg_stat_tmp");

  private final EmbeddedProcess primary;
  private final EmbeddedProcess replica;

  private ReplicatedServers(EmbeddedProcess primary, EmbeddedProcess replica) {
    this.primary = primary;
    this.replica = replica;
  }

  /** Starts both; takes a few seconds. */
  public static ReplicatedServers start() {
    try {
      Path parent = Files.createDirectories(ServerFolder.ofThisModule().path());
      TemporaryServers.removeAbandoned(parent);
      Path from = Files.createTempDirectory(parent, "primary");
      Path to = Files.createTempDirectory(parent, "replica");
      EmbeddedPostgres.Options options = EmbeddedPostgres.Options.ofNotDurable();
      EmbeddedPostgres primary = EmbeddedPostgres.start(from, options);
      backUp(primary, from, to);
      String source =
          "host=%s port=%d user=%s password=%s"
              .formatted(primary.host(), primary.port(), primary.user(), primary.password());
      EmbeddedPostgres replica =
          EmbeddedPostgres.start(to, options.withSetting("primary_conninfo", source));
      return new ReplicatedServers(
          new EmbeddedProcess(primary, from), new EmbeddedProcess(replica, to));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the directories of two servers", e);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static void backUp(EmbeddedPostgres primary, Path from, Path to)
      throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection(primary.jdbcUrl("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_backup_start('replica', true)");
      copy(from, to);
      try (ResultSet label =
          statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
        label.next();
        Files.writeString(to.resolve("data/backup_label"), label.getString(1));
      }
    }
    Files.createFile(to.resolve("data/standby.signal"));
  }

  /** Data, password and the lock by which the directory is known for one of ours. */
  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from.resolve("password"), to.resolve("password"));
    Files.createFile(to.resolve("lock"));
    Path data = from.resolve("data");
    Files.walkFileTree(
        data,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes facts)
              throws IOException {
            Files.createDirectories(to.resolve("data").resolve(data.relativize(folder)));
            return LEFT_OUT.contains(String.valueOf(folder.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes facts)
              throws IOException {
            if (!LEFT_OUT.contains(String.valueOf(file.getFileName()))) {
              copyFile(file, to.resolve("data").resolve(data.relativize(file)));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    ownerOnly(to.resolve("data"));
  }

  /** A server that runs removes files at any time; what is gone is not needed. */
  private static void copyFile(Path from, Path to) throws IOException {
    try {
      Files.copy(from, to);
    } catch (NoSuchFileException removed) {
      Files.deleteIfExists(to);
    }
  }

  private static void ownerOnly(Path data) throws IOException {
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
  }

  /** A URL of the server that takes writes, with user and password. */
  public String primaryUrl() {
    return url(primary);
  }

  /** A URL of the server that follows; the databases are the same. */
  public String replicaUrl() {
    return url(replica);
  }

  private static String url(EmbeddedProcess server) {
    return "postgresql://%s:%s@%s:%d/postgres"
        .formatted(server.user(), server.password(), server.host(), server.port());
  }

  /** Stops the replica for good. */
  public void stopReplica() {
    try {
      replica.server().close();
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    replica.close();
    primary.close();
  }
}
