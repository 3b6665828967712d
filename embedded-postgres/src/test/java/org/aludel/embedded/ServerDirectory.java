package org.aludel.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What tests ask of a directory with a server. */
record ServerDirectory(Path path) {

  String url() {
    return EmbeddedUrl.PREFIX + path + "?durable=false";
  }

  /** The server's process as its own file states it; fails if it is not alive. */
  ProcessHandle process() throws IOException {
    long id =
        Long.parseLong(Files.readAllLines(path.resolve("data/postmaster.pid")).get(0).strip());
    return ProcessHandle.of(id).orElseThrow();
  }

  boolean runs() throws IOException {
    try {
      String id = Files.readAllLines(path.resolve("data/postmaster.pid")).get(0).strip();
      return ProcessHandle.of(Long.parseLong(id)).filter(ProcessHandle::isAlive).isPresent();
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  void assertStopped(ProcessHandle process) throws IOException {
    assertThat(path.resolve("data/postmaster.pid")).doesNotExist();
    // One that has ended and is not yet collected by its parent runs no program any more.
    assertThat(process.info().command()).isEmpty();
    assertThat(path.resolve("users")).isEmptyDirectory();
  }

  static String value(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
