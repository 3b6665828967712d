package org.aludel.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A long expected text, kept in {@code src/test/resources/golden/<TestClass>/<name>} of the module
 * and rewritten by {@code -Dgolden.update=true}, which a build server (CI=true) refuses.
 *
 * <pre>{@code
 * GoldenFile.of(SelectCompilerTest.class, "joins.postgresql.sql").assertEquals(sql);
 * }</pre>
 */
public final class GoldenFile {
  private final Path path;
  private final boolean update;
  private final boolean buildServer;

  GoldenFile(Path path, boolean update, boolean buildServer) {
    this.path = path;
    this.update = update;
    this.buildServer = buildServer;
  }

  /** The file of a test class. */
  public static GoldenFile of(Class<?> test, String name) {
    Path folder = ProjectFolders.module().resolve("src/test/resources/golden");
    return new GoldenFile(
        folder.resolve(test.getSimpleName()).resolve(name),
        System.getProperty("golden.update", "false").equals("true"),
        "true".equals(System.getenv("CI")));
  }

  /**
   * Fails with a comparison unless the file holds this text; the final line break is not compared.
   */
  public void assertEquals(String actual) {
    String wanted = actual.stripTrailing() + "\n";
    try {
      if (update) {
        write(wanted);
      }
      assertThat(path)
          .withFailMessage("no golden file %s; write it by -Dgolden.update=true", path)
          .exists();
      String expected = Files.readString(path).stripTrailing() + "\n";
      assertThat(wanted)
          .as("%s (rewrite by -Dgolden.update=true)", path.getFileName())
          .isEqualTo(expected);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String text) throws IOException {
    if (buildServer) {
      throw new IllegalStateException("golden.update is refused where CI=true");
    }
    Files.createDirectories(path.resolveSibling("."));
    Files.writeString(path, text);
  }
}
