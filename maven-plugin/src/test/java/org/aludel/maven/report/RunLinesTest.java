package org.aludel.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.runtime.AppliedStep;
import org.aludel.migrations.runtime.Direction;
import org.aludel.migrations.step.StepProgress;
import org.junit.jupiter.api.Test;

class RunLinesTest {
  private static final Revision EMAIL =
      Revision.of("ae10", List.of("1975"), "add email", Instant.EPOCH);

  private final List<String> lines = new ArrayList<>();
  private final RunLines run = new RunLines(lines::add);

  @Test
  void aFinishedRevisionIsOneLine() {
    run.finished(step(List.of("1975"), List.of("ae10"), 2));

    assertThat(lines)
        .containsExactly(
            "1975 -> ae10  add email                         "
                + "[######################] 2/2 operations   41 ms");
  }

  @Test
  void theBaseIsCalledByItsName() {
    run.finished(step(List.of(), List.of("ae10"), 1));

    assertThat(lines).singleElement().asString().startsWith("base -> ae10  add email");
    assertThat(lines).singleElement().asString().contains("] 1/1 operation   41 ms");
  }

  @Test
  void operationsOfAQuickRevisionAreNotShown() {
    run.started(EMAIL, Direction.UP, 2);
    run.operation(EMAIL, 1, 2, Duration.ofMillis(3));

    assertThat(lines).isEmpty();
  }

  @Test
  void whoeverWaitsReadsForWhom() {
    run.waiting("server process 12", Duration.ofSeconds(3));

    assertThat(lines).containsExactly("Waiting   3 s for server process 12");
  }

  @Test
  void whoDoesNotGetItsLocksReadsWhoIsInTheWay() {
    run.retrying(
        EMAIL, 2, Duration.ofMillis(400), List.of("waited for AccessExclusiveLock on t", "pid 7"));

    assertThat(lines)
        .containsExactly(
            "Locked    ae10 \"add email\" did not get its locks in 2 tries, again in 400 ms",
            "          waited for AccessExclusiveLock on t",
            "          pid 7");
  }

  @Test
  void aBackfillOfLessThanASecondIsNotShown() {
    run.started(EMAIL, Direction.UP, 1);
    run.progress(EMAIL, new StepProgress("t", 10, 100, Duration.ofMillis(20)));

    assertThat(lines).isEmpty();
  }

  private static AppliedStep step(List<String> before, List<String> after, int operations) {
    return new AppliedStep(EMAIL, Direction.UP, before, after, operations, Duration.ofMillis(41));
  }
}
