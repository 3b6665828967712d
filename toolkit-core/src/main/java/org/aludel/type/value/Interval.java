package org.aludel.type.value;

import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.aludel.error.TypeCode;

/**
 * A span of time in the three units that {@code interval} holds apart, because months differ in
 * days and days in hours. Immutable. A {@link Period} knows no time and a {@link Duration} no
 * months, so neither stands for every interval. Source: PostgreSQL 18 §8.5.4.
 *
 * @param months years are twelve of them
 * @param days never turned into hours
 * @param microseconds hours, minutes and seconds
 */
public record Interval(int months, int days, long microseconds) {
  /** {@code infinity}, from PostgreSQL 17 on. */
  public static final Interval INFINITY =
      new Interval(Integer.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE);

  /** {@code -infinity}, from PostgreSQL 17 on. */
  public static final Interval MINUS_INFINITY =
      new Interval(Integer.MIN_VALUE, Integer.MIN_VALUE, Long.MIN_VALUE);

  private static final int MONTHS_A_YEAR = 12;
  private static final long MICROS_A_SECOND = 1_000_000;
  private static final int NANOS_A_MICRO = 1_000;

  /** Years, months and days. */
  public static Interval of(Period period) {
    return of(period, Duration.ZERO);
  }

  /** Hours, minutes and seconds, however many; rounded to microseconds, as the server does. */
  public static Interval of(Duration duration) {
    return of(Period.ZERO, duration);
  }

  /**
   * Both parts.
   *
   * @throws ArithmeticException for spans beyond what {@code interval} holds
   */
  public static Interval of(Period period, Duration duration) {
    Duration rounded = duration.plusNanos(NANOS_A_MICRO / 2);
    long seconds = Math.multiplyExact(rounded.getSeconds(), MICROS_A_SECOND);
    return new Interval(
        Math.toIntExact(period.toTotalMonths()),
        Math.toIntExact(period.get(ChronoUnit.DAYS)),
        Math.addExact(seconds, rounded.getNano() / NANOS_A_MICRO));
  }

  /** The years, months and days, whatever stands beside them. */
  public Period datePart() {
    return Period.of(months / MONTHS_A_YEAR, months % MONTHS_A_YEAR, days);
  }

  /** The hours, minutes and seconds, whatever stands beside them. */
  public Duration timePart() {
    long seconds = Math.floorDiv(microseconds, MICROS_A_SECOND);
    return Duration.ofSeconds(
        seconds, Math.floorMod(microseconds, MICROS_A_SECOND) * NANOS_A_MICRO);
  }

  /**
   * The whole as a duration.
   *
   * @throws MappingException NOT_REPRESENTABLE when it has months or days, which have no fixed
   *     length, or is infinite
   */
  public Duration toDuration() {
    if (months != 0 || days != 0) {
      throw refused("Duration", "hours, minutes and seconds only", "justify it in SQL");
    }
    return timePart();
  }

  /**
   * The whole as a period.
   *
   * @throws MappingException NOT_REPRESENTABLE when it has hours, minutes or seconds, or is
   *     infinite
   */
  public Period toPeriod() {
    if (microseconds != 0) {
      throw refused("Period", "years, months and days only", "truncate it in SQL");
    }
    return datePart();
  }

  private MappingException refused(String javaClass, String expected, String cure) {
    return new MappingException(
        Problem.of(TypeCode.NOT_REPRESENTABLE, "cannot read an interval as a " + javaClass)
            .found(toString())
            .expected(expected)
            .fix("use org.aludel.type.value.Interval, which holds every interval, or " + cure));
  }

  /**
   * Every part with its sign: under the SQL-standard style a minus without others would mean all
   * parts. The time as a clock shows it, since before PostgreSQL 15 no field other than its hours
   * takes a number of more than 31 bits. Source: PostgreSQL 18 §8.5.4.
   */
  @Override
  public String toString() {
    if (equals(INFINITY) || equals(MINUS_INFINITY)) {
      return months > 0 ? "infinity" : "-infinity";
    }
    long seconds = microseconds / MICROS_A_SECOND;
    return "%+d mons %+d days %s%02d:%02d:%02d.%06d"
        .formatted(
            months,
            days,
            microseconds < 0 ? "-" : "+",
            Math.abs(seconds / 3600),
            Math.abs(seconds / 60 % 60),
            Math.abs(seconds % 60),
            Math.abs(microseconds % MICROS_A_SECOND));
  }
}
