package org.aludel.migrations.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aludel.error.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class CommandLineTest {
  @Test
  void aCommandTakesItsOwnOptionsAndTheSharedOnes() {
    CommandLine line = CommandLine.of("sql", "--to=a:b", "--down", "--jar=app.jar");

    assertThat(line.command()).isEqualTo(Subcommand.SQL);
    assertThat(line.option(Option.TO)).isEqualTo("a:b");
    assertThat(line.option(Option.DOWN)).isEmpty();
    assertThat(line.option(Option.JAR, "none")).isEqualTo("app.jar");
    assertThat(line.option(Option.URL)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "upgrade, --down, sql",
    "current, --to=head, 'upgrade, downgrade, history, sql'",
    "check, --tag=v1, upgrade",
    "history, --lossy=keep, downgrade",
    "downgrade, --tag=v1, upgrade"
  })
  void anOptionOfAnotherCommandIsRefused(String command, String option, String owners) {
    assertThatThrownBy(() -> CommandLine.of(command, option))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("ORM-MIG-INVALID-SETTING")
        .hasMessageContaining("with the command \"" + command + "\"")
        .hasMessageContaining("an option of " + owners)
        .hasMessageContaining("help " + command);
  }

  @ParameterizedTest
  @CsvSource({
    "upgrade, --too=head, did you mean \"--to\"",
    "upgrade, --profil=x, did you mean \"--profile\"",
    "upgrade, head, '--jar, --profile, --tag, --to, --url, --user'",
    "upgrade, --to, --to=TARGET",
    "sql, --down=true, --down",
    "upgrad, --to=x, did you mean \"upgrade\""
  })
  void whatMeansNothingIsRefusedWithWhatIsNear(String command, String option, String said) {
    assertThatThrownBy(() -> CommandLine.of(command, option)).hasMessageContaining(said);
  }

  @Test
  void anOptionIsGivenOnce() {
    assertThatThrownBy(() -> CommandLine.of("upgrade", "--to=a", "--to=b"))
        .hasMessageContaining("given twice");
  }

  @ParameterizedTest
  @EnumSource(Subcommand.class)
  void eachCommandHasAPageThatNamesItsOptionsAndNoOthers(Subcommand command) {
    CommandLine line = CommandLine.of("help", command.word());

    String page = HelpPage.of(command);

    assertThat(line.topic()).isEqualTo(command);
    for (Option each : Option.values()) {
      assertThat(page.contains("\n  " + each.shown() + " "))
          .as(each.typed())
          .isEqualTo(command.options().contains(each));
    }
    assertThat(HelpPage.overview()).contains(command.word()).contains(command.summary());
  }

  @Test
  void helpIsAskedForInSeveralWays() {
    assertThat(CommandLine.of().command()).isEqualTo(Subcommand.HELP);
    assertThat(CommandLine.of("--help").topic()).isNull();
    assertThat(CommandLine.of("upgrade", "--to=x", "--help").topic()).isEqualTo(Subcommand.UPGRADE);
    assertThatThrownBy(() -> CommandLine.of("help", "upgrad"))
        .hasMessageContaining("did you mean \"upgrade\"");
  }
}
