package org.aludel.migrations.scratch;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aludel.compile.SqlLiteral;
import org.aludel.migrations.operation.SchemaWords;
import org.aludel.migrations.operation.TypeFamily;
import org.aludel.schema.Column;
import org.aludel.schema.EnumType;
import org.aludel.schema.MetaData;

/**
 * Values for rows of a trial: the same each time, different from row to row where the type has
 * enough of them, and plain enough to survive most changes of type (text is a number).
 */
final class SampleValue {
  private static final Map<String, String> BY_NAME =
      Map.ofEntries(
          Map.entry("money", "%d"),
          Map.entry("xml", "<row n=\"%d\"/>"),
          Map.entry("hstore", "n=>%d"),
          Map.entry("point", "(%d,1)"),
          Map.entry("box", "(%d,1),(0,0)"),
          Map.entry("circle", "<(%d,1),1>"),
          Map.entry("int4range", "[%1$d,%1$d]"),
          Map.entry("int8range", "[%1$d,%1$d]"),
          Map.entry("numrange", "[%1$d,%1$d]"),
          Map.entry("daterange", "[%2$s,%2$s]"),
          Map.entry("tsrange", "[%2$s,%2$s]"),
          Map.entry("tstzrange", "[%2$s,%2$s]"));

  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
  private static final int BYTE = 256;
  private static final int HUNDRED = 100;

  private static final Map<TypeFamily, String> BY_FAMILY =
      Map.of(
          TypeFamily.UUID, "00000000-0000-4000-8000-%012d",
          TypeFamily.MOMENT, "%2$s",
          TypeFamily.TIME, "%3$s",
          TypeFamily.INTERVAL, "%d hours",
          TypeFamily.BINARY, "\\x%4$s",
          TypeFamily.JSON, "{\"n\": %d}",
          TypeFamily.NETWORK, "10.%5$s");

  private final List<EnumType> enums;

  SampleValue(MetaData schema) {
    enums = schema.enums();
  }

  /** The value of a column in a row counted from 1, as an SQL literal. */
  String literal(Column column, int row) {
    String type = column.type().name();
    if (type.endsWith("[]")) {
      return "'{}'";
    }
    Optional<EnumType> chosen =
        enums.stream().filter(each -> SchemaWords.isOfType(column, each.name())).findFirst();
    if (chosen.isPresent()) {
      List<String> labels = chosen.get().labels();
      return labels.isEmpty() ? "NULL" : SqlLiteral.text(labels.get((row - 1) % labels.size()));
    }
    return SqlLiteral.text(text(type, row));
  }

  private static String text(String type, int row) {
    return switch (TypeFamily.of(type)) {
      case NUMERIC -> String.valueOf(row % wholeNumbers(type));
      case TEXT -> cut(String.valueOf(row), type);
      case BOOLEAN -> row % 2 == 0 ? "true" : "false";
      case BITS -> bits(type, row);
      case OTHER -> other(TypeFamily.base(type), row);
      default -> filled(BY_FAMILY.getOrDefault(TypeFamily.of(type), "%d"), row);
    };
  }

  private static String other(String type, int row) {
    return switch (type) {
      case "macaddr" -> "08:00:2b:01:" + pairs(row);
      case "macaddr8" -> "08:00:2b:01:02:03:" + pairs(row);
      default -> filled(BY_NAME.getOrDefault(type, "%d"), row);
    };
  }

  /** A pattern with what it may name: number, day, time, bytes, the last three parts of a host. */
  private static String filled(String pattern, int row) {
    String hex = Integer.toHexString(row);
    return String.format(
        pattern,
        row,
        FIRST_DAY.plusDays(row - 1L),
        LocalTime.MIDNIGHT.plusSeconds(row),
        hex.length() % 2 == 0 ? hex : "0" + hex,
        row / BYTE / BYTE + "." + row / BYTE % BYTE + "." + row % BYTE);
  }

  private static String pairs(int row) {
    return String.format("%02d:%02d", 2 + row / HUNDRED, row % HUNDRED);
  }

  /** One more than the greatest number without a fraction. */
  private static long wholeNumbers(String type) {
    List<Integer> modifier = TypeFamily.modifier(type);
    if (modifier.isEmpty()) {
      return Long.MAX_VALUE;
    }
    int scale = modifier.size() > 1 ? modifier.get(1) : 0;
    return (long) Math.pow(10, Math.max(0, Math.min(15, modifier.get(0) - scale)));
  }

  private static String cut(String text, String type) {
    List<Integer> modifier = TypeFamily.modifier(type);
    boolean single = modifier.isEmpty() && type.equals("char");
    int length = single ? 1 : modifier.isEmpty() ? text.length() : modifier.get(0);
    return text.substring(Math.max(0, text.length() - length));
  }

  private static String bits(String type, int row) {
    List<Integer> modifier = TypeFamily.modifier(type);
    int length = modifier.isEmpty() ? 1 : modifier.get(0);
    String binary = "0".repeat(length) + Integer.toBinaryString(row);
    return binary.substring(binary.length() - length);
  }
}
