package org.aludel.maven;

import java.util.Map;
import java.util.Set;
import org.aludel.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

/** With the root of all modules, so that only the project package sees the ORM's mappings. */
class ArchitectureTest {
  private static final Map<String, Set<String>> ALLOWED =
      Map.of(
          "maven", Set.of("error", "util"),
          "maven.settings", Set.of("maven", "error", "util", "engine", "migrations.config"),
          "maven.project",
              Set.of(
                  "maven",
                  "error",
                  "util",
                  "schema",
                  "migrations.command",
                  "migrations.compare",
                  "orm.mapping"),
          "maven.report",
              Set.of(
                  "error",
                  "util",
                  "migrations.authoring",
                  "migrations.command",
                  "migrations.repair",
                  "migrations.replay",
                  "migrations.revision",
                  "migrations.runtime",
                  "migrations.scratch",
                  "migrations.seed",
                  "migrations.step",
                  "migrations.tenant"),
          "maven.goal",
              Set.of(
                  "maven",
                  "maven.settings",
                  "maven.project",
                  "maven.report",
                  "error",
                  "util",
                  "engine",
                  "migrations.authoring",
                  "migrations.command",
                  "migrations.config",
                  "migrations.extension",
                  "migrations.reverse",
                  "migrations.runtime",
                  "migrations.tenant"));

  @Test
  void followsTheRules() {
    new ArchitectureRules("org.aludel", ALLOWED, Set.of()).check();
  }
}
