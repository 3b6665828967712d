package org.aludel.migrations.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.config.LayoutSetting;
import org.aludel.migrations.revision.Revision;
import org.jspecify.annotations.Nullable;

/** Puts the text of revisions into files, each whole or not at all. */
final class RevisionWriter {
  private final Path directory;
  private final LayoutSetting layout;

  RevisionWriter(Path directory, LayoutSetting layout) {
    this.layout = layout;
    this.directory = directory;
  }

  /**
   * Adds a file.
   *
   * @throws RevisionException NOT_WRITABLE, INVALID_FILE
   */
  Path add(NewFile content) {
    Revision revision = content.revision();
    String fileName = RevisionFileName.of(revision, layout);
    String text =
        new RevisionPreface(layout).of(revision)
            + new RevisionEmitter().emit(revision, content.banner())
            + content.appendix();
    requireSame(revision, new RevisionLoader().load(fileName, text).revision());
    Path file = directory.resolve(fileName);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      if (Files.exists(file)) {
        throw notWritable(directory.toString(), fileName, "the file exists", null);
      }
      return put(file, text);
    } catch (IOException e) {
      throw notWritable(directory.toString(), fileName, String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Gives a file another text.
   *
   * @param revision what the text must be read as
   */
  static Path replace(Path file, Revision revision, String text) {
    requireSame(revision, new RevisionLoader().load(file.toString(), text).revision());
    try {
      return put(file, text);
    } catch (IOException e) {
      throw notWritable(
          String.valueOf(file.getParent()),
          String.valueOf(file.getFileName()),
          String.valueOf(e.getMessage()),
          e);
    }
  }

  private static Path put(Path file, String text) throws IOException {
    Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
    Files.writeString(
        temporary,
        text,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
    return Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void requireSame(Revision wanted, Revision read) {
    if (!RevisionFile.canonicalText(read).equals(RevisionFile.canonicalText(wanted))) {
      throw new IllegalStateException("the text of the file is read as another revision");
    }
  }

  static RevisionException notWritable(
      String place, String file, String found, @Nullable Exception cause) {
    return new RevisionException(
        Problem.of(
                MigrationCode.NOT_WRITABLE,
                "cannot write revision file \"" + file + "\" to \"" + place + "\"")
            .found(found)
            .expected("a directory to which a new file can be added")
            .fix("set the directory, as in -Dorm.directory=src/main/resources/db/migrations"),
        cause);
  }
}
