package org.aludel.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SharingTest {
  private final ServerDirectory directory;

  SharingTest(@TempDir Path folder) throws IOException {
    this.directory = new ServerDirectory(Files.createTempDirectory(folder, "test").resolve("db"));
  }

  @Test
  void twoJvmsShareOneServerAndTheLastStopsIt() throws Exception {
    try (OtherJvm other = OtherJvm.start(directory.url())) {
      int port = other.port();
      ProcessHandle process = directory.process();
      Connection connection = DriverManager.getConnection(directory.url());
      assertThat(ServerDirectory.value(connection, "SHOW port")).isEqualTo(String.valueOf(port));

      other.end("close");
      assertThat(process.isAlive()).isTrue();
      assertThat(ServerDirectory.value(connection, "SELECT 1")).isEqualTo("1");

      connection.close();
      directory.assertStopped(process);
    }
  }

  @Test
  void theStarterMayLeaveFirst() throws Exception {
    Connection starter = DriverManager.getConnection(directory.url());
    ProcessHandle process = directory.process();
    try (OtherJvm other = OtherJvm.start(directory.url())) {
      assertThat(other.port()).isPositive();

      starter.close();
      assertThat(process.isAlive()).isTrue();

      other.end("close");
      directory.assertStopped(process);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"exit", "terminate"})
  void aJvmThatEndsWithoutClosingStopsTheServer(String way) throws Exception {
    try (OtherJvm other = OtherJvm.start(directory.url())) {
      assertThat(other.port()).isPositive();
      ProcessHandle process = directory.process();

      if (way.equals("exit")) {
        other.end("leave");
      } else {
        other.terminate();
      }

      directory.assertStopped(process);
    }
  }

  @Test
  void theServerOfAKilledJvmIsJoinedAndLaterStopped() throws Exception {
    try (OtherJvm other = OtherJvm.start(directory.url())) {
      int port = other.port();
      ProcessHandle process = directory.process();

      other.kill();
      assertThat(process.isAlive()).isTrue();

      try (Connection connection = DriverManager.getConnection(directory.url())) {
        assertThat(ServerDirectory.value(connection, "SHOW port")).isEqualTo(String.valueOf(port));
        assertThat(directory.process().pid()).isEqualTo(process.pid());
      }
      directory.assertStopped(process);
    }
  }

  @Test
  void aKilledJvmDoesNotKeepTheOthersServerAlive() throws Exception {
    Connection connection = DriverManager.getConnection(directory.url());
    ProcessHandle process = directory.process();
    try (OtherJvm other = OtherJvm.start(directory.url())) {
      assertThat(other.port()).isPositive();

      other.kill();
      connection.close();

      directory.assertStopped(process);
    }
  }

  @Test
  void aKilledServerIsStartedAgain() throws Exception {
    try (OtherJvm other = OtherJvm.start(directory.url())) {
      assertThat(other.port()).isPositive();
      ProcessHandle process = directory.process();
      other.kill();
      process.destroyForcibly();
      process.onExit().get();

      try (Connection connection = DriverManager.getConnection(directory.url())) {
        assertThat(ServerDirectory.value(connection, "SELECT 1")).isEqualTo("1");
        assertThat(directory.process().pid()).isNotEqualTo(process.pid());
      }
    }
    assertThat(directory.runs()).isFalse();
  }

  @Test
  void jvmsThatStartTogetherAgreeOnOneServer() throws Exception {
    try (OtherJvm first = OtherJvm.start(directory.url());
        OtherJvm second = OtherJvm.start(directory.url());
        OtherJvm third = OtherJvm.start(directory.url())) {
      int port = first.port();
      assertThat(List.of(second.port(), third.port())).containsExactly(port, port);
      ProcessHandle process = directory.process();

      first.end("close");
      second.end("leave");
      assertThat(process.isAlive()).isTrue();
      third.end("close");

      directory.assertStopped(process);
    }
  }

  @Test
  void abandonedServersCanBeStoppedWithoutJoining() throws Exception {
    try (OtherJvm other = OtherJvm.start(directory.url())) {
      assertThat(other.port()).isPositive();
      ProcessHandle process = directory.process();

      assertThat(EmbeddedPostgres.stopAbandoned(directory.path())).isFalse();
      assertThat(process.isAlive()).isTrue();
      other.kill();

      assertThat(EmbeddedPostgres.stopAbandoned(directory.path())).isTrue();
      directory.assertStopped(process);
    }
  }
}
