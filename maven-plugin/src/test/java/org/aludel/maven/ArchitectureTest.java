package org.aludel.maven;

import java.util.Map;
import java.util.Set;
import org.aludel.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final Map<String, Set<String>> ALLOWED =
      Map.of(
          "", Set.of(),
          "settings", Set.of(""),
          "project", Set.of(""),
          "report", Set.of(),
          "goal", Set.of("", "settings", "project", "report"));

  @Test
  void followsTheRules() {
    new ArchitectureRules("org.aludel.maven", ALLOWED, Set.of()).check();
  }
}
