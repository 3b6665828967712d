package org.aludel.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.aludel.migrations.config.SettingsLoader;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.script.ScriptDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadsFileTest {
  @TempDir Path output;

  @Test
  void namesTheHeadsOfTheRevisionsThatWereCopied() throws IOException {
    revision("a1", List.of());
    revision("b2", List.of("a1"));

    IndexResult result = HeadsFile.write(output, SettingsLoader.defaults(output).running());

    assertThat(result.heads()).containsExactly("b2");
    assertThat(Files.readAllLines(heads())).endsWith("a1", "head b2");
  }

  @Test
  void aFileThatIsRightIsNotTouched() throws IOException {
    revision("a1", List.of());
    HeadsFile.write(output, SettingsLoader.defaults(output).running());
    FileTime old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    Files.setLastModifiedTime(heads(), old);

    HeadsFile.write(output, SettingsLoader.defaults(output).running());

    assertThat(Files.getLastModifiedTime(heads())).isEqualTo(old);
  }

  @Test
  void withoutRevisionsAnIndexOfBeforeGoes() throws IOException {
    Files.createDirectories(heads().getParent());
    Files.writeString(heads(), "head a1\n");

    IndexResult result = HeadsFile.write(output, SettingsLoader.defaults(output).running());

    assertThat(result.file()).isNull();
    assertThat(heads()).doesNotExist();
  }

  private Path heads() {
    return output.resolve("META-INF/aludel/heads");
  }

  private void revision(String id, List<String> down) {
    ChangeSet step = ChangeSet.of(id + "-1", id, List.of(Change.empty()), List.of());
    ScriptDirectory.of(output.resolve("db/migrations"))
        .write(
            Revision.of(id, down, id, Instant.parse("2026-11-22T00:00:00Z"))
                .withChangeSets(List.of(step)),
            List.of());
  }
}
