package org.aludel.type.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times of years of four digits in the bytes that the server sent with DateStyle ISO.
 * Everything else (infinity, other years, the binary form, another type's text) gives null, and is
 * left to the driver, which knows what was sent. Through the driver these values were a fifth of
 * the work of reading a row that has two of them. Not thread-safe; used for one value.
 */
public final class SentTime {
  private static final int DATE_LENGTH = 10;
  private static final int TIME_LENGTH = 19;
  private static final int NANOS = 1_000_000_000;

  private final byte[] text;
  private int at;
  private boolean wrong;

  private SentTime(byte[] text) {
    this.text = text;
  }

  /** {@code 2026-01-31}. */
  public static @Nullable LocalDate date(byte[] text) {
    if (text.length != DATE_LENGTH) {
      return null;
    }
    SentTime sent = new SentTime(text);
    int year = sent.digits(4);
    int month = sent.digitsBehind('-');
    int day = sent.digitsBehind('-');
    try {
      return sent.wrong ? null : LocalDate.of(year, month, day);
    } catch (DateTimeException noDate) {
      return null;
    }
  }

  /** {@code 2026-01-31 23:59:59.5}. */
  public static @Nullable LocalDateTime timestamp(byte[] text) {
    SentTime sent = new SentTime(text);
    LocalDateTime local = text.length < TIME_LENGTH ? null : sent.local();
    return sent.wrong || sent.at < text.length ? null : local;
  }

  /** {@code 2026-01-31 23:59:59.5+05:30}, moved to UTC. */
  public static @Nullable OffsetDateTime timestamptz(byte[] text) {
    if (text.length <= TIME_LENGTH) {
      return null;
    }
    SentTime sent = new SentTime(text);
    LocalDateTime local = sent.local();
    int offset = sent.offset();
    if (local == null || sent.wrong || sent.at < text.length) {
      return null;
    }
    return OffsetDateTime.of(offset == 0 ? local : local.minusSeconds(offset), ZoneOffset.UTC);
  }

  private @Nullable LocalDateTime local() {
    int year = digits(4);
    int month = digitsBehind('-');
    int day = digitsBehind('-');
    int hour = digitsBehind(' ');
    int minute = digitsBehind(':');
    int second = digitsBehind(':');
    int nanos = at < text.length && text[at] == '.' ? fraction() : 0;
    try {
      return wrong ? null : LocalDateTime.of(year, month, day, hour, minute, second, nanos);
    } catch (DateTimeException noTime) {
      return null;
    }
  }

  private int fraction() {
    at++;
    int unit = NANOS;
    int nanos = 0;
    while (at < text.length && isDigit(text[at]) && unit > 1) {
      unit /= 10;
      nanos += (text[at++] - '0') * unit;
    }
    return nanos;
  }

  /** Seconds east of Greenwich; minutes and seconds stand where there are some. */
  private int offset() {
    byte sign = at < text.length ? text[at] : 0;
    if (sign != '+' && sign != '-') {
      wrong = true;
      return 0;
    }
    int seconds = digitsBehind((char) sign) * 3600;
    if (at < text.length) {
      seconds += digitsBehind(':') * 60;
    }
    if (at < text.length) {
      seconds += digitsBehind(':');
    }
    return sign == '-' ? -seconds : seconds;
  }

  private int digitsBehind(char expected) {
    wrong |= at >= text.length || text[at] != expected;
    at++;
    return digits(2);
  }

  private int digits(int count) {
    if (at + count > text.length) {
      wrong = true;
      return 0;
    }
    int value = 0;
    for (int end = at + count; at < end; at++) {
      wrong |= !isDigit(text[at]);
      value = value * 10 + text[at] - '0';
    }
    return value;
  }

  private static boolean isDigit(byte sign) {
    return sign >= '0' && sign <= '9';
  }
}
