package org.aludel.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * Schemas of real projects, kept beside the repository and never in it. A test that asks for one
 * where the corpus is absent is skipped, saying so.
 */
public final class Corpus {
  private Corpus() {}

  /** The folder {@code ../shared/corpus} beside the repository's root, if it is there. */
  public static Optional<Path> find() {
    Path folder = ProjectFolders.root().resolve("../shared/corpus").normalize();
    return Optional.of(folder).filter(Files::isDirectory);
  }

  /** Skips the running test, saying why, where the corpus is absent. */
  public static void assumeAvailable() {
    required();
  }

  /** The names of all schemas, sorted; empty where the corpus is absent. */
  public static List<String> schemas() {
    return find().map(folder -> names(folder.resolve("schemas"))).orElse(List.of()).stream()
        .map(name -> name.replaceFirst("\\.sql$", ""))
        .toList();
  }

  /** The names of all evolutions, sorted; empty where the corpus is absent. */
  public static List<String> evolutions() {
    return find().map(folder -> names(folder.resolve("evolutions"))).orElse(List.of());
  }

  /** The file of a schema. */
  public static Path schema(String name) {
    return existing(required().resolve("schemas").resolve(name + ".sql"));
  }

  /** The files of an evolution's versions, oldest first. */
  public static List<Path> evolution(String name) {
    Path folder = existing(required().resolve("evolutions").resolve(name));
    return names(folder).stream().map(folder::resolve).toList();
  }

  private static Path required() {
    return find()
        .orElseThrow(
            () -> new TestAbortedException("skipped: no corpus at ../shared/corpus of the root"));
  }

  private static Path existing(Path path) {
    if (!Files.exists(path)) {
      throw new IllegalArgumentException("the corpus has no " + path);
    }
    return path;
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
