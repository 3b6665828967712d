package org.aludel.migrations.step;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.jspecify.annotations.Nullable;

/**
 * What a backfill does.
 *
 * @param table as SQL writes it
 * @param set the assignments behind SET
 * @param where the condition of rows that need it; null for all
 * @param key columns by their own names; empty for the primary key
 * @param batch rows a part
 * @param pause between two parts
 */
public record BackfillPlan(
    String table, String set, @Nullable String where, List<String> key, int batch, Duration pause) {
  /** The names of its parameters in a revision file. */
  public static final List<String> PARAMETERS =
      List.of("table", "set", "where", "key", "batch", "pause");

  /** Locks of a second or less on usual rows. */
  private static final int BATCH = 5_000;

  private static final int LARGEST_BATCH = 1_000_000;
  private static final Pattern PAUSE = Pattern.compile("([0-9]{1,6})(ms|s)");
  private static final Pattern COLUMN =
      Pattern.compile("\\s*(?:\"((?:[^\"]|\"\")+)\"|([\\p{L}_][\\p{L}\\p{N}_$]*))\\s*(,|\\z)");

  public BackfillPlan {
    key = List.copyOf(key);
  }

  /**
   * Reads the parameters of a file.
   *
   * @param problems told what is wrong, by the name of the parameter; a missing one by its name too
   */
  public static BackfillPlan read(
      Map<String, String> parameters, BiConsumer<String, String> problems) {
    for (String name : List.of("table", "set")) {
      if (parameters.getOrDefault(name, "").isBlank()) {
        problems.accept(name, "a backfill needs the parameter \"" + name + "\"");
      }
    }
    String where = parameters.get("where");
    return new BackfillPlan(
        parameters.getOrDefault("table", "").strip(),
        parameters.getOrDefault("set", "").strip(),
        where == null || where.isBlank() ? null : where.strip(),
        key(parameters.getOrDefault("key", ""), problems),
        batch(parameters.get("batch"), problems),
        pause(parameters.get("pause"), problems));
  }

  static BackfillPlan of(Map<String, String> parameters) {
    List<String> wrong = new ArrayList<>();
    BackfillPlan plan = read(parameters, (name, problem) -> wrong.add(problem));
    if (!wrong.isEmpty()) {
      throw new RevisionException(
          Problem.of(MigrationCode.BACKFILL, "cannot begin a backfill")
              .found(String.join("\n", wrong))
              .expected("the parameters " + String.join(", ", PARAMETERS))
              .fix("correct the revision file"));
    }
    return plan;
  }

  private static List<String> key(String text, BiConsumer<String, String> problems) {
    List<String> columns = new ArrayList<>();
    Matcher column = COLUMN.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!column.find(at) || column.start() != at) {
        problems.accept(
            "key", "\"key\" must be columns as SQL writes them, found \"" + text + "\"");
        return List.of();
      }
      columns.add(
          column.group(1) == null
              ? column.group(2).toLowerCase(java.util.Locale.ROOT)
              : column.group(1).replace("\"\"", "\""));
      at = column.end();
    }
    return columns;
  }

  private static int batch(@Nullable String text, BiConsumer<String, String> problems) {
    if (text == null) {
      return BATCH;
    }
    if (text.matches("[1-9][0-9]{0,6}") && Integer.parseInt(text) <= LARGEST_BATCH) {
      return Integer.parseInt(text);
    }
    problems.accept(
        "batch", "\"batch\" must be a number from 1 to 1000000, found \"" + text + "\"");
    return BATCH;
  }

  private static Duration pause(@Nullable String text, BiConsumer<String, String> problems) {
    Matcher matcher = PAUSE.matcher(text == null ? "0ms" : text);
    if (!matcher.matches()) {
      problems.accept(
          "pause", "\"pause\" must be a time such as 50ms or 2s, found \"" + text + "\"");
      return Duration.ZERO;
    }
    long number = Long.parseLong(matcher.group(1));
    return matcher.group(2).equals("s") ? Duration.ofSeconds(number) : Duration.ofMillis(number);
  }

  /** What it changes; with another text the rows that are done do not count. */
  String definition() {
    return table + "\n" + set + "\n" + where + "\n" + String.join(",", key);
  }
}
