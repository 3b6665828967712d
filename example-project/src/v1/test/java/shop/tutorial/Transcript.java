package shop.tutorial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.aludel.engine.Execution;
import org.aludel.engine.ExecutionListener;

/** What the echo of an engine prints, but for times and counts. Not thread-safe. */
final class Transcript implements ExecutionListener {
  private final List<String> lines = new ArrayList<>();

  @Override
  public void executed(Execution execution) {
    lines.add(execution.sql());
    if (!execution.binds().isEmpty()) {
      String binds =
          execution.binds().stream().map(Transcript::shown).collect(Collectors.joining(", "));
      lines.add("  [" + binds + "]");
    }
  }

  private static String shown(Object value) {
    if (value instanceof long[] numbers) {
      return Arrays.toString(numbers);
    }
    return value instanceof Object[] many ? Arrays.deepToString(many) : Objects.toString(value);
  }

  @Override
  public void transaction(String statement) {
    lines.add(statement);
  }

  /** A line that a program prints. */
  void print(Object line) {
    lines.add("-> " + line);
  }

  /** All lines since it was asked last. */
  String take() {
    String text = String.join("\n", lines);
    lines.clear();
    return text;
  }
}
