package org.aludel.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchitectureRulesTest {
  private static final String PLANTED = "org.aludel.testing.planted";

  private static ArchitectureRules rules(Map<String, Set<String>> allowed, Set<String> api) {
    return new ArchitectureRules(
        PLANTED, allowed, api, new ClassFileImporter().importPackages(PLANTED));
  }

  private static List<String> violations(Map<String, Set<String>> allowed) {
    return rules(allowed, Set.of()).violations();
  }

  @Test
  void findsAForbiddenUse() {
    assertThat(violations(Map.of("low", Set.of(), "high", Set.of("low"))))
        .anyMatch(text -> text.startsWith("low may not use high: Method <" + PLANTED + ".low.Low"));
  }

  @Test
  void staysSilentOnAnAllowedUse() {
    assertThat(violations(Map.of("low", Set.of("high"), "high", Set.of("low"))))
        .noneMatch(text -> text.contains("may not use"));
  }

  @Test
  void findsAPackageOutsideTheTable() {
    assertThat(violations(Map.of("high", Set.of("low"))))
        .contains("package low is not in the table of packages");
  }

  @Test
  void findsACycleThatTheTableAllows() {
    assertThat(violations(Map.of("low", Set.of("high"), "high", Set.of("low"))))
        .anyMatch(text -> text.startsWith("Cycle detected: Slice high"));
  }

  @Test
  void findsAPackageWithoutPackageInfo() {
    assertThat(violations(Map.of()))
        .contains("package low has no package-info")
        .doesNotContain("package high has no package-info");
  }

  @Test
  void findsAFieldOfTypeOptional() {
    assertThat(violations(Map.of()))
        .contains("field of type Optional: " + PLANTED + ".high.High.low");
  }

  @Test
  void findsAHiddenTypeInASignatureOfTheApi() {
    assertThat(rules(Map.of(), Set.of("high")).violations())
        .contains("API shows " + PLANTED + ".high.High$Hidden: " + PLANTED + ".high.High.hidden()");
    assertThat(violations(Map.of())).noneMatch(text -> text.startsWith("API shows"));
  }

  /** Compiled here, since the build's own checks would refuse it. */
  @Test
  void findsPrintingAndBannedNames(@TempDir Path folder) throws IOException {
    try (InputStream source = getClass().getResourceAsStream("/planted/PrintingHelper.java")) {
      Files.copy(Objects.requireNonNull(source), folder.resolve("PrintingHelper.java"));
    }
    String file = folder.resolve("PrintingHelper.java").toString();
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", file))
        .isZero();

    List<String> found =
        new ArchitectureRules(
                "org.aludel.testing",
                Map.of(),
                Set.of(),
                new ClassFileImporter().importPath(folder))
            .violations();

    assertThat(found)
        .anyMatch(text -> text.startsWith("prints: Method <org.aludel.testing.PrintingHelper"))
        .contains("banned ending of the name: org.aludel.testing.PrintingHelper");
  }

  @Test
  void failsWithAllViolationsAndTheirCount() {
    assertThatThrownBy(() -> rules(Map.of(), Set.of()).check())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(" violations below " + PLANTED)
        .hasMessageContaining("package low is not in the table of packages");
  }
}
