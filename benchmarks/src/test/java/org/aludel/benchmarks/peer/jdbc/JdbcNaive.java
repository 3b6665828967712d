package org.aludel.benchmarks.peer.jdbc;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.aludel.benchmarks.peer.Checksum;
import org.aludel.benchmarks.peer.Work;
import org.aludel.benchmarks.peer.model.PlainItem;
import org.aludel.benchmarks.peer.model.Sizes;

/** Columns by name, a statement a row, a query a parent: code as it is often found. */
final class JdbcNaive extends JdbcContender {
  JdbcNaive(DataSource source) {
    super(source);
    does(
        Work.LOAD_MANAGED,
        connection -> found(load(connection, ItemSql.SELECT, ItemSql::readByName)));
    does(Work.PARENTS, JdbcNaive::parents);
    does(Work.GET, JdbcNaive::get);
    does(Work.INSERT, JdbcNaive::insert);
    does(Work.UPDATE, connection -> update(connection, Sizes.CHANGED));
    does(Work.UPDATE_MANY, connection -> update(connection, Sizes.ITEMS));
    does(Work.DELETE, JdbcNaive::delete);
    does(Work.UPSERT, JdbcNaive::upsert);
  }

  private static Found parents(Connection connection) throws SQLException {
    List<Rows.Author> authors = new ArrayList<>();
    try (Statement select = connection.createStatement();
        ResultSet rows = select.executeQuery("SELECT * FROM author")) {
      while (rows.next()) {
        Rows.Author author = new Rows.Author();
        author.id = rows.getLong("id");
        author.name = rows.getString("name");
        author.email = rows.getString("email");
        author.born = rows.getObject("born", LocalDate.class);
        author.active = rows.getBoolean("active");
        authors.add(author);
      }
    }
    for (Rows.Author author : authors) {
      books(connection, author);
    }
    return () -> Checksum.of(authors, Rows.Author::checksum);
  }

  private static void books(Connection connection, Rows.Author author) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT * FROM book WHERE author_id = ?")) {
      select.setObject(1, author.id);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          Rows.Book book = new Rows.Book();
          book.id = rows.getLong("id");
          book.title = rows.getString("title");
          book.isbn = rows.getString("isbn");
          book.price = rows.getBigDecimal("price");
          book.pages = rows.getInt("pages");
          book.published = rows.getObject("published", LocalDate.class);
          author.books.add(book);
        }
      }
    }
  }

  private static Found get(Connection connection) throws SQLException {
    List<PlainItem> items = new ArrayList<>();
    for (long id = 1; id <= Sizes.KEYS; id++) {
      try (PreparedStatement select =
          connection.prepareStatement(ItemSql.SELECT + " WHERE id = ?")) {
        select.setLong(1, id);
        items.addAll(list(select, ItemSql::readByName));
      }
    }
    return found(items);
  }

  private static Found insert(Connection connection) throws SQLException {
    String sql = "INSERT INTO item (" + ItemSql.WRITTEN + ") VALUES (" + ItemSql.VALUES + ")";
    for (PlainItem item : Rows.items(Sizes.ITEMS)) {
      try (PreparedStatement insert =
          connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
        ItemSql.bind(insert, 1, item);
        insert.executeUpdate();
        try (ResultSet key = insert.getGeneratedKeys()) {
          key.next();
          item.id = key.getLong("id");
        }
      }
    }
    return Found.NOTHING;
  }

  private static Found update(Connection connection, int count) throws SQLException {
    for (PlainItem item : changed(connection, count)) {
      try (PreparedStatement update =
          connection.prepareStatement(
              "UPDATE item SET station = ?, note = ?, counter = ?, level = ?, checked = ?,"
                  + " cost = ?, noted = ?, taken = ? WHERE id = ?")) {
        ItemSql.bind(update, 1, item);
        update.setDate(7, Date.valueOf(item.day));
        update.setObject(9, item.id);
        update.executeUpdate();
      }
    }
    return Found.NOTHING;
  }

  private static Found delete(Connection connection) throws SQLException {
    for (PlainItem item : load(connection, Sizes.ITEMS)) {
      try (PreparedStatement delete =
          connection.prepareStatement("DELETE FROM item WHERE id = ?")) {
        delete.setObject(1, item.id);
        delete.executeUpdate();
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
    for (PlainItem item : Rows.upserted()) {
      try (PreparedStatement upsert = connection.prepareStatement(sql)) {
        upsert.setObject(1, item.id);
        ItemSql.bind(upsert, 2, item);
        upsert.executeUpdate();
      }
    }
    return Found.NOTHING;
  }
}
