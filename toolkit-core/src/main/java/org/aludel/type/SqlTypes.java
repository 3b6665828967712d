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
  public static final SqlType<Boolean> BOOLEAN = type("boolean", Boolean.class, Types.BOOLEAN);
  public static final SqlType<Short> SMALLINT = type("smallint", Short.class, Types.SMALLINT);
  public static final SqlType<Integer> INTEGER = type("integer", Integer.class, Types.INTEGER);
  public static final SqlType<Long> BIGINT = type("bigint", Long.class, Types.BIGINT);
  public static final SqlType<Float> REAL = type("real", Float.class, Types.REAL);
  public static final SqlType<Double> DOUBLE = type("double precision", Double.class, Types.DOUBLE);
  public static final SqlType<BigDecimal> NUMERIC =
      type("numeric", BigDecimal.class, Types.NUMERIC);
  public static final SqlType<String> VARCHAR = type("varchar", String.class, Types.VARCHAR);
  public static final SqlType<String> TEXT = type("text", String.class, Types.VARCHAR);
  public static final SqlType<UUID> UUID_TYPE = type("uuid", UUID.class, Types.OTHER);
  public static final SqlType<LocalDate> DATE = type("date", LocalDate.class, Types.DATE);
  public static final SqlType<LocalTime> TIME = type("time", LocalTime.class, Types.TIME);
  public static final SqlType<LocalDateTime> TIMESTAMP =
      type("timestamp", LocalDateTime.class, Types.TIMESTAMP);
  public static final SqlType<OffsetDateTime> TIMESTAMPTZ =
      type("timestamptz", OffsetDateTime.class, Types.TIMESTAMP_WITH_TIMEZONE);
  public static final SqlType<byte[]> BYTEA =
      new SqlType<>("bytea", byte[].class, new BytesCodec());

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
              UUID_TYPE,
              DATE,
              TIME,
              TIMESTAMP,
              TIMESTAMPTZ,
              BYTEA)
          .stream()
          .collect(Collectors.toUnmodifiableMap(SqlType::name, Function.identity()));

  private static final Map<Class<?>, SqlType<?>> BY_CLASS =
      BY_NAME.values().stream()
          .filter(type -> !type.equals(VARCHAR))
          .collect(Collectors.toUnmodifiableMap(SqlType::javaType, Function.identity()));

  private static final SqlType<Object> UNKNOWN = type("unknown", Object.class, Types.OTHER);

  private SqlTypes() {}

  /** {@code varchar(length)}, in characters. */
  public static SqlType<String> varchar(int length) {
    return VARCHAR.named("varchar(" + length + ")");
  }

  /** {@code numeric(precision, scale)}, in decimal digits. */
  public static SqlType<BigDecimal> numeric(int precision, int scale) {
    return NUMERIC.named("numeric(" + precision + "," + scale + ")");
  }

  /**
   * The type of a DDL name. A name that is not known here keeps its spelling, and its values cross
   * JDBC as the driver's own objects.
   */
  public static SqlType<?> named(String ddlName) {
    int parenthesis = ddlName.indexOf('(');
    String base = parenthesis < 0 ? ddlName : ddlName.substring(0, parenthesis);
    SqlType<?> known = ddlName.endsWith("]") ? null : BY_NAME.get(base.toLowerCase(Locale.ROOT));
    return known == null ? type(ddlName, Object.class, Types.OTHER) : known.named(ddlName);
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

  private static <J> SqlType<J> type(String name, Class<J> javaType, int jdbcType) {
    return new SqlType<>(name, javaType, new ObjectCodec<>(javaType, jdbcType));
  }

  /** Values that the driver itself converts. Source: JDBC 4.3, appendix B. */
  private record ObjectCodec<J>(Class<J> javaType, int jdbcType) implements ValueCodec<J> {
    @Override
    public void bind(PreparedStatement statement, int index, J value) throws SQLException {
      if (javaType == Object.class) {
        statement.setObject(index, value);
      } else {
        statement.setObject(index, value, jdbcType);
      }
    }

    @Override
    public @Nullable J read(ResultSet row, int index) throws SQLException {
      return javaType == Object.class
          ? javaType.cast(row.getObject(index))
          : row.getObject(index, javaType);
    }
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
