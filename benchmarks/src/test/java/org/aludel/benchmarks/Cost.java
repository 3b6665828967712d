package org.aludel.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * What a process took.
 *
 * @param wall seconds from its start to its end
 * @param cpu seconds of processor time that it used itself, the server apart
 */
record Cost(double wall, double cpu) {
  private static final double NANOS = 1e9;

  static Cost ofProgram(Contender.Name name, String url, Path directory) throws Exception {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    MigrateProgram.class.getName(),
                    name.name(),
                    url,
                    directory.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(name + " ended with " + process.exitValue() + "\n" + output);
    }
    double wall = (System.nanoTime() - start) / NANOS;
    String last = output.strip().substring(output.strip().lastIndexOf('\n') + 1);
    return new Cost(wall, Long.parseLong(last) / NANOS);
  }
}
