package org.aludel.orm.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A type as a person wrote it in {@code @SqlType} or {@code columnDefinition}, in the server's
 * short spelling.
 *
 * @param base the lower-case name without parameters for known types; as written for others
 * @param parameters with parentheses, without blanks; or empty
 * @param array {@code []} once for each dimension, or empty
 */
record DeclaredType(String base, String parameters, String array) {
  private static final Pattern FORM =
      Pattern.compile(
          "\\s*([\\w\".]+(?: (?:precision|varying|year|month|day|hour|minute|second)(?: to (?:month|hour|minute|second))?)?)\\s*(\\([^()]*\\))?"
              + "((?: with(?:out)? time zone)?)\\s*((?:\\[\\])*)\\s*",
          Pattern.CASE_INSENSITIVE);

  /** Source: PostgreSQL 18 §8, table 8.1, aliases. */
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("int", "integer"),
          Map.entry("int4", "integer"),
          Map.entry("int8", "bigint"),
          Map.entry("int2", "smallint"),
          Map.entry("decimal", "numeric"),
          Map.entry("float4", "real"),
          Map.entry("float8", "double precision"),
          Map.entry("bool", "boolean"),
          Map.entry("character varying", "varchar"),
          Map.entry("character", "char"),
          Map.entry("bit varying", "varbit"),
          Map.entry("bpchar", "char"),
          Map.entry("timestamp with time zone", "timestamptz"),
          Map.entry("timestamp without time zone", "timestamp"),
          Map.entry("time with time zone", "timetz"),
          Map.entry("time without time zone", "time"));

  /** Words that make it more than a type; each has an annotation of its own. */
  private static final Set<String> NOT_TYPES =
      Set.of("serial", "bigserial", "smallserial", "serial4", "serial8", "serial2");

  private static final Map<String, String> FAMILIES =
      Map.of(
          "cidr", "inet",
          "macaddr8", "macaddr",
          "bit", "varbit",
          "varchar", "text",
          "char", "text",
          "citext", "text");

  private static final List<String> NUMBERS =
      List.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

  /** The parts of a type, or null for text that is more or less than a type. */
  static @Nullable DeclaredType parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return null;
    }
    String written = form.group(1) + form.group(3);
    String known = written.toLowerCase(Locale.ROOT);
    if (NOT_TYPES.contains(known)) {
      return null;
    }
    String base = written.contains("\"") ? written : ALIASES.getOrDefault(known, known);
    String parameters = form.group(2) == null ? "" : form.group(2).replaceAll("\\s", "");
    return new DeclaredType(base, parameters, form.group(4));
  }

  /** The canonical spelling. */
  String name() {
    return base + parameters + array;
  }

  /** A number of any size; they convert into each other when they are assigned. */
  boolean number() {
    return array.isEmpty() && NUMBERS.contains(base);
  }

  /**
   * Whether a column of this type takes the values of another one: of the same family, an array of
   * the like, or a type of users such as a domain, which the server alone knows.
   */
  boolean holds(SqlType<?> natural) {
    boolean natureIsArray = natural.name().endsWith("[]");
    if (natureIsArray != !array.isEmpty()) {
      return array.isEmpty() && isOfUsers();
    }
    DeclaredType own = parse(natural.name());
    if (own == null) {
      return false;
    }
    return isOfUsers() || family().equals(own.family());
  }

  private boolean isOfUsers() {
    return SqlTypes.named(base).javaType() == Object.class;
  }

  private String family() {
    if (NUMBERS.contains(base)) {
      return "numeric";
    }
    String first = base.startsWith("interval ") ? "interval" : base;
    return FAMILIES.getOrDefault(first, first);
  }

  /** A type whose values are text to JDBC without any conversion. */
  boolean plainText() {
    return array.isEmpty() && Set.of("varchar", "text", "char", "name").contains(base);
  }
}
