package org.aludel.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM that runs {@link UserProgram}. */
final class OtherJvm implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private OtherJvm(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  static OtherJvm start(String url) throws IOException {
    return start(List.of(), System.getProperty("java.class.path"), List.of(), url);
  }

  static OtherJvm start(List<String> prefix, String classPath, List<String> options, String url)
      throws IOException {
    List<String> words = new ArrayList<>(prefix);
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath));
    words.addAll(options);
    words.addAll(List.of(UserProgram.class.getName(), url));
    return new OtherJvm(new ProcessBuilder(words).redirectErrorStream(true).start());
  }

  /** The port that the program printed after connecting; fails with all output otherwise. */
  int port() throws IOException {
    String line = String.valueOf(output.readLine());
    if (!line.matches("\\d+")) {
      throw new AssertionError(line + "\n" + String.join("\n", output.lines().toList()));
    }
    return Integer.parseInt(line);
  }

  void end(String word) throws IOException, InterruptedException {
    process.getOutputStream().write(word.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    assertThat(output.lines().toList()).containsExactly("ended");
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  void terminate() throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
