package org.aludel.benchmarks.peer.jdbc;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.benchmarks.peer.Checksum;
import org.aludel.benchmarks.peer.Contender.Found;
import org.aludel.benchmarks.peer.model.Sizes;

/** Parents with children: two queries, and two batches. */
final class Families {
  private Families() {}

  static Found load(Connection connection) throws SQLException {
    Map<Long, Rows.Author> authors = authors(connection);
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, title, isbn, price, pages, published, author_id FROM book"
                + " WHERE author_id = ANY (?) ORDER BY id")) {
      Array keys = connection.createArrayOf("int8", authors.keySet().toArray());
      select.setArray(1, keys);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          Objects.requireNonNull(authors.get(rows.getLong(7))).books.add(book(rows));
        }
      }
    }
    return () -> Checksum.of(authors.values(), Rows.Author::checksum);
  }

  private static Map<Long, Rows.Author> authors(Connection connection) throws SQLException {
    Map<Long, Rows.Author> authors = new LinkedHashMap<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT id, name, email, born, active FROM author ORDER BY id");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        Rows.Author author = new Rows.Author();
        author.id = rows.getLong(1);
        author.name = rows.getString(2);
        author.email = rows.getString(3);
        author.born = rows.getObject(4, LocalDate.class);
        author.active = rows.getBoolean(5);
        authors.put(author.id, author);
      }
    }
    return authors;
  }

  private static Rows.Book book(ResultSet row) throws SQLException {
    Rows.Book book = new Rows.Book();
    book.id = row.getLong(1);
    book.title = row.getString(2);
    book.isbn = row.getString(3);
    book.price = row.getBigDecimal(4);
    book.pages = row.getInt(5);
    book.published = row.getObject(6, LocalDate.class);
    return book;
  }

  static Found insert(Connection connection) throws SQLException {
    List<Rows.Author> authors = Rows.authors();
    Iterator<Long> authorIds = JdbcBest.ids(connection, "author_seq", Sizes.PARENTS);
    Iterator<Long> bookIds = JdbcBest.ids(connection, "book_seq", Sizes.PARENTS * Sizes.CHILDREN);
    try (PreparedStatement parent =
            connection.prepareStatement(
                "INSERT INTO author (id, name, email, born, active) VALUES (?, ?, ?, ?, ?)");
        PreparedStatement child =
            connection.prepareStatement(
                "INSERT INTO book (id, title, isbn, price, pages, published, author_id)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      for (List<Rows.Author> part : Rows.parts(authors)) {
        for (Rows.Author author : part) {
          author.id = authorIds.next();
          bind(parent, author);
        }
        parent.executeBatch();
      }
      for (Rows.Author author : authors) {
        for (Rows.Book book : author.books) {
          book.id = bookIds.next();
          bind(child, book, author);
        }
      }
      child.executeBatch();
    }
    return Found.NOTHING;
  }

  private static void bind(PreparedStatement insert, Rows.Author author) throws SQLException {
    insert.setObject(1, author.id);
    insert.setString(2, author.name);
    insert.setString(3, author.email);
    insert.setObject(4, author.born);
    insert.setBoolean(5, author.active);
    insert.addBatch();
  }

  private static void bind(PreparedStatement insert, Rows.Book book, Rows.Author author)
      throws SQLException {
    insert.setObject(1, book.id);
    insert.setString(2, book.title);
    insert.setString(3, book.isbn);
    insert.setBigDecimal(4, book.price);
    insert.setInt(5, book.pages);
    insert.setObject(6, book.published);
    insert.setObject(7, author.id);
    insert.addBatch();
  }
}
