package org.aludel.migrations.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.script.ScriptDirectory;

/** An application whose build packed revisions into its jar. */
final class ApplicationJar {
  private final Path folder;

  ApplicationJar(Path folder) {
    this.folder = folder;
  }

  /** Two revisions: a table, then a column of it. */
  ApplicationJar shop() {
    return revision("a1", List.of(), "CREATE TABLE person (id int)", "DROP TABLE person")
        .revision(
            "b2",
            List.of("a1"),
            "ALTER TABLE person ADD COLUMN name text",
            "ALTER TABLE person DROP COLUMN name");
  }

  ApplicationJar revision(String id, List<String> follows, String up, String down) {
    ChangeSet step =
        ChangeSet.of(id + "-1", id, List.of(Change.sql(up)), List.of(Change.sql(down)));
    ScriptDirectory.of(folder.resolve("revisions"))
        .write(
            Revision.of(id, follows, id, Instant.parse("2026-11-22T00:00:00Z"))
                .withChangeSets(List.of(step)),
            List.of());
    return this;
  }

  /** Packs them. */
  Path packed(String name, String location) throws IOException {
    return packed(name, location, Map.of());
  }

  /**
   * Packs them with other files, such as the index.
   *
   * @param others texts by their names
   */
  Path packed(String name, String location, Map<String, String> others) throws IOException {
    Path file = folder.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file));
        var revisions = Files.list(folder.resolve("revisions"))) {
      out.putNextEntry(new ZipEntry(location));
      for (Path revision : revisions.sorted().toList()) {
        out.putNextEntry(new ZipEntry(location + revision.getFileName()));
        out.write(Files.readAllBytes(revision));
      }
      for (Map.Entry<String, String> other : others.entrySet()) {
        out.putNextEntry(new ZipEntry(other.getKey()));
        out.write(other.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }
}
