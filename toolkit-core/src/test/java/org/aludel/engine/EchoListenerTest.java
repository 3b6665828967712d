package org.aludel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.aludel.engine.option.ExecutionOptions;
import org.junit.jupiter.api.Test;

final class EchoListenerTest {
  private static final Execution EXECUTION =
      new Execution(
          "SELECT ?, ?",
          List.of("text", "integer"),
          Arrays.asList("secret", null),
          -1,
          Duration.ofNanos(1_500_000),
          CacheUse.HIT,
          null,
          ExecutionOptions.NONE);

  @Test
  void hidesValues() {
    assertThat(new EchoListener(false, "").describe(EXECUTION))
        .isEqualTo("SELECT ?, ?\n  [2 hidden: text, integer]\n  1.5 ms, compiled hit");
  }

  @Test
  void showsValuesWhenAsked() {
    assertThat(new EchoListener(true, "").describe(EXECUTION))
        .isEqualTo("SELECT ?, ?\n  [secret, null]\n  1.5 ms, compiled hit");
  }

  @Test
  void saysHowManyRowsChangedOrThatItFailed() {
    Execution update =
        new Execution(
            "DELETE FROM t",
            List.of(),
            List.of(),
            3,
            Duration.ZERO,
            CacheUse.NONE,
            null,
            ExecutionOptions.NONE);
    Execution failed =
        new Execution(
            "SELEKT",
            List.of(),
            List.of(),
            -1,
            Duration.ZERO,
            CacheUse.MISS,
            new java.sql.SQLException("syntax"),
            ExecutionOptions.NONE);

    assertThat(new EchoListener(false, "").describe(update))
        .isEqualTo("DELETE FROM t\n  0.0 ms, 3 rows");
    assertThat(new EchoListener(false, "").describe(failed))
        .isEqualTo("SELEKT\n  0.0 ms, compiled miss, failed");
  }

  @Test
  void shortensLongValues() {
    assertThat(EchoListener.shown("x".repeat(5_000)))
        .hasSizeLessThan(200)
        .contains("5000 characters");
    assertThat(EchoListener.shown(new byte[7])).isEqualTo("7 bytes");
    assertThat(EchoListener.shown(new Object[] {1, null, "a"})).isEqualTo("[1, null, a]");
    assertThat(EchoListener.shown(new long[] {1, 2})).isEqualTo("[1, 2]");
    assertThat(EchoListener.shown("a\nb")).isEqualTo("a\\nb");
  }

  @Test
  void saysForWhatAStatementRan() {
    ExecutionOptions checkout = ExecutionOptions.NONE.label("checkout");
    Execution labelled =
        new Execution(
            "SELECT 1", List.of(), List.of(), -1, Duration.ZERO, CacheUse.MISS, null, checkout);

    assertThat(new EchoListener(false, "").describe(labelled))
        .isEqualTo("SELECT 1\n  0.0 ms, compiled miss, for checkout");
  }
}
