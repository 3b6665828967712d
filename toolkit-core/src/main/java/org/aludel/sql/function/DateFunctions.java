package org.aludel.sql.function;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.Locale;
import org.aludel.sql.Expression;
import org.aludel.sql.Operation;
import org.aludel.sql.Operation.DatePart;
import org.aludel.sql.Predicate;
import org.aludel.sql.Scalar;
import org.aludel.sql.Sql;
import org.aludel.type.PostgresTypes;
import org.aludel.type.SqlTypes;
import org.aludel.type.value.Interval;

/**
 * Functions and arithmetic of dates, times and intervals, besides {@code now} of {@link Sql}.
 *
 * <pre>{@code
 * select(ORDER.id).where(ORDER.placed.gt(minus(now(), Interval.of(Duration.ofHours(36)))))
 * }</pre>
 *
 * <p>Source: PostgreSQL 18 §9.9.
 */
public final class DateFunctions {
  private DateFunctions() {}

  /** The date at the start of the transaction, in the session's zone. */
  public static Expression<LocalDate> currentDate() {
    return new Operation.Keyword<>(SqlTypes.DATE, "CURRENT_DATE");
  }

  /** The time of day at the start of the transaction, in the session's zone. */
  public static Expression<LocalTime> localTime() {
    return new Operation.Keyword<>(SqlTypes.TIME, "LOCALTIME");
  }

  /** Date and time at the start of the transaction, in the session's zone. */
  public static Expression<LocalDateTime> localTimestamp() {
    return new Operation.Keyword<>(SqlTypes.TIMESTAMP, "LOCALTIMESTAMP");
  }

  /** The moment at which the expression is computed. */
  public static Expression<OffsetDateTime> clockTimestamp() {
    return Calls.call("clock_timestamp", SqlTypes.TIMESTAMPTZ);
  }

  /** One part of a date, a time or an interval. */
  public static Expression<BigDecimal> extract(DatePart part, Expression<?> value) {
    return new Operation.Extract(part, value);
  }

  /** Cut to a unit: {@code dateTrunc(MONTH, …)} is the first of the month at midnight. */
  public static <T extends Temporal> Expression<T> dateTrunc(DatePart part, Expression<T> value) {
    String unit = part.name().toLowerCase(Locale.ROOT);
    return Calls.call("date_trunc", value.type(), Sql.literal(unit), value);
  }

  /** An interval as an expression. */
  public static Expression<Interval> interval(Interval value) {
    return Calls.cast(PostgresTypes.INTERVAL, value);
  }

  /** So much later. */
  public static <T extends Temporal> Expression<T> plus(Expression<T> when, Interval interval) {
    return plus(when, interval(interval));
  }

  /** So much later; of a date it is a date again, hours cut off. */
  public static <T extends Temporal> Expression<T> plus(
      Expression<T> when, Expression<Interval> interval) {
    return moved(when, "+", interval);
  }

  /** So much earlier. */
  public static <T extends Temporal> Expression<T> minus(Expression<T> when, Interval interval) {
    return minus(when, interval(interval));
  }

  /** So much earlier; of a date it is a date again, hours cut off. */
  public static <T extends Temporal> Expression<T> minus(
      Expression<T> when, Expression<Interval> interval) {
    return moved(when, "-", interval);
  }

  private static <T> Expression<T> moved(
      Expression<T> when, String operator, Expression<Interval> interval) {
    Expression<T> moved =
        new Scalar.Infix<>(when.type(), when, operator, Scalar.Rank.SUM, interval);
    return when.type().javaType() == LocalDate.class ? moved.cast(when.type()) : moved;
  }

  /** So many days later. */
  public static Expression<LocalDate> plusDays(Expression<LocalDate> date, int days) {
    return new Scalar.Infix<>(
        SqlTypes.DATE, date, "+", Scalar.Rank.SUM, Sql.bind(SqlTypes.INTEGER, days));
  }

  /** How many days from one date to another. */
  public static Expression<Integer> daysBetween(
      Expression<LocalDate> from, Expression<LocalDate> to) {
    return new Scalar.Infix<>(SqlTypes.INTEGER, to, "-", Scalar.Rank.SUM, from);
  }

  /** What lies between two moments, in days and hours; of no dates, see {@link #daysBetween}. */
  public static <T extends Temporal> Expression<Interval> between(
      Expression<T> from, Expression<T> to) {
    return new Scalar.Infix<>(PostgresTypes.INTERVAL, to, "-", Scalar.Rank.SUM, from);
  }

  /** What lies between two moments, in years, months and days. */
  public static <T extends Temporal> Expression<Interval> age(
      Expression<T> from, Expression<T> to) {
    return Calls.call("age", PostgresTypes.INTERVAL, to, from);
  }

  /** So many times an interval. */
  public static Expression<Interval> times(Expression<Interval> interval, double factor) {
    return new Scalar.Infix<>(
        PostgresTypes.INTERVAL,
        interval,
        "*",
        Scalar.Rank.PRODUCT,
        Calls.cast(SqlTypes.DOUBLE, factor));
  }

  /** What clocks of a zone show at a moment: {@code AT TIME ZONE}. */
  public static Expression<LocalDateTime> atZone(Expression<OffsetDateTime> moment, String zone) {
    return atTimeZone(SqlTypes.TIMESTAMP, moment, zone);
  }

  /** The moment at which clocks of a zone show a time: {@code AT TIME ZONE}. */
  public static Expression<OffsetDateTime> inZone(Expression<LocalDateTime> time, String zone) {
    return atTimeZone(SqlTypes.TIMESTAMPTZ, time, zone);
  }

  private static <T> Expression<T> atTimeZone(
      org.aludel.type.SqlType<T> type, Expression<?> value, String zone) {
    return new Scalar.Infix<>(
        type, value, "AT TIME ZONE", Scalar.Rank.ZONE, Sql.bind(SqlTypes.TEXT, zone));
  }

  /** Whether two spans, each from a moment to another, have time in common. */
  public static <T extends Temporal> Predicate overlaps(
      Expression<T> from, Expression<T> to, Expression<T> otherFrom, Expression<T> otherTo) {
    return Sql.row(from, to).is("OVERLAPS", Sql.row(otherFrom, otherTo));
  }

  /** A date of year, month and day. */
  public static Expression<LocalDate> makeDate(
      Expression<Integer> year, Expression<Integer> month, Expression<Integer> day) {
    return Calls.call("make_date", SqlTypes.DATE, year, month, day);
  }

  /** The moment so many seconds after 1970-01-01 00:00 UTC. */
  public static Expression<OffsetDateTime> ofEpoch(Expression<Double> seconds) {
    return Calls.call("to_timestamp", SqlTypes.TIMESTAMPTZ, seconds);
  }
}
