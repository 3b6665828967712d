package org.aludel.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TookTest {
  @Test
  void thereAreAsManyDigitsAsAPersonReads() {
    assertThat(Took.text(Duration.ofMillis(999))).isEqualTo("999 ms");
    assertThat(Took.text(Duration.ofMillis(4_190))).isEqualTo("4.1 s");
    assertThat(Took.text(Duration.ofSeconds(312))).isEqualTo("5 min 12 s");
    assertThat(Took.text(Duration.ofMinutes(125))).isEqualTo("2 h 05 min");
  }
}
