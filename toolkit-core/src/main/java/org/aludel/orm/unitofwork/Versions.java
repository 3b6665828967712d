package org.aludel.orm.unitofwork;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Generation;
import org.aludel.orm.state.KeyPrecision;
import org.jspecify.annotations.Nullable;

/**
 * The versions of rows: a counter that is 1 for a new row and one more at each UPDATE, as in
 * SQLAlchemy, or the time of the last UPDATE.
 */
final class Versions {
  /** Source: PostgreSQL 18 §8.5, timestamps keep microseconds. */
  private static final ChronoUnit UNIT = ChronoUnit.MICROS;

  private final Clock clock;

  Versions(Clock clock) {
    this.clock = clock;
  }

  /** Whether the server makes it at each write, as it does a row's {@code xmin}. */
  static boolean byServer(BasicProperty version) {
    return version.generation() == Generation.COMPUTED;
  }

  /** The version of a new row; one that the application gave is kept. */
  Object first(BasicProperty version, @Nullable Object given) {
    boolean none = given == null || (given instanceof Number number && number.longValue() == 0);
    return none || given == null ? next(version, null) : given;
  }

  /** The version after an UPDATE of a row that has this one. */
  Object next(BasicProperty version, @Nullable Object current) {
    Class<?> type = version.javaType();
    if (type == Instant.class) {
      return after((Instant) current, version);
    }
    if (type == OffsetDateTime.class) {
      Instant before = current == null ? null : ((OffsetDateTime) current).toInstant();
      return after(before, version).atOffset(ZoneOffset.UTC);
    }
    if (type == LocalDateTime.class) {
      Instant before = current == null ? null : ((LocalDateTime) current).toInstant(ZoneOffset.UTC);
      return LocalDateTime.ofInstant(after(before, version), ZoneOffset.UTC);
    }
    return number(version, current instanceof Number number ? number.longValue() + 1 : 1);
  }

  /** Two updates within one tick of the clock, or one set back, must not have the same version. */
  private Instant after(@Nullable Instant before, BasicProperty version) {
    ChronoUnit unit = unit(version);
    Instant now = clock.instant().truncatedTo(unit);
    return before == null || now.isAfter(before) ? now : before.plus(1, unit);
  }

  private static ChronoUnit unit(BasicProperty version) {
    int digits = KeyPrecision.digits(version.column().type().name());
    return digits == KeyPrecision.DIGITS
        ? UNIT
        : digits >= 3 ? ChronoUnit.MILLIS : ChronoUnit.SECONDS;
  }

  private static Object number(BasicProperty version, long value) {
    Class<?> type = version.javaType();
    if (type == int.class || type == Integer.class) {
      return Math.toIntExact(value);
    }
    if (type == long.class || type == Long.class) {
      return value;
    }
    if (type == short.class || type == Short.class) {
      return (short) value;
    }
    throw new UsageException(
        Problem.of(SessionCode.UNSUPPORTED, "cannot count versions in \"" + version.name() + "\"")
            .found("an attribute of class " + type.getName())
            .expected("short, int, long or their classes, Instant, OffsetDateTime, LocalDateTime"));
  }
}
