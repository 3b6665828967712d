package org.aludel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Results that are larger than the heap of the JVM that reads them. */
@PostgresTest
final class SmallHeapTest {
  /** Two million in a full run; each has more than 100 characters of text. */
  private static final int ROWS = Boolean.getBoolean("aludel.full") ? 2_000_000 : 600_000;

  private final TestDatabase database;

  SmallHeapTest(TestDatabase database) {
    this.database = database;
  }

  private Process start(int fetchSize) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                StreamProgram.class.getName(),
                database.jdbcUrl(),
                String.valueOf(ROWS),
                String.valueOf(fetchSize)))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  @Test
  void rowsInPartsNeedNoRoomForAll() throws Exception {
    Process process = start(1_000);

    assertThat(output(process)).endsWith(String.valueOf(ROWS));
    assertThat(process.waitFor()).isZero();
  }

  /** Shows that the heap above is too small for all rows, and so that the other test can fail. */
  @Test
  void rowsAtOnceDoNotFit() throws Exception {
    Process process = start(0);

    assertThat(output(process)).isEmpty();
    assertThat(process.waitFor()).isNotZero();
  }
}
