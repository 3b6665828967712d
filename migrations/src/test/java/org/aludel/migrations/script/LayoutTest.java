package org.aludel.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.aludel.error.RevisionException;
import org.aludel.migrations.config.LayoutSetting;
import org.aludel.migrations.config.SettingsLoader;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutTest {
  private static final Revision REVISION =
      Revision.of(
              "ae1027a6acf0",
              List.of(),
              "Add the e-mail address of a person, and more of it",
              Instant.parse("2026-12-31T23:30:00Z"))
          .withChangeSets(
              List.of(ChangeSet.of("ae1027a6acf0-1", "x", List.of(Change.empty()), List.of())));

  @TempDir Path directory;

  private static String name(LayoutSetting layout) {
    return RevisionFileName.of(REVISION, layout);
  }

  @Test
  void theUsualNameTellsMinuteIdAndTitle() {
    assertThat(name(LayoutSetting.standard()))
        .isEqualTo("20261231_2330_ae1027a6acf0_add_the_e_mail_address_of_a_person_and.yaml");
  }

  @Test
  void aPatternMayHaveDirectoriesByDateInATimeZone() {
    LayoutSetting layout =
        new LayoutSetting(
            "{year}/{month}/{day}-{id}-{slug}.yaml", ZoneId.of("Europe/Berlin"), 12, null);

    assertThat(name(layout)).isEqualTo("2027/01/01-ae1027a6acf0-add_the_e.yaml");
  }

  @Test
  void aRevisionWithoutTitleHasNoEmptyPart() {
    Revision untitled = Revision.of("ae1027a6acf0", List.of(), "…", Instant.EPOCH);

    assertThat(RevisionFileName.of(untitled, LayoutSetting.standard()))
        .isEqualTo("19700101_0000_ae1027a6acf0.yaml");
  }

  @Test
  void whatIsWrittenBelowTheDirectoryIsFoundAgain() {
    ScriptDirectory scripts =
        ScriptDirectory.of(directory)
            .withLayout(new LayoutSetting("{year}/{month}/{id}", ZoneOffset.UTC, 40, null));

    Path file = scripts.write(REVISION, List.of());

    assertThat(file).isEqualTo(directory.resolve("2026/12/ae1027a6acf0.yaml"));
    assertThat(scripts.revisions().revisions())
        .extracting(Revision::id)
        .containsExactly("ae1027a6acf0");
  }

  @Test
  void aTemplateStandsAtTheHeadAsComment() throws IOException {
    Path template =
        Files.writeString(
            directory.resolve("head.txt"), "Copyright Shop\n\n# revision {id}: {message}\n");
    ScriptDirectory scripts =
        ScriptDirectory.of(directory.resolve("db"))
            .withLayout(new LayoutSetting(null, ZoneOffset.UTC, 40, template));

    Path file = scripts.write(REVISION, List.of());

    assertThat(Files.readString(file))
        .startsWith(
            """
            # Copyright Shop
            #
            # revision ae1027a6acf0: Add the e-mail address of a person, and more of it
            revision:
            """);
    assertThat(scripts.revisions().revisions()).hasSize(1);
  }

  @Test
  void aTemplateThatIsNotThereIsTold() {
    ScriptDirectory scripts =
        ScriptDirectory.of(directory)
            .withLayout(new LayoutSetting(null, ZoneOffset.UTC, 40, directory.resolve("gone")));

    assertThatThrownBy(() -> scripts.write(REVISION, List.of()))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("ORM-MIG-NOT-WRITABLE")
        .hasMessageContaining("gone");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void patternsThatLeaveTheDirectoryOrHideTheIdAreRefused() throws IOException {
    for (String pattern : List.of("../{id}", "/tmp/{id}", "{slug}", "{id}_{week}")) {
      Map<String, String> given =
          Map.of("orm.layout.file", pattern, "orm.layout.timezone", "Mars", "orm.layout.slug", "0");

      assertThatThrownBy(() -> SettingsLoader.load(directory, Map.of(), given))
          .as(pattern)
          .hasMessageContaining("\"layout.file\" must be a relative path with {id}")
          .hasMessageContaining("\"layout.timezone\" is no time zone")
          .hasMessageContaining("\"layout.slug\" must be a number from 1 to 150");
    }
  }
}
