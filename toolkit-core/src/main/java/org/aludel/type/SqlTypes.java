package org.aludel.type;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.aludel.type.text.TimeText;
import org.jspecify.annotations.Nullable;

/** The types that need no declaration, under PostgreSQL's short names. */
public final class SqlTypes {
  public static final SqlType<Boolean> BOOLEAN =
      number("boolean", Boolean.class, Types.BOOLEAN, ResultSet::getBoolean, SqlTypes::isTrue);
  public static final SqlType<Short> SMALLINT =
      number("smallint", Short.class, Types.SMALLINT, ResultSet::getShort, Short::valueOf);
  public static final SqlType<Integer> INTEGER =
      number("integer", Integer.class, Types.INTEGER, ResultSet::getInt, Integer::valueOf);
  public static final SqlType<Long> BIGINT =
      number("bigint", Long.class, Types.BIGINT, ResultSet::getLong, Long::valueOf);
  public static final SqlType<Float> REAL =
      number("real", Float.class, Types.REAL, ResultSet::getFloat, Float::valueOf);
  public static final SqlType<Double> DOUBLE =
      number("double precision", Double.class, Types.DOUBLE, ResultSet::getDouble, Double::valueOf);

  /** Reading NaN or an infinity is refused, since no decimal of Java holds them. */
  public static final SqlType<BigDecimal> NUMERIC =
      new SqlType<>(
          "numeric",
          BigDecimal.class,
          new ScalarCodec<>(
              Types.NUMERIC,
              Decimals::read,
              BigDecimal::toString,
              Decimals::parse,
              (left, right) -> left.compareTo(right) == 0));

  public static final SqlType<String> VARCHAR = text("varchar", Types.VARCHAR);
  public static final SqlType<String> TEXT = text("text", Types.VARCHAR);
  public static final SqlType<String> CHAR = text("char", Types.CHAR);
  public static final SqlType<UUID> UUID_TYPE =
      object("uuid", UUID.class, Types.OTHER, UUID::toString, UUID::fromString);
  public static final SqlType<LocalDate> DATE =
      new SqlType<>(
          "date",
          LocalDate.class,
          new ScalarCodec<>(
              Types.DATE, Times::date, TimeText::write, TimeText::date, Object::equals));

  /** The last nanosecond of the day stands for 24:00. */
  public static final SqlType<LocalTime> TIME =
      object("time", LocalTime.class, Types.TIME, TimeText::write, TimeText::time);

  /** As {@link #TIME}, with an offset that is kept. */
  public static final SqlType<OffsetTime> TIMETZ =
      new SqlType<>("timetz", OffsetTime.class, new OffsetTimeCodec());

  public static final SqlType<LocalDateTime> TIMESTAMP =
      new SqlType<>(
          "timestamp",
          LocalDateTime.class,
          new ScalarCodec<>(
              Types.TIMESTAMP,
              Times::timestamp,
              TimeText::write,
              TimeText::timestamp,
              Object::equals));

  /** In UTC when it is read; two of the same instant are the same. */
  public static final SqlType<OffsetDateTime> TIMESTAMPTZ =
      new SqlType<>(
          "timestamptz",
          OffsetDateTime.class,
          new ScalarCodec<>(
              Types.TIMESTAMP_WITH_TIMEZONE,
              Times::timestamptz,
              TimeText::write,
              TimeText::timestamptz,
              OffsetDateTime::isEqual));

  public static final SqlType<byte[]> BYTEA =
      new SqlType<>("bytea", byte[].class, new BytesCodec());

  /** JSON as text, spaces and order of keys as written; its null is the text {@code null}. */
  public static final SqlType<String> JSON = text("json", Types.OTHER);

  /** JSON as text, in the server's own form when it is read. */
  public static final SqlType<String> JSONB = text("jsonb", Types.OTHER);

  private static final SqlType<Object> UNKNOWN = server("unknown");

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

  /**
   * Arrays of a type, as lists whose elements may be null; an array of arrays is an array of one
   * dimension more, whose lists must be of equal length.
   *
   * @throws org.aludel.error.MappingException REFUSED_TYPE for elements with SQL round each value
   */
  public static <J> SqlType<List<J>> array(SqlType<J> element) {
    TypeRules.requirePlain(element, "an array");
    element.rules().variants().values().forEach(one -> TypeRules.requirePlain(one, "an array"));
    return arrayOfAny(element);
  }

  /** Also of elements with SQL round each value, which whoever sends them must write. */
  static <J> SqlType<List<J>> arrayOfAny(SqlType<J> element) {
    if (element.codec() instanceof ArrayCodec<?, ?> inner) {
      return list(element.name(), new ArrayCodec<>(inner.leaf(), inner.dimensions() + 1));
    }
    SqlType<List<J>> array = list(element.name() + "[]", new ArrayCodec<>(element, 1));
    for (Map.Entry<String, SqlType<J>> variant : element.rules().variants().entrySet()) {
      array = array.withVariant(variant.getKey(), arrayOfAny(variant.getValue()));
    }
    return array;
  }

  static <E> SqlType<List<E>> list(String name, ArrayCodec<?, E> codec) {
    @SuppressWarnings("unchecked") // a class object knows nothing of type arguments
    Class<List<E>> javaType = (Class<List<E>>) (Class<?>) List.class;
    return new SqlType<>(name, javaType, codec);
  }

  /**
   * The type of a DDL name in the server's short spelling; {@code integer[]} takes arrays of any
   * number of dimensions. A name that is not known here keeps its spelling; its values are what the
   * type below a domain has, and the server's text for enums, composites and other types of users.
   */
  public static SqlType<?> named(String ddlName) {
    SqlType<?> known = KnownTypes.named(ddlName);
    return known == null ? server(ddlName) : known;
  }

  /**
   * The type of a result's column by the name that the driver has for it, such as {@code int4} or
   * {@code _text}; text where nothing is known, for which the server's text is read.
   */
  public static SqlType<?> ofDriver(String typeName) {
    SqlType<?> known = KnownTypes.ofDriver(typeName);
    return known == null ? PostgresTypes.plainText(typeName) : known;
  }

  /** The type that values of a Java class take without further notice, or empty. */
  @SuppressWarnings("unchecked") // each class is paired with a type of it
  public static <J> Optional<SqlType<J>> of(Class<J> javaType) {
    return KnownTypes.ofClass(javaType).map(type -> (SqlType<J>) type);
  }

  /**
   * The type for a value of unknown origin; one that no type here stands for, and null, crosses
   * JDBC as text or as the driver sees fit.
   */
  public static SqlType<?> forValue(@Nullable Object value) {
    return value == null ? UNKNOWN : KnownTypes.ofClass(value.getClass()).orElse(UNKNOWN);
  }

  private static boolean isTrue(String text) {
    return text.startsWith("t");
  }

  private static <J> SqlType<J> number(
      String name,
      Class<J> javaType,
      int jdbcType,
      ScalarCodec.Getter<J> getter,
      Function<String, J> reader) {
    return new SqlType<>(
        name,
        javaType,
        new ScalarCodec<>(jdbcType, getter, Object::toString, reader, Object::equals));
  }

  private static SqlType<String> text(String name, int jdbcType) {
    return new SqlType<>(name, String.class, new StringCodec(jdbcType));
  }

  private static <J> SqlType<J> object(
      String name,
      Class<J> javaType,
      int jdbcType,
      Function<J, String> writer,
      Function<String, J> reader) {
    return new SqlType<>(
        name,
        javaType,
        new ScalarCodec<>(
            jdbcType,
            (row, index) -> row.getObject(index, javaType),
            writer,
            reader,
            Object::equals));
  }

  private static SqlType<Object> server(String name) {
    return new SqlType<>(name, Object.class, new ServerCodec());
  }
}
