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
  void compilerFindsTheProcessorAsAService() {
    assertThat(ServiceLoader.load(Processor.class).stream().map(ServiceLoader.Provider::type))
        .contains(MappingProcessor.class);
  }

  /** The index names all classes, so that a change of one calls for the others: aggregating. */
  @Test
  void incrementalBuildsAreToldThatItAggregates() throws IOException {
    String file = "/META-INF/gradle/incremental.annotation.processors";
    try (InputStream input = MappingProcessor.class.getResourceAsStream(file)) {
      String text =
          new String(Objects.requireNonNull(input).readAllBytes(), StandardCharsets.UTF_8);

      assertThat(text.strip()).isEqualTo(MappingProcessor.class.getName() + ",aggregating");
    }
  }

  @Test
  void newerLanguageLevelsCauseNoWarning() {
    assertThat(new MappingProcessor().getSupportedSourceVersion())
        .isEqualTo(SourceVersion.latestSupported());
  }
}
