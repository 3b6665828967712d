package org.aludel.benchmarks.peer.jdbc;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.aludel.benchmarks.peer.Work;
import org.aludel.benchmarks.peer.model.PlainItem;
import org.aludel.benchmarks.peer.model.Sizes;

/** What the library sends, written by hand: one statement of arrays for a thousand rows. */
final class JdbcTechnique extends JdbcContender {
  private static final String ARRAYS =
      "unnest(?::varchar[], ?::varchar[], ?::int[], ?::float8[], ?::bool[], ?::numeric[],"
          + " ?::date[], ?::timestamptz[])";

  JdbcTechnique(DataSource source) {
    super(source);
    does(Work.INSERT, connection -> insert(connection, Sizes.ITEMS));
    does(Work.INSERT_MANY, connection -> insert(connection, Sizes.MANY));
    does(Work.UPDATE, connection -> update(connection, Sizes.CHANGED));
    does(Work.UPDATE_MANY, connection -> update(connection, Sizes.ITEMS));
    does(Work.DELETE, JdbcTechnique::delete);
    does(Work.UPSERT, JdbcTechnique::upsert);
  }

  private static Found insert(Connection connection, int count) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO item ("
                + ItemSql.WRITTEN
                + ") SELECT * FROM "
                + ARRAYS
                + " RETURNING id")) {
      for (List<PlainItem> part : Rows.parts(Rows.items(count))) {
        bind(connection, insert, 1, part);
        try (ResultSet keys = insert.executeQuery()) {
          for (PlainItem item : part) {
            keys.next();
            item.id = keys.getLong(1);
          }
        }
      }
    }
    return Found.NOTHING;
  }

  private static void bind(
      Connection connection, PreparedStatement statement, int first, List<PlainItem> part)
      throws SQLException {
    statement.setArray(
        first, array(connection, "varchar", part, item -> item.station, new String[0]));
    statement.setArray(
        first + 1, array(connection, "varchar", part, item -> item.note, new String[0]));
    statement.setArray(
        first + 2, array(connection, "int4", part, item -> item.counter, new Integer[0]));
    statement.setArray(
        first + 3, array(connection, "float8", part, item -> item.level, new Double[0]));
    statement.setArray(
        first + 4, array(connection, "bool", part, item -> item.checked, new Boolean[0]));
    statement.setArray(
        first + 5, array(connection, "numeric", part, item -> item.cost, new BigDecimal[0]));
    statement.setArray(
        first + 6, array(connection, "date", part, item -> item.day, new LocalDate[0]));
    statement.setArray(
        first + 7,
        array(connection, "timestamptz", part, item -> item.taken, new OffsetDateTime[0]));
  }

  private static <T> Array array(
      Connection connection,
      String type,
      List<PlainItem> part,
      Function<PlainItem, T> value,
      T[] empty)
      throws SQLException {
    return connection.createArrayOf(type, part.stream().map(value).toList().toArray(empty));
  }

  private static Array ids(Connection connection, List<PlainItem> part) throws SQLException {
    return array(connection, "int8", part, item -> item.id, new Long[0]);
  }

  private static Found update(Connection connection, int count) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE item SET counter = v.counter FROM unnest(?::bigint[], ?::int[])"
                + " AS v (id, counter) WHERE item.id = v.id")) {
      for (List<PlainItem> part : Rows.parts(changed(connection, count))) {
        update.setArray(1, ids(connection, part));
        update.setArray(2, array(connection, "int4", part, item -> item.counter, new Integer[0]));
        update.executeUpdate();
      }
    }
    return Found.NOTHING;
  }

  private static Found delete(Connection connection) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM item WHERE id = ANY (?)")) {
      for (List<PlainItem> part : Rows.parts(load(connection, Sizes.ITEMS))) {
        delete.setArray(1, ids(connection, part));
        delete.executeUpdate();
      }
    }
    return Found.NOTHING;
  }

  private static Found upsert(Connection connection) throws SQLException {
    String sql =
        "INSERT INTO item ("
            + ItemSql.COLUMNS
            + ") SELECT * FROM unnest(?::bigint[], "
            + ARRAYS.substring("unnest(".length())
            + ItemSql.UPSERT;
    try (PreparedStatement upsert = connection.prepareStatement(sql)) {
      for (List<PlainItem> part : Rows.parts(Rows.upserted())) {
        upsert.setArray(1, ids(connection, part));
        bind(connection, upsert, 2, part);
        upsert.executeUpdate();
      }
    }
    return Found.NOTHING;
  }
}
