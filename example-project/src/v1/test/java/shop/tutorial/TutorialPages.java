package shop.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages below docs/tutorial: their blocks of Java, and what these print. */
final class TutorialPages {
  private static final Pattern JAVA =
      Pattern.compile("(?ms)^<!-- ([\\w-]+) -->\\R```java\\R(.*?)^```$");
  private static final Pattern PRINTED =
      Pattern.compile("(?ms)^<!-- ([\\w-]+) prints -->\\R```text\\R(.*?)^```$");

  private TutorialPages() {}

  static Path root() {
    return Path.of(System.getProperty("aludel.root", ".."));
  }

  /** The blocks of Java by name. */
  static Map<String, String> java() {
    Map<String, String> blocks = new TreeMap<>();
    pages().forEach(page -> blocks.putAll(named(JAVA, read(page))));
    return blocks;
  }

  /** The names of what is printed. */
  static List<String> printed() {
    return pages().stream().flatMap(page -> named(PRINTED, read(page)).keySet().stream()).toList();
  }

  /** Asserts that a page shows the text under a name; {@code golden.update} writes it there. */
  static void requirePrinted(String name, String text) {
    for (Path page : pages()) {
      String content = read(page);
      Matcher block = PRINTED.matcher(content);
      while (block.find()) {
        if (block.group(1).equals(name)) {
          compare(page, content, block, text);
          return;
        }
      }
    }
    throw new AssertionError("no page of the tutorial says what \"" + name + "\" prints");
  }

  private static void compare(Path page, String content, Matcher block, String text) {
    if (Boolean.getBoolean("golden.update")) {
      write(
          page,
          content.substring(0, block.start(2)) + text + "\n" + content.substring(block.end(2)));
    } else {
      assertThat(block.group(2).stripTrailing()).as(page + ", " + block.group(1)).isEqualTo(text);
    }
  }

  /**
   * The regions of all classes below a folder, between {@code // tutorial: name} and {@code //
   * end}.
   */
  static Map<String, String> regions(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      String sources =
          files
              .filter(
                  file -> file.toString().endsWith(".java") && !file.endsWith("TutorialPages.java"))
              .sorted()
              .map(TutorialPages::read)
              .collect(Collectors.joining("\n"));
      return named(Pattern.compile("(?ms)^ *// tutorial: ([\\w-]+)\\R(.*?)^ *// end$"), sources);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> named(Pattern pattern, String text) {
    Map<String, String> found = new TreeMap<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      String before = found.put(matcher.group(1), matcher.group(2).stripTrailing().stripIndent());
      assertThat(before).as("a second block " + matcher.group(1)).isNull();
    }
    return found;
  }

  private static List<Path> pages() {
    try (Stream<Path> files = Files.list(root().resolve("docs/tutorial"))) {
      return files.filter(one -> one.toString().endsWith(".md")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
