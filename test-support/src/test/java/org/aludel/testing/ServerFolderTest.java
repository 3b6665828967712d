package org.aludel.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerFolderTest {
  @Test
  void aFileSystemWithRoomIsTaken(@TempDir Path memory, @TempDir Path module) {
    Path folder = new ServerFolder(memory, module).path();

    assertThat(folder).isDirectory().hasParent(memory);
    assertThat(folder.getFileName().toString()).contains(module.getFileName().toString());
  }

  @Test
  void checkoutsHaveFoldersOfTheirOwn(@TempDir Path memory, @TempDir Path parent) {
    Path one = new ServerFolder(memory, parent.resolve("one/core")).path();
    Path other = new ServerFolder(memory, parent.resolve("other/core")).path();

    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void withoutAFileSystemInMemoryTheModuleHasTheServers(@TempDir Path parent) {
    Path missing = parent.resolve("missing");

    assertThat(new ServerFolder(missing, parent).path())
        .isEqualTo(parent.resolve("target/test-servers"));
    assertThat(missing).doesNotExist();
  }

  @Test
  void aFileInTheWayIsLeftAlone(@TempDir Path memory, @TempDir Path module) throws Exception {
    ServerFolder folder = new ServerFolder(memory, module);
    Path inTheWay = folder.path();
    Files.delete(inTheWay);
    Files.createFile(inTheWay);

    assertThat(folder.path()).isEqualTo(module.resolve("target/test-servers"));
    assertThat(inTheWay).isRegularFile();
  }
}
