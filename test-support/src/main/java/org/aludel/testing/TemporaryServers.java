package org.aludel.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.aludel.embedded.EmbeddedPostgres;

/** The directories of embedded test servers, below the module's {@code target}. */
final class TemporaryServers {
  private TemporaryServers() {}

  static Path folder() {
    return ProjectFolders.module().resolve("target/test-servers");
  }

  /**
   * Removes what killed JVMs left: stops their servers and deletes their directories. A directory
   * without a lock file may belong to a JVM that is just beginning.
   */
  static void removeAbandoned(Path parent) throws IOException {
    List<Path> directories;
    try (Stream<Path> entries = Files.list(parent)) {
      directories = entries.filter(entry -> Files.exists(entry.resolve("lock"))).toList();
    }
    for (Path directory : directories) {
      try {
        if (EmbeddedPostgres.stopAbandoned(directory)) {
          delete(directory);
        }
      } catch (SQLException e) {
        // Its own JVM deletes it at this very moment.
        if (Files.exists(directory.resolve("lock"))) {
          throw new IOException(e.getMessage(), e);
        }
      }
    }
  }

  static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(directory)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    } catch (java.io.UncheckedIOException e) {
      throw e.getCause();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }
}
