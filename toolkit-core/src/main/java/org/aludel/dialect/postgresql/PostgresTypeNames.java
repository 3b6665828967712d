package org.aludel.dialect.postgresql;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one spelling of type names that Aludel compares and writes: the short one. Source: PostgreSQL
 * 18 §8, the aliases of table 8.1, and the output of format_type.
 */
public final class PostgresTypeNames {
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("character varying", "varchar"),
          Map.entry("char varying", "varchar"),
          Map.entry("national character varying", "varchar"),
          Map.entry("nchar varying", "varchar"),
          Map.entry("character", "char"),
          Map.entry("national character", "char"),
          Map.entry("nchar", "char"),
          Map.entry("bit varying", "varbit"),
          Map.entry("timestamp with time zone", "timestamptz"),
          Map.entry("timestamp without time zone", "timestamp"),
          Map.entry("time with time zone", "timetz"),
          Map.entry("time without time zone", "time"),
          Map.entry("bool", "boolean"),
          Map.entry("int", "integer"),
          Map.entry("int4", "integer"),
          Map.entry("int8", "bigint"),
          Map.entry("int2", "smallint"),
          Map.entry("float4", "real"),
          Map.entry("float8", "double precision"),
          Map.entry("float", "double precision"),
          Map.entry("decimal", "numeric"),
          Map.entry("dec", "numeric"));

  /** Words, the numbers in parentheses, more words, the brackets of an array. */
  private static final Pattern PARTS =
      Pattern.compile("([^(\\[]+?)\\s*(?:\\(([^)]*)\\)([^\\[]*))?((?:\\s*\\[\\d*])*)");

  private static final Pattern FLOAT_DIGITS = Pattern.compile("[0-9]{1,2}");

  private PostgresTypeNames() {}

  /**
   * The canonical spelling of a type name as {@code format_type} prints it or as a person writes
   * it. Arrays lose their sizes and dimensions, which the server does not keep either; a name in
   * double quotes keeps its case; names that are not known stay as they are.
   */
  public static String canonical(String formatTypeText) {
    String text = formatTypeText.strip();
    if (text.startsWith("pg_catalog.")) {
      text = text.substring("pg_catalog.".length());
    }
    Matcher parts = PARTS.matcher(text);
    if (text.indexOf('"') >= 0 || !parts.matches()) {
      return text;
    }
    String head = parts.group(1).strip();
    String tail = parts.group(3) == null ? "" : " " + parts.group(3).strip();
    String words = fold(head + tail.stripTrailing());
    String array = parts.group(4) == null || parts.group(4).isEmpty() ? "" : "[]";
    if (words.endsWith(" array")) {
      words = words.substring(0, words.length() - " array".length());
      array = "[]";
    }
    return named(words, parts.group(2)) + array;
  }

  private static String named(String words, @Nullable String modifier) {
    String name = ALIASES.getOrDefault(words, words);
    String digits = modifier == null ? "" : modifier.replaceAll("\\s", "");
    if (words.equals("float") && FLOAT_DIGITS.matcher(digits).matches()) {
      return Integer.parseInt(digits) < 25 ? "real" : "double precision";
    }
    if (modifier == null) {
      return name.equals("char") || name.equals("bit") ? name + "(1)" : name;
    }
    return withModifier(name, digits);
  }

  private static String withModifier(String name, String digits) {
    if (name.equals("numeric") && digits.indexOf(',') < 0) {
      return name + "(" + digits + ",0)";
    }
    return name + "(" + digits + ")";
  }

  private static String fold(String words) {
    return words.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
  }
}
