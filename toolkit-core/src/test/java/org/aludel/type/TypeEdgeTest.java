package org.aludel.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.error.AludelException;
import org.aludel.error.TypeCode;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.value.BitString;
import org.aludel.type.value.Inet;
import org.aludel.type.value.Interval;
import org.aludel.type.value.MacAddress;
import org.aludel.type.value.MultiRange;
import org.aludel.type.value.Range;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What values become in Java, and what is refused because nothing in Java holds it. */
@PostgresTest
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
final class TypeEdgeTest {
  private static final String BINARY = "&prepareThreshold=-1";

  private final Connection text;
  private final Connection binary;

  TypeEdgeTest(TestDatabase database) throws SQLException {
    this.text = database.open();
    this.binary = DriverManager.getConnection(database.jdbcUrl() + BINARY);
  }

  @AfterEach
  void close() throws SQLException {
    text.close();
    binary.close();
  }

  /** The value of an expression, the same by both forms of transfer. */
  private <J> J read(SqlType<J> type, String sql) throws SQLException {
    J first = read(text, type, sql);
    J second = read(binary, type, sql);
    assertThat(type.codec().same(first, second)).isTrue();
    return first;
  }

  private static <J> J read(Connection connection, SqlType<J> type, String sql)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("SELECT " + sql);
        ResultSet row = select.executeQuery()) {
      row.next();
      return Objects.requireNonNull(type.codec().read(row, 1));
    }
  }

  private void refused(TypeCode code, SqlType<?> type, String sql) {
    for (Connection connection : List.of(text, binary)) {
      assertThatThrownBy(() -> read(connection, type, sql))
          .isInstanceOfSatisfying(
              AludelException.class, error -> assertThat(error.code()).isEqualTo(code));
    }
  }

  private static void refused(TypeCode code, Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            AludelException.class, error -> assertThat(error.code()).isEqualTo(code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'NaN'", "'Infinity'", "'-Infinity'"})
  void numbersThatAreNoneAreRefusedAsDecimalsAndReadAsDoubles(String value) throws SQLException {
    String sql = value + "::numeric";

    refused(TypeCode.NOT_REPRESENTABLE, SqlTypes.NUMERIC, sql);
    refused(TypeCode.NOT_REPRESENTABLE, SqlTypes.named("numeric[]"), "ARRAY[" + sql + "]");
    refused(
        TypeCode.NOT_REPRESENTABLE, PostgresTypes.NUMRANGE, "numrange(NULL, " + sql + ", '[]')");
    assertThat(read(SqlTypes.DOUBLE, sql)).isEqualTo(Double.valueOf(value.replace("'", "")));
    assertThat(read(PostgresTypes.plainText("numeric"), sql)).isEqualTo(value.replace("'", ""));
  }

  @Test
  void decimalsOfAllDigitsComeBack() throws SQLException {
    String digits = "9".repeat(131_072) + "." + "3".repeat(16_383);

    assertThat(read(SqlTypes.NUMERIC, "'" + digits + "'::numeric"))
        .isEqualTo(new BigDecimal(digits));
  }

  @Test
  void arraysOfOneDimensionAreListsWithNulls() throws SQLException {
    assertThat(read(SqlTypes.array(SqlTypes.INTEGER), "ARRAY[1, NULL, 3]"))
        .isEqualTo(Arrays.asList(1, null, 3));
    assertThat(read(SqlTypes.array(SqlTypes.TEXT), "ARRAY['NULL', NULL, '', '{\"a\\']"))
        .isEqualTo(Arrays.asList("NULL", null, "", "{\"a\\"));
    assertThat(read(SqlTypes.array(SqlTypes.BYTEA), "ARRAY['\\x00ff'::bytea]").get(0))
        .isEqualTo(new byte[] {0, -1});
  }

  @Test
  void arraysOfMoreDimensionsAreListsOfLists() throws SQLException {
    SqlType<List<List<Integer>>> grid = SqlTypes.array(SqlTypes.array(SqlTypes.INTEGER));

    assertThat(grid.name()).isEqualTo("integer[]");
    assertThat(read(grid, "ARRAY[[1, 2], [3, NULL]]"))
        .isEqualTo(List.of(List.of(1, 2), Arrays.asList(3, null)));
    assertThat(grid.codec().text(List.of(List.of(1, 2), List.of(3, 4))))
        .isEqualTo("{{\"1\",\"2\"},{\"3\",\"4\"}}");
    refused(TypeCode.WRONG_VALUE, grid, "ARRAY[1, 2]");
    refused(TypeCode.WRONG_VALUE, SqlTypes.array(SqlTypes.INTEGER), "ARRAY[[1], [2]]");
    assertThat((List<?>) read(SqlTypes.named("integer[]"), "ARRAY[[[1]]]"))
        .isEqualTo(List.of(List.of(List.of(1))));
  }

  @Test
  void arraysThatDoNotBeginAtOneAreRefusedUnlessReadAsText() throws SQLException {
    refused(TypeCode.NOT_REPRESENTABLE, SqlTypes.named("integer[]"), "'[0:1]={5,6}'::integer[]");
    refused(TypeCode.NOT_REPRESENTABLE, SqlTypes.named("text[]"), "'[2:2][1:1]={{a}}'::text[]");
    assertThat(read(SqlTypes.TEXT, "'[0:1]={5,6}'::integer[]::text")).isEqualTo("[0:1]={5,6}");
  }

  @Test
  void raggedListsAreRefused() {
    SqlType<List<List<Integer>>> grid = SqlTypes.array(SqlTypes.array(SqlTypes.INTEGER));

    refused(TypeCode.RAGGED_ARRAY, () -> grid.codec().text(List.of(List.of(1, 2), List.of(3))));
    refused(TypeCode.RAGGED_ARRAY, () -> grid.codec().text(Arrays.asList(List.of(1), null)));
    refused(TypeCode.RAGGED_ARRAY, () -> grid.codec().text(List.of(List.of())));
  }

  @Test
  void jsonNullIsAText() throws SQLException {
    assertThat(read(SqlTypes.JSONB, "'null'::jsonb")).isEqualTo("null");
    assertThat(read(SqlTypes.array(SqlTypes.JSONB), "ARRAY['null'::jsonb, NULL]"))
        .isEqualTo(Arrays.asList("null", null));
  }

  @Test
  void rangesKeepTheirBounds() throws SQLException {
    assertThat(read(PostgresTypes.INT4RANGE, "'[1,4]'::int4range"))
        .isEqualTo(Range.closedOpen(1, 5));
    assertThat(read(PostgresTypes.INT4RANGE, "'empty'::int4range")).isEqualTo(Range.none());
    assertThat(read(PostgresTypes.NUMRANGE, "'(,)'::numrange")).isEqualTo(Range.all());
    assertThat(read(PostgresTypes.NUMRANGE, "'[,1.5]'::numrange"))
        .isEqualTo(Range.openClosed(null, new BigDecimal("1.5")));
    assertThat(read(PostgresTypes.INT4MULTIRANGE, "'{[1,2),[5,)}'::int4multirange"))
        .isEqualTo(MultiRange.of(Range.closedOpen(1, 2), Range.atLeast(5)));
  }

  @Test
  void timesWithOffsetsAreInstantsOfUtcWhateverTheSessionsZone() throws SQLException {
    for (Connection connection : List.of(text, binary)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET TimeZone = 'Asia/Kathmandu'");
      }
    }
    OffsetDateTime noon = OffsetDateTime.of(2026, 1, 2, 12, 0, 0, 0, ZoneOffset.UTC);
    String sql = "'2026-01-02 12:00+00'::timestamptz";

    assertThat(read(SqlTypes.TIMESTAMPTZ, sql)).isEqualTo(noon);
    assertThat(read(SqlTypes.array(SqlTypes.TIMESTAMPTZ), "ARRAY[" + sql + "]"))
        .isEqualTo(List.of(noon));
    assertThat(read(PostgresTypes.TSTZRANGE, "tstzrange(" + sql + ", 'infinity')"))
        .isEqualTo(Range.closedOpen(noon, OffsetDateTime.MAX));
  }

  @Test
  void theEndOfTheDayIsItsLastNanosecond() throws SQLException {
    assertThat(read(SqlTypes.TIME, "'24:00'::time")).isEqualTo(LocalTime.MAX);
    assertThat(read(SqlTypes.TIMETZ, "'24:00+02'::timetz"))
        .isEqualTo(OffsetTime.of(LocalTime.MAX, ZoneOffset.ofHours(2)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "postgres_verbose", "sql_standard", "iso_8601"})
  void intervalsAreReadInEachStyle(String style) throws SQLException {
    run("SET IntervalStyle = " + style);
    List<Interval> intervals =
        List.of(
            new Interval(0, 0, 0),
            new Interval(14, -3, 14_706_789_000L),
            new Interval(-14, 0, 0),
            new Interval(0, -1, -3_600_000_001L),
            new Interval(0, 0, -1),
            new Interval(1, 2, -500_000),
            new Interval(-1, 2, 3),
            Interval.INFINITY,
            Interval.MINUS_INFINITY,
            new Interval(Integer.MAX_VALUE, 0, Long.MAX_VALUE - 1));

    for (Interval interval : intervals) {
      assertThat(read(text, PostgresTypes.INTERVAL, "'" + interval + "'::interval"))
          .isEqualTo(interval);
    }
  }

  @Test
  void intervalsArePeriodsOrDurationsWhereNothingIsLost() throws SQLException {
    assertThat(read(PostgresTypes.DURATION, "interval '25:00:00.5'"))
        .isEqualTo(Duration.ofHours(25).plusMillis(500));
    assertThat(read(PostgresTypes.PERIOD, "interval '1 year -2 days'"))
        .isEqualTo(Period.of(1, 0, -2));
    refused(TypeCode.NOT_REPRESENTABLE, PostgresTypes.DURATION, "interval '1 day'");
    refused(TypeCode.NOT_REPRESENTABLE, PostgresTypes.PERIOD, "interval '1 second'");
    assertThat(Interval.of(Period.of(1, 2, 3), Duration.ofNanos(-1_500)))
        .isEqualTo(new Interval(14, 3, -1));
    assertThat(new Interval(-14, 3, -1).datePart()).isEqualTo(Period.of(-1, -2, 3));
    assertThat(new Interval(0, 0, -1).timePart()).isEqualTo(Duration.ofNanos(-1_000));
  }

  @Test
  void addressesKeepTheirMask() throws SQLException, UnknownHostException {
    Inet network = read(PostgresTypes.INET, "'10.1.2.3/8'::inet");

    assertThat(network.prefix()).isEqualTo(8);
    assertThat(network.address()).isEqualTo(InetAddress.getByName("10.1.2.3"));
    assertThat(read(PostgresTypes.INET_HOST, "'10.1.2.3'::inet"))
        .isEqualTo(InetAddress.getByName("10.1.2.3"));
    refused(TypeCode.NOT_REPRESENTABLE, PostgresTypes.INET_HOST, "'10.1.2.3/8'::inet");
    assertThat(read(PostgresTypes.INET, "'::ffff:1.2.3.4'::inet"))
        .isNotEqualTo(Inet.of("1.2.3.4"))
        .isEqualTo(Inet.of("0:0:0:0:0:ffff:102:304"));
    for (String text : List.of("localhost", "1.2.3", "1.2.3.4/33", "::1/129", "1.2.3.4.5", "")) {
      refused(TypeCode.WRONG_VALUE, () -> Inet.of(text));
    }
  }

  @Test
  void bitsAndHardwareAddressesAreChecked() throws SQLException {
    BitString bits = read(PostgresTypes.VARBIT, "B'0010'::varbit");

    assertThat(BitString.of(bits.toBitSet(), bits.length())).isEqualTo(bits);
    refused(TypeCode.WRONG_VALUE, () -> new BitString("012"));
    assertThat(read(PostgresTypes.MACADDR, "'08-00-2B-01-02-03'::macaddr"))
        .isEqualTo(MacAddress.of(new byte[] {8, 0, 0x2b, 1, 2, 3}));
    refused(TypeCode.WRONG_VALUE, () -> new MacAddress("08:00:2b:01:02"));
    refused(TypeCode.WRONG_VALUE, () -> new MacAddress("08:00:2b:01:02:03:04"));
  }

  @Test
  void bytesAreReadInBothOutputForms() throws SQLException {
    run("SET bytea_output = 'escape'");

    assertThat(read(text, SqlTypes.array(SqlTypes.BYTEA), "ARRAY['\\x005c41ff'::bytea]").get(0))
        .isEqualTo(new byte[] {0, '\\', 'A', -1});
  }

  @Test
  void valuesOfUnknownOriginFindTheirType() {
    assertThat(SqlTypes.forValue(Inet.of("::1"))).isEqualTo(PostgresTypes.INET);
    assertThat(SqlTypes.forValue(Duration.ZERO)).isEqualTo(PostgresTypes.DURATION);
    assertThat(ServerText.of(List.of(1, 2))).isEqualTo("{\"1\",\"2\"}");
    assertThat(ServerText.of(Range.closed(1, 2))).isEqualTo("[\"1\",\"2\"]");
    assertThat(ServerText.of(Map.of("a", "b"))).isEqualTo("\"a\"=>\"b\"");
  }

  /** How an amount is kept: in cents. */
  private record Money(BigDecimal amount) {}

  private static final SqlType<Money> CENTS =
      SqlTypes.BIGINT.as(
          Money.class,
          cents -> new Money(BigDecimal.valueOf(cents, 2)),
          money -> money.amount().movePointRight(2).longValueExact());

  @Test
  void aClassOfOnesOwnCrossesByItsConversion() throws SQLException {
    Money money = new Money(new BigDecimal("12.34"));

    assertThat(read(CENTS, "1234::bigint")).isEqualTo(money);
    assertThat(read(SqlTypes.array(CENTS), "ARRAY[1234::bigint]")).isEqualTo(List.of(money));
    assertThat(CENTS.codec().text(money)).isEqualTo("1234");
    assertThat(CENTS.codec().same(money, new Money(new BigDecimal("12.340")))).isTrue();
  }

  @Test
  void typesOfEqualMakeAreEqual() {
    assertThat(PostgresTypes.range("int4range", SqlTypes.INTEGER))
        .isEqualTo(PostgresTypes.INT4RANGE);
    assertThat(SqlTypes.array(SqlTypes.TEXT)).isEqualTo(SqlTypes.array(SqlTypes.TEXT));
    assertThat(SqlTypes.named("ltree")).isEqualTo(PostgresTypes.plainText("ltree"));
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = text.createStatement()) {
      statement.execute(sql);
    }
  }
}
