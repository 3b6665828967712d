package org.aludel.benchmarks.peer;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The suite's side of a contender's JVM. */
final class Runner implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 20;
  private final Peer peer;
  private final Process process;
  private final PrintWriter requests;
  private final BufferedReader answers;
  private final Set<Work> works;

  private Runner(Peer peer, Process process) throws IOException {
    this.peer = peer;
    this.process = process;
    this.requests = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String offered = answer();
    this.works =
        Arrays.stream(offered.split(" "))
            .map(Work::valueOf)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Work.class)));
  }

  /**
   * Starts a JVM.
   *
   * @param classPath folders before the suite's own class path
   * @param arguments of the JVM, such as its heap
   */
  static Runner start(Peer peer, String url, List<Path> classPath, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.addAll(arguments);
    command.add("-cp");
    String own = System.getProperty("java.class.path");
    command.add(
        classPath.stream().map(each -> each + File.pathSeparator).collect(Collectors.joining())
            + own);
    command.add(ContenderProgram.class.getName());
    command.add(peer.name());
    command.add(url);
    return new Runner(
        peer, new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  Peer peer() {
    return peer;
  }

  boolean does(Work work) {
    return works.contains(work);
  }

  Cost run(Work work) throws IOException {
    requests.println(work.name());
    return Cost.of(answer());
  }

  int statements(Work work) throws IOException {
    requests.println(ContenderProgram.COUNT + work.name());
    return Integer.parseInt(answer());
  }

  private String answer() throws IOException {
    for (String line = answers.readLine(); line != null; line = answers.readLine()) {
      if (line.startsWith(ContenderProgram.ANSWER)) {
        return line.substring(ContenderProgram.ANSWER.length());
      }
    }
    process.destroy();
    throw new IOException(peer.shown() + " has ended; its errors stand above");
  }

  @Override
  public void close() throws IOException {
    requests.close(); // its end of input, at which it ends
    answers.close();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroy();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      process.destroy();
    }
  }
}
