package org.aludel.migrations.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.check.RevisionIndex;
import org.aludel.migrations.config.RunSetting;
import org.aludel.migrations.script.ScriptDirectory;

/**
 * Writes {@code META-INF/aludel/heads} beside compiled classes and copied revisions, before they
 * are packed into a jar.
 */
public final class HeadsFile {
  private HeadsFile() {}

  /**
   * Indexes the revisions below a directory of compiled output; without revisions an index of
   * before is removed. A file that is right already is not touched.
   *
   * @param running says where databases note their heads, which an application must know
   * @throws RevisionException as {@link ScriptDirectory#revisions()}; NOT_WRITABLE
   */
  public static IndexResult write(Path output, RunSetting running) {
    Path revisions = output.resolve(ScriptDirectory.CLASS_PATH_LOCATION);
    RevisionIndex index =
        RevisionIndex.of(ScriptDirectory.of(revisions).revisions())
            .withStore(Running.store(running));
    Path file = output.resolve(RevisionIndex.RESOURCE);
    try {
      if (index.ids().isEmpty()) {
        Files.deleteIfExists(file);
        return new IndexResult(null, List.of());
      }
      if (!Files.exists(file) || !Files.readString(file).equals(index.toText())) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, index.toText());
      }
      return new IndexResult(file, List.copyOf(index.heads()));
    } catch (IOException failure) {
      throw new RevisionException(
          Problem.of(MigrationCode.NOT_WRITABLE, "cannot write \"" + file + "\"")
              .found(String.valueOf(failure.getMessage()))
              .expected("a directory of compiled output that can be written to"),
          failure);
    }
  }
}
