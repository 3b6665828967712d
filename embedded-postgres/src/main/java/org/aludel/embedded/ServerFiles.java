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
    String process = lines.get(0).strip();
    Command sent = Command.run(layout.root(), List.of("kill", "-INT", process));
    Deadline deadline = Deadline.after(PATIENCE);
    while (sent.succeeded() && Files.exists(layout.processFile())) {
      if (!deadline.pause()) {
        throw new IOException("server process " + process + " does not end");
      }
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
    long process = Long.parseLong(lines.get(0).strip());
    Optional<ProcessHandle> handle = ProcessHandle.of(process).filter(ProcessHandle::isAlive);
    if (handle.isEmpty()) {
      return false;
    }
    Optional<String> program = handle.get().info().command();
    if (program.isPresent() && !isServer(program.get())) {
      Files.deleteIfExists(layout.processFile());
      return false;
    }
    return true;
  }

  private static boolean isServer(String program) {
    return String.valueOf(Path.of(program.replace(" (deleted)", "")).getFileName())
        .startsWith("postgres");
  }
}
