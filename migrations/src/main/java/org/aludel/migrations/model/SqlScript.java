package org.aludel.migrations.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.scratch.ScratchScript;

/** Files of SQL as scripts, without what only concerns psql. */
final class SqlScript {
  private SqlScript() {}

  /**
   * One file.
   *
   * @param shown what messages call it
   */
  static ScratchScript of(Path file, String shown) {
    return new ScratchScript(shown, List.of(PsqlText.withoutCommands(text(file), shown)));
  }

  /** All {@code *.sql} files below a folder by their paths; none where there is no folder. */
  static List<ScratchScript> below(Path folder) {
    return below(folder, file -> true);
  }

  /** Those that are wanted, asked with absolute paths. */
  static List<ScratchScript> below(Path folder, Predicate<Path> wanted) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".sql") && Files.isRegularFile(file))
          .filter(file -> wanted.test(file.toAbsolutePath().normalize()))
          .sorted()
          .map(file -> of(file, folder.relativize(file).toString()))
          .toList();
    } catch (IOException unreadable) {
      throw unreadable(folder, unreadable);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw unreadable(file, unreadable);
    }
  }

  private static RevisionException unreadable(Path path, IOException cause) {
    return new RevisionException(
        Problem.of(MigrationCode.INVALID_SETTING, "cannot read the model file \"" + path + "\"")
            .found(String.valueOf(cause))
            .expected("a file of SQL in UTF-8")
            .fix("-Dorm.model=sql:src/main/database/schema.sql"),
        cause);
  }
}
