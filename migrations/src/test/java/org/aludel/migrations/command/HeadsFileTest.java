package org.aludel.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

    IndexResult result = written().get(0);

    assertThat(result.heads()).containsExactly("b2");
    assertThat(Files.readAllLines(heads())).endsWith("a1", "head b2");
  }

  @Test
  void aFileThatIsRightIsNotTouched() throws IOException {
    revision("a1", List.of());
    written();
    FileTime old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    Files.setLastModifiedTime(heads(), old);

    written();

    assertThat(Files.getLastModifiedTime(heads())).isEqualTo(old);
  }

  @Test
  void withoutRevisionsAnIndexOfBeforeGoes() throws IOException {
    Files.createDirectories(heads().getParent());
    Files.writeString(heads(), "head a1\n");

    IndexResult result = written().get(0);

    assertThat(result.file()).isNull();
    assertThat(heads()).doesNotExist();
  }

  @Test
  void severalDatabasesHaveAnIndexEachAndTheOldOneGoes() throws IOException {
    revision("a1", List.of());
    written();
    Files.createDirectories(output.resolve("db/billing"));
    Files.move(
        output.resolve("db/migrations"),
        output.resolve("db/billing"),
        StandardCopyOption.REPLACE_EXISTING);

    List<IndexResult> results =
        HeadsFile.write(output, List.of(database("billing"), database("shop")));

    assertThat(results).extracting(IndexResult::heads).containsExactly(List.of("a1"), List.of());
    assertThat(heads()).doesNotExist();
    assertThat(output.resolve("META-INF/aludel/billing/heads"))
        .content()
        .endsWith("location db/billing\nhead a1\n");
    assertThat(output.resolve("META-INF/aludel/databases")).hasContent("billing");
  }

  private PackedDatabase database(String name) {
    return new PackedDatabase(name, List.of(), SettingsLoader.defaults(output).running());
  }

  private List<IndexResult> written() {
    return HeadsFile.write(
        output,
        List.of(new PackedDatabase(null, List.of(), SettingsLoader.defaults(output).running())));
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
