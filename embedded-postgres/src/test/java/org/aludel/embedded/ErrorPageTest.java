package org.aludel.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ErrorPageTest {
  @Test
  void everyCodeHasItsSectionAndEverySectionItsCode() throws IOException {
    Path page = Path.of(System.getProperty("aludel.root", "..")).resolve("docs/errors.md");

    List<String> sections =
        Files.readAllLines(page).stream()
            .filter(line -> line.startsWith("### ORM-EMBEDDED-"))
            .map(line -> line.substring("### ".length()))
            .toList();

    assertThat(sections)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(EmbeddedCode.values()).map(EmbeddedCode::id).toList());
  }
}
