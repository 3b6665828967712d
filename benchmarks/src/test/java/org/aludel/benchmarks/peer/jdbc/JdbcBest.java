package org.aludel.benchmarks.peer.jdbc;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.sql.DataSource;
import org.aludel.benchmarks.peer.Checksum;
import org.aludel.benchmarks.peer.Work;
import org.aludel.benchmarks.peer.model.Line;
import org.aludel.benchmarks.peer.model.PlainItem;
import org.aludel.benchmarks.peer.model.Sizes;
import org.postgresql.PGConnection;

/**
 * Good practice: columns by position, a statement prepared once, two queries for parents and
 * children, ids from a pooled sequence in one round trip, batches that the driver rewrites. All
 * ratios are to this one.
 */
class JdbcBest extends JdbcContender {
  JdbcBest(DataSource source) {
    super(source);
    does(Work.LOAD_MANAGED, connection -> found(load(connection, Sizes.ITEMS)));
    does(Work.LOAD_READ_ONLY, connection -> found(load(connection, Sizes.ITEMS)));
    does(Work.LOAD_PROJECTION, JdbcBest::lines);
    does(Work.PARENTS, Families::load);
    does(Work.GET, JdbcBest::get);
    does(Work.INSERT, connection -> insert(connection, Sizes.ITEMS));
    does(Work.INSERT_MANY, connection -> insert(connection, Sizes.MANY));
    does(Work.INSERT_GRAPH, Families::insert);
    does(Work.UPDATE, connection -> update(connection, Sizes.CHANGED));
    does(Work.UPDATE_MANY, connection -> update(connection, Sizes.ITEMS));
    does(Work.DELETE, JdbcBest::delete);
    does(Work.UPSERT, JdbcBest::upsert);
    does(Work.BULK_COPY, JdbcBest::copy);
    does(Work.FLUSH_FEW, JdbcBest::flushFew);
    does(Work.STREAM, JdbcBest::stream);
  }

  private static Found lines(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT id, station, counter, level FROM item")) {
      List<Line> lines =
          list(
              select,
              row -> new Line(row.getLong(1), row.getString(2), row.getInt(3), row.getDouble(4)));
      return () -> Checksum.of(lines, Line::hashCode);
    }
  }

  private static Found get(Connection connection) throws SQLException {
    List<PlainItem> items = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(ItemSql.SELECT + " WHERE id = ?")) {
      for (long id = 1; id <= Sizes.KEYS; id++) {
        select.setLong(1, id);
        items.addAll(list(select, ItemSql::read));
      }
    }
    return found(items);
  }

  /** Ids of a sequence of increment 50, one round trip. */
  static Iterator<Long> ids(Connection connection, String sequence, int count) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT nextval('" + sequence + "') FROM generate_series(1, ?)")) {
      select.setInt(1, (count + 49) / 50);
      List<Long> firsts = list(select, row -> row.getLong(1));
      List<Long> all = new ArrayList<>(count);
      for (long first : firsts) {
        for (long id = first; id < first + 50; id++) {
          all.add(id);
        }
      }
      return all.iterator();
    }
  }

  private static Found insert(Connection connection, int count) throws SQLException {
    List<PlainItem> items = Rows.items(count);
    Iterator<Long> ids = ids(connection, "item_seq", count);
    items.forEach(item -> item.id = ids.next());
    String sql = "INSERT INTO item (" + ItemSql.COLUMNS + ") VALUES (?, " + ItemSql.VALUES + ")";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (List<PlainItem> part : Rows.parts(items)) {
        ItemSql.batch(insert, part);
      }
    }
    return Found.NOTHING;
  }

  private static Found update(Connection connection, int count) throws SQLException {
    List<PlainItem> items = changed(connection, count);
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE item SET counter = ? WHERE id = ?")) {
      for (List<PlainItem> part : Rows.parts(items)) {
        for (PlainItem item : part) {
          update.setInt(1, item.counter);
          update.setObject(2, item.id);
          update.addBatch();
        }
        update.executeBatch();
      }
    }
    return Found.NOTHING;
  }

  private static Found delete(Connection connection) throws SQLException {
    List<PlainItem> items = load(connection, Sizes.ITEMS);
    try (PreparedStatement delete = connection.prepareStatement("DELETE FROM item WHERE id = ?")) {
      for (List<PlainItem> part : Rows.parts(items)) {
        for (PlainItem item : part) {
          delete.setObject(1, item.id);
          delete.addBatch();
        }
        delete.executeBatch();
      }
    }
    return Found.NOTHING;
  }

  private static Found upsert(Connection connection) throws SQLException {
    String sql =
        "INSERT INTO item ("
            + ItemSql.COLUMNS
            + ") VALUES (?, "
            + ItemSql.VALUES
            + ")"
            + ItemSql.UPSERT;
    try (PreparedStatement upsert = connection.prepareStatement(sql)) {
      for (List<PlainItem> part : Rows.parts(Rows.upserted())) {
        ItemSql.batch(upsert, part);
      }
    }
    return Found.NOTHING;
  }

  private static Found copy(Connection connection) throws SQLException {
    StringBuilder text = new StringBuilder();
    for (PlainItem item : Rows.items(Sizes.MANY)) {
      text.append(item.station).append('\t');
      text.append(item.note == null ? "\\N" : item.note).append('\t');
      text.append(item.counter).append('\t').append(item.level).append('\t');
      text.append(item.checked).append('\t').append(item.cost).append('\t');
      text.append(item.day).append('\t').append(item.taken).append('\n');
    }
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "COPY item (" + ItemSql.WRITTEN + ") FROM STDIN", new StringReader(text.toString()));
    } catch (IOException failure) {
      throw new SQLException(failure);
    }
    return Found.NOTHING;
  }

  private static Found flushFew(Connection connection) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE stock SET amount = ? WHERE id = ?")) {
      for (long id : fewKeys()) {
        update.setInt(1, (int) (id % 1000) + 1);
        update.setLong(2, id);
        update.addBatch();
      }
      update.executeBatch();
    }
    return Found.NOTHING;
  }

  private static Found stream(Connection connection) throws SQLException {
    long sum = 0;
    try (PreparedStatement select =
        connection.prepareStatement("SELECT id, name, amount, taken FROM reading")) {
      select.setFetchSize(Sizes.FETCHED);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          sum +=
              Checksum.row(
                  rows.getLong(1),
                  rows.getString(2),
                  rows.getInt(3),
                  rows.getObject(4, java.time.OffsetDateTime.class));
        }
      }
    }
    long total = sum;
    return () -> total;
  }
}
