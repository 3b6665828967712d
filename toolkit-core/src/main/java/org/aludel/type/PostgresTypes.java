package org.aludel.type;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.aludel.type.text.GeometryText;
import org.aludel.type.text.IntervalText;
import org.aludel.type.value.BitString;
import org.aludel.type.value.Box;
import org.aludel.type.value.Circle;
import org.aludel.type.value.Inet;
import org.aludel.type.value.Interval;
import org.aludel.type.value.Line;
import org.aludel.type.value.LineSegment;
import org.aludel.type.value.MacAddress;
import org.aludel.type.value.MultiRange;
import org.aludel.type.value.Path;
import org.aludel.type.value.Point;
import org.aludel.type.value.Polygon;
import org.aludel.type.value.Range;
import org.jspecify.annotations.Nullable;

/**
 * The types that PostgreSQL has beyond the common ones of {@link SqlTypes}. docs/types.md lists all
 * of them with their Java classes.
 */
public final class PostgresTypes {
  /** All three units apart; {@link #DURATION} and {@link #PERIOD} hold less. */
  public static final SqlType<Interval> INTERVAL =
      text("interval", Interval.class, Interval::toString, IntervalText::parse);

  /** An interval of hours, minutes and seconds; reading one with days or months is refused. */
  public static final SqlType<Duration> DURATION =
      INTERVAL.as(Duration.class, Interval::toDuration, Interval::of);

  /** An interval of years, months and days; reading one with a time is refused. */
  public static final SqlType<Period> PERIOD =
      INTERVAL.as(Period.class, Interval::toPeriod, Interval::of);

  public static final SqlType<Inet> INET = text("inet", Inet.class, Inet::toString, Inet::of);
  public static final SqlType<Inet> CIDR = INET.named("cidr");

  /** Single addresses; reading one with a mask is refused. */
  public static final SqlType<InetAddress> INET_HOST =
      INET.as(InetAddress.class, Inet::toHost, Inet::of);

  public static final SqlType<MacAddress> MACADDR =
      text("macaddr", MacAddress.class, MacAddress::text, MacAddress::new);
  public static final SqlType<MacAddress> MACADDR8 = MACADDR.named("macaddr8");

  /** One bit unless named {@code bit(n)}. */
  public static final SqlType<BitString> BIT =
      text("bit", BitString.class, BitString::digits, BitString::new);

  public static final SqlType<BitString> VARBIT = BIT.named("varbit");
  public static final SqlType<Point> POINT = figure("point", Point.class, GeometryText::point);
  public static final SqlType<Line> LINE = figure("line", Line.class, GeometryText::line);
  public static final SqlType<LineSegment> LSEG =
      figure("lseg", LineSegment.class, GeometryText::segment);

  /** The one type whose arrays have semicolons. Source: pg_type.typdelim. */
  public static final SqlType<Box> BOX =
      new SqlType<>("box", Box.class, new TextCodec<>(Box::toString, GeometryText::box, ';'));

  public static final SqlType<Path> PATH = figure("path", Path.class, GeometryText::path);
  public static final SqlType<Polygon> POLYGON =
      figure("polygon", Polygon.class, GeometryText::polygon);
  public static final SqlType<Circle> CIRCLE = figure("circle", Circle.class, GeometryText::circle);

  /** Text that compares without regard to case; an extension. */
  public static final SqlType<String> CITEXT = plainText("citext");

  /** Keys with texts or null; an extension. */
  public static final SqlType<Map<String, @Nullable String>> HSTORE = hstore();

  public static final SqlType<Range<Integer>> INT4RANGE = range("int4range", SqlTypes.INTEGER);
  public static final SqlType<Range<Long>> INT8RANGE = range("int8range", SqlTypes.BIGINT);
  public static final SqlType<Range<BigDecimal>> NUMRANGE = range("numrange", SqlTypes.NUMERIC);
  public static final SqlType<Range<LocalDate>> DATERANGE = range("daterange", SqlTypes.DATE);
  public static final SqlType<Range<LocalDateTime>> TSRANGE = range("tsrange", SqlTypes.TIMESTAMP);
  public static final SqlType<Range<OffsetDateTime>> TSTZRANGE =
      range("tstzrange", SqlTypes.TIMESTAMPTZ);

  public static final SqlType<MultiRange<Integer>> INT4MULTIRANGE =
      multiRange("int4multirange", SqlTypes.INTEGER);
  public static final SqlType<MultiRange<Long>> INT8MULTIRANGE =
      multiRange("int8multirange", SqlTypes.BIGINT);
  public static final SqlType<MultiRange<BigDecimal>> NUMMULTIRANGE =
      multiRange("nummultirange", SqlTypes.NUMERIC);
  public static final SqlType<MultiRange<LocalDate>> DATEMULTIRANGE =
      multiRange("datemultirange", SqlTypes.DATE);
  public static final SqlType<MultiRange<LocalDateTime>> TSMULTIRANGE =
      multiRange("tsmultirange", SqlTypes.TIMESTAMP);
  public static final SqlType<MultiRange<OffsetDateTime>> TSTZMULTIRANGE =
      multiRange("tstzmultirange", SqlTypes.TIMESTAMPTZ);

  /** The number of an object, from 0 to 4294967295. */
  public static final SqlType<Long> OID =
      text("oid", Long.class, one -> Long.toString(one), Long::valueOf);

  private PostgresTypes() {}

  /**
   * The values of a range type as {@link Range}, such as one that {@code CREATE TYPE … AS RANGE}
   * made.
   *
   * @param ddlName the range type
   * @param bound the type of its bounds
   */
  public static <T> SqlType<Range<T>> range(String ddlName, SqlType<T> bound) {
    @SuppressWarnings("unchecked") // a class object knows nothing of type arguments
    Class<Range<T>> javaType = (Class<Range<T>>) (Class<?>) Range.class;
    return new SqlType<>(
        ddlName, javaType, new RangeCodec<>(TypeRules.requirePlain(bound, "a range")));
  }

  /** The values of a multirange type as {@link MultiRange}. */
  public static <T> SqlType<MultiRange<T>> multiRange(String ddlName, SqlType<T> bound) {
    @SuppressWarnings("unchecked") // a class object knows nothing of type arguments
    Class<MultiRange<T>> javaType = (Class<MultiRange<T>>) (Class<?>) MultiRange.class;
    return new SqlType<>(
        ddlName, javaType, new MultiRangeCodec<>(TypeRules.requirePlain(bound, "a multirange")));
  }

  /**
   * Objects of a class as {@code jsonb}; {@code named("json")} keeps the text as written. Two are
   * the same when their JSON is.
   */
  public static <J> SqlType<J> json(Class<J> javaType, JsonFormat format) {
    return new SqlType<>("jsonb", javaType, new JsonCodec<>(format, javaType, List.of()));
  }

  /**
   * The values of any type as a class of one's own, which crosses JDBC as the server's text; the
   * way to a type of an extension that is not known here. Keep it in a constant: statements are
   * compiled once for each type, and a type made anew is another one.
   *
   * @param writer what the server reads
   * @param reader takes what the server writes
   */
  public static <J> SqlType<J> text(
      String ddlName, Class<J> javaType, Function<J, String> writer, Function<String, J> reader) {
    return new SqlType<>(ddlName, javaType, TextCodec.of(writer, reader));
  }

  /** The values of any type as the server's text. */
  public static SqlType<String> plainText(String ddlName) {
    return new SqlType<>(ddlName, String.class, new StringCodec(Types.OTHER));
  }

  private static <J> SqlType<J> figure(String name, Class<J> javaType, Function<String, J> reader) {
    return text(name, javaType, Object::toString, reader);
  }

  private static SqlType<Map<String, @Nullable String>> hstore() {
    @SuppressWarnings("unchecked") // a class object knows nothing of type arguments
    Class<Map<String, @Nullable String>> javaType =
        (Class<Map<String, @Nullable String>>) (Class<?>) Map.class;
    return new SqlType<>("hstore", javaType, new HstoreCodec());
  }
}
