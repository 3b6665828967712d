package org.aludel.migrations.pair;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** The types of columns, a value of each, and which become which without loss of a row. */
final class ColumnTypes {
  static final List<String> ALL =
      List.of(
          "integer",
          "integer",
          "bigint",
          "smallint",
          "numeric",
          "numeric(10,2)",
          "text",
          "text",
          "varchar(30)",
          "varchar(50)",
          "char(5)",
          "boolean",
          "date",
          "timestamp",
          "timestamptz",
          "timestamptz(3)",
          "time",
          "interval",
          "uuid",
          "json",
          "jsonb",
          "text[]",
          "integer[]",
          "double precision",
          "real",
          "bytea",
          "inet",
          "cidr",
          "macaddr",
          "bit(4)",
          "varbit",
          "money",
          "tsvector",
          "point",
          "int4range",
          "tstzrange",
          "interval day to second",
          "numeric(12,4)[]",
          "oid",
          "name");

  private static final Map<String, List<String>> CONVERSIONS =
      Map.ofEntries(
          Map.entry("integer", List.of("bigint", "numeric", "text", "varchar(50)", "smallint")),
          Map.entry("smallint", List.of("integer", "bigint", "text")),
          Map.entry("bigint", List.of("integer", "numeric(10,2)", "text")),
          Map.entry("numeric", List.of("numeric(10,2)", "text", "double precision")),
          Map.entry("numeric(10,2)", List.of("numeric", "text", "bigint")),
          Map.entry("text", List.of("varchar(50)", "char(5)", "varchar(30)")),
          Map.entry("varchar(30)", List.of("text", "varchar(50)")),
          Map.entry("varchar(50)", List.of("text", "varchar(30)")),
          Map.entry("date", List.of("timestamp", "timestamptz", "text")),
          Map.entry("timestamp", List.of("timestamptz", "date", "timestamptz(3)")),
          Map.entry("timestamptz", List.of("timestamp", "timestamptz(3)")),
          Map.entry("jsonb", List.of("json", "text")),
          Map.entry("json", List.of("jsonb")),
          Map.entry("boolean", List.of("text", "integer")),
          Map.entry("uuid", List.of("text")),
          Map.entry("integer[]", List.of("text[]")),
          Map.entry("inet", List.of("text")),
          Map.entry("cidr", List.of("inet")));

  private ColumnTypes() {}

  /** How the names of a kind of type begin, which tells the kind in a column's type. */
  static String prefix(PartKind kind) {
    return switch (kind) {
      case ENUM -> "enum_";
      case RANGE -> "range_";
      case COMPOSITE -> "row_";
      case DOMAIN -> "domain_";
      default -> throw new IllegalArgumentException(kind.name());
    };
  }

  /** Whether a domain's NOT NULL may come or go below the rows of the column. */
  static boolean isDomain(String type) {
    return type.contains("domain_");
  }

  /** What a column has that both schemas know, whatever else its type has got. */
  static String lasting(String type, String column) {
    return type.contains("row_") ? "(" + column + ").a" : column;
  }

  static String any(Random random) {
    return ALL.get(random.nextInt(ALL.size()));
  }

  /** Another type that its rows can have; the same where there is none. */
  static String converted(String type, Random random) {
    List<String> targets = CONVERSIONS.getOrDefault(type, List.of(type));
    return targets.get(random.nextInt(targets.size()));
  }

  static boolean isNumber(String type) {
    return List.of("integer", "bigint", "smallint", "numeric", "numeric(10,2)").contains(type);
  }

  static boolean isText(String type) {
    return type.equals("text") || type.startsWith("varchar");
  }

  /** Whether a column of the type can be part of a key. */
  static boolean isKey(String type) {
    return isNumber(type) || isText(type) || type.equals("date") || type.equals("uuid");
  }

  /** The value of a row, the rows counted from one; distinct by row where the type allows it. */
  static String value(String type, int row) {
    if (type.contains("enum_")) {
      String label = row % 2 == 0 ? "a" : "b";
      return Names.literal(type.endsWith("[]") ? "{" + label + "}" : label) + "::" + type;
    }
    if (type.contains("row_")) {
      return "jsonb_populate_record(NULL::" + type + ", '{\"a\": " + row + "}')";
    }
    if (type.contains("range_")) {
      return "'empty'::" + type;
    }
    String text =
        switch (type.replaceFirst("\\(.*?\\)|(?<=interval) .*", "")) {
          case "boolean" -> row % 2 == 0 ? "true" : "false";
          case "date", "timestamp", "timestamptz" -> "2026-01-0" + row;
          case "time" -> "0" + row + ":00";
          case "interval" -> row + " hours";
          case "uuid" -> "00000000-0000-0000-0000-00000000000" + row;
          case "json", "jsonb" -> "{\"a\": " + row + "}";
          case "text[]", "integer[]", "numeric[]" -> "{" + row + "}";
          case "inet", "cidr" -> "10.0.0." + row;
          case "macaddr" -> "08:00:2b:01:02:0" + row;
          case "bit", "varbit" -> "000" + row % 2;
          case "point" -> "(" + row + "," + row + ")";
          case "int4range" -> "[" + row * 10 + "," + (row * 10 + 5) + ")";
          case "tstzrange" -> "[2026-01-0" + row + ",2026-01-0" + row + " 12:00)";
          default -> String.valueOf(row);
        };
    return Names.literal(text) + "::" + type;
  }
}
