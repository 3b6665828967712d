package org.aludel.migrations.standalone;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.UsageException;
import org.aludel.util.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * What was typed: a command and options.
 *
 * @param options by their names without dashes
 */
record CommandLine(String command, Map<String, String> options) {
  static final List<String> COMMANDS =
      List.of("upgrade", "downgrade", "current", "history", "check", "sql", "help");

  /** No option for a password: what is typed is seen by every user of the machine. */
  private static final Set<String> OPTIONS = Set.of("url", "user", "profile", "jar", "to", "down");

  /**
   * @throws UsageException INVALID_SETTING
   */
  static CommandLine of(String... arguments) {
    String command = arguments.length == 0 ? "help" : arguments[0];
    if (!COMMANDS.contains(command)) {
      throw unknown("command", command, COMMANDS);
    }
    Map<String, String> options = new LinkedHashMap<>();
    for (String argument :
        List.of(arguments).subList(Math.min(1, arguments.length), arguments.length)) {
      int equals = argument.indexOf('=');
      String name = argument.substring(0, equals < 0 ? argument.length() : equals);
      if (!name.startsWith("--") || !OPTIONS.contains(name.substring(2))) {
        throw unknown("option", name, OPTIONS.stream().map(each -> "--" + each).sorted().toList());
      }
      options.put(name.substring(2), equals < 0 ? "true" : argument.substring(equals + 1));
    }
    return new CommandLine(command, options);
  }

  @Nullable String option(String name) {
    return options.get(name);
  }

  String option(String name, String otherwise) {
    return options.getOrDefault(name, otherwise);
  }

  private static UsageException unknown(String kind, String found, List<String> known) {
    String expected = String.join(", ", known);
    boolean password = found.startsWith("--password");
    return new UsageException(
        Problem.of(
                MigrationCode.INVALID_SETTING,
                "cannot understand the " + kind + " \"" + found + "\"")
            .expected(expected + Suggestion.phrase(found, known))
            .fix(password ? "ALUDEL_PASSWORD in the environment" : "the command help shows all"));
  }
}
