package org.aludel.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    Path locked = Files.createDirectory(parent.resolve("locked"));
    Files.createFile(locked.resolve("lock"));

    TemporaryServers.removeAbandoned(parent);

    assertThat(directory).exists();
    assertThat(locked).exists();
  }

  /** JVMs of several modules end together, and each looks for what others left. */
  @Test
  void manyMayRemoveTheSameDirectoriesTogether(@TempDir Path parent) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (int round = 0; round < 20; round++) {
        Path directory = abandoned(parent, "server" + round);
        List<Future<?>> all = new ArrayList<>();
        all.add(threads.submit(() -> delete(directory)));
        for (int other = 0; other < 3; other++) {
          all.add(threads.submit(() -> removeAbandoned(parent)));
        }
        for (Future<?> one : all) {
          one.get();
        }
      }
    } finally {
      threads.shutdown();
    }
    TemporaryServers.removeAbandoned(parent);

    assertThat(parent).isEmptyDirectory();
  }

  private static Void delete(Path directory) throws IOException {
    TemporaryServers.delete(directory);
    return null;
  }

  private static Void removeAbandoned(Path parent) throws IOException {
    TemporaryServers.removeAbandoned(parent);
    return null;
  }

  private static Path abandoned(Path parent, String name) throws IOException {
    Path directory = parent.resolve(name);
    for (int folder = 0; folder < 10; folder++) {
      Path data = Files.createDirectories(directory.resolve("data/base/" + folder));
      for (int file = 0; file < 10; file++) {
        Files.createFile(data.resolve(String.valueOf(file)));
      }
    }
    Files.createDirectory(directory.resolve("users"));
    Files.createFile(directory.resolve("lock"));
    return directory;
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
