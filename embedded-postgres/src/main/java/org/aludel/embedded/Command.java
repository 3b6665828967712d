package org.aludel.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** One run of a program to its end: its exit code and what it printed on both streams. */
record Command(int exitCode, String output) {

  /**
   * Runs a program without input and waits for it. The environment is the JVM's without the PG
   * variables, which would redirect the server's tools, and with English messages.
   */
  static Command run(Path workingDirectory, List<String> words) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(workingDirectory.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Command(waitFor(process), output.strip());
  }

  boolean succeeded() {
    return exitCode == 0;
  }

  /** An interrupt must not leave a server half started or half stopped: it is kept for later. */
  private static int waitFor(Process process) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return process.waitFor();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
