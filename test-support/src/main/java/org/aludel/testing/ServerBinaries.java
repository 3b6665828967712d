package org.aludel.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The jars with servers of other versions than the class path's, which the build copies. */
final class ServerBinaries {
  private ServerBinaries() {}

  /** The jar of the judge. */
  static Path judge() {
    Path folder = folder("aludel.judge", "target/judge");
    List<Path> jars = jars(folder);
    if (jars.isEmpty()) {
      throw new IllegalStateException(
          "no jar with the judge's server in "
              + folder
              + "; mvn -pl test-support process-resources");
    }
    return jars.get(jars.size() - 1);
  }

  /** The jar of a major version. */
  static Path of(int version) {
    Path folder = folder("aludel.servers", "target/servers");
    Optional<Path> found =
        jars(folder).stream()
            .filter(jar -> jar.getFileName().toString().contains("-" + version + "."))
            .reduce((one, later) -> later);
    return found.orElseThrow(
        () ->
            new IllegalStateException(
                "no jar with a server of version "
                    + version
                    + " in "
                    + folder
                    + "; mvn -Pservers -pl test-support process-resources"));
  }

  private static Path folder(String property, String usual) {
    return Path.of(System.getProperty(property, ProjectFolders.root().resolve(usual).toString()));
  }

  private static List<Path> jars(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
