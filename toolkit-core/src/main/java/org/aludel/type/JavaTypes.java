package org.aludel.type;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The SQL types that stand for Java classes when nothing else is said. */
public final class JavaTypes {
  /** Instants, as {@code timestamptz}; precise to microseconds, as the server is. */
  public static final SqlType<Instant> INSTANT =
      new SqlType<>("timestamptz", Instant.class, new InstantCodec());

  private static final Map<Class<?>, SqlType<?>> BY_CLASS = byClass();

  private JavaTypes() {}

  /**
   * The type of a class or primitive: text as {@code varchar}, decimals as {@code numeric}, both
   * unbounded. Empty for classes that need a declaration, enums among them.
   */
  public static Optional<SqlType<?>> of(Class<?> javaType) {
    return Optional.ofNullable(BY_CLASS.get(javaType));
  }

  /**
   * Text that crosses JDBC without a type, so that the server converts it to the declared one; for
   * {@code citext}, {@code jsonb}, {@code inet} and the like.
   */
  public static SqlType<String> untypedText(String ddlName) {
    return PostgresTypes.plainText(ddlName);
  }

  /** Enum constants stored by name in a text column. */
  public static <E extends Enum<E>> SqlType<E> enumNames(String ddlName, Class<E> type) {
    return new SqlType<>(ddlName, type, new EnumNameCodec<>(type, Types.VARCHAR));
  }

  /** Enum constants stored as labels of an enum type of the database. */
  public static <E extends Enum<E>> SqlType<E> enumLabels(String ddlName, Class<E> type) {
    return new SqlType<>(ddlName, type, new EnumNameCodec<>(type, Types.OTHER));
  }

  /** Enum constants stored by position, from 0, in an integer column. */
  public static <E extends Enum<E>> SqlType<E> enumOrdinals(String ddlName, Class<E> type) {
    return new SqlType<>(ddlName, type, new EnumOrdinalCodec<>(type));
  }

  private static Map<Class<?>, SqlType<?>> byClass() {
    Map<Class<?>, SqlType<?>> types = new HashMap<>();
    types.put(boolean.class, SqlTypes.BOOLEAN);
    types.put(Boolean.class, SqlTypes.BOOLEAN);
    types.put(short.class, SqlTypes.SMALLINT);
    types.put(Short.class, SqlTypes.SMALLINT);
    types.put(int.class, SqlTypes.INTEGER);
    types.put(Integer.class, SqlTypes.INTEGER);
    types.put(long.class, SqlTypes.BIGINT);
    types.put(Long.class, SqlTypes.BIGINT);
    types.put(float.class, SqlTypes.REAL);
    types.put(Float.class, SqlTypes.REAL);
    types.put(double.class, SqlTypes.DOUBLE);
    types.put(Double.class, SqlTypes.DOUBLE);
    types.put(BigDecimal.class, SqlTypes.NUMERIC);
    types.put(String.class, SqlTypes.VARCHAR);
    types.put(UUID.class, SqlTypes.UUID_TYPE);
    types.put(LocalDate.class, SqlTypes.DATE);
    types.put(LocalTime.class, SqlTypes.TIME);
    types.put(LocalDateTime.class, SqlTypes.TIMESTAMP);
    types.put(OffsetDateTime.class, SqlTypes.TIMESTAMPTZ);
    types.put(Instant.class, INSTANT);
    types.put(byte[].class, SqlTypes.BYTEA);
    return Map.copyOf(types);
  }
}
