package org.aludel.migrations.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What became of the steps of the corpus, as a table: pair, operations, seconds, result. It is
 * written to {@code target/corpus} and printed. Thread-safe.
 */
public final class CorpusReport {
  private final Map<String, Line> lines = new ConcurrentSkipListMap<>();

  /** One step, there and back; the number of its operations. */
  public interface Trial {
    int operations() throws IOException;
  }

  /**
   * @param failure or empty
   */
  private record Line(String pair, int operations, double seconds, String failure) {
    private boolean holds() {
      return failure.isEmpty();
    }

    /** As a row of a table, in which a message takes one line. */
    private String text() {
      String result = holds() ? "equal both ways" : "fails: " + failure.lines().findFirst().get();
      return String.format(
          Locale.ROOT,
          "| %s | %d | %.1f | %s |",
          pair,
          operations,
          seconds,
          result.replace("|", "\\|"));
    }
  }

  /** Runs a step and keeps what came of it. */
  public void run(String pair, Trial trial) {
    long start = System.nanoTime();
    int operations = 0;
    String failure = "";
    try {
      operations = trial.operations();
    } catch (IOException | RuntimeException | AssertionError e) {
      failure = e.getMessage() == null ? e.toString() : e.getMessage();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    lines.put(pair, new Line(pair, operations, seconds, failure.strip()));
  }

  /** What failed, with the whole message, by pair. */
  public Map<String, String> failures() {
    return lines.values().stream()
        .filter(Predicate.not(Line::holds))
        .collect(Collectors.toMap(Line::pair, Line::failure));
  }

  public int size() {
    return lines.size();
  }

  /** The last line of the table, in words. */
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%d pairs, %d operations, %.0f seconds of work, %d fail",
        lines.size(),
        lines.values().stream().mapToInt(Line::operations).sum(),
        lines.values().stream().mapToDouble(Line::seconds).sum(),
        failures().size());
  }

  /** Writes the table as {@code target/corpus/<name>.md}, and gives it back. */
  public String write(String name) {
    String table =
        "| Pair | Operations | Seconds | Result |\n|---|---|---|---|\n"
            + lines.values().stream().map(Line::text).collect(Collectors.joining("\n"))
            + "\n\n"
            + summary()
            + "\n";
    try {
      Path folder = Path.of(System.getProperty("basedir", "")).resolve("target/corpus");
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name + ".md"), table);
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
