package org.aludel.test;

import java.util.Map;
import java.util.Set;
import org.aludel.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

/** One package, whose public signatures show what users can know. */
final class ArchitectureTest {
  @Test
  void followsTheRules() {
    new ArchitectureRules("org.aludel.test", Map.of("", Set.of()), Set.of("")).check();
  }
}
