package org.aludel.migrations.runtime;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.engine.Engine;
import org.aludel.engine.Execution;
import org.aludel.engine.ExecutionListener;
import org.aludel.error.AludelException;

/**
 * What a JVM of its own runs: upgrades a database by {@link LongHistory}, and says so when it has
 * reached a statement or commit whose number it was given: it stands still there, so that it can be
 * killed between two statements, or goes on, so that it can be killed within one.
 */
final class UpgradeProgram {
  static final int REACHED = 'K';
  private static final int FAILED = 3;

  private UpgradeProgram() {}

  public static void main(String[] arguments) {
    int number = Integer.parseInt(arguments[1]);
    try {
      upgrade(arguments[0], new Signal(number, Boolean.parseBoolean(arguments[2])));
    } catch (AludelException refused) {
      // Read by the parent: what a person would see.
      System.err.println(refused.getMessage());
      System.exit(FAILED);
    }
  }

  static RunResult upgrade(String url, ExecutionListener listener) {
    return upgrade(url, LongHistory.script(), listener);
  }

  static RunResult upgrade(String url, Script script, ExecutionListener listener) {
    try (Engine engine = Engine.create(url, each -> each.unpooled().listener(listener))) {
      return new MigrationRunner(
              engine,
              script.map(),
              Script.NO_NATIVE_CHANGES,
              RunnerOptions.defaults(),
              ProgressListener.SILENT)
          .upgrade("head");
    }
  }

  /** What an upgrade does, in order: statements and ends of transactions. */
  static List<String> events(String url) {
    List<String> events = new ArrayList<>();
    upgrade(url, new Recorder(events));
    return events;
  }

  /**
   * Starts it.
   *
   * @param number of the event that is told, from 1; 0 for none
   * @param stands whether it stands still there until its input ends
   */
  static Process start(String url, int number, boolean stands) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                UpgradeProgram.class.getName(),
                url,
                String.valueOf(number),
                String.valueOf(stands)))
        .start();
  }

  /** Counts what is done, and tells of one number. */
  private static final class Signal implements ExecutionListener {
    private final int number;
    private final boolean stands;
    private final AtomicInteger count = new AtomicInteger();

    Signal(int number, boolean stands) {
      this.number = number;
      this.stands = stands;
    }

    @Override
    public void executed(Execution execution) {
      event();
    }

    @Override
    public void transaction(String verb) {
      event();
    }

    private void event() {
      if (count.incrementAndGet() != number) {
        return;
      }
      try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
        out.write(REACHED);
        out.flush();
        while (stands && System.in.read() >= 0) {
          count.incrementAndGet();
        }
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  record Recorder(List<String> events) implements ExecutionListener {
    @Override
    public void executed(Execution execution) {
      events.add(execution.sql());
    }

    @Override
    public void transaction(String verb) {
      events.add(verb);
    }
  }
}
