package org.aludel.migrations.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.aludel.migrations.scratch.ScratchDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files for trials, and those of runs that were killed. */
final class SqliteScratchTest {
  @TempDir Path folder;
  private SqliteScratch place = new SqliteScratch();

  @BeforeEach
  void inAFolder() {
    place = new SqliteScratch(folder);
  }

  private Path old(String name) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      Files.createFile(file);
    }
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    return file;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theFileOfADeadRunIsFoundAndDeleted() throws IOException {
    String left = old("aludel_scratch_1.db").toString();
    old("aludel_scratch_1.db-journal");

    assertThat(place.leftovers()).containsExactly(left);
    assertThat(place.dropLeftover(left)).isTrue();
    assertThat(names()).isEmpty();
    assertThat(place.dropLeftover(left)).isFalse();
  }

  @Test
  void theFileOfARunAtWorkAndTheFilesOfOthersAreNone() throws IOException {
    old("mine.db");
    try (ScratchDatabase used = place.create()) {
      old(Path.of(used.name()).getFileName().toString());

      assertThat(place.leftovers()).isEmpty();
      assertThat(place.dropLeftover(used.name())).isFalse();
    }
    assertThat(names()).containsExactly("mine.db");
  }

  @Test
  void theNextOneThatIsMadeTakesLeftoversAway() throws IOException {
    Path left = old("aludel_scratch_1.db");

    place.create().close();

    assertThat(left).doesNotExist();
  }
}
