package org.aludel.orm.session;

import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.aludel.orm.bookshop.Reading;
import org.aludel.testing.TestDatabase;

/** The work of the probe as one would write it by hand over JDBC. */
final class ProbeJdbc implements AutoCloseable {
  record Line(Long id, String station, Integer counter, Double level) {}

  private static final String COLUMNS =
      "id, station, note, counter, level, checked, cost, day, taken";
  private static final String WRITTEN = COLUMNS.substring(4);

  private final HikariDataSource pool = new HikariDataSource();

  ProbeJdbc(TestDatabase database) {
    pool.setJdbcUrl(database.jdbcUrl());
    pool.setAutoCommit(false);
  }

  void load(int expected) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      List<Reading> all = new ArrayList<>();
      try (PreparedStatement select =
              connection.prepareStatement("SELECT " + COLUMNS + " FROM reading");
          ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          all.add(read(rows));
        }
      }
      connection.rollback();
      require(all.size() == expected);
    }
  }

  void loadRecords(int expected) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      List<Line> all = new ArrayList<>();
      try (PreparedStatement select =
              connection.prepareStatement("SELECT id, station, counter, level FROM reading");
          ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          all.add(new Line(rows.getLong(1), rows.getString(2), rows.getInt(3), rows.getDouble(4)));
        }
      }
      connection.rollback();
      require(all.size() == expected);
    }
  }

  void getByKey(int count) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      for (long id = 1; id <= count; id++) {
        try (PreparedStatement select =
            connection.prepareStatement("SELECT " + COLUMNS + " FROM reading WHERE id = ?")) {
          select.setLong(1, id);
          try (ResultSet rows = select.executeQuery()) {
            require(rows.next());
            read(rows);
          }
        }
      }
      connection.rollback();
    }
  }

  void update(int count) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      List<Reading> changed = change(connection, count);
      try (PreparedStatement update =
          connection.prepareStatement("UPDATE reading SET counter = ? WHERE id = ?")) {
        for (Reading reading : changed) {
          update.setInt(1, reading.getCounter());
          update.setLong(2, reading.getId());
          update.addBatch();
        }
        update.executeBatch();
      }
      connection.commit();
    }
  }

  void updateUnnest(int count) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      List<Reading> changed = change(connection, count);
      try (PreparedStatement update =
          connection.prepareStatement(
              "UPDATE reading SET counter = v.c FROM unnest(?, ?) AS v(k, c)"
                  + " WHERE reading.id = v.k")) {
        update.setArray(1, array(connection, "int8", changed, Reading::getId, new Long[0]));
        update.setArray(2, array(connection, "int4", changed, Reading::getCounter, new Integer[0]));
        require(update.executeUpdate() == count);
      }
      connection.commit();
    }
  }

  private static List<Reading> change(Connection connection, int count) throws SQLException {
    List<Reading> changed = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT " + COLUMNS + " FROM reading WHERE id <= ? ORDER BY id")) {
      select.setLong(1, count);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          changed.add(read(rows));
        }
      }
    }
    changed.forEach(reading -> reading.setCounter(reading.getCounter() + 1));
    return changed;
  }

  void insert(List<Reading> readings) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO reading (" + WRITTEN + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
              Statement.RETURN_GENERATED_KEYS)) {
        for (int from = 0; from < readings.size(); from += 1000) {
          List<Reading> part = readings.subList(from, from + 1000);
          for (Reading reading : part) {
            bind(insert, reading);
            insert.addBatch();
          }
          insert.executeBatch();
          assign(insert.getGeneratedKeys(), part);
        }
      }
      connection.commit();
    }
  }

  void insertUnnest(List<Reading> readings) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO reading ("
                  + WRITTEN
                  + ") SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?::date[], ?::timestamptz[])"
                  + " RETURNING id")) {
        for (int from = 0; from < readings.size(); from += 1000) {
          List<Reading> part = readings.subList(from, from + 1000);
          insert.setArray(1, array(connection, "text", part, Reading::getStation, new String[0]));
          insert.setArray(2, array(connection, "text", part, Reading::getNote, new String[0]));
          insert.setArray(3, array(connection, "int4", part, Reading::getCounter, new Integer[0]));
          insert.setArray(4, array(connection, "float8", part, Reading::getLevel, new Double[0]));
          insert.setArray(5, array(connection, "bool", part, Reading::isChecked, new Boolean[0]));
          insert.setArray(
              6, array(connection, "numeric", part, Reading::getCost, new BigDecimal[0]));
          insert.setArray(7, array(connection, "date", part, Reading::getDay, new LocalDate[0]));
          insert.setArray(
              8, array(connection, "timestamptz", part, Reading::getTaken, new OffsetDateTime[0]));
          assign(insert.executeQuery(), part);
        }
      }
      connection.commit();
    }
  }

  /** Keeps the table at its first rows, so that every round loads the same. */
  void forgetInserted(int rows) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("DELETE FROM reading WHERE id > " + rows);
      }
      connection.commit();
    }
  }

  private static <T> Array array(
      Connection connection, String type, List<Reading> part, Function<Reading, T> value, T[] empty)
      throws SQLException {
    return connection.createArrayOf(type, part.stream().map(value).toList().toArray(empty));
  }

  private static void assign(ResultSet keys, List<Reading> part) throws SQLException {
    try (keys) {
      for (Reading reading : part) {
        require(keys.next());
        reading.setId(keys.getLong(1));
      }
    }
  }

  private static void bind(PreparedStatement insert, Reading reading) throws SQLException {
    insert.setString(1, reading.getStation());
    insert.setString(2, reading.getNote());
    insert.setInt(3, reading.getCounter());
    insert.setDouble(4, reading.getLevel());
    insert.setBoolean(5, reading.isChecked());
    insert.setBigDecimal(6, reading.getCost());
    insert.setObject(7, reading.getDay());
    insert.setObject(8, reading.getTaken());
  }

  private static Reading read(ResultSet row) throws SQLException {
    Reading reading = Reading.empty();
    reading.setId(row.getLong(1));
    reading.setStation(row.getString(2));
    reading.setNote(row.getString(3));
    reading.setCounter(row.getInt(4));
    reading.setLevel(row.getDouble(5));
    reading.setChecked(row.getBoolean(6));
    reading.setCost(row.getBigDecimal(7));
    reading.setDay(row.getObject(8, LocalDate.class));
    reading.setTaken(row.getObject(9, OffsetDateTime.class));
    return reading;
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new IllegalStateException("the probe's own JDBC went wrong");
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
