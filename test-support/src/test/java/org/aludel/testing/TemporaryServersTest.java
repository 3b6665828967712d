package org.aludel.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aludel.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TemporaryServersTest {
  @Test
  void removesTheServerOfAKilledJvm(@TempDir Path parent) throws Exception {
    Path directory = parent.resolve("killed");
    Process jvm = startServerIn(directory);
    ProcessHandle server = serverOf(directory);
    jvm.destroyForcibly().waitFor();
    assertThat(server.isAlive()).isTrue();

    TemporaryServers.removeAbandoned(parent);

    assertThat(directory).doesNotExist();
    assertThat(server.info().command()).isEmpty();
  }

  @Test
  void leavesAServerThatIsInUse(@TempDir Path parent) throws Exception {
    Path directory = parent.resolve("used");
    try (EmbeddedPostgres used =
        EmbeddedPostgres.start(directory, EmbeddedPostgres.Options.ofNotDurable())) {
      TemporaryServers.removeAbandoned(parent);

      assertThat(serverOf(directory).isAlive()).isTrue();
      assertThat(used.jdbcUrl("postgres")).isNotEmpty();
    }
  }

  @Test
  void leavesADirectoryThatIsJustBeginning(@TempDir Path parent) throws IOException {
    Path directory = Files.createDirectory(parent.resolve("new"));

    TemporaryServers.removeAbandoned(parent);

    assertThat(directory).exists();
  }

  private static Process startServerIn(Path directory) throws IOException {
    Process jvm =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    ServerProgram.class.getName(),
                    directory.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(jvm.getInputStream().read()).isEqualTo(ServerProgram.STARTED);
    return jvm;
  }

  private static ProcessHandle serverOf(Path directory) throws IOException {
    String process = Files.readAllLines(directory.resolve("data/postmaster.pid")).get(0);
    return ProcessHandle.of(Long.parseLong(process.strip())).orElseThrow();
  }
}
