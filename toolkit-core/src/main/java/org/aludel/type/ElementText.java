package org.aludel.type;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as the text that PostgreSQL reads. Source: PostgreSQL 18, 8.5 and 8.15. */
final class ElementText {
  private ElementText() {}

  /** Any value as the text of its column's type; arrays and collections as array literals. */
  static String of(Object value) {
    if (value instanceof byte[] bytes) {
      return "\\x" + HexFormat.of().formatHex(bytes);
    }
    if (value instanceof Object[] values) {
      return literal(Arrays.asList(values));
    }
    if (value instanceof Collection<?> values) {
      return literal(values);
    }
    return temporal(value).toString();
  }

  /** A date beyond what ISO text and the server agree on as text; other values as they are. */
  static Object temporal(Object value) {
    if (value instanceof LocalDate date) {
      return bounded(date, date.equals(LocalDate.MAX), date.equals(LocalDate.MIN));
    }
    if (value instanceof OffsetDateTime time) {
      return bounded(time, time.equals(OffsetDateTime.MAX), time.equals(OffsetDateTime.MIN));
    }
    if (value instanceof LocalDateTime time) {
      return bounded(time, time.equals(LocalDateTime.MAX), time.equals(LocalDateTime.MIN));
    }
    return value;
  }

  private static Object bounded(TemporalAccessor value, boolean last, boolean first) {
    if (last || first) {
      return last ? "infinity" : "-infinity";
    }
    return farYear(value);
  }

  /** Java writes +10000 and -0043; the server wants 10000 and 0044 BC. */
  private static Object farYear(TemporalAccessor value) {
    int year = value.get(ChronoField.YEAR);
    if (year > 0 && year <= 9999) {
      return value;
    }
    String text = value.toString();
    if (year > 9999) {
      return text.substring(1);
    }
    String rest = text.substring(text.indexOf('-', 1));
    return "%04d".formatted(1 - year) + rest + " BC";
  }

  private static String literal(Collection<?> values) {
    return values.stream().map(ElementText::item).collect(Collectors.joining(",", "{", "}"));
  }

  private static String item(@Nullable Object value) {
    if (value == null) {
      return "NULL";
    }
    if (value instanceof Object[] || value instanceof Collection<?>) {
      return of(value);
    }
    return '"' + of(value).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
