package org.aludel.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files below a user's DIR. The server's own data directory is {@code DIR/data}. */
record Layout(Path root) {
  private static final int TAIL_LINES = 20;

  /** The layout of a directory, which is made if it is missing and refused if it is not ours. */
  static Layout prepare(Path directory) throws SQLException {
    Path absolute = directory.toAbsolutePath().normalize();
    if (Files.exists(absolute) && !Files.isDirectory(absolute)) {
      throw refused(absolute, "a file", "a directory, or a name that is free", null);
    }
    try {
      FileAttribute<?> ownerOnly =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
      Files.createDirectories(absolute, ownerOnly);
      Layout layout = new Layout(absolute.toRealPath());
      layout.checkUsable();
      return layout;
    } catch (IOException e) {
      throw refused(absolute, String.valueOf(e), "a directory that can be written", e);
    }
  }

  private void checkUsable() throws SQLException, IOException {
    if (!Files.isWritable(root)) {
      throw refused(root, "no permission to write", "a directory that can be written", null);
    }
    if (Files.exists(root.resolve("PG_VERSION"))) {
      throw refused(
          root,
          "the data directory of a PostgreSQL server (it holds PG_VERSION)",
          "a directory of our own, which keeps the server's data in its folder \"data\"",
          null);
    }
    if (!Files.exists(lock())) {
      try (Stream<Path> entries = Files.list(root)) {
        List<String> foreign =
            entries.map(entry -> String.valueOf(entry.getFileName())).sorted().limit(3).toList();
        // A lock made between the two looks belongs to somebody who has just begun.
        if (!foreign.isEmpty() && !Files.exists(lock())) {
          throw refused(
              root, "other files: " + String.join(", ", foreign), "an empty directory", null);
        }
      }
    }
  }

  private static SQLException refused(
      Path directory, String found, String expected, @Nullable Throwable cause) {
    return Failure.of(
            EmbeddedCode.INVALID_DIRECTORY, "cannot keep a server in \"" + directory + "\"")
        .found(found)
        .expected(expected)
        .toException(cause);
  }

  Path data() {
    return root.resolve("data");
  }

  Path newData() {
    return root.resolve("data.new");
  }

  Path log() {
    return root.resolve("server.log");
  }

  Path passwordFile() {
    return root.resolve("password");
  }

  Path lock() {
    return root.resolve("lock");
  }

  Path users() {
    return root.resolve("users");
  }

  Path processFile() {
    return data().resolve("postmaster.pid");
  }

  Path versionFile() {
    return data().resolve("PG_VERSION");
  }

  String password() throws IOException {
    return Files.readString(passwordFile()).strip();
  }

  long logSize() throws IOException {
    return Files.exists(log()) ? Files.size(log()) : 0;
  }

  /** The last lines of the log that were written after a position in bytes. */
  String logTail(long from) throws IOException {
    if (!Files.exists(log())) {
      return "";
    }
    byte[] bytes = Files.readAllBytes(log());
    int start = (int) Math.min(from, bytes.length);
    String text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
    List<String> lines = text.lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
  }
}
