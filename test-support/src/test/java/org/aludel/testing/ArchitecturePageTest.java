package org.aludel.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads docs/architecture.md, whose steps name classes that a reader should find. */
class ArchitecturePageTest {
  private static final String ROOT = "org/aludel/";

  /** A class, perhaps with a method, in the middle column of a table of steps. */
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)(?:\\.(\\w+))?`");

  @Test
  void everyClassAndMethodOfAPathExistsInItsPackage() {
    List<String> missing = new ArrayList<>();
    int named = 0;
    for (String[] cells : rows()) {
      Matcher names = NAMED.matcher(cells[2]);
      while (names.find()) {
        named++;
        if (!exists(names.group(1), names.group(2), cells[3].strip().split(", *"))) {
          missing.add(names.group() + " in " + cells[3].strip());
        }
      }
    }

    assertThat(missing).isEmpty();
    assertThat(named).isGreaterThan(100);
  }

  @Test
  void everyPackageHasItsRow() {
    assertThat(rowNames("### toolkit-core"))
        .containsExactlyInAnyOrderElementsOf(packages("toolkit-core", ""));
    assertThat(rowNames("### migrations"))
        .containsExactlyInAnyOrderElementsOf(packages("migrations", "migrations/"));
    assertThat(rowNames("### maven-plugin"))
        .containsExactlyInAnyOrderElementsOf(packages("maven-plugin", "maven/"));
  }

  /** The rows below the headings of paths, as cells; the first is empty. */
  private static List<String[]> rows() {
    List<String> lines = page();
    int first = lines.indexOf("## The path of one select");
    return lines.subList(first, lines.size()).stream()
        .filter(line -> line.startsWith("| ") && !line.contains("| In package |"))
        .map(line -> line.split("\\|"))
        .toList();
  }

  private static List<String> rowNames(String heading) {
    return page().stream()
        .dropWhile(line -> !line.startsWith(heading))
        .skip(1)
        .takeWhile(line -> !line.startsWith("#"))
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.substring(3, line.indexOf('`', 3)))
        .toList();
  }

  private static Set<String> packages(String module, String below) {
    Path root =
        ProjectFolders.root().resolve(module).resolve("src/main/java").resolve(ROOT + below);
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(root)) {
      files
          .filter(file -> file.endsWith("package-info.java"))
          .map(file -> root.relativize(file.getParent()).toString().replace('/', '.'))
          .filter(name -> !name.isEmpty())
          .forEach(names::add);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
    return names;
  }

  private static boolean exists(String type, String member, String... packages) {
    for (String name : packages) {
      for (String module :
          List.of("toolkit-core", "migrations", "maven-plugin", "processor", "embedded-postgres")) {
        Path file =
            ProjectFolders.root()
                .resolve(module)
                .resolve("src/main/java/org/aludel")
                .resolve(name.replace('.', '/'))
                .resolve(type + ".java");
        if (Files.exists(file) && (member == null || has(file, member))) {
          return true;
        }
      }
    }
    return false;
  }

  /** A method is declared where its name stands behind a type and before its parameters. */
  private static boolean has(Path file, String member) {
    return Pattern.compile("^ +[\\w<].*[\\w>\\]] " + member + "\\(", Pattern.MULTILINE)
        .matcher(read(file))
        .find();
  }

  private static List<String> page() {
    return read(ProjectFolders.root().resolve("docs/architecture.md")).lines().toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
