package org.aludel.migrations.standalone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the program can do, and which options each of them takes. */
enum Subcommand {
  UPGRADE(
      "runs what is missing",
      "an id or a unique beginning of one, head (unless given), heads, label@head, +2"),
  DOWNGRADE(
      "undoes what is above a target",
      "what stays: an id or a unique beginning of one, base, -1; must be given"),
  CURRENT("where the database is, and what it lacks", ""),
  HISTORY(
      "all revisions, the newest first",
      "a part: START:END, each an id, a symbol, current, or nothing for all on that side"),
  CHECK("fails unless there is one head and the database is at it", ""),
  SQL(
      "prints the SQL of an upgrade or a downgrade, for psql",
      "START:END, or the end alone for an empty database; head unless given"),
  HELP("this page, or that of a command: help upgrade", "");

  private static final List<Option> SHARED =
      List.of(Option.JAR, Option.DATABASE, Option.URL, Option.USER, Option.PROFILE);
  private final String summary;
  private final String target;

  /**
   * @param target what {@code --to} means here
   */
  Subcommand(String summary, String target) {
    this.summary = summary;
    this.target = target;
  }

  static Optional<Subcommand> named(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Subcommand::word).toList();
  }

  /** As it is typed. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String summary() {
    return summary;
  }

  /** All that it takes, its own first. */
  List<Option> options() {
    if (this == HELP) {
      return List.of();
    }
    List<Option> all = new ArrayList<>(own());
    all.addAll(SHARED);
    return all;
  }

  private List<Option> own() {
    return switch (this) {
      case UPGRADE -> List.of(Option.TO, Option.TAG);
      case DOWNGRADE -> List.of(Option.TO, Option.LOSSY);
      case HISTORY -> List.of(Option.TO);
      case SQL -> List.of(Option.TO, Option.DOWN);
      case CURRENT, CHECK, HELP -> List.of();
    };
  }

  /** What an option means here. */
  String meaning(Option option) {
    return option == Option.TO ? target : option.meaning();
  }
}
