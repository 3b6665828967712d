package org.aludel.orm.session;

import static org.aludel.orm.query.Loading.populateExisting;
import static org.aludel.orm.query.Loading.raise;
import static org.aludel.orm.query.Loading.selectIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.aludel.error.DetachedInstanceException;
import org.aludel.orm.bookshop.Author;
import org.aludel.orm.bookshop.AuthorT;
import org.aludel.orm.bookshop.Book;
import org.aludel.orm.bookshop.BookT;
import org.aludel.sql.Sql;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
final class LoadingTest {
  private static final AuthorT AUTHOR = AuthorT.AUTHOR;
  private static final BookT BOOK = BookT.BOOK;
  private static final String BOOKS_BY_AUTHORS =
      "SELECT id, title, price, version, author_id FROM book WHERE author_id = ANY (?::bigint[])"
          + " ORDER BY id";

  private Bookshop shop;

  @BeforeEach
  void create(TestDatabase database) {
    shop = Bookshop.fresh(database);
  }

  private void fill(int authors, int booksEach) {
    shop.sessions.inTransaction(
        session -> {
          for (int a = 0; a < authors; a++) {
            Author author = new Author("author " + a);
            for (int b = 0; b < booksEach; b++) {
              author.write("book " + a + "." + b);
            }
            session.add(author);
          }
        });
    shop.sql();
  }

  @Test
  void aGraphWalkedNaivelyCostsOneStatementARelationship() {
    fill(200, 10);
    int books = 0;

    try (Session session = shop.sessions.open()) {
      for (Author author : session.scalars(Sql.select(AUTHOR)).all()) {
        for (Book book : author.getBooks()) {
          assertThat(book.getAuthor()).isSameAs(author);
          books++;
        }
      }
    }

    assertThat(books).isEqualTo(2000);
    assertThat(shop.sql())
        .containsExactly(
            "SELECT author.id, author.name, author.email, author.created FROM author",
            BOOKS_BY_AUTHORS);
  }

  @Test
  void referencesOfOneResultAreLoadedTogether() {
    fill(30, 2);
    List<String> names = new ArrayList<>();

    try (Session session = shop.sessions.open()) {
      for (Book book : session.scalars(Sql.select(BOOK).orderBy(BOOK.id)).all()) {
        names.add(book.getAuthor().getName());
      }
    }

    assertThat(names).hasSize(60).startsWith("author 0", "author 0", "author 1");
    assertThat(shop.sql())
        .containsExactly(
            "SELECT book.id, book.title, book.price, book.version, book.author_id FROM book"
                + " ORDER BY book.id",
            "SELECT id, name, email, created FROM author WHERE id = ANY (?::bigint[])");
  }

  @Test
  void fiveHundredOwnersMakeOneStatementAndOneMoreMakesTwo() {
    fill(501, 1);

    try (Session session = shop.sessions.open()) {
      List<Author> all = session.scalars(Sql.select(AUTHOR).orderBy(AUTHOR.id)).all();
      all.get(0).getBooks().forEach(book -> {});
      assertThat(shop.sql()).hasSize(2);
      all.get(499).getBooks().forEach(book -> {});
      assertThat(shop.sql()).isEmpty();
      all.get(500).getBooks().forEach(book -> {});
      assertThat(shop.sql()).hasSize(1);
    }
  }

  @Test
  void selectInLoadsRightAfterTheRows() {
    fill(3, 2);
    List<Author> authors;

    try (Session session = shop.sessions.open()) {
      authors =
          session
              .scalars(Sql.select(AUTHOR).orderBy(AUTHOR.id).options(selectIn(AUTHOR.books)))
              .all();
    }

    assertThat(shop.sql()).hasSize(2).last().isEqualTo(BOOKS_BY_AUTHORS);
    assertThat(authors.get(2).getBooks())
        .extracting(Book::getTitle)
        .containsExactly("book 2.0", "book 2.1");
  }

  @Test
  void selectInOfAReferenceLoadsTheTargets() {
    fill(3, 2);

    try (Session session = shop.sessions.open()) {
      List<Book> books = session.scalars(Sql.select(BOOK).options(selectIn(BOOK.author))).all();
      assertThat(shop.sql()).hasSize(2);
      assertThat(books.get(5).getAuthor().getName()).isEqualTo("author 2");
      assertThat(shop.sql()).isEmpty();
    }
  }

  @Test
  void raiseForbidsLoading() {
    fill(1, 1);

    try (Session session = shop.sessions.open()) {
      Author author = session.scalars(Sql.select(AUTHOR).options(raise(AUTHOR.books))).one();
      assertThatThrownBy(() -> author.getBooks().size())
          .hasMessageContaining("ORM-SESSION-RAISE-ON-LOAD")
          .hasMessageContaining("Author.books");
    }
    try (Session session = shop.sessions.open()) {
      Book book = session.scalars(Sql.select(BOOK).options(raise(BOOK.author))).one();
      assertThatThrownBy(() -> book.getAuthor().getName())
          .hasMessageContaining("ORM-SESSION-RAISE-ON-LOAD");
    }
  }

  @Test
  void refusesAnOptionThatFitsNoEntity() {
    try (Session session = shop.sessions.open()) {
      assertThatThrownBy(() -> session.scalars(Sql.select(BOOK).options(selectIn(AUTHOR.books))))
          .hasMessageContaining("selectIn(Author.books)");
    }
  }

  @Test
  void detachedAccessNamesTheAttributeAndTheFix() {
    fill(1, 1);
    Author author;
    Book book;
    try (Session session = shop.sessions.open()) {
      author = session.getOne(Author.class, 1);
    }
    try (Session session = shop.sessions.open()) {
      book = session.getOne(Book.class, 1);
    }

    assertThatThrownBy(() -> author.getBooks().size())
        .isInstanceOf(DetachedInstanceException.class)
        .hasMessageContaining("Author.books")
        .hasMessageContaining("selectIn");
    assertThatThrownBy(() -> book.getAuthor().getName())
        .isInstanceOf(DetachedInstanceException.class)
        .hasMessageContaining("Author");
  }

  @Test
  void aReferenceAndItsRowAreOneObject() {
    fill(1, 1);

    try (Session session = shop.sessions.open()) {
      Author reference = session.getOne(Book.class, 1).getAuthor();
      shop.sql();
      Author loaded = session.getOne(Author.class, 1);

      assertThat(loaded).isSameAs(reference);
      assertThat(shop.sql()).hasSize(1);
      assertThat(reference.getName()).isEqualTo("author 0");
      assertThat(shop.sql()).isEmpty();
    }
  }

  @Test
  void rowsOfTheSameTransactionDoNotOverwriteButThoseOfALaterOneDo() {
    fill(1, 0);

    try (Session session = shop.sessions.open()) {
      Author author = session.getOne(Author.class, 1);
      shop.database.run("UPDATE author SET email = 'new'");
      session.scalars(Sql.select(AUTHOR)).all();
      assertThat(author.getEmail()).isNull();
      session.commit();

      author.setName("changed here");
      session.scalars(Sql.select(AUTHOR)).all();

      assertThat(author.getEmail()).isEqualTo("new");
      assertThat(author.getName()).isEqualTo("changed here");
      session.rollback();
      assertThat(author.getName()).isEqualTo("author 0");
    }
  }

  @Test
  void rowsOfALaterTransactionLeaveUnflushedChangesAlone(TestDatabase database) {
    Bookshop quiet = Bookshop.fresh(database, options -> options.autoflush(false));
    quiet.sessions.inTransaction(session -> session.add(new Author("Ada")));

    try (Session session = quiet.sessions.open()) {
      Author author = session.getOne(Author.class, 1);
      session.commit();
      database.run("UPDATE author SET email = 'new', name = 'other'");
      author.setName("mine");
      session.scalars(Sql.select(AUTHOR)).all();

      assertThat(author.getEmail()).isEqualTo("new");
      assertThat(author.getName()).isEqualTo("mine");
      session.rollback();
      assertThat(author.getName()).isEqualTo("other");
    }
  }

  @Test
  void populateExistingOverwrites() {
    fill(1, 0);

    try (Session session = shop.sessions.open()) {
      Author author = session.getOne(Author.class, 1);
      shop.database.run("UPDATE author SET email = 'new'");
      session.scalars(Sql.select(AUTHOR).options(populateExisting())).all();

      assertThat(author.getEmail()).isEqualTo("new");
    }
  }

  @Test
  void printingAnUnloadedCollectionRunsNoSql() {
    fill(1, 1);

    try (Session session = shop.sessions.open()) {
      Author author = session.getOne(Author.class, 1);
      shop.sql();

      assertThat(author.getBooks().toString()).isEqualTo("[Author 1.books not loaded]");
      assertThat(shop.sql()).isEmpty();
    }
  }

  @Test
  void iteratorsAndSubListsOfACollectionChangeIt() {
    fill(1, 6);

    shop.sessions.inTransaction(
        session -> {
          List<Book> books = session.getOne(Author.class, 1).getBooks();
          books.subList(0, 2).clear();
          var iterator = books.listIterator(books.size());
          iterator.previous();
          iterator.remove();
          books.removeIf(book -> book.getTitle().equals("book 0.3"));
          books.add(0, new Book("first"));
        });

    assertThat(shop.query("SELECT title FROM book ORDER BY id"))
        .containsExactly(List.of("book 0.2"), List.of("book 0.4"), List.of("first"));
  }
}
