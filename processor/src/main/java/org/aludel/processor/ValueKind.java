package org.aludel.processor;

import java.util.Map;
import java.util.Optional;

/**
 * How values of one class are read from a row and named as a SQL type. {@code #} stands for the
 * column's position in the templates, {@code @} for the class of the attribute.
 */
enum ValueKind {
  BOOLEAN("row.getBoolean(#)", "BOOLEAN"),
  SHORT("row.getShort(#)", "SMALLINT"),
  INT("row.getInt(#)", "INTEGER"),
  LONG("row.getLong(#)", "BIGINT"),
  FLOAT("row.getFloat(#)", "REAL"),
  DOUBLE("row.getDouble(#)", "DOUBLE"),
  STRING("row.getString(#)", "VARCHAR"),
  DECIMAL("row.getBigDecimal(#)", "NUMERIC"),
  BYTES("row.getBytes(#)", "BYTEA"),
  UUID("row.getObject(#, @.class)", "UUID_TYPE"),
  DATE("row.getObject(#, @.class)", "DATE"),
  TIME("row.getObject(#, @.class)", "TIME"),
  TIMESTAMP("row.getObject(#, @.class)", "TIMESTAMP"),
  OFFSET_TIMESTAMP("row.getObject(#, @.class)", "TIMESTAMPTZ"),
  INSTANT("instant(row, #)", ""),
  ENUM_NAME("org.aludel.type.EnumValues.named(@.class, row.getString(#))", ""),
  ENUM_LABEL("org.aludel.type.EnumValues.named(@.class, row.getString(#))", ""),
  ENUM_ORDINAL("row.getInt(#)", "");

  private static final Map<String, ValueKind> BY_CLASS =
      Map.ofEntries(
          Map.entry("boolean", BOOLEAN),
          Map.entry("java.lang.Boolean", BOOLEAN),
          Map.entry("short", SHORT),
          Map.entry("java.lang.Short", SHORT),
          Map.entry("int", INT),
          Map.entry("java.lang.Integer", INT),
          Map.entry("long", LONG),
          Map.entry("java.lang.Long", LONG),
          Map.entry("float", FLOAT),
          Map.entry("java.lang.Float", FLOAT),
          Map.entry("double", DOUBLE),
          Map.entry("java.lang.Double", DOUBLE),
          Map.entry("java.lang.String", STRING),
          Map.entry("java.math.BigDecimal", DECIMAL),
          Map.entry("byte[]", BYTES),
          Map.entry("java.util.UUID", UUID),
          Map.entry("java.time.LocalDate", DATE),
          Map.entry("java.time.LocalTime", TIME),
          Map.entry("java.time.LocalDateTime", TIMESTAMP),
          Map.entry("java.time.OffsetDateTime", OFFSET_TIMESTAMP),
          Map.entry("java.time.Instant", INSTANT));

  private final String getter;
  private final String sqlType;

  ValueKind(String getter, String sqlType) {
    this.getter = getter;
    this.sqlType = sqlType;
  }

  /** The kind of a class that is no enum. */
  static Optional<ValueKind> of(String javaType) {
    return Optional.ofNullable(BY_CLASS.get(javaType));
  }

  String getter(String position, String javaType) {
    return getter.replace("#", position).replace("@", javaType);
  }

  /** Whether the getter answers SQL NULL with a zero, so that {@code wasNull} must be asked. */
  boolean primitiveGetter() {
    return compareTo(DOUBLE) <= 0 || this == ENUM_ORDINAL;
  }

  /** The constant in {@code org.aludel.type.SqlTypes}, or empty. */
  String sqlType() {
    return sqlType;
  }
}
