package org.aludel.benchmarks.peer.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.aludel.benchmarks.peer.Checksum;
import org.aludel.benchmarks.peer.Contender;
import org.aludel.benchmarks.peer.Work;
import org.aludel.benchmarks.peer.model.PlainItem;
import org.aludel.benchmarks.peer.model.Sizes;

/** A transaction a work, by hand. */
abstract class JdbcContender implements Contender {
  /** A work over a connection whose transaction is ended around it. */
  @FunctionalInterface
  interface Step {
    Found run(Connection connection) throws SQLException;
  }

  private final DataSource source;
  private final Map<Work, Step> steps = new EnumMap<>(Work.class);

  JdbcContender(DataSource source) {
    this.source = source;
  }

  final void does(Work work, Step step) {
    steps.put(work, step);
  }

  @Override
  public final Set<Work> works() {
    return steps.keySet();
  }

  @Override
  public final Found run(Work work) throws SQLException {
    try (Connection connection = source.getConnection()) {
      Found found = steps.get(work).run(connection);
      connection.commit();
      return found;
    }
  }

  @Override
  public void close() {}

  /** How one row becomes an object. */
  @FunctionalInterface
  interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  static <T> List<T> list(PreparedStatement statement, RowMapper<T> mapper) throws SQLException {
    List<T> all = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        all.add(mapper.map(rows));
      }
    }
    return all;
  }

  static List<PlainItem> load(Connection connection, String sql, RowMapper<PlainItem> mapper)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      return list(select, mapper);
    }
  }

  static List<PlainItem> load(Connection connection, int count) throws SQLException {
    List<PlainItem> items =
        load(connection, ItemSql.SELECT + " WHERE id <= " + count, ItemSql::read);
    if (items.size() != count) {
      throw new IllegalStateException("the table has " + items.size() + " rows");
    }
    return items;
  }

  static Found found(List<PlainItem> items) {
    return () -> Checksum.of(items, Checksum::item);
  }

  static List<PlainItem> changed(Connection connection, int count) throws SQLException {
    List<PlainItem> items = load(connection, count);
    items.forEach(item -> item.counter++);
    return items;
  }

  static List<Long> fewKeys() {
    return Rows.numbered(Sizes.FEW, number -> (long) number * (Sizes.MANY / Sizes.FEW));
  }
}
