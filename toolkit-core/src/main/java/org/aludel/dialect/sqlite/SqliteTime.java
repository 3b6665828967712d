package org.aludel.dialect.sqlite;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.aludel.error.TypeCode;

/**
 * Times as SQLite's own functions read and write them, {@code 2026-01-31 23:59:59.5}; sorted as
 * text they are sorted in time. Instants stand in UTC without an offset, as in {@code
 * CURRENT_TIMESTAMP}. Source: SQLite, date and time functions.
 */
final class SqliteTime {
  private static final int NANO_DIGITS = 9;
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, NANO_DIGITS, true)
          .toFormatter();
  private static final int LENGTH_OF_DATE = "2026-01-31".length();

  private SqliteTime() {}

  /** What is kept of a time of day. */
  static String time(String text) {
    return TIME.format(LocalTime.parse(text));
  }

  /**
   * What is kept of a date with a time.
   *
   * @throws MappingException NOT_REPRESENTABLE for years before 1 and after 9999
   */
  static String timestamp(String text) {
    try {
      return stored(LocalDateTime.parse(text));
    } catch (DateTimeParseException form) {
      throw beyond(text);
    }
  }

  /** What is kept of an instant; errors as for {@link #timestamp}. */
  static String instant(String text) {
    try {
      return stored(
          OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
    } catch (DateTimeParseException form) {
      throw beyond(text);
    }
  }

  private static MappingException beyond(String text) {
    return new MappingException(
        Problem.of(TypeCode.NOT_REPRESENTABLE, "cannot keep a time in SQLite")
            .found("\"" + text + "\"")
            .expected("a year from 1 to 9999, as its own functions take")
            .fix("keep it as text or as a number: type.withVariant(\"sqlite\", …)"));
  }

  /** The server's spelling of a date with a time; a date alone begins at midnight. */
  static String readTimestamp(String text) {
    String whole = text.length() == LENGTH_OF_DATE ? text + " 00:00" : text;
    return whole.replace('T', ' ');
  }

  /** The server's spelling of an instant; without an offset it is in UTC. */
  static String readInstant(String text) {
    String whole = readTimestamp(text);
    int sign = Math.max(whole.indexOf('+'), whole.indexOf('-', LENGTH_OF_DATE));
    if (sign >= 0) {
      return whole;
    }
    return (whole.endsWith("Z") ? whole.substring(0, whole.length() - 1) : whole) + "+00";
  }

  private static String stored(LocalDateTime time) {
    return time.toLocalDate() + " " + TIME.format(time.toLocalTime());
  }
}
