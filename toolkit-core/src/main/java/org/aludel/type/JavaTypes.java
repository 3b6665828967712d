package org.aludel.type;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aludel.type.value.MultiRange;
import org.aludel.type.value.Range;

/** The SQL types that stand for Java classes when nothing else is said. */
public final class JavaTypes {
  /** Instants, as {@code timestamptz}; precise to microseconds, as the server is. */
  public static final SqlType<Instant> INSTANT =
      new SqlType<>("timestamptz", Instant.class, new InstantCodec());

  private static final Map<Class<?>, SqlType<?>> BY_CLASS = byClass();

  /** By a list of the class and the list of its arguments. */
  private static final Map<List<Object>, SqlType<?>> PARAMETERISED =
      Map.ofEntries(
          entry(Map.class, PostgresTypes.HSTORE, String.class, String.class),
          entry(Range.class, PostgresTypes.INT4RANGE, Integer.class),
          entry(Range.class, PostgresTypes.INT8RANGE, Long.class),
          entry(Range.class, PostgresTypes.NUMRANGE, BigDecimal.class),
          entry(Range.class, PostgresTypes.DATERANGE, LocalDate.class),
          entry(Range.class, PostgresTypes.TSRANGE, LocalDateTime.class),
          entry(Range.class, PostgresTypes.TSTZRANGE, OffsetDateTime.class),
          entry(MultiRange.class, PostgresTypes.INT4MULTIRANGE, Integer.class),
          entry(MultiRange.class, PostgresTypes.INT8MULTIRANGE, Long.class),
          entry(MultiRange.class, PostgresTypes.NUMMULTIRANGE, BigDecimal.class),
          entry(MultiRange.class, PostgresTypes.DATEMULTIRANGE, LocalDate.class),
          entry(MultiRange.class, PostgresTypes.TSMULTIRANGE, LocalDateTime.class),
          entry(MultiRange.class, PostgresTypes.TSTZMULTIRANGE, OffsetDateTime.class));

  private static Map.Entry<List<Object>, SqlType<?>> entry(
      Class<?> javaType, SqlType<?> type, Class<?>... arguments) {
    return Map.entry(List.of(javaType, List.of(arguments)), type);
  }

  private JavaTypes() {}

  /**
   * The type of a class or primitive: text as {@code varchar}, decimals as {@code numeric}, both
   * unbounded. Empty for classes that need a declaration, enums among them.
   */
  public static Optional<SqlType<?>> of(Class<?> javaType) {
    return Optional.ofNullable(BY_CLASS.get(javaType));
  }

  /**
   * The type of a class with type arguments: as {@link #of(Class)} for a class without any, and for
   * lists, ranges and maps of text; elements that are text are {@code text}.
   */
  public static Optional<SqlType<?>> of(Class<?> javaType, List<Class<?>> arguments) {
    if (arguments.isEmpty()) {
      Optional<SqlType<?>> common = of(javaType);
      return common.isPresent() ? common : KnownTypes.ofClass(javaType);
    }
    if (javaType == List.class) {
      return element(arguments.get(0)).map(SqlTypes::array);
    }
    return Optional.ofNullable(PARAMETERISED.get(List.of(javaType, arguments)));
  }

  private static Optional<SqlType<?>> element(Class<?> javaType) {
    return javaType == String.class ? Optional.of(SqlTypes.TEXT) : of(javaType, List.of());
  }

  /**
   * Text that crosses JDBC without a type, so that the server converts it to the declared one; for
   * {@code citext}, {@code jsonb}, {@code inet} and the like.
   */
  public static SqlType<String> untypedText(String ddlName) {
    return PostgresTypes.plainText(ddlName);
  }

  /**
   * Objects as JSON by the format that the application provides, else by Jackson; it is looked for
   * when the first value crosses.
   *
   * @param ddlName {@code jsonb} or {@code json}
   */
  public static <J> SqlType<J> json(String ddlName, Class<J> javaType) {
    return new SqlType<>(ddlName, javaType, new JsonCodec<>(format(javaType), javaType, List.of()));
  }

  /**
   * As {@link #json(String, Class)} for a list, set or map, whose type the caller names: {@code
   * SqlType<List<Item>> items = JavaTypes.json("jsonb", List.class, Item.class)}.
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // no class object has arguments
  public static <J> SqlType<J> json(
      String ddlName, Class<?> javaType, Class<?> argument, Class<?>... arguments) {
    List<Class<?>> all = new ArrayList<>(List.of(argument));
    all.addAll(List.of(arguments));
    Class<J> type = (Class<J>) javaType;
    return new SqlType<>(ddlName, type, new JsonCodec<>(format(argument), type, all));
  }

  private static JsonFormat format(Class<?> javaType) {
    ClassLoader classes = javaType.getClassLoader();
    return new FoundJsonFormat(classes == null ? ClassLoader.getSystemClassLoader() : classes);
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
