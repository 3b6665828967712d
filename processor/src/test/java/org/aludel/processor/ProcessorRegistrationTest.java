package org.aludel.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;

/** How compilers and build tools find the processor, and what they may expect of it. */
final class ProcessorRegistrationTest {
  @Test
  void compilerFindsBothProcessorsAsServices() {
    assertThat(ServiceLoader.load(Processor.class).stream().map(ServiceLoader.Provider::type))
        .contains(MappingProcessor.class, IndexProcessor.class);
  }

  /** The index names all classes; what is generated for a class depends on what it reaches. */
  @Test
  void incrementalBuildsAreToldWhichOutputAggregates() throws IOException {
    String file = "/META-INF/gradle/incremental.annotation.processors";
    try (InputStream input = MappingProcessor.class.getResourceAsStream(file)) {
      String text =
          new String(Objects.requireNonNull(input).readAllBytes(), StandardCharsets.UTF_8);

      assertThat(text.lines())
          .containsExactly(
              MappingProcessor.class.getName() + ",isolating",
              IndexProcessor.class.getName() + ",aggregating");
    }
  }

  @Test
  void newerLanguageLevelsCauseNoWarning() {
    assertThat(new MappingProcessor().getSupportedSourceVersion())
        .isEqualTo(SourceVersion.latestSupported())
        .isEqualTo(new IndexProcessor().getSupportedSourceVersion());
  }
}
