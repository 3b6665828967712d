package org.aludel.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GoldenFileTest {
  @Test
  void acceptsTheTextOfTheFile() {
    GoldenFile.of(GoldenFileTest.class, "example.sql").assertEquals("SELECT 1\nFROM t\n");
  }

  @Test
  void failsOnAnotherText() {
    GoldenFile file = GoldenFile.of(GoldenFileTest.class, "example.sql");

    assertThatThrownBy(() -> file.assertEquals("SELECT 2\nFROM t\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("rewrite by -Dgolden.update=true");
  }

  @Test
  void failsWithoutAFile(@TempDir Path folder) {
    GoldenFile file = new GoldenFile(folder.resolve("none.sql"), false, false);

    assertThatThrownBy(() -> file.assertEquals("SELECT 1"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("no golden file");
  }

  @Test
  void writesTheFileWhenTold(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("test/new.sql");

    new GoldenFile(path, true, false).assertEquals("SELECT 1");

    assertThat(Files.readString(path)).isEqualTo("SELECT 1\n");
  }

  @Test
  void refusesToWriteOnABuildServer(@TempDir Path folder) {
    Path path = folder.resolve("new.sql");

    assertThatThrownBy(() -> new GoldenFile(path, true, true).assertEquals("SELECT 1"))
        .hasMessage("golden.update is refused where CI=true");
    assertThat(path).doesNotExist();
  }
}
