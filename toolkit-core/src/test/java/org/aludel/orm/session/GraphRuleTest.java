package org.aludel.orm.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.orm.bookshop.Author;
import org.aludel.orm.bookshop.AuthorT;
import org.aludel.orm.bookshop.Book;
import org.aludel.orm.bookshop.BookT;
import org.aludel.sql.Sql;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Walking a graph naively costs one statement for each relationship and 500 parents. */
@PostgresTest
final class GraphRuleTest {
  private static final String AUTHORS =
      "SELECT author.id, author.name, author.email, author.created FROM author";
  private static final String BOOKS_BY_AUTHORS =
      "SELECT id, title, price, version, author_id FROM book WHERE author_id = ANY (?::bigint[])"
          + " ORDER BY id";
  private static final String AUTHORS_BY_ID =
      "SELECT id, name, email, created FROM author WHERE id = ANY (?::bigint[])";

  private Bookshop shop;

  @BeforeEach
  void fill(TestDatabase database) {
    shop = Bookshop.fresh(database);
    database.run(
        "INSERT INTO author (name) SELECT 'author ' || n FROM generate_series(1, 1000) AS n;"
            + "INSERT INTO book (title, version, author_id)"
            + " SELECT 'book ' || n, 1, 1 + (n - 1) / 10 FROM generate_series(1, 10000) AS n");
    shop.sql();
  }

  @Test
  void fromThousandAuthorsToTenThousandBooks() {
    int books = 0;

    try (Session session = shop.sessions.open()) {
      for (Author author : session.scalars(Sql.select(AuthorT.AUTHOR)).all()) {
        for (Book book : author.getBooks()) {
          assertThat(book.getAuthor().getName()).isEqualTo(author.getName());
          books++;
        }
      }
    }
    assertThat(books).isEqualTo(10_000);
    assertThat(shop.sql()).containsExactly(AUTHORS, BOOKS_BY_AUTHORS, BOOKS_BY_AUTHORS);
  }

  @Test
  void fromTenThousandBooksToThousandAuthors() {
    try (Session session = shop.sessions.open()) {
      List<Book> books = session.scalars(Sql.select(BookT.BOOK).orderBy(BookT.BOOK.id)).all();
      for (Book book : books) {
        assertThat(book.getAuthor().getName()).startsWith("author ");
      }
    }
    assertThat(shop.sql()).hasSize(3).endsWith(AUTHORS_BY_ID, AUTHORS_BY_ID);
  }
}
