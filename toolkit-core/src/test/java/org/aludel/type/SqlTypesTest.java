package org.aludel.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@PostgresTest
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
final class SqlTypesTest {
  private final Connection connection;

  SqlTypesTest(TestDatabase database) {
    this.connection = database.open();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  record Sample<J>(SqlType<J> type, J value) {
    @Override
    public String toString() {
      return type + " " + value;
    }
  }

  static Stream<Sample<?>> samples() {
    return Stream.of(
        new Sample<>(SqlTypes.BOOLEAN, true),
        new Sample<>(SqlTypes.SMALLINT, Short.MIN_VALUE),
        new Sample<>(SqlTypes.INTEGER, Integer.MAX_VALUE),
        new Sample<>(SqlTypes.BIGINT, Long.MIN_VALUE),
        new Sample<>(SqlTypes.REAL, 1.25f),
        new Sample<>(SqlTypes.DOUBLE, Math.PI),
        new Sample<>(SqlTypes.numeric(12, 3), new BigDecimal("123456.789")),
        new Sample<>(SqlTypes.NUMERIC, new BigDecimal("1E+3").setScale(0)),
        new Sample<>(SqlTypes.varchar(20), "ünï 'quoted' \\"),
        new Sample<>(SqlTypes.TEXT, ""),
        new Sample<>(SqlTypes.character(3), "abc"),
        new Sample<>(SqlTypes.UUID_TYPE, UUID.fromString("00112233-4455-6677-8899-aabbccddeeff")),
        new Sample<>(SqlTypes.DATE, LocalDate.of(1582, 10, 4)),
        new Sample<>(SqlTypes.TIME, LocalTime.of(23, 59, 59, 999_999_000)),
        new Sample<>(SqlTypes.TIMETZ, OffsetTime.of(1, 2, 3, 0, ZoneOffset.ofHours(-5))),
        new Sample<>(SqlTypes.TIMESTAMP, LocalDateTime.of(2026, 3, 29, 2, 30)),
        new Sample<>(
            SqlTypes.TIMESTAMPTZ, OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 6_000, ZoneOffset.UTC)),
        new Sample<>(SqlTypes.JSON, "{\"b\": 1,  \"a\": [null]}"),
        new Sample<>(SqlTypes.JSONB, "{\"a\": 1}"),
        new Sample<>(SqlTypes.array(SqlTypes.TEXT), Arrays.asList("a,\"b\"", null, "")),
        new Sample<>(SqlTypes.array(SqlTypes.varchar(9)), List.of("x")),
        new Sample<>(SqlTypes.array(SqlTypes.character(3)), List.of("abc")),
        new Sample<>(SqlTypes.array(SqlTypes.SMALLINT), List.of((short) 1)),
        new Sample<>(SqlTypes.array(SqlTypes.INTEGER), List.of(1, 2)),
        new Sample<>(SqlTypes.array(SqlTypes.BIGINT), List.of()),
        new Sample<>(SqlTypes.array(SqlTypes.BOOLEAN), List.of(true, false)),
        new Sample<>(SqlTypes.array(SqlTypes.REAL), List.of(1.5f)),
        new Sample<>(SqlTypes.array(SqlTypes.DOUBLE), List.of(1.5)),
        new Sample<>(SqlTypes.array(SqlTypes.NUMERIC), List.of(new BigDecimal("1.50"))),
        new Sample<>(SqlTypes.array(SqlTypes.numeric(5, 2)), List.of(new BigDecimal("1.50"))),
        new Sample<>(SqlTypes.array(SqlTypes.UUID_TYPE), List.of(new UUID(1, 2))),
        new Sample<>(SqlTypes.array(SqlTypes.DATE), List.of(LocalDate.of(2026, 1, 2))),
        new Sample<>(
            SqlTypes.array(SqlTypes.TIMESTAMP), List.of(LocalDateTime.of(2026, 1, 2, 3, 4))),
        new Sample<>(
            SqlTypes.array(SqlTypes.TIMESTAMPTZ),
            List.of(OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 0, ZoneOffset.UTC))),
        new Sample<>(SqlTypes.array(SqlTypes.JSONB), List.of("{\"a\": 1}")));
  }

  @ParameterizedTest
  @MethodSource("samples")
  <J> void readsWhatItWrote(Sample<J> sample) throws SQLException {
    assertThat(roundTrip(sample.type(), sample.value())).isEqualTo(sample.value());
  }

  @ParameterizedTest
  @MethodSource("samples")
  <J> void readsNullForNull(Sample<J> sample) throws SQLException {
    assertThat(roundTrip(sample.type(), null)).isNull();
  }

  @ParameterizedTest
  @MethodSource("samples")
  <J> void tellsCopiesAndOthers(Sample<J> sample) {
    ValueCodec<J> codec = sample.type().codec();

    assertThat(codec.same(sample.value(), codec.copy(sample.value()))).isTrue();
  }

  /** Through a table, where the server decides on the column's type and not on the parameter's. */
  private <J> @Nullable J roundTrip(SqlType<J> type, @Nullable J value) throws SQLException {
    run("DROP TABLE IF EXISTS sample");
    run("CREATE TEMPORARY TABLE sample (value " + type + ")");
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO sample (value) VALUES (?)")) {
      if (value == null) {
        insert.setNull(1, type.codec().jdbcType());
      } else {
        type.codec().bind(insert, 1, value);
      }
      insert.execute();
    }
    try (PreparedStatement select = connection.prepareStatement("SELECT value FROM sample");
        ResultSet row = select.executeQuery()) {
      row.next();
      return type.codec().read(row, 1);
    }
  }

  private void run(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }

  @Test
  void comparesAndCopiesBytesByContent() throws SQLException {
    byte[] bytes = "bytes".getBytes(StandardCharsets.UTF_8);
    byte[] read = roundTrip(SqlTypes.BYTEA, bytes);

    assertThat(read).isEqualTo(bytes);
    assertThat(SqlTypes.BYTEA.codec().same(bytes, bytes.clone())).isTrue();
    assertThat(SqlTypes.BYTEA.codec().copy(bytes)).isEqualTo(bytes).isNotSameAs(bytes);
  }

  @Test
  void readsTypesOfUsersAsWhatTheyStandOn() throws SQLException {
    run("CREATE DOMAIN positive AS integer");
    run("CREATE DOMAIN birthday AS date");
    run("CREATE TYPE pair AS (a integer, b text)");

    assertThat(roundTrip(unknown("positive"), 5)).isEqualTo(5);
    assertThat(roundTrip(unknown("birthday"), LocalDate.of(2026, 1, 2)))
        .isEqualTo(LocalDate.of(2026, 1, 2));
    assertThat(roundTrip(unknown("pair"), "(1,\"a b\")")).isEqualTo("(1,\"a b\")");
  }

  @SuppressWarnings("unchecked") // a type that is not known has objects as values
  private static SqlType<Object> unknown(String name) {
    SqlType<?> type = SqlTypes.named(name);
    assertThat(type.javaType()).isEqualTo(Object.class);
    return (SqlType<Object>) type;
  }

  enum Mood {
    SAD,
    HAPPY
  }

  @Test
  void writesArraysOfTheDatabasesOwnTypes() throws SQLException {
    run("CREATE SCHEMA \"My schema\"");
    run("CREATE TYPE \"My schema\".\"Mood\" AS ENUM ('SAD', 'HAPPY')");
    run("CREATE TYPE mood AS ENUM ('SAD', 'HAPPY')");
    SqlType<Mood> plain = JavaTypes.enumLabels("mood", Mood.class);
    SqlType<Mood> quoted = JavaTypes.enumLabels("\"My schema\".\"Mood\"", Mood.class);
    List<Mood> moods = List.of(Mood.HAPPY, Mood.SAD);

    assertThat(roundTrip(plain, Mood.SAD)).isEqualTo(Mood.SAD);
    assertThat(roundTrip(SqlTypes.array(plain), moods)).isEqualTo(moods);
    assertThat(roundTrip(SqlTypes.array(quoted), moods)).isEqualTo(moods);
  }

  @Test
  void takesLengthsAndPrecisionsAsPartOfTheName() {
    assertThat(SqlTypes.named("numeric(10,2)").javaType()).isEqualTo(BigDecimal.class);
    assertThat(SqlTypes.named("varchar(30)")).hasToString("varchar(30)");
    assertThat(SqlTypes.named("timestamptz(3)").baseName()).isEqualTo("timestamptz");
    assertThat(SqlTypes.named("text[]").javaType()).isEqualTo(List.class);
    assertThat(SqlTypes.named("interval day to second(3)"))
        .hasToString("interval day to second(3)");
  }

  @Test
  void findsTheTypeOfAClass() {
    assertThat(SqlTypes.of(Long.class)).contains(SqlTypes.BIGINT);
    assertThat(SqlTypes.of(String.class)).contains(SqlTypes.TEXT);
    assertThat(SqlTypes.of(Thread.class)).isEmpty();
  }
}
