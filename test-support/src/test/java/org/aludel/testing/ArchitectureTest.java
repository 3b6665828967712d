package org.aludel.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The test kit, and the embedded server, which cannot depend on the kit itself. */
final class ArchitectureTest {
  private static final Map<String, Set<String>> ONE_PACKAGE = Map.of("", Set.of());

  @Test
  void testSupportFollowsTheRules() {
    new ArchitectureRules("org.aludel.testing", ONE_PACKAGE, Set.of("")).check();
  }

  @Test
  void embeddedPostgresFollowsTheRules() {
    new ArchitectureRules("org.aludel.embedded", ONE_PACKAGE, Set.of("")).check();
  }

  @Test
  void aRootSharedWithOtherModulesJudgesOwnPackagesAndKnowsTheOthersAsTargets() {
    assertThat(
            new ArchitectureRules("org.aludel", Map.of("testing", Set.of()), Set.of()).violations())
        .isNotEmpty()
        .allMatch(text -> text.startsWith("testing may not use embedded: "));
  }
}
