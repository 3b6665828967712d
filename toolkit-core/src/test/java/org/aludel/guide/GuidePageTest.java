package org.aludel.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code that the guide shows is the code that {@link GuideTest} runs. */
final class GuidePageTest {
  private static final Pattern REGION =
      Pattern.compile("(?ms)^ *// guide: (\\S+)\\R(.*?)^ *// end$");
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^<!-- (\\S+) -->\\R```java\\R(.*?)^```$");

  @Test
  void showsWhatRuns() throws IOException {
    Path root = Path.of(System.getProperty("aludel.root", ".."));
    String test =
        Files.readString(
            root.resolve("toolkit-core/src/test/java/org/aludel/guide/GuideTest.java"));
    String page = Files.readString(root.resolve("docs/guide.md"));

    assertThat(named(BLOCK, page)).isNotEmpty().isEqualTo(named(REGION, test));
  }

  private static Map<String, String> named(Pattern pattern, String text) {
    Map<String, String> found = new LinkedHashMap<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.put(matcher.group(1), matcher.group(2).stripTrailing().stripIndent());
    }
    return found;
  }
}
