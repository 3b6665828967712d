package org.aludel.benchmarks.observe;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.time.Instant;
import org.aludel.engine.Execution;
import org.aludel.engine.ExecutionListener;

// guide: opentelemetry
/** A span for each statement, below the one that is current; without values. */
record OpenTelemetryListener(Tracer tracer) implements ExecutionListener {
  @Override
  public void executed(Execution execution) {
    Instant end = Instant.now();
    Span span =
        tracer
            .spanBuilder(execution.sql().split("\\s", 2)[0])
            .setSpanKind(SpanKind.CLIENT)
            .setStartTimestamp(end.minus(execution.elapsed()))
            .setAttribute("db.system.name", "postgresql")
            .setAttribute("db.query.text", execution.sql())
            .startSpan();
    if (execution.failure() != null) {
      span.setStatus(StatusCode.ERROR);
    }
    span.end(end);
  }
}
// end
