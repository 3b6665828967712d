package org.aludel.processor;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A class whose values a codec reads and compares, where a driver has no getter for them. The
 * mapping at run time chooses the same types.
 *
 * @param sqlType source text of the SQL type
 * @param ddlName the type's name in DDL
 */
record StoredClass(String sqlType, String ddlName) {
  private static final String SPECIAL = "PostgresTypes.";
  private static final String VALUE = "org.aludel.type.value.";
  private static final Pattern LIST = Pattern.compile("java\\.util\\.List<([^<>]+)>");

  private static final Map<String, StoredClass> BY_CLASS =
      Map.ofEntries(
          special("java.time.Duration", "DURATION", "interval"),
          special("java.time.Period", "PERIOD", "interval"),
          Map.entry("java.time.OffsetTime", new StoredClass("SqlTypes.TIMETZ", "timetz")),
          special("java.net.InetAddress", "INET_HOST", "inet"),
          special("java.util.Map<java.lang.String, java.lang.String>", "HSTORE", "hstore"),
          special(VALUE + "Interval", "INTERVAL", "interval"),
          special(VALUE + "Inet", "INET", "inet"),
          special(VALUE + "MacAddress", "MACADDR", "macaddr"),
          special(VALUE + "BitString", "VARBIT", "varbit"),
          special(VALUE + "Point", "POINT", "point"),
          special(VALUE + "Line", "LINE", "line"),
          special(VALUE + "LineSegment", "LSEG", "lseg"),
          special(VALUE + "Box", "BOX", "box"),
          special(VALUE + "Path", "PATH", "path"),
          special(VALUE + "Polygon", "POLYGON", "polygon"),
          special(VALUE + "Circle", "CIRCLE", "circle"),
          range("java.lang.Integer", "INT4", ""),
          range("java.lang.Long", "INT8", ""),
          range("java.math.BigDecimal", "NUM", ""),
          range("java.time.LocalDate", "DATE", ""),
          range("java.time.LocalDateTime", "TS", ""),
          range("java.time.OffsetDateTime", "TSTZ", ""),
          range("java.lang.Integer", "INT4", "Multi"),
          range("java.lang.Long", "INT8", "Multi"),
          range("java.math.BigDecimal", "NUM", "Multi"),
          range("java.time.LocalDate", "DATE", "Multi"),
          range("java.time.LocalDateTime", "TS", "Multi"),
          range("java.time.OffsetDateTime", "TSTZ", "Multi"));

  private static Map.Entry<String, StoredClass> special(
      String javaType, String constant, String ddlName) {
    return Map.entry(javaType, new StoredClass(SPECIAL + constant, ddlName));
  }

  private static Map.Entry<String, StoredClass> range(String bound, String prefix, String many) {
    String constant = prefix + many.toUpperCase(java.util.Locale.ROOT) + "RANGE";
    return special(
        VALUE + many + "Range<" + bound + ">",
        constant,
        constant.toLowerCase(java.util.Locale.ROOT));
  }

  /** The way of a class with its type arguments, as source text. */
  static Optional<StoredClass> of(String javaType) {
    Matcher list = LIST.matcher(javaType);
    return list.matches()
        ? element(list.group(1)).map(StoredClass::array)
        : Optional.ofNullable(BY_CLASS.get(javaType));
  }

  private static Optional<StoredClass> element(String javaType) {
    if (javaType.equals("java.lang.String")) {
      return Optional.of(new StoredClass("SqlTypes.TEXT", "text"));
    }
    if (javaType.equals("java.time.Instant")) {
      return Optional.of(new StoredClass("JavaTypes.INSTANT", "timestamptz"));
    }
    Optional<StoredClass> scalar =
        ValueKind.of(javaType)
            .filter(kind -> kind != ValueKind.STORED)
            .map(kind -> new StoredClass("SqlTypes." + kind.sqlType(), kind.ddlName()));
    return scalar.isPresent() ? scalar : Optional.ofNullable(BY_CLASS.get(javaType));
  }

  private static StoredClass array(StoredClass element) {
    return new StoredClass("SqlTypes.array(" + element.sqlType + ")", element.ddlName + "[]");
  }
}
