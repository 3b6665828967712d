package org.aludel.migrations.standalone;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.UsageException;
import org.aludel.util.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * What was typed: a command and options.
 *
 * @param topic of which command help is wanted, or null
 * @param options their values; that of a flag is empty
 */
record CommandLine(Subcommand command, @Nullable Subcommand topic, Map<Option, String> options) {
  private static final String HELP = "--help";

  /**
   * Reads it; nothing at all asks for help, as {@code --help} does at any place.
   *
   * @throws UsageException INVALID_SETTING for what means nothing, or nothing to this command
   */
  static CommandLine of(String... arguments) {
    List<String> words = List.of(arguments);
    boolean help = words.contains(HELP) || words.isEmpty();
    List<String> rest = words.stream().filter(each -> !each.equals(HELP)).toList();
    Subcommand command = rest.isEmpty() ? Subcommand.HELP : command(rest.get(0));
    List<String> behind = rest.isEmpty() ? rest : rest.subList(1, rest.size());
    if (command == Subcommand.HELP) {
      Subcommand topic = behind.isEmpty() ? null : command(behind.get(0));
      return new CommandLine(command, topic, Map.of());
    }
    if (help) {
      return new CommandLine(Subcommand.HELP, command, Map.of());
    }
    Map<Option, String> options = new EnumMap<>(Option.class);
    for (String argument : behind) {
      add(command, argument, options);
    }
    return new CommandLine(command, null, options);
  }

  private static Subcommand command(String word) {
    return Subcommand.named(word)
        .orElseThrow(
            () -> refused(word, "the command \"" + word + "\"", Subcommand.words(), "help"));
  }

  private static void add(Subcommand command, String argument, Map<Option, String> options) {
    int equals = argument.indexOf('=');
    String name = equals < 0 ? argument : argument.substring(0, equals);
    Option option = option(command, name);
    if (option.isFlag() == (equals >= 0)) {
      throw new UsageException(
          Problem.of(MigrationCode.INVALID_SETTING, "cannot understand \"" + name + "\"")
              .found(equals < 0 ? "no value" : "a value")
              .expected(option.shown())
              .fix("help " + command.word() + " shows what it takes"));
    }
    if (options.put(option, equals < 0 ? "" : argument.substring(equals + 1)) != null) {
      throw new UsageException(
          Problem.of(MigrationCode.INVALID_SETTING, "cannot choose between values of " + name)
              .found("it is given twice")
              .expected("one value"));
    }
  }

  private static Option option(Subcommand command, String name) {
    Optional<Option> known =
        Arrays.stream(Option.values()).filter(each -> each.typed().equals(name)).findFirst();
    List<String> taken = command.options().stream().map(Option::typed).sorted().toList();
    if (known.isEmpty()) {
      throw refused(name, "the option \"" + name + "\"", taken, "help " + command.word());
    }
    if (!command.options().contains(known.get())) {
      throw foreign(command, known.get(), taken);
    }
    return known.get();
  }

  /** An option that is dropped silently would let somebody believe that it was heeded. */
  private static UsageException foreign(Subcommand command, Option option, List<String> taken) {
    String owners =
        Arrays.stream(Subcommand.values())
            .filter(each -> each.options().contains(option))
            .map(Subcommand::word)
            .collect(Collectors.joining(", "));
    return new UsageException(
        Problem.of(
                MigrationCode.INVALID_SETTING,
                "cannot use " + option.typed() + " with the command \"" + command.word() + "\"")
            .found("an option of " + owners)
            .expected(String.join(", ", taken))
            .fix("help " + command.word() + " shows what it takes"));
  }

  private static UsageException refused(
      String found, String what, List<String> known, String page) {
    String fix =
        found.startsWith("--password")
            ? "ALUDEL_PASSWORD in the environment"
            : page + " shows what there is";
    return new UsageException(
        Problem.of(MigrationCode.INVALID_SETTING, "cannot understand " + what)
            .expected(String.join(", ", known) + Suggestion.phrase(found, known))
            .fix(fix));
  }

  @Nullable String option(Option option) {
    return options.get(option);
  }

  String option(Option option, String otherwise) {
    return options.getOrDefault(option, otherwise);
  }
}
