package org.aludel.migrations.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import org.aludel.error.RevisionException;
import org.aludel.migrations.runtime.ProgressListener;

/** A process of its own that asks for the lock of a database file and says what it got. */
final class LockProgram {
  private LockProgram() {}

  public static void main(String[] arguments) {
    try (HeldFile mine = HeldFile.acquire(arguments[0], Duration.ZERO, ProgressListener.SILENT)) {
      System.out.println(mine.isHeld() ? "got it" : "nothing");
    } catch (RevisionException refused) {
      System.out.println(refused.code());
    }
  }

  /** What another process says that asks for the lock now. */
  static String ask(String database) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LockProgram.class.getName(),
                database)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    process.waitFor();
    return said;
  }
}
