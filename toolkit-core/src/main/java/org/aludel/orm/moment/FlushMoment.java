package org.aludel.orm.moment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import org.aludel.orm.mapping.BasicProperty;
import org.jspecify.annotations.Nullable;

/**
 * The moment of one flush, the same for all its rows, cut off to what a column holds, so that
 * memory and row agree. The clock is read at the first use. Not thread-safe.
 */
public final class FlushMoment {
  /** Source: PostgreSQL 18 §8.5, one microsecond. */
  private static final int DIGITS = 6;

  private static final int NANO_DIGITS = 9;

  private final Clock clock;
  private @Nullable Instant now;

  public FlushMoment(Clock clock) {
    this.clock = clock;
  }

  /**
   * The moment in the attribute's class: {@code Instant}, {@code OffsetDateTime} in UTC as it is
   * read back, {@code LocalDateTime} or {@code LocalDate} in the clock's zone.
   */
  public Object of(BasicProperty property) {
    Instant moment = cut(property.column().type().name());
    Class<?> type = property.javaType();
    if (type == Instant.class) {
      return moment;
    }
    if (type == OffsetDateTime.class) {
      return moment.atOffset(ZoneOffset.UTC);
    }
    LocalDateTime local = LocalDateTime.ofInstant(moment, clock.getZone());
    return type == LocalDate.class ? local.toLocalDate() : local;
  }

  private Instant cut(String type) {
    Instant moment = now;
    if (moment == null) {
      moment = clock.instant();
      now = moment;
    }
    int step = (int) Math.pow(10, NANO_DIGITS - digits(type));
    int fraction = moment.get(ChronoField.NANO_OF_SECOND);
    return moment.minusNanos(fraction % step);
  }

  private static int digits(String type) {
    int open = type.indexOf('(');
    return open < 0
        ? DIGITS
        : Integer.parseInt(type.substring(open + 1, type.indexOf(')', open)).strip());
  }
}
