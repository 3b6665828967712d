package org.aludel.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.aludel.testing.ErrorPage;
import org.junit.jupiter.api.Test;

class MavenCodeTest {
  @Test
  void everyCodeHasItsSectionAndEverySectionItsCode() {
    assertThat(ErrorPage.codes("MAVEN"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(MavenCode.values()).map(MavenCode::id).toList());
  }
}
