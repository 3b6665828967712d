package org.aludel.migrations.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A case of SCENARIOS: SQL before (with rows) and after, and the operations expected between them.
 *
 * @param title number and name
 * @param rename a hint, or empty
 * @param operations as they describe themselves; empty for none
 * @param statements what the script must hold, white space as single blanks
 */
public record Scenario(
    String title,
    String rename,
    String before,
    String after,
    List<String> operations,
    List<String> statements) {
  public Scenario {
    operations = List.copyOf(operations);
    statements = List.copyOf(statements);
  }

  /** The cases of a file. */
  public static List<Scenario> in(Path file) {
    try {
      return Arrays.stream(Files.readString(file).split("(?m)^=== "))
          .filter(text -> !text.isBlank())
          .map(Scenario::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Scenario parse(String text) {
    String[] parts = text.split("(?m)^--- ");
    List<String> found = new ArrayList<>(List.of(parts[0].strip(), "", "", "", "", ""));
    List<String> keys = List.of("title", "rename", "before", "after", "operations", "script");
    for (String part : parts) {
      int line = part.indexOf('\n');
      int key = keys.indexOf(part.substring(0, Math.max(0, line)).strip());
      if (key > 0) {
        found.set(key, part.substring(line + 1).strip());
      }
    }
    return new Scenario(
        found.get(0),
        found.get(1),
        found.get(2),
        found.get(3),
        lines(found.get(4)),
        lines(found.get(5)));
  }

  private static List<String> lines(String text) {
    return text.lines().filter(each -> !each.isBlank()).toList();
  }

  /** The text of a script without comment marks, white space as single blanks. */
  public static String onOneLine(String script) {
    return script.replaceAll("(?m)^#", "").replaceAll("\\s+", " ");
  }

  Scenario withOperations(List<String> value) {
    return new Scenario(title, rename, before, after, value, statements);
  }

  String text() {
    String hint = rename.isEmpty() ? "" : "--- rename\n" + rename + "\n";
    String expected = operations.stream().map(each -> each + "\n").collect(Collectors.joining());
    return "=== "
        + title
        + "\n"
        + hint
        + "--- before\n"
        + before
        + "\n--- after\n"
        + after
        + "\n--- operations\n"
        + expected
        + "\n";
  }

  @Override
  public String toString() {
    return title;
  }
}
