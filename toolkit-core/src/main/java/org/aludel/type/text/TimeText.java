package org.aludel.type.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;

/**
 * Dates and times with DateStyle ISO, which the driver insists on. The ends of Java's calendar
 * stand for infinity and the last nanosecond of the day for 24:00, as in pgjdbc. Source: PostgreSQL
 * 18 §8.5.
 */
public final class TimeText {
  private static final String BEFORE_CHRIST = " BC";
  private static final String LAST = "infinity";
  private static final String FIRST = "-infinity";
  private static final String END_OF_DAY = "24:00:00";
  private static final int LAST_PLAIN_YEAR = 9999;

  private TimeText() {}

  /** {@code 2026-01-31}, {@code 0044-03-15 BC}, {@code 10000-01-01}, {@code infinity}. */
  public static LocalDate date(String text) {
    if (text.endsWith(LAST)) {
      return text.equals(LAST) ? LocalDate.MAX : LocalDate.MIN;
    }
    boolean before = text.endsWith(BEFORE_CHRIST);
    try {
      return day(before ? text.substring(0, text.length() - BEFORE_CHRIST.length()) : text, before);
    } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException form) {
      throw TextScanner.unreadable("a date", text, form);
    }
  }

  /** {@code 2026-01-31 23:59:59.5} and the like. */
  public static LocalDateTime timestamp(String text) {
    if (text.endsWith(LAST)) {
      return text.equals(LAST) ? LocalDateTime.MAX : LocalDateTime.MIN;
    }
    boolean before = text.endsWith(BEFORE_CHRIST);
    int end = before ? text.length() - BEFORE_CHRIST.length() : text.length();
    int space = text.indexOf(' ');
    try {
      LocalTime time = LocalTime.parse(text.substring(space + 1, end));
      return LocalDateTime.of(day(text.substring(0, space), before), time);
    } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException form) {
      throw TextScanner.unreadable("a timestamp", text, form);
    }
  }

  /** {@code 2026-01-31 23:59:59.5+05:30} and the like, moved to UTC. */
  public static OffsetDateTime timestamptz(String text) {
    if (text.endsWith(LAST)) {
      return text.equals(LAST) ? OffsetDateTime.MAX : OffsetDateTime.MIN;
    }
    boolean before = text.endsWith(BEFORE_CHRIST);
    int end = before ? text.length() - BEFORE_CHRIST.length() : text.length();
    int space = text.indexOf(' ');
    int sign = sign(text);
    try {
      return OffsetDateTime.of(
              day(text.substring(0, space), before),
              LocalTime.parse(text.substring(space + 1, sign)),
              ZoneOffset.of(text.substring(sign, end)))
          .withOffsetSameInstant(ZoneOffset.UTC);
    } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException form) {
      throw TextScanner.unreadable("a timestamp with time zone", text, form);
    }
  }

  /** {@code 23:59:59.5}, {@code 24:00:00}. */
  public static LocalTime time(String text) {
    try {
      return text.equals(END_OF_DAY) ? LocalTime.MAX : LocalTime.parse(text);
    } catch (DateTimeException form) {
      throw TextScanner.unreadable("a time", text, form);
    }
  }

  /** {@code 23:59:59.5+02}, {@code 24:00:00-05:30}. */
  public static OffsetTime timetz(String text) {
    int sign = sign(text);
    try {
      return OffsetTime.of(time(text.substring(0, sign)), ZoneOffset.of(text.substring(sign)));
    } catch (DateTimeException | IndexOutOfBoundsException form) {
      throw TextScanner.unreadable("a time with time zone", text, form);
    }
  }

  private static int sign(String text) {
    int plus = text.lastIndexOf('+');
    return plus >= 0 ? plus : text.lastIndexOf('-');
  }

  /** Years have four digits or more; those before Christ count from 1 downwards. */
  private static LocalDate day(String text, boolean before) {
    int month = text.lastIndexOf('-', text.length() - 4);
    int year = Integer.parseInt(text.substring(0, month));
    return LocalDate.of(
        before ? 1 - year : year,
        Integer.parseInt(text.substring(month + 1, month + 3)),
        Integer.parseInt(text.substring(month + 4)));
  }

  public static String write(LocalDate date) {
    return IsoText.isPlain(date.getYear())
        ? IsoText.of(date)
        : bounded(date, date.equals(LocalDate.MAX), date.equals(LocalDate.MIN));
  }

  public static String write(LocalDateTime time) {
    return IsoText.isPlain(time.getYear())
        ? IsoText.of(time)
        : bounded(time, time.equals(LocalDateTime.MAX), time.equals(LocalDateTime.MIN));
  }

  public static String write(OffsetDateTime time) {
    return IsoText.isPlain(time.getYear())
        ? IsoText.of(time)
        : bounded(time, time.equals(OffsetDateTime.MAX), time.equals(OffsetDateTime.MIN));
  }

  public static String write(LocalTime time) {
    return time.equals(LocalTime.MAX) ? END_OF_DAY : time.toString();
  }

  public static String write(OffsetTime time) {
    return write(time.toLocalTime()) + time.getOffset();
  }

  private static String bounded(TemporalAccessor value, boolean last, boolean first) {
    if (last || first) {
      return last ? LAST : FIRST;
    }
    return farYear(value.get(ChronoField.YEAR), value.toString());
  }

  /** Java writes +10000 and -0043; the server wants 10000 and 0044 BC. */
  private static String farYear(int year, String text) {
    if (year > LAST_PLAIN_YEAR) {
      return text.substring(1);
    }
    String rest = text.substring(text.indexOf('-', 1));
    return "%04d".formatted(1 - year) + rest + BEFORE_CHRIST;
  }
}
