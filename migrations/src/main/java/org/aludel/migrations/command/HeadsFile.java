package org.aludel.migrations.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.check.RevisionIndex;
import org.aludel.migrations.script.ScriptDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code META-INF/aludel/heads}, or one such file for each of several databases and their
 * names, beside compiled classes and copied revisions before they are packed into a jar.
 */
public final class HeadsFile {
  private final Path output;

  private HeadsFile(Path output) {
    this.output = output;
  }

  /**
   * Indexes the revisions below a directory of compiled output; without revisions an index of
   * before is removed. A file that is right already is not touched.
   *
   * @return a result for each database, in their order
   * @throws RevisionException as {@link ScriptDirectory#revisions()}; NOT_WRITABLE
   */
  public static List<IndexResult> write(Path output, List<PackedDatabase> databases) {
    HeadsFile file = new HeadsFile(output);
    List<String> names = new ArrayList<>();
    List<IndexResult> results = new ArrayList<>();
    for (PackedDatabase each : databases) {
      IndexResult result = file.index(each);
      results.add(result);
      if (each.name() != null && result.file() != null) {
        names.add(each.name());
      }
    }
    if (databases.stream().noneMatch(each -> each.name() == null)) {
      file.put(RevisionIndex.RESOURCE, null);
    }
    file.put(RevisionIndex.DATABASES, names.isEmpty() ? null : String.join("\n", names) + "\n");
    return results;
  }

  private IndexResult index(PackedDatabase database) {
    List<Path> directories = database.locations().stream().map(output::resolve).toList();
    RevisionIndex index =
        RevisionIndex.of(ScriptDirectory.of(directories).revisions())
            .withStore(Running.store(database.running()))
            .withLocations(database.locations());
    String resource = RevisionIndex.resource(database.name());
    boolean empty = index.ids().isEmpty();
    Path file = put(resource, empty ? null : index.toText());
    return empty
        ? new IndexResult(null, List.of())
        : new IndexResult(file, List.copyOf(index.heads()));
  }

  /** Gives a file its text, or takes it away. */
  private Path put(String resource, @Nullable String text) {
    Path file = output.resolve(resource);
    try {
      if (text == null) {
        Files.deleteIfExists(file);
      } else if (!Files.exists(file) || !Files.readString(file).equals(text)) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
      }
      return file;
    } catch (IOException failure) {
      throw new RevisionException(
          Problem.of(MigrationCode.NOT_WRITABLE, "cannot write \"" + file + "\"")
              .found(String.valueOf(failure.getMessage()))
              .expected("a directory of compiled output that can be written to"),
          failure);
    }
  }
}
