package org.aludel.benchmarks.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.aludel.engine.Engine;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@PostgresTest
final class ObserveTest {
  @Test
  void metersCountStatementsAndFailures(TestDatabase database) {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    MicrometerListener listener = new MicrometerListener(meters);
    try (Engine engine =
        Engine.create(database.dataSource(), options -> options.listener(listener))) {
      engine.withOptions(options -> options.label("checkout")).execute("SELECT 1");
      assertThatThrownBy(() -> engine.execute("SELECT 1 / 0")).isNotNull();
    }
    assertThat(meters.get("sql.statements").tag("label", "checkout").timer().count()).isOne();
    assertThat(meters.get("sql.failures").tag("state", "22012").counter().count()).isOne();
  }

  @Test
  void eachStatementIsASpan(TestDatabase database) {
    InMemorySpanExporter spans = InMemorySpanExporter.create();
    try (SdkTracerProvider provider =
            SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(spans))
                .build();
        Engine engine =
            Engine.create(
                database.dataSource(),
                options -> options.listener(new OpenTelemetryListener(provider.get("shop"))))) {
      engine.execute("SELECT 1");

      // A provider that is closed forgets its spans.
      assertThat(spans.getFinishedSpanItems())
          .extracting(SpanData::getName)
          .containsExactly("SELECT");
    }
  }
}
