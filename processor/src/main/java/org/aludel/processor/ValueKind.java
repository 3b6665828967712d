package org.aludel.processor;

import java.util.Map;
import java.util.Optional;

/**
 * How values of one class are read from a row and named as a SQL type. {@code #} stands for the
 * column's position in the templates, {@code @} for the class of the attribute.
 */
enum ValueKind {
  BOOLEAN("row.getBoolean(#)", "BOOLEAN", "boolean"),
  SHORT("row.getShort(#)", "SMALLINT", "smallint"),
  INT("row.getInt(#)", "INTEGER", "integer"),
  LONG("row.getLong(#)", "BIGINT", "bigint"),
  FLOAT("row.getFloat(#)", "REAL", "real"),
  DOUBLE("row.getDouble(#)", "DOUBLE", "double precision"),
  STRING("row.getString(#)", "VARCHAR", "varchar"),
  DECIMAL("org.aludel.type.Decimals.read(row, #)", "NUMERIC", "numeric"),
  BYTES("row.getBytes(#)", "BYTEA", "bytea"),
  UUID("row.getObject(#, @.class)", "UUID_TYPE", "uuid"),
  DATE("org.aludel.type.Times.date(row, #)", "DATE", "date"),
  TIME("row.getObject(#, @.class)", "TIME", "time"),
  TIMESTAMP("org.aludel.type.Times.timestamp(row, #)", "TIMESTAMP", "timestamp"),
  OFFSET_TIMESTAMP("org.aludel.type.Times.timestamptz(row, #)", "TIMESTAMPTZ", "timestamptz"),
  INSTANT("instant(row, #)", "", "timestamptz"),
  ENUM_NAME("org.aludel.type.EnumValues.named(@.class, row.getString(#))", "", "varchar"),
  ENUM_LABEL("org.aludel.type.EnumValues.named(@.class, row.getString(#))", "", ""),
  ENUM_ORDINAL("row.getInt(#)", "", "smallint"),
  /** What a codec of {@link StoredClass} reads. */
  STORED("", "", "");

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
  private final String ddlName;

  ValueKind(String getter, String sqlType, String ddlName) {
    this.getter = getter;
    this.sqlType = sqlType;
    this.ddlName = ddlName;
  }

  /** The kind of a class that is no enum. */
  static Optional<ValueKind> of(String javaType) {
    ValueKind known = BY_CLASS.get(javaType);
    return known == null ? StoredClass.of(javaType).map(stored -> STORED) : Optional.of(known);
  }

  String getter(String position, String javaType) {
    return getter.replace("#", position).replace("@", javaType);
  }

  /**
   * As {@link #getter} for a column that is known to be of the kind's own type, whose bytes can
   * then be read in the binary form.
   */
  String sentGetter(String position, String javaType) {
    String read =
        switch (this) {
          case DATE -> "org.aludel.type.Times.sentDate(row, #)";
          case OFFSET_TIMESTAMP -> "org.aludel.type.Times.sentTimestamptz(row, #)";
          case INSTANT -> "org.aludel.type.Times.sentInstant(row, #)";
          default -> getter;
        };
    return read.replace("#", position).replace("@", javaType);
  }

  /** The question whether a column of {@code columns} is of the kind's own type; or empty. */
  String sentTest(String position) {
    return switch (this) {
      case DATE -> "org.aludel.type.Times.isDate(columns, " + position + ")";
      case OFFSET_TIMESTAMP, INSTANT ->
          "org.aludel.type.Times.isTimestamp(columns, " + position + ")";
      default -> "";
    };
  }

  /** Whether the getter answers SQL NULL with a zero, so that {@code wasNull} must be asked. */
  boolean primitiveGetter() {
    return compareTo(DOUBLE) <= 0 || this == ENUM_ORDINAL;
  }

  /** The name of the SQL type when nothing is said, without length; empty for labels. */
  String ddlName() {
    return ddlName;
  }

  /** The constant in {@code org.aludel.type.SqlTypes}, or empty. */
  String sqlType() {
    return sqlType;
  }
}
