package org.aludel.type.text;

import java.math.BigDecimal;
import java.util.Map;
import org.aludel.type.value.Interval;

/**
 * Intervals in all four output styles of the server: {@code 1 year -2 days 03:04:05}, {@code @ 1
 * hour ago}, {@code P1YT2S}, {@code +1-2 -3 +4:05:06}. Not thread-safe. Source: PostgreSQL 18
 * §8.5.5.
 */
public final class IntervalText {
  private static final int MICRO_DIGITS = 6;
  private static final long MICROS_A_MINUTE = 60_000_000;
  private static final long MICROS_A_HOUR = 60 * MICROS_A_MINUTE;
  private static final int MONTHS_A_YEAR = 12;

  /** Units by their names in both worded styles and, in lower case, in ISO's. */
  private enum Unit {
    MONTH(1),
    YEAR(MONTHS_A_YEAR),
    DAY(1),
    HOUR(MICROS_A_HOUR),
    MINUTE(MICROS_A_MINUTE),
    SECOND(1_000_000);

    private final long size;

    Unit(long size) {
      this.size = size;
    }
  }

  private static final Map<String, Unit> WORDS =
      Map.of(
          "year", Unit.YEAR,
          "mon", Unit.MONTH,
          "day", Unit.DAY,
          "hour", Unit.HOUR,
          "min", Unit.MINUTE,
          "sec", Unit.SECOND);

  private final String text;
  private long months;
  private long days;
  private long micros;

  private IntervalText(String text) {
    this.text = text;
  }

  /** The interval of a text as the server writes it in any style. */
  public static Interval parse(String text) {
    if (text.endsWith("infinity")) {
      return text.startsWith("-") ? Interval.MINUS_INFINITY : Interval.INFINITY;
    }
    try {
      return new IntervalText(text).read();
    } catch (ArithmeticException | NumberFormatException | IndexOutOfBoundsException form) {
      throw TextScanner.unreadable("an interval", text, form);
    }
  }

  private Interval read() {
    if (text.startsWith("P")) {
      iso();
    } else {
      words(text.split(" ", -1));
    }
    return new Interval(Math.toIntExact(months), Math.toIntExact(days), micros);
  }

  private void iso() {
    boolean time = false;
    int start = 1;
    for (int index = 1; index < text.length(); index++) {
      char one = text.charAt(index);
      if (one == 'T') {
        time = true;
        start = index + 1;
      } else if (Character.isLetter(one)) {
        add(text.substring(start, index), isoUnit(one, time));
        start = index + 1;
      }
    }
  }

  private Unit isoUnit(char letter, boolean time) {
    return switch (letter) {
      case 'Y' -> Unit.YEAR;
      case 'M' -> time ? Unit.MINUTE : Unit.MONTH;
      case 'D' -> Unit.DAY;
      case 'H' -> Unit.HOUR;
      case 'S' -> Unit.SECOND;
      default -> throw TextScanner.unreadable("an interval", text);
    };
  }

  private void words(String[] words) {
    int index = words[0].equals("@") ? 1 : 0;
    boolean negativeDay = false;
    while (index < words.length && !words[index].equals("ago")) {
      String word = words[index++];
      if (word.indexOf(':') >= 0) {
        clock(word, negativeDay);
      } else if (word.indexOf('-', 1) > 0) {
        yearMonth(word);
      } else if (index < words.length && Character.isLetter(words[index].charAt(0))) {
        add(word, unit(words[index++]));
      } else {
        // The SQL-standard style: a bare number of days, whose minus holds for the clock too.
        add(word, Unit.DAY);
        negativeDay = word.startsWith("-");
      }
    }
    if (index < words.length) {
      months = -months;
      days = -days;
      micros = -micros;
    }
  }

  private Unit unit(String word) {
    String single = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    Unit unit = WORDS.get(single);
    if (unit == null) {
      throw TextScanner.unreadable("an interval", text);
    }
    return unit;
  }

  private void clock(String word, boolean negativeDay) {
    boolean signed = word.startsWith("-") || word.startsWith("+");
    String[] parts = (signed ? word.substring(1) : word).split(":", -1);
    String sign = word.startsWith("-") || (!signed && negativeDay) ? "-" : "";
    add(sign + parts[0], Unit.HOUR);
    add(sign + parts[1], Unit.MINUTE);
    if (parts.length > 2) {
      add(sign + parts[2], Unit.SECOND);
    }
  }

  private void yearMonth(String word) {
    int dash = word.indexOf('-', 1);
    add(word.substring(0, dash), Unit.YEAR);
    add((word.startsWith("-") ? "-" : "") + word.substring(dash + 1), Unit.MONTH);
  }

  private void add(String number, Unit unit) {
    switch (unit) {
      case YEAR, MONTH -> months += Math.multiplyExact(Long.parseLong(number), unit.size);
      case DAY -> days += Long.parseLong(number);
      case SECOND ->
          micros =
              Math.addExact(
                  micros, new BigDecimal(number).movePointRight(MICRO_DIGITS).longValueExact());
      default ->
          micros = Math.addExact(micros, Math.multiplyExact(Long.parseLong(number), unit.size));
    }
  }
}
