package org.aludel.type.text;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * What {@code toString} of dates and times gives for years of four digits, in one buffer: that of
 * the JDK makes a builder and a text for each part, which was an eighth of the work of inserting
 * rows with two of them. Not thread-safe.
 */
final class IsoText {
  /** {@code 2026-01-31T23:59:59.123456789} and an offset with seconds. */
  private static final int LONGEST = 40;

  private static final int LAST_YEAR = 9999;
  private static final int NANOS_A_MILLISECOND = 1_000_000;
  private static final int NANOS_A_MICROSECOND = 1_000;

  private final char[] text = new char[LONGEST];
  private int length;

  private IsoText() {}

  /** Whether the years are those that four digits write. */
  static boolean isPlain(int year) {
    return year > 0 && year <= LAST_YEAR;
  }

  static String of(LocalDate date) {
    IsoText iso = new IsoText();
    iso.date(date);
    return iso.text();
  }

  static String of(LocalDateTime time) {
    IsoText iso = new IsoText();
    iso.dateTime(time);
    return iso.text();
  }

  static String of(OffsetDateTime time) {
    IsoText iso = new IsoText();
    iso.dateTime(time.toLocalDateTime());
    iso.offset(time.getOffset());
    return iso.text();
  }

  private String text() {
    return new String(text, 0, length);
  }

  private void dateTime(LocalDateTime time) {
    date(time.toLocalDate());
    put('T');
    time(time.toLocalTime());
  }

  private void date(LocalDate date) {
    digits(date.getYear(), 4);
    put('-');
    digits(date.getMonthValue(), 2);
    put('-');
    digits(date.getDayOfMonth(), 2);
  }

  /** Seconds and their fraction only where there are some, the fraction in threes. */
  private void time(LocalTime time) {
    digits(time.getHour(), 2);
    put(':');
    digits(time.getMinute(), 2);
    int nanos = time.getNano();
    if (time.getSecond() == 0 && nanos == 0) {
      return;
    }
    put(':');
    digits(time.getSecond(), 2);
    if (nanos > 0) {
      put('.');
      fraction(nanos);
    }
  }

  private void fraction(int nanos) {
    if (nanos % NANOS_A_MILLISECOND == 0) {
      digits(nanos / NANOS_A_MILLISECOND, 3);
    } else if (nanos % NANOS_A_MICROSECOND == 0) {
      digits(nanos / NANOS_A_MICROSECOND, 6);
    } else {
      digits(nanos, 9);
    }
  }

  /** The id of an offset is made once for each. */
  private void offset(ZoneOffset offset) {
    String id = offset.getId();
    id.getChars(0, id.length(), text, length);
    length += id.length();
  }

  private void digits(int value, int count) {
    int rest = value;
    for (int at = length + count - 1; at >= length; at--) {
      text[at] = (char) ('0' + rest % 10);
      rest /= 10;
    }
    length += count;
  }

  private void put(char sign) {
    text[length++] = sign;
  }
}
