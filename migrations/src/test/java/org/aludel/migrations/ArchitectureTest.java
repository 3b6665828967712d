package org.aludel.migrations;

import java.util.Map;
import java.util.Set;
import org.aludel.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("yaml", Set.of()),
          Map.entry("config", Set.of("yaml")),
          Map.entry("revision", Set.of()),
          Map.entry("operation", Set.of()),
          Map.entry("scratch", Set.of("operation", "compare", "plan")),
          Map.entry("model", Set.of("scratch", "compare")),
          Map.entry("compare", Set.of("operation")),
          Map.entry("plan", Set.of("operation")),
          Map.entry("lint", Set.of("plan", "operation")),
          Map.entry("render", Set.of("operation", "plan", "revision")),
          Map.entry("script", Set.of("yaml", "config", "revision")),
          Map.entry("runtime", Set.of("script", "revision", "plan", "operation", "render")),
          Map.entry("check", Set.of("revision", "script", "runtime", "render")),
          Map.entry(
              "command",
              Set.of(
                  "config",
                  "revision",
                  "operation",
                  "scratch",
                  "model",
                  "compare",
                  "plan",
                  "lint",
                  "render",
                  "script",
                  "runtime",
                  "check")));

  @Test
  void followsTheRules() {
    new ArchitectureRules("org.aludel.migrations", ALLOWED, Set.of()).check();
  }
}
