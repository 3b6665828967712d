package org.aludel.orm.session;

import static org.aludel.orm.bookshop.AuthorT.AUTHOR;
import static org.aludel.orm.bookshop.BookT.BOOK;
import static org.aludel.sql.Sql.literal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.aludel.error.StaleDataException;
import org.aludel.error.UsageException;
import org.aludel.orm.bookshop.Author;
import org.aludel.orm.bookshop.Book;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SQL expressions as values of attributes. */
@PostgresTest
final class ExpressionValueTest {
  private Bookshop shop;

  @BeforeEach
  void create(TestDatabase database) {
    shop = Bookshop.fresh(database);
    shop.sessions.inTransaction(
        session -> {
          Book book = session.add(new Book("Notes"));
          book.setPrice(new BigDecimal("10.00"));
          session.add(new Author("Ada"));
        });
    shop.sql();
  }

  @Test
  void theNextUpdateWritesItAndReadsItBack() {
    try (Session session = shop.sessions.open()) {
      Book book = session.getOne(Book.class, 1);
      session.set(book, BOOK.price, BOOK.price.plus(new BigDecimal("2.50")));
      book.setTitle("More notes");
      assertThat(session.isModified(book)).isTrue();
      assertThat(book.getPrice()).isEqualByComparingTo("10.00");
      shop.sql();
      session.commit();

      assertThat(book.getPrice()).isEqualByComparingTo("12.50");
      assertThat(book.getVersion()).isEqualTo(2);
      assertThat(session.hasChanges()).isFalse();
    }
    assertThat(shop.sql())
        .containsExactly(
            "UPDATE book SET title = ?, price = price + ?, version = ? WHERE id = ? AND version = ?"
                + " RETURNING price");
    assertThat(shop.query("SELECT title, price FROM book"))
        .containsExactly(List.of("More notes", "12.50"));
  }

  @Test
  void anInsertWritesIt() {
    shop.sessions.inTransaction(
        session -> {
          Author eve = session.add(new Author("Eve"));
          session.set(eve, AUTHOR.email, literal("eve").concat("@example.org"));
          session.flush();
          assertThat(eve.getEmail()).isEqualTo("eve@example.org");
        });

    assertThat(shop.query("SELECT email FROM author WHERE name = 'Eve'"))
        .containsExactly(List.of("eve@example.org"));
  }

  @Test
  void aSavepointTakesBackWhatTheServerMadeOfIt() {
    try (Session session = shop.sessions.open()) {
      Book book = session.getOne(Book.class, 1);
      NestedTransaction nested = session.beginNested();
      session.set(book, BOOK.price, BOOK.price.plus(new BigDecimal("2.50")));
      session.flush();
      assertThat(book.getPrice()).isEqualByComparingTo("12.50");

      nested.rollback();

      assertThat(book.getPrice()).isEqualByComparingTo("10.00");
      assertThat(book.getVersion()).isEqualTo(1);
      session.set(book, BOOK.price, BOOK.price.plus(BigDecimal.ONE));
      session.commit();
    }
    assertThat(shop.query("SELECT price, version FROM book"))
        .containsExactly(List.of("11.00", "2"));
  }

  @Test
  void aValueThatIsSetLaterWins() {
    shop.sessions.inTransaction(
        session -> {
          Book book = session.getOne(Book.class, 1);
          session.set(book, BOOK.price, BOOK.price.plus(BigDecimal.ONE));
          book.setPrice(new BigDecimal("3.00"));
        });

    assertThat(shop.query("SELECT price FROM book")).containsExactly(List.of("3.00"));
  }

  @Test
  void aRollbackAnExpiryAndARefreshDropIt() {
    try (Session session = shop.sessions.open()) {
      Book book = session.getOne(Book.class, 1);
      session.set(book, BOOK.price, BOOK.price.plus(BigDecimal.ONE));
      session.rollback();
      assertThat(session.hasChanges()).isFalse();
      session.set(book, BOOK.price, BOOK.price.plus(BigDecimal.ONE));
      session.expire(book);
      assertThat(session.hasChanges()).isFalse();
      session.set(book, BOOK.price, BOOK.price.plus(BigDecimal.ONE));
      session.refresh(book);

      assertThat(session.hasChanges()).isFalse();
    }
  }

  @Test
  void aStaleRowIsRefused() {
    try (Session session = shop.sessions.open()) {
      Book book = session.getOne(Book.class, 1);
      shop.sessions.inTransaction(other -> other.getOne(Book.class, 1).setTitle("theirs"));
      session.set(book, BOOK.price, BOOK.price.plus(BigDecimal.ONE));

      assertThatThrownBy(session::flush).isInstanceOf(StaleDataException.class);
      session.rollback();
    }
  }

  @Test
  void idsAndVersionsAreRefused() {
    try (Session session = shop.sessions.open()) {
      Book book = session.getOne(Book.class, 1);

      assertThatThrownBy(() -> session.set(book, BOOK.version, BOOK.version.plus(1)))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("cannot set \"Book.version\" to an SQL expression");
      assertThatThrownBy(() -> session.set(new Book("x"), BOOK.title, literal("y")))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("SESSION-NOT-PERSISTENT");
    }
  }
}
