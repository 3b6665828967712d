package org.aludel.migrations.operation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The built-in types by what their values are; names in the short spelling of PostgreSQL. */
public enum TypeFamily {
  INTEGER,
  NUMERIC,
  FLOAT,
  TEXT,
  BOOLEAN,
  UUID,
  MOMENT,
  TIME,
  INTERVAL,
  BINARY,
  BITS,
  JSON,
  NETWORK,
  /** Everything else: user types, arrays, ranges, geometry. */
  OTHER;

  private static final Map<String, TypeFamily> BY_NAME =
      Map.ofEntries(
          Map.entry("smallint", INTEGER),
          Map.entry("integer", INTEGER),
          Map.entry("bigint", INTEGER),
          Map.entry("numeric", NUMERIC),
          Map.entry("real", FLOAT),
          Map.entry("double precision", FLOAT),
          Map.entry("text", TEXT),
          Map.entry("varchar", TEXT),
          Map.entry("char", TEXT),
          Map.entry("citext", TEXT),
          Map.entry("boolean", BOOLEAN),
          Map.entry("uuid", UUID),
          Map.entry("date", MOMENT),
          Map.entry("timestamp", MOMENT),
          Map.entry("timestamptz", MOMENT),
          Map.entry("time", TIME),
          Map.entry("timetz", TIME),
          Map.entry("interval", INTERVAL),
          Map.entry("bytea", BINARY),
          Map.entry("bit", BITS),
          Map.entry("varbit", BITS),
          Map.entry("json", JSON),
          Map.entry("jsonb", JSON),
          Map.entry("inet", NETWORK),
          Map.entry("cidr", NETWORK));

  /** Precise first; a value keeps its integral part on the way to the right and loses the rest. */
  private static final List<String> MOMENTS = List.of("timestamptz", "timestamp", "date");

  /** The family of a type name such as {@code varchar(30)}. */
  public static TypeFamily of(String typeName) {
    return BY_NAME.getOrDefault(base(typeName), OTHER);
  }

  /** The name without its modifier: {@code numeric} of {@code numeric(10,2)}. */
  public static String base(String typeName) {
    int parenthesis = typeName.indexOf('(');
    String head = parenthesis < 0 ? typeName : typeName.substring(0, parenthesis);
    String tail = parenthesis < 0 ? "" : typeName.substring(typeName.indexOf(')') + 1);
    return (head + tail).trim().toLowerCase(Locale.ROOT);
  }

  /** The numbers in parentheses, empty without a modifier. */
  public static List<Integer> modifier(String typeName) {
    int open = typeName.indexOf('(');
    int close = typeName.indexOf(')');
    if (open < 0 || close < open) {
      return List.of();
    }
    String inside = typeName.substring(open + 1, close);
    return inside.chars().allMatch(one -> Character.isDigit(one) || one == ',' || one == ' ')
        ? Arrays.stream(inside.split(",")).map(String::trim).map(Integer::valueOf).toList()
        : List.of();
  }

  /** Whether a conversion that the database makes without an error may change values. */
  static boolean rounds(String from, String to) {
    if (from.endsWith("[]") && !to.endsWith("[]")) {
      return of(to) != TEXT;
    }
    return switch (of(from)) {
      case NUMERIC, FLOAT -> roundsNumber(from, to);
      case MOMENT -> roundsMoment(from, to);
      case TIME, INTERVAL -> of(from) == of(to) && shorter(from, to);
      default -> false;
    };
  }

  private static boolean roundsNumber(String from, String to) {
    if (of(from) == NUMERIC && of(to) == NUMERIC) {
      return digits(to) < digits(from);
    }
    return of(to) == INTEGER || of(to) == NUMERIC || (to.equals("real") && !from.equals("real"));
  }

  private static boolean roundsMoment(String from, String to) {
    int lost = MOMENTS.indexOf(base(to)) - MOMENTS.indexOf(base(from));
    return of(to) == TIME || (of(to) == MOMENT && (lost > 0 || shorter(from, to)));
  }

  private static boolean shorter(String from, String to) {
    return !from.equals("date") && !to.equals("date") && precision(to) < precision(from);
  }

  /** Digits behind the point that a numeric keeps. */
  private static int digits(String typeName) {
    List<Integer> modifier = modifier(typeName);
    return modifier.isEmpty() ? Integer.MAX_VALUE : modifier.size() == 1 ? 0 : modifier.get(1);
  }

  /** Digits of a second; 6 without a modifier. Source: PostgreSQL 18 §8.5. */
  private static int precision(String typeName) {
    List<Integer> modifier = modifier(typeName);
    return modifier.isEmpty() ? 6 : modifier.get(0);
  }
}
