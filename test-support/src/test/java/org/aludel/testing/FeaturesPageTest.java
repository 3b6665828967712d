package org.aludel.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads docs/features.md: what a row names exists, and no row claims without a test. */
class FeaturesPageTest {
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)(?:\\.(\\w+))?`");

  @Test
  void everyClassOfAFeatureExists() {
    Map<String, Path> sources = sources("src/main/java");

    assertThat(rows()).allSatisfy(row -> assertThat(missing(row[2], sources)).isEmpty());
  }

  @Test
  void everyTestOfAFeatureExists() {
    Map<String, Path> tests = sources("src/test/java");

    assertThat(rows()).allSatisfy(row -> assertThat(missing(row[3], tests)).isEmpty());
  }

  @Test
  void aFeatureNamesClassAndTestOrIsNotThereYet() {
    assertThat(rows())
        .hasSizeGreaterThan(30)
        .allSatisfy(row -> assertThat(isShown(row) ^ isNotYet(row)).as(row[1]).isTrue());
  }

  private static boolean isShown(String[] row) {
    return NAMED.matcher(row[2]).find() && NAMED.matcher(row[3]).find();
  }

  private static boolean isNotYet(String[] row) {
    return row[2].strip().startsWith("not yet") && row[3].isBlank();
  }

  private static List<String> missing(String cell, Map<String, Path> sources) {
    return NAMED
        .matcher(cell)
        .results()
        .filter(name -> !exists(name, sources))
        .map(MatchResult::group)
        .toList();
  }

  private static boolean exists(MatchResult name, Map<String, Path> sources) {
    Path source = sources.get(name.group(1));
    return source != null && (name.group(2) == null || declares(source, name.group(2)));
  }

  private static boolean declares(Path source, String method) {
    return Pattern.compile("^ +[\\w<].*[\\w>\\]] " + method + "\\(", Pattern.MULTILINE)
        .matcher(read(source))
        .find();
  }

  /** The cells of each row of each table; the first cell is empty. */
  private static List<String[]> rows() {
    return read(ProjectFolders.root().resolve("docs/features.md"))
        .lines()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| Feature |"))
        .map(line -> line.split("\\|", -1))
        .toList();
  }

  private static Map<String, Path> sources(String folder) {
    return modules().stream()
        .map(module -> module.resolve(folder))
        .filter(Files::exists)
        .flatMap(root -> files(root).stream())
        .collect(Collectors.toMap(FeaturesPageTest::type, file -> file, (one, other) -> one));
  }

  private static List<Path> modules() {
    try (Stream<Path> folders = Files.list(ProjectFolders.root())) {
      return folders.filter(folder -> Files.exists(folder.resolve("pom.xml"))).toList();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static List<Path> files(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return new ArrayList<>(files.filter(file -> file.toString().endsWith(".java")).toList());
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static String type(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
