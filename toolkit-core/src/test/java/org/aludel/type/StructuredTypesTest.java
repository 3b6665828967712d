package org.aludel.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.error.AludelException;
import org.aludel.error.TypeCode;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Row;
import org.aludel.sql.Sql;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.value.Inet;
import org.aludel.type.value.Interval;
import org.aludel.type.value.Range;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Values with parts: composites as records, JSON as objects, and rows of plain SQL. */
@PostgresTest
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
final class StructuredTypesTest {
  private final Engine engine;
  private final Connection connection;

  StructuredTypesTest(TestDatabase database) {
    this.engine = Engine.create(database.jdbcUrl());
    this.connection = engine.connect();
  }

  @AfterEach
  void close() {
    connection.close();
    engine.close();
  }

  private record Address(String street, @Nullable Integer zip, List<String> tags) {}

  @SuppressWarnings("unchecked") // the third field is a list of texts
  private static final SqlType<Address> ADDRESS =
      CompositeType.of("address", Address.class)
          .field(SqlTypes.TEXT, Address::street)
          .field(SqlTypes.INTEGER, Address::zip)
          .field(SqlTypes.array(SqlTypes.TEXT), Address::tags)
          .as(
              fields ->
                  new Address((String) fields[0], (Integer) fields[1], (List<String>) fields[2]));

  private <J> J trip(SqlType<J> type, J value) {
    return connection.execute(Sql.select(Sql.bind(type, value).cast(type))).scalar();
  }

  @Test
  void compositesAreRecordsAlsoInArrays() {
    connection.execute("CREATE TYPE address AS (street text, zip integer, tags text[])");
    Address plain = new Address("", null, List.of());
    Address hard = new Address("a \"q\", (\\) 'x' NULL", -1, Arrays.asList("{,}", null, "\"\\"));

    assertThat(trip(ADDRESS, plain)).isEqualTo(plain);
    assertThat(trip(SqlTypes.array(ADDRESS), List.of(hard, plain))).isEqualTo(List.of(hard, plain));
    assertThat(connection.execute(Sql.select(Sql.literal(ADDRESS, hard))).scalar()).isEqualTo(hard);
  }

  @Test
  void compositesOfAnotherNumberOfFieldsAreRefused() {
    assertThatThrownBy(() -> ADDRESS.codec().parse("(a,1)"))
        .isInstanceOfSatisfying(
            AludelException.class,
            error -> assertThat(error.code()).isEqualTo(TypeCode.UNREADABLE_VALUE))
        .hasMessageContaining("2 fields");
  }

  private record Settings(String theme, Map<String, Integer> sizes) {}

  @Test
  void objectsAreJsonByJackson() {
    SqlType<Settings> type = PostgresTypes.json(Settings.class, JacksonFormat.standard());
    Settings settings = new Settings("dark \"😀\" \\", Map.of("a", 1));

    assertThat(trip(type, settings)).isEqualTo(settings);
    assertThat(trip(SqlTypes.array(type), List.of(settings))).isEqualTo(List.of(settings));
    assertThat(type.codec().same(settings, type.codec().copy(settings))).isTrue();
    assertThat(type.codec().same(settings, new Settings("light", Map.of()))).isFalse();
  }

  @Test
  void jsonNullIsAnObjectWhereTheClassHasOneAndElseRefused() {
    SqlType<JsonNode> nodes =
        PostgresTypes.json(JsonNode.class, new JacksonFormat(new ObjectMapper()));
    SqlType<Settings> objects = PostgresTypes.json(Settings.class, JacksonFormat.standard());

    assertThat(trip(nodes, nodes.codec().parse("null")).isNull()).isTrue();
    assertThatThrownBy(() -> objects.codec().parse("null"))
        .isInstanceOfSatisfying(
            AludelException.class,
            error -> assertThat(error.code()).isEqualTo(TypeCode.NOT_REPRESENTABLE));
    assertThatThrownBy(() -> objects.codec().parse("{"))
        .isInstanceOfSatisfying(
            AludelException.class,
            error -> assertThat(error.code()).isEqualTo(TypeCode.UNREADABLE_VALUE));
  }

  @Test
  void rowsOfPlainSqlHoldValuesAndNoObjectsOfTheDriver() {
    connection.execute("CREATE TYPE mood AS ENUM ('ok')");
    connection.execute("CREATE DOMAIN positive AS integer");

    Row row =
        connection
            .execute(
                "SELECT 1::bigint AS a, '1 day'::interval AS b, '::1'::inet AS c,"
                    + " int4range(1, 3) AS d, ARRAY[1, NULL] AS e, '{\"a\": 1}'::jsonb AS f,"
                    + " 'ok'::mood AS g, ARRAY['ok'::mood] AS h, 7::positive AS i,"
                    + " '2026-01-01 00:00+00'::timestamptz AS j, ROW(1, 'a') AS k")
            .one();

    assertThat(row.toMap().values())
        .containsExactly(
            1L,
            new Interval(0, 1, 0),
            Inet.of("::1"),
            Range.closedOpen(1, 3),
            Arrays.asList(1, null),
            "{\"a\": 1}",
            "ok",
            "{ok}",
            7,
            OffsetDateTime.parse("2026-01-01T00:00Z"),
            "(1,a)");
  }

  @Test
  void literalsOfEachTypeCompileToTheirOwnText() {
    assertThat(connection.execute(Sql.select(Sql.literal(SqlTypes.DOUBLE, Double.NaN))).scalar())
        .isNaN();
    assertThat(
            connection
                .execute(Sql.select(Sql.literal(PostgresTypes.INET, Inet.of("10.0.0.0/8"))))
                .scalar())
        .isEqualTo(Inet.of("10.0.0.0/8"));
    assertThat(connection.execute(Sql.select(Sql.literal(SqlTypes.JSONB, "\"'\""))).scalar())
        .isEqualTo("\"'\"");
  }

  @Test
  void whatNoTextCanHoldIsRefusedWhereverItStands() {
    for (String text : List.of("a\0b", "\uD800", "a\uDC00b")) {
      refused(() -> trip(SqlTypes.TEXT, text));
      refused(() -> trip(SqlTypes.array(SqlTypes.TEXT), List.of("", text)));
      refused(() -> trip(SqlTypes.array(ADDRESS), List.of(new Address(text, 1, List.of()))));
      refused(() -> trip(PostgresTypes.HSTORE, Map.of("k", text)));
      refused(() -> trip(PostgresTypes.CITEXT, text));
    }
    assertThat(trip(SqlTypes.TEXT, "𝄞😀")).isEqualTo("𝄞😀");
  }

  private static void refused(Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            AludelException.class,
            error -> assertThat(error.code()).isEqualTo(TypeCode.UNSENDABLE_TEXT));
  }

  @Test
  void columnsOfSpecialTypesAreComparedAndListed() {
    ColumnReference<Inet> address = Sql.column("address", PostgresTypes.INET);
    connection.execute("CREATE TABLE host (address inet)");
    connection.execute("INSERT INTO host VALUES ('10.0.0.1'), ('10.0.0.0/8')");

    assertThat(
            connection
                .execute(
                    Sql.select(address)
                        .from(Sql.table("host"))
                        .where(address.in(Inet.of("10.0.0.0/8"), Inet.of("::1"))))
                .all())
        .containsExactly(Inet.of("10.0.0.0/8"));
  }
}
