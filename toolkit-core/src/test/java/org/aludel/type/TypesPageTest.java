package org.aludel.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The tables of docs/types.md say what the code does. */
final class TypesPageTest {
  private static final Pattern ROW = Pattern.compile("\\| (`[^|]+`) \\| ([^|]+) \\|.*");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  /** Said in a sentence of the page, since other rules hold for them. */
  private static final Set<String> ELSEWHERE = Set.of("geometry", "geography");

  private static Map<String, String> page() throws IOException {
    Map<String, String> classes = new TreeMap<>();
    for (String line :
        Files.readAllLines(Path.of(System.getProperty("aludel.root", ".."), "docs", "types.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        NAME.matcher(row.group(1))
            .results()
            .forEach(name -> classes.put(name.group(1), row.group(2).strip()));
      }
    }
    return classes;
  }

  @Test
  void theClassOfEachTypeIsTheOneOfThePage() throws IOException {
    List<String> faults = new ArrayList<>();
    page()
        .forEach(
            (name, javaClass) -> {
              String found = SqlTypes.named(name).javaType().getSimpleName();
              if (!found.equals(javaClass)) {
                faults.add(name + ": the page says " + javaClass + ", the code " + found);
              }
            });

    assertThat(page()).hasSizeGreaterThan(80);
    assertThat(faults).isEmpty();
  }

  @Test
  void eachKnownTypeIsOnThePage() throws IOException {
    Set<String> missing = new HashSet<>(KnownTypes.names());
    missing.removeAll(page().keySet());
    missing.removeAll(ELSEWHERE);

    assertThat(missing).isEmpty();
  }
}
