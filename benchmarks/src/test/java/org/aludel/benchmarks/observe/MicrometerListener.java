package org.aludel.benchmarks.observe;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.aludel.engine.Execution;
import org.aludel.engine.ExecutionListener;
import org.aludel.engine.Failure;

// guide: micrometer
/** A timer for statements and a counter for failures, by label and by SQLSTATE. */
record MicrometerListener(MeterRegistry meters) implements ExecutionListener {
  @Override
  public void executed(Execution execution) {
    Timer.builder("sql.statements")
        .tag("label", execution.options().label())
        .tag("cache", execution.cache().name())
        .register(meters)
        .record(execution.elapsed());
  }

  @Override
  public void failed(Failure failure) {
    String state = String.valueOf(failure.exception().sqlState());
    meters.counter("sql.failures", "state", state).increment();
  }
}
// end
