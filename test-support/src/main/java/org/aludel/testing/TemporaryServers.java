package org.aludel.testing;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.aludel.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/** The directories of embedded test servers: what killed JVMs left of them is removed. */
final class TemporaryServers {
  /** How the name of a directory begins that is being deleted. */
  private static final String GOING = ".going-";

  private TemporaryServers() {}

  /**
   * Removes what killed JVMs left: stops their servers and deletes their directories. A directory
   * that nobody has used may belong to a JVM that is just beginning.
   */
  static void removeAbandoned(Path parent) throws IOException {
    for (Path directory : entries(parent)) {
      if (directory.getFileName().toString().startsWith(GOING)) {
        deleteTree(directory);
      } else if (used(directory)) {
        removeIfAbandoned(directory);
      }
    }
  }

  private static void removeIfAbandoned(Path directory) throws IOException {
    try {
      if (EmbeddedPostgres.stopAbandoned(directory)) {
        delete(directory);
      }
    } catch (SQLException e) {
      // Another JVM deletes it at this very moment.
      if (used(directory)) {
        throw new IOException(e.getMessage(), e);
      }
    }
  }

  /** The first user makes this folder while it holds the lock; before, the lock proves nothing. */
  private static boolean used(Path directory) {
    return Files.exists(directory.resolve("lock")) && Files.exists(directory.resolve("users"));
  }

  /**
   * Deletes a directory that other JVMs may be deleting, too. It gets another name first, in one
   * step: nobody then takes what is half deleted for a server, or makes new files in it.
   */
  static void delete(Path directory) throws IOException {
    Path going = directory.resolveSibling(GOING + UUID.randomUUID());
    try {
      Files.move(directory, going, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      return;
    }
    deleteTree(going);
  }

  private static void deleteTree(Path directory) throws IOException {
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            return goOn(failure);
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
              throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** What is gone already was deleted by somebody else. */
  private static FileVisitResult goOn(IOException failure) throws IOException {
    if (failure instanceof NoSuchFileException) {
      return FileVisitResult.CONTINUE;
    }
    throw failure;
  }

  private static List<Path> entries(Path parent) throws IOException {
    try (Stream<Path> entries = Files.list(parent)) {
      return entries.toList();
    }
  }
}
