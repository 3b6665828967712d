package org.aludel.migrations.seed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file of rows: {@code person.csv} for the table of that name, or SQL.
 *
 * @param name its path below the folder, with slashes
 * @param path where it is
 */
record SeedFile(String name, Path path) {
  private static final String CSV = ".csv";
  private static final String SQL = ".sql";

  /**
   * The files of a folder for every profile, then those below it for one, each by their names; none
   * where there is no folder.
   *
   * @param profile the name of a subfolder, or null
   */
  static List<SeedFile> in(Path folder, @Nullable String profile) {
    List<SeedFile> files = new ArrayList<>(in(folder, folder));
    if (profile != null) {
      files.addAll(in(folder, folder.resolve(profile)));
    }
    return files;
  }

  private static List<SeedFile> in(Path folder, Path part) {
    if (!Files.isDirectory(part)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(part)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(CSV) || file.toString().endsWith(SQL))
          .sorted()
          .map(file -> new SeedFile(folder.relativize(file).toString().replace('\\', '/'), file))
          .toList();
    } catch (IOException unreadable) {
      throw SeedFault.in(part.toString(), String.valueOf(unreadable), "a folder that can be read");
    }
  }

  boolean csv() {
    return name.endsWith(CSV);
  }

  /** The table's name as the file has it, {@code person} or {@code shop.person}. */
  String table() {
    String file = name.substring(name.lastIndexOf('/') + 1);
    return file.substring(0, file.length() - CSV.length());
  }

  String text() {
    try {
      return Files.readString(path, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw SeedFault.in(name, String.valueOf(unreadable), "a text in UTF-8");
    }
  }
}
