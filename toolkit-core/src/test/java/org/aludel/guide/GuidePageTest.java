package org.aludel.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code that the guide shows is code that runs. */
final class GuidePageTest {
  private static final String CORE = "toolkit-core/src/test/java/org/aludel/guide/";
  private static final String OBSERVE = "benchmarks/src/test/java/org/aludel/benchmarks/observe/";
  private static final List<String> SOURCES =
      List.of(
          CORE + "GuideTest.java",
          CORE + "EngineGuideTest.java",
          OBSERVE + "MicrometerListener.java",
          OBSERVE + "OpenTelemetryListener.java");

  private static final Pattern REGION =
      Pattern.compile("(?ms)^ *// guide: (\\S+)\\R(.*?)^ *// end$");
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^<!-- (\\S+) -->\\R```java\\R(.*?)^```$");

  @Test
  void showsWhatRuns() throws IOException {
    Path root = Path.of(System.getProperty("aludel.root", ".."));
    Map<String, String> code = new LinkedHashMap<>();
    for (String file : SOURCES) {
      code.putAll(named(REGION, Files.readString(root.resolve(file))));
    }
    String page = Files.readString(root.resolve("docs/guide.md"));

    assertThat(named(BLOCK, page)).isNotEmpty().isEqualTo(code);
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
