package org.aludel.benchmarks.peer.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.aludel.benchmarks.peer.model.PlainItem;

/** The columns of an item in both directions. */
final class ItemSql {
  static final String WRITTEN = "station, note, counter, level, checked, cost, noted, taken";
  static final String COLUMNS = "id, " + WRITTEN;
  static final String SELECT = "SELECT " + COLUMNS + " FROM item";
  static final String VALUES = "?, ?, ?, ?, ?, ?, ?, ?";
  static final String UPSERT =
      " ON CONFLICT (id) DO UPDATE SET station = excluded.station, note = excluded.note,"
          + " counter = excluded.counter, level = excluded.level, checked = excluded.checked,"
          + " cost = excluded.cost, noted = excluded.noted, taken = excluded.taken";

  private ItemSql() {}

  static PlainItem read(ResultSet row) throws SQLException {
    PlainItem item = new PlainItem();
    item.id = row.getLong(1);
    item.station = row.getString(2);
    item.note = row.getString(3);
    item.counter = row.getInt(4);
    item.level = row.getDouble(5);
    item.checked = row.getBoolean(6);
    item.cost = row.getBigDecimal(7);
    item.day = row.getObject(8, LocalDate.class);
    item.taken = row.getObject(9, OffsetDateTime.class);
    return item;
  }

  static PlainItem readByName(ResultSet row) throws SQLException {
    PlainItem item = new PlainItem();
    item.id = row.getLong("id");
    item.station = row.getString("station");
    item.note = row.getString("note");
    item.counter = row.getInt("counter");
    item.level = row.getDouble("level");
    item.checked = row.getBoolean("checked");
    item.cost = row.getBigDecimal("cost");
    item.day = row.getObject("noted", LocalDate.class);
    item.taken = row.getObject("taken", OffsetDateTime.class);
    return item;
  }

  /** Binds all but the id, from a position on. */
  static void bind(PreparedStatement statement, int first, PlainItem item) throws SQLException {
    statement.setString(first, item.station);
    statement.setString(first + 1, item.note);
    statement.setInt(first + 2, item.counter);
    statement.setDouble(first + 3, item.level);
    statement.setBoolean(first + 4, item.checked);
    statement.setBigDecimal(first + 5, item.cost);
    statement.setObject(first + 6, item.day);
    statement.setObject(first + 7, item.taken);
  }

  static void batch(PreparedStatement statement, List<PlainItem> items) throws SQLException {
    for (PlainItem item : items) {
      statement.setObject(1, item.id);
      bind(statement, 2, item);
      statement.addBatch();
    }
    statement.executeBatch();
  }
}
