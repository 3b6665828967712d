package org.aludel.benchmarks.peer.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The values of an item that is inserted, made of its number. */
public record Values(
    String station,
    @Nullable String note,
    int counter,
    double level,
    boolean checked,
    BigDecimal cost,
    LocalDate day,
    OffsetDateTime taken) {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final OffsetDateTime START =
      OffsetDateTime.of(2026, 1, 1, 8, 0, 0, 0, ZoneOffset.UTC);

  /** The values of a number. */
  public static Values of(int number) {
    return new Values(
        "station " + number % 97,
        number % 7 == 0 ? null : "note of " + number,
        number % 1000,
        number / 8.0,
        number % 3 == 0,
        BigDecimal.valueOf(number % 100_000, 2),
        FIRST.plusDays(number % 365),
        START.plusSeconds(number));
  }
}
