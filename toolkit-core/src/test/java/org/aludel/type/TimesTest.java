package org.aludel.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the driver gives for a date or a time is what we give. */
@PostgresTest
final class TimesTest {
  private static final String TIMES =
      "unnest(ARRAY['2026-01-31 23:59:59.5', '2024-02-29 00:00:00', '0001-01-01 00:00:00.000001',"
          + " '9999-12-31 23:59:59.999999', '10000-01-01 12:00:00', '0044-03-15 12:00:00 BC',"
          + " '1900-06-01 04:05:06.120000', 'infinity', '-infinity', NULL]) AS t(value)";

  private final TestDatabase database;

  TimesTest(TestDatabase database) {
    this.database = database;
  }

  /** How a column is read. */
  @FunctionalInterface
  private interface Reading {
    @Nullable Object read(ResultSet row) throws SQLException;
  }

  private static List<@Nullable Object> read(Connection connection, String type, Reading reading)
      throws SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT value::" + type + " FROM " + TIMES)) {
      while (row.next()) {
        values.add(reading.read(row));
      }
    }
    return values;
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Asia/Kolkata", "America/St_Johns", "Europe/Amsterdam"})
  void valuesAreThoseOfTheDriverInEveryZoneOfTheSession(String zone) throws SQLException {
    try (Connection connection = database.open();
        Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = '" + zone + "'");

      assertSameAsDriver(connection);
    }
  }

  @Test
  void valuesOfTheBinaryFormAreThoseOfTheDriver() throws SQLException {
    String binary = "&prepareThreshold=-1&binaryTransferEnable=DATE,TIMESTAMP,TIMESTAMPTZ";
    try (Connection connection = DriverManager.getConnection(database.jdbcUrl() + binary)) {
      assertSameAsDriver(connection);
    }
  }

  private static void assertSameAsDriver(Connection connection) throws SQLException {
    assertThat(read(connection, "date", row -> Times.date(row, 1)))
        .isEqualTo(read(connection, "date", row -> row.getObject(1, LocalDate.class)))
        .hasSize(10);
    assertThat(read(connection, "timestamp", row -> Times.timestamp(row, 1)))
        .isEqualTo(read(connection, "timestamp", row -> row.getObject(1, LocalDateTime.class)));
    assertThat(read(connection, "timestamptz", row -> Times.timestamptz(row, 1)))
        .isEqualTo(read(connection, "timestamptz", row -> row.getObject(1, OffsetDateTime.class)));
    assertThat(read(connection, "timestamp", row -> Times.date(row, 1)))
        .isEqualTo(read(connection, "timestamp", row -> row.getObject(1, LocalDate.class)));
    assertThat(read(connection, "date", row -> Times.sentDate(row, 1)))
        .isEqualTo(read(connection, "date", row -> row.getObject(1, LocalDate.class)));
    assertThat(read(connection, "timestamptz", row -> Times.sentTimestamptz(row, 1)))
        .isEqualTo(read(connection, "timestamptz", row -> row.getObject(1, OffsetDateTime.class)));
    assertThat(read(connection, "timestamptz", row -> Times.sentInstant(row, 1)))
        .isEqualTo(read(connection, "timestamptz", row -> JavaTypes.INSTANT.codec().read(row, 1)));
    assertThatThrownBy(() -> read(connection, "timestamptz", row -> Times.timestamp(row, 1)))
        .isInstanceOf(SQLException.class);
    assertThat(read(connection, "timestamp", row -> Times.timestamptz(row, 1)))
        .isEqualTo(read(connection, "timestamp", row -> row.getObject(1, OffsetDateTime.class)));
  }

  @Test
  void onlyColumnsOfTheirOwnTypeAreReadInTheBinaryForm() throws SQLException {
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT current_date, now(), 17, 'noon', localtime")) {
      ResultSetMetaData columns = row.getMetaData();

      assertThat(Times.isDate(columns, 1)).isTrue();
      assertThat(Times.isTimestamp(columns, 2)).isTrue();
      for (int other = 3; other <= 5; other++) {
        assertThat(Times.isDate(columns, other)).isFalse();
        assertThat(Times.isTimestamp(columns, other)).isFalse();
      }
    }
  }

  @Test
  void columnsOfOtherTypesAreRefusedByTheDriver() throws SQLException {
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT 17, 'noon', 2026010112345678901")) {
      row.next();

      for (int column = 1; column <= 3; column++) {
        int index = column;
        assertThatThrownBy(() -> Times.date(row, index)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> Times.timestamp(row, index)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> Times.timestamptz(row, index)).isInstanceOf(SQLException.class);
      }
    }
  }
}
