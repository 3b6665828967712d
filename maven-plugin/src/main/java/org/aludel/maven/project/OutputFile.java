package org.aludel.maven.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aludel.error.Problem;
import org.aludel.maven.MavenCode;
import org.aludel.maven.MavenException;

/** A text that a goal leaves behind, such as a script of SQL. */
public final class OutputFile {
  private OutputFile() {}

  /**
   * Writes it over what was there; missing directories are made.
   *
   * @throws MavenException NOT_WRITABLE
   */
  public static Path write(Path file, String text) {
    try {
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      return Files.writeString(file, text);
    } catch (IOException failure) {
      throw new MavenException(
          Problem.of(MavenCode.NOT_WRITABLE, "cannot write \"" + file + "\"")
              .found(String.valueOf(failure.getMessage()))
              .expected("a file that can be written"),
          failure);
    }
  }

  /**
   * Deletes what a run before left, so that nobody takes it for the answer of this one.
   *
   * @throws MavenException NOT_WRITABLE
   */
  public static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failure) {
      throw new MavenException(
          Problem.of(MavenCode.NOT_WRITABLE, "cannot delete \"" + file + "\"")
              .found(String.valueOf(failure.getMessage()))
              .expected("a file that can be written"),
          failure);
    }
  }
}
