package org.aludel.migrations.reverse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.aludel.type.JavaTypes;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The class of an attribute.
 *
 * @param imported the class to import, or null
 * @param text as the source writes it
 * @param primitive the primitive that a column without nulls may have instead, or null
 * @param sqlType what {@code @SqlType} must say, or null where the class says it
 * @param converter what {@code @Convert} must say, or null where nothing is converted
 */
record JavaType(
    @Nullable String imported,
    String text,
    @Nullable String primitive,
    @Nullable String sqlType,
    @Nullable String converter) {
  private static final Map<String, String> PRIMITIVES =
      Map.of(
          "Boolean", "boolean", "Short", "short", "Integer", "int", "Long", "long", "Float",
          "float", "Double", "double");

  private static final Map<String, String> RANGES =
      Map.of(
          "int4range",
          "Range<Integer>",
          "int8range",
          "Range<Long>",
          "int4multirange",
          "MultiRange<Integer>",
          "int8multirange",
          "MultiRange<Long>");

  /** What {@code @SqlType} can say. */
  private static final Pattern WRITABLE =
      Pattern.compile("[\\w\".]+( [a-z ]+)?(\\([^()]*\\))?(\\[\\])*");

  JavaType(
      @Nullable String imported,
      String text,
      @Nullable String primitive,
      @Nullable String sqlType) {
    this(imported, text, primitive, sqlType, null);
  }

  /** Whether a type can be written in an annotation. */
  static boolean writable(SqlType<?> type) {
    return WRITABLE.matcher(type.name()).matches() && !type.name().startsWith("bpchar");
  }

  static JavaType of(SqlType<?> type) {
    String name = type.name();
    if (name.equals("varchar") || (name.startsWith("varchar(") && !name.endsWith("]"))) {
      return new JavaType(null, "String", null, name.equals("varchar") ? name : null);
    }
    String range = RANGES.get(name);
    if (range != null) {
      String generic = range.substring(0, range.indexOf('<'));
      return new JavaType("org.aludel.type.value." + generic, range, null, null);
    }
    if (name.endsWith("[]")) {
      Class<?> element = known(name.substring(0, name.length() - 2));
      return element == null ? text(name) : list(element, name).orElse(text(name));
    }
    return single(type);
  }

  private static JavaType single(SqlType<?> type) {
    Class<?> known = known(type.name());
    return known == null || known == String.class ? text(type.name()) : plain(known, type);
  }

  /** The class of a type that needs no arguments, or null. */
  private static @Nullable Class<?> known(String name) {
    SqlType<?> bare = SqlTypes.named(SqlTypes.named(name).baseName());
    Class<?> known = bare.javaType();
    boolean natural =
        JavaTypes.of(known, List.of()).filter(one -> one.name().equals(bare.name())).isPresent();
    return natural || known == String.class ? known : null;
  }

  private static Optional<JavaType> list(Class<?> element, String name) {
    return JavaTypes.of(List.class, List.of(element))
        .filter(natural -> natural.name().equals(name) && simple(element))
        .map(natural -> new JavaType("java.util.List", listOf(element), null, null));
  }

  /** A list is written with its import alone, so its elements are of java.lang. */
  private static boolean simple(Class<?> element) {
    return element.getPackageName().equals("java.lang");
  }

  private static String listOf(Class<?> element) {
    return "List<" + element.getSimpleName() + ">";
  }

  private static JavaType text(String name) {
    return new JavaType(null, "String", null, name);
  }

  private static JavaType plain(Class<?> known, SqlType<?> type) {
    String simple = known.getSimpleName();
    boolean numeric = type.name().startsWith("numeric(");
    boolean natural =
        JavaTypes.of(known, List.of()).filter(one -> one.name().equals(type.name())).isPresent();
    boolean lang = known.isArray() || known.getPackageName().equals("java.lang");
    return new JavaType(
        lang ? null : known.getName(),
        simple,
        PRIMITIVES.get(simple),
        natural || (numeric && sized(type.name())) ? null : type.name());
  }

  /** Whether {@code @Column(precision, scale)} can say it. */
  static boolean sized(String name) {
    return name.matches("numeric\\(\\d+,\\d+\\)");
  }
}
