package org.aludel.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.aludel.testing.ErrorPage;
import org.junit.jupiter.api.Test;

final class ErrorPageTest {
  @Test
  void everyCodeHasItsSectionAndEverySectionItsCode() {
    assertThat(ErrorPage.codes("TEST"))
        .containsExactlyElementsOf(
            Arrays.stream(TestCode.values()).map(TestCode::id).sorted().toList());
  }
}
