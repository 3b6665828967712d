package org.aludel.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What docs/recipes.md and the pages of docs/orm show is code of the tests, piece by piece: a piece
 * is what stands between two ends of statements, white space, comments and {@code …} aside. A page
 * may leave pieces out, so that it is short, but shows none that was not compiled and run.
 */
final class OrmPagesTest {
  private static final Path ROOT = Path.of(System.getProperty("aludel.root", ".."));
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\\R(.*?)^```$");
  private static final Pattern COMMENT =
      Pattern.compile("(?m)/\\*(?s:.*?)\\*/|(?:^|(?<=\\s))//.*$");
  private static final Pattern END = Pattern.compile("(?<=[;{}])\\s*\\R|\\R\\s*\\R");

  @Test
  void showTheCodeOfTests() throws IOException {
    String tests = compact(sources(ROOT.resolve("toolkit-core/src/test/java")));
    List<String> unknown = new ArrayList<>();

    for (Path page : pages()) {
      for (String piece : pieces(Files.readString(page))) {
        if (!tests.contains(compact(piece))) {
          unknown.add(page.getFileName() + ": " + piece.strip());
        }
      }
    }

    assertThat(unknown).isEmpty();
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("docs/orm"))) {
      return Stream.concat(
              files.filter(file -> file.toString().endsWith(".md")).sorted(),
              Stream.of(ROOT.resolve("docs/recipes.md")))
          .toList();
    }
  }

  private static List<String> pieces(String page) {
    List<String> all = new ArrayList<>();
    Matcher block = BLOCK.matcher(page);
    while (block.find()) {
      for (String piece : END.split(COMMENT.matcher(block.group(1)).replaceAll(""))) {
        if (!compact(piece).matches("[{}();…]*")) {
          all.add(piece);
        }
      }
    }
    return all;
  }

  private static String sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(OrmPagesTest::read)
          .collect(Collectors.joining("\n"));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String compact(String code) {
    return COMMENT.matcher(code).replaceAll("").replaceAll("\\s+", "");
  }
}
