package org.aludel.migrations.standalone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the program says of itself. */
final class HelpPage {
  private static final String CALL = "java -jar aludel-migrations-cli.jar ";
  private static final String ENDS =
      """
      Ends with 0 done, 1 failed, 2 not understood, 3 not at head, 4 locked by another process,
      5 files and database do not fit, 6 the server cannot be reached.\
      """;

  private HelpPage() {}

  /** All commands. */
  static String overview() {
    List<String> lines = new ArrayList<>(List.of(CALL + "COMMAND [--option=value …]", ""));
    for (Subcommand each : Subcommand.values()) {
      lines.add("  %-10s %s".formatted(each.word(), each.summary()));
    }
    lines.add("");
    lines.add(
        "Settings: aludel.yaml in the working directory, ALUDEL_* in the environment, options;");
    lines.add("the last are the strongest. A PostgreSQL driver is on board; another is given by");
    lines.add("java -cp \"aludel-migrations-cli.jar:…\" " + Main.class.getName() + " COMMAND");
    lines.add("");
    lines.add(ENDS);
    return String.join("\n", lines);
  }

  /** One command and its options. */
  static String of(Subcommand command) {
    List<String> lines = new ArrayList<>();
    lines.add(
        CALL
            + command.word()
            + (command.options().isEmpty() ? " [COMMAND]" : " [--option=value …]"));
    lines.add("");
    lines.add(command.word() + ": " + command.summary());
    lines.add("");
    int width =
        Arrays.stream(Option.values()).mapToInt(each -> each.shown().length()).max().orElse(0);
    for (Option each : command.options()) {
      String line = "  %-" + width + "s   %s";
      lines.add(line.formatted(each.shown(), command.meaning(each)));
    }
    lines.add("");
    lines.add(ENDS);
    return String.join("\n", lines);
  }
}
