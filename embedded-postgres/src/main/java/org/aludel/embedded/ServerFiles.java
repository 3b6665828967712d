package org.aludel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a server says of itself in {@code postmaster.pid}. Source: PostgreSQL,
 * src/include/utils/pidfile.h: process, directory, start, port, socket, address, memory, status.
 */
record ServerFiles(Layout layout) {
  private static final int PORT_LINE = 3;
  private static final int STATUS_LINE = 7;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * The port of the living server; waits for one that starts or stops. A file that a dead server
   * left is removed if its process id now belongs to another program, since the server would
   * believe it.
   */
  Optional<Integer> livingPort() throws IOException {
    Deadline deadline = Deadline.after(PATIENCE);
    do {
      List<String> lines = lines();
      if (lines.isEmpty() || !alive(lines)) {
        return Optional.empty();
      }
      if (lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready")) {
        return Optional.of(Integer.parseInt(lines.get(PORT_LINE).strip()));
      }
    } while (deadline.pause());
    throw new IOException("a server is neither up nor down: " + layout.processFile());
  }

  /** Ends a living server by the signal of a fast shutdown and waits until it has gone. */
  void interrupt() throws IOException {
    List<String> lines = lines();
    if (lines.isEmpty() || !alive(lines)) {
      return;
    }
    Command sent = Command.run(layout.root(), List.of("kill", "-INT", lines.get(0).strip()));
    if (!sent.succeeded()) {
      throw new IOException("cannot end the server: " + sent.output());
    }
    Optional<ProcessHandle> process = process(lines);
    if (process.isPresent()) {
      awaitEnd(process.get());
    }
  }

  private List<String> lines() throws IOException {
    try {
      return Files.readAllLines(layout.processFile());
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  private boolean alive(List<String> lines) throws IOException {
    Optional<ProcessHandle> process = process(lines);
    Optional<String> program = process.flatMap(ServerFiles::program);
    if (program.isPresent() && !isServer(program.get())) {
      Files.deleteIfExists(layout.processFile());
      return false;
    }
    return program.isPresent();
  }

  /** The process that the file names, if there is one of that number. */
  Optional<ProcessHandle> process() throws IOException {
    List<String> lines = lines();
    return lines.isEmpty() ? Optional.empty() : process(lines);
  }

  private static Optional<ProcessHandle> process(List<String> lines) {
    return ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
  }

  /** Waits for the end of a server that has removed its file, which it does shortly before. */
  static void awaitEnd(ProcessHandle process) throws IOException {
    Deadline deadline = Deadline.after(PATIENCE);
    while (program(process).filter(ServerFiles::isServer).isPresent()) {
      if (!deadline.pause()) {
        throw new IOException("server process " + process.pid() + " does not end");
      }
    }
  }

  /** The running program; none for a dead process that its parent has not collected yet. */
  private static Optional<String> program(ProcessHandle process) {
    return process.isAlive() ? process.info().command() : Optional.empty();
  }

  private static boolean isServer(String program) {
    return String.valueOf(Path.of(program.replace(" (deleted)", "")).getFileName())
        .startsWith("postgres");
  }
}
