package org.aludel.dialect.sqlite;

import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.error.AludelException;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.sql.ColumnReference;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of each type come back as they went. */
final class SqliteTypeTest {
  static List<Arguments> values() {
    return List.of(
        Arguments.of(SqlTypes.BOOLEAN, true, "integer", "1"),
        Arguments.of(SqlTypes.SMALLINT, (short) -7, "integer", "-7"),
        Arguments.of(SqlTypes.INTEGER, Integer.MIN_VALUE, "integer", "-2147483648"),
        Arguments.of(SqlTypes.BIGINT, Long.MAX_VALUE, "integer", "9223372036854775807"),
        Arguments.of(SqlTypes.REAL, 0.1f, "real", "0.100000001490116"),
        Arguments.of(SqlTypes.DOUBLE, 1e300, "real", "1.0e+300"),
        Arguments.of(SqlTypes.numeric(12, 2), new BigDecimal("12.30"), "real", "12.3"),
        Arguments.of(SqlTypes.numeric(12, 2), new BigDecimal("5.00"), "integer", "5"),
        Arguments.of(SqlTypes.varchar(30), "007", "text", "007"),
        Arguments.of(
            SqlTypes.TEXT, "it's \u00e9 \\ \ud83d\ude00", "text", "it's \u00e9 \\ \ud83d\ude00"),
        Arguments.of(SqlTypes.JSON, "1.0", "text", "1.0"),
        Arguments.of(
            SqlTypes.UUID_TYPE,
            UUID.fromString("00000000-0000-0000-0000-0000000000e1"),
            "text",
            "00000000-0000-0000-0000-0000000000e1"),
        Arguments.of(SqlTypes.DATE, LocalDate.of(2026, 1, 31), "text", "2026-01-31"),
        Arguments.of(SqlTypes.TIME, LocalTime.of(9, 0), "text", "09:00:00"),
        Arguments.of(
            SqlTypes.TIMESTAMP,
            LocalDateTime.of(2026, 1, 31, 9, 0, 0, 500_000_000),
            "text",
            "2026-01-31 09:00:00.5"),
        Arguments.of(
            SqlTypes.TIMESTAMPTZ,
            OffsetDateTime.parse("2026-01-31T08:00:00Z"),
            "text",
            "2026-01-31 08:00:00"));
  }

  @ParameterizedTest
  @MethodSource("values")
  <J> void comesBackAndIsKeptSoThatItSorts(SqlType<J> type, J value, String kind, String kept) {
    Table table =
        new Table(
            QualifiedName.of("specimen"),
            List.of(Column.of("value", type)),
            List.of(),
            List.of(),
            null);
    ColumnReference<J> column = table.c("value", type);

    try (Engine engine = Engine.create("sqlite::memory:")) {
      engine.createAll(MetaData.ofTables(List.of(table)));
      engine.update(insert(table).set(column, value));

      assertThat(engine.execute(select(column))).containsExactly(value);
      assertThat(engine.execute(select(column).where(column.eq(value)))).containsExactly(value);
      assertThat(engine.execute("SELECT typeof(value), CAST(value AS text) FROM specimen"))
          .extracting(row -> row.get(0), row -> row.get(1))
          .containsExactly(tuple(kind, kept));
    }
  }

  @Test
  void keepsBytes() {
    ColumnReference<byte[]> bytes = table(SqlTypes.BYTEA).c("value", SqlTypes.BYTEA);

    try (Engine engine = Engine.create("sqlite::memory:")) {
      engine.createAll(MetaData.ofTables(List.of(table(SqlTypes.BYTEA))));
      engine.update(insert(table(SqlTypes.BYTEA)).set(bytes, new byte[] {0, -1}));

      assertThat(engine.execute(select(bytes))).containsExactly(new byte[] {0, -1});
      assertThat(engine.dialect().literal(select(bytes).where(bytes.eq(new byte[] {0, -1}))))
          .isEqualTo("SELECT specimen.value FROM specimen WHERE specimen.value = x'00ff'");
    }
  }

  @Test
  void readsInstantsThatTheDatabaseWrote() {
    try (Engine engine = Engine.create("sqlite::memory:");
        Connection connection = engine.connect()) {
      connection.update("CREATE TABLE specimen (value timestamptz DEFAULT CURRENT_TIMESTAMP)");
      connection.update("INSERT INTO specimen DEFAULT VALUES");

      OffsetDateTime written =
          connection
              .execute(select(table(SqlTypes.TIMESTAMPTZ).c("value", SqlTypes.TIMESTAMPTZ)))
              .one();

      assertThat(written)
          .isBetween(
              OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(1),
              OffsetDateTime.now(ZoneOffset.UTC));
    }
  }

  @Test
  void refusesADecimalThatWouldComeBackAsAnother() {
    Table table = table(SqlTypes.NUMERIC);

    try (Engine engine = Engine.create("sqlite::memory:")) {
      engine.createAll(MetaData.ofTables(List.of(table)));

      assertThatThrownBy(
              () ->
                  engine.update(
                      insert(table)
                          .set(
                              table.c("value", SqlTypes.NUMERIC),
                              new BigDecimal("123456789012345678.12"))))
          .isInstanceOf(AludelException.class)
          .hasMessageContaining("ORM-TYPE-NOT-REPRESENTABLE");
    }
  }

  @Test
  void refusesTypesThatSqliteHasNoPlaceFor() {
    Table table = table(SqlTypes.array(SqlTypes.INTEGER));

    try (Engine engine = Engine.create("sqlite::memory:")) {
      assertThatThrownBy(() -> engine.createAll(MetaData.ofTables(List.of(table))))
          .isInstanceOf(AludelException.class)
          .hasMessageContaining("ORM-TYPE-REFUSED-TYPE")
          .hasMessageContaining("integer[]");
    }
  }

  private static Table table(SqlType<?> type) {
    return new Table(
        QualifiedName.of("specimen"),
        List.of(Column.of("value", type)),
        List.of(),
        List.of(),
        null);
  }
}
