package org.aludel.migrations.scratch;

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
          Map.entry("macaddr", "08:00:2b:01:02:%02d"),
          Map.entry("macaddr8", "08:00:2b:01:02:03:04:%02d"),
          Map.entry("point", "(%d,1)"),
          Map.entry("box", "(%d,1),(0,0)"),
          Map.entry("circle", "<(%d,1),1>"),
          Map.entry("int4range", "[%1$d,%1$d]"),
          Map.entry("int8range", "[%1$d,%1$d]"),
          Map.entry("numrange", "[%1$d,%1$d]"),
          Map.entry("daterange", "[2026-01-%1$02d,2026-01-%1$02d]"),
          Map.entry("tsrange", "[2026-01-%1$02d,2026-01-%1$02d]"),
          Map.entry("tstzrange", "[2026-01-%1$02d,2026-01-%1$02d]"));

  private static final Map<TypeFamily, String> BY_FAMILY =
      Map.of(
          TypeFamily.UUID, "00000000-0000-4000-8000-%012d",
          TypeFamily.MOMENT, "2026-01-%02d",
          TypeFamily.TIME, "00:00:%02d",
          TypeFamily.INTERVAL, "%d hours",
          TypeFamily.BINARY, "\\x%02x",
          TypeFamily.JSON, "{\"n\": %d}",
          TypeFamily.NETWORK, "10.0.0.%d");

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
      case OTHER -> String.format(BY_NAME.getOrDefault(TypeFamily.base(type), "%d"), row);
      default -> String.format(BY_FAMILY.getOrDefault(TypeFamily.of(type), "%d"), row);
    };
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
