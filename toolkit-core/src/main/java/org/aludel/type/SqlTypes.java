package org.aludel.type;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The types that need no declaration, under PostgreSQL's short names. */
public final class SqlTypes {
  public static final SqlType<Boolean> BOOLEAN =
      type("boolean", Boolean.class, Types.BOOLEAN, ResultSet::getBoolean);
  public static final SqlType<Short> SMALLINT =
      type("smallint", Short.class, Types.SMALLINT, ResultSet::getShort);
  public static final SqlType<Integer> INTEGER =
      type("integer", Integer.class, Types.INTEGER, ResultSet::getInt);
  public static final SqlType<Long> BIGINT =
      type("bigint", Long.class, Types.BIGINT, ResultSet::getLong);
  public static final SqlType<Float> REAL =
      type("real", Float.class, Types.REAL, ResultSet::getFloat);
  public static final SqlType<Double> DOUBLE =
      type("double precision", Double.class, Types.DOUBLE, ResultSet::getDouble);
  public static final SqlType<BigDecimal> NUMERIC =
      type("numeric", BigDecimal.class, Types.NUMERIC, ResultSet::getBigDecimal);
  public static final SqlType<String> VARCHAR = text("varchar", Types.VARCHAR);
  public static final SqlType<String> TEXT = text("text", Types.VARCHAR);
  public static final SqlType<String> CHAR = text("char", Types.CHAR);
  public static final SqlType<UUID> UUID_TYPE = object("uuid", UUID.class, Types.OTHER);
  public static final SqlType<LocalDate> DATE = object("date", LocalDate.class, Types.DATE);
  public static final SqlType<LocalTime> TIME = object("time", LocalTime.class, Types.TIME);

  /** Bound as TIME: pgjdbc refuses TIME_WITH_TIMEZONE, and tells the two by the Java class. */
  public static final SqlType<OffsetTime> TIMETZ = object("timetz", OffsetTime.class, Types.TIME);

  public static final SqlType<LocalDateTime> TIMESTAMP =
      object("timestamp", LocalDateTime.class, Types.TIMESTAMP);
  public static final SqlType<OffsetDateTime> TIMESTAMPTZ =
      object("timestamptz", OffsetDateTime.class, Types.TIMESTAMP_WITH_TIMEZONE);
  public static final SqlType<byte[]> BYTEA =
      new SqlType<>("bytea", byte[].class, new BytesCodec());

  /** JSON as text, spaces and order of keys as written. */
  public static final SqlType<String> JSON = text("json", Types.OTHER);

  /** JSON as text, in the server's own form when it is read. */
  public static final SqlType<String> JSONB = text("jsonb", Types.OTHER);

  private static final Map<String, SqlType<?>> BY_NAME =
      List.of(
              BOOLEAN,
              SMALLINT,
              INTEGER,
              BIGINT,
              REAL,
              DOUBLE,
              NUMERIC,
              VARCHAR,
              TEXT,
              CHAR,
              UUID_TYPE,
              DATE,
              TIME,
              TIMETZ,
              TIMESTAMP,
              TIMESTAMPTZ,
              BYTEA,
              JSON,
              JSONB)
          .stream()
          .collect(Collectors.toUnmodifiableMap(SqlType::name, Function.identity()));

  private static final Map<Class<?>, SqlType<?>> BY_CLASS =
      BY_NAME.values().stream()
          .filter(type -> type.javaType() != String.class || type.name().equals("text"))
          .collect(Collectors.toUnmodifiableMap(SqlType::javaType, Function.identity()));

  private static final SqlType<Object> UNKNOWN = driver("unknown");

  private SqlTypes() {}

  /** {@code varchar(length)}, in characters. */
  public static SqlType<String> varchar(int length) {
    return VARCHAR.named("varchar(" + length + ")");
  }

  /** {@code numeric(precision, scale)}, in decimal digits. */
  public static SqlType<BigDecimal> numeric(int precision, int scale) {
    return NUMERIC.named("numeric(" + precision + "," + scale + ")");
  }

  /** {@code char(length)}, in characters, padded with spaces by the server. */
  public static SqlType<String> character(int length) {
    return CHAR.named("char(" + length + ")");
  }

  /** One-dimensional arrays of a type, as lists whose elements may be null. */
  public static <J> SqlType<List<J>> array(SqlType<J> element) {
    @SuppressWarnings("unchecked") // a class object knows nothing of type arguments
    Class<List<J>> javaType = (Class<List<J>>) (Class<?>) List.class;
    return new SqlType<>(element.name() + "[]", javaType, new ArrayCodec<>(element));
  }

  /**
   * The type of a DDL name. A name that is not known here keeps its spelling, and its values cross
   * JDBC as the driver's own objects.
   */
  public static SqlType<?> named(String ddlName) {
    int parenthesis = ddlName.indexOf('(');
    String base = parenthesis < 0 ? ddlName : ddlName.substring(0, parenthesis);
    SqlType<?> known = ddlName.endsWith("]") ? null : BY_NAME.get(base.toLowerCase(Locale.ROOT));
    return known == null ? driver(ddlName) : known.named(ddlName);
  }

  /** The type that values of a Java class take without further notice, or empty. */
  @SuppressWarnings("unchecked") // BY_CLASS pairs each class with a type of it
  public static <J> Optional<SqlType<J>> of(Class<J> javaType) {
    return Optional.ofNullable((SqlType<J>) BY_CLASS.get(javaType));
  }

  /**
   * The type for a value of unknown origin; one that no type here stands for, and null, crosses
   * JDBC as the driver sees fit.
   */
  public static SqlType<?> forValue(@Nullable Object value) {
    SqlType<?> known = value == null ? null : BY_CLASS.get(value.getClass());
    return known == null ? UNKNOWN : known;
  }

  private static <J> SqlType<J> type(
      String name, Class<J> javaType, int jdbcType, ScalarCodec.Getter<J> getter) {
    return new SqlType<>(name, javaType, new ScalarCodec<>(jdbcType, getter));
  }

  private static SqlType<String> text(String name, int jdbcType) {
    return type(name, String.class, jdbcType, ResultSet::getString);
  }

  private static <J> SqlType<J> object(String name, Class<J> javaType, int jdbcType) {
    return type(name, javaType, jdbcType, (row, index) -> row.getObject(index, javaType));
  }

  private static SqlType<Object> driver(String name) {
    return new SqlType<>(name, Object.class, new DriverCodec());
  }

  private static final class BytesCodec implements ValueCodec<byte[]> {
    @Override
    public int jdbcType() {
      return Types.BINARY;
    }

    @Override
    public void bind(PreparedStatement statement, int index, byte[] value) throws SQLException {
      statement.setBytes(index, value);
    }

    @Override
    public byte @Nullable [] read(ResultSet row, int index) throws SQLException {
      return row.getBytes(index);
    }

    @Override
    public boolean same(byte[] left, byte[] right) {
      return java.util.Arrays.equals(left, right);
    }

    @Override
    public byte[] copy(byte[] value) {
      return value.clone();
    }
  }
}
