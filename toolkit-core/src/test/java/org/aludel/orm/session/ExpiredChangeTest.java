package org.aludel.orm.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.orm.bookshop.Author;
import org.aludel.orm.bookshop.Book;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is changed while an object waits to be read again is kept. */
@PostgresTest
final class ExpiredChangeTest {
  private Bookshop shop;

  @BeforeEach
  void create(TestDatabase database) {
    shop = Bookshop.fresh(database);
    shop.sessions.inTransaction(
        session -> {
          session.add(new Author("Ada").write("Notes"));
          session.add(new Author("Eve"));
        });
  }

  /** Read after this session has written, so that the rollback makes it doubtful. */
  private static Author doubtful(Session session) {
    session.getOne(Author.class, 2).setEmail("eve@example.org");
    session.flush();
    Author ada = session.getOne(Author.class, 1);
    assertThat(ada.getBooks()).hasSize(1);
    session.rollback();
    return ada;
  }

  @Test
  void aChangedAttributeIsKeptAfterARollback() {
    try (Session session = shop.sessions.open()) {
      Author ada = doubtful(session);
      ada.setEmail("ada@example.org");
      session.commit();
    }

    assertThat(shop.query("SELECT email FROM author WHERE id = 1"))
        .containsExactly(List.of("ada@example.org"));
  }

  @Test
  void anAddedElementIsKeptAfterARollback() {
    try (Session session = shop.sessions.open()) {
      Author ada = doubtful(session);
      ada.write("Letters");
      session.commit();

      assertThat(ada.getBooks()).extracting(Book::getTitle).containsExactly("Notes", "Letters");
    }
    assertThat(shop.query("SELECT title FROM book ORDER BY id"))
        .containsExactly(List.of("Notes"), List.of("Letters"));
  }

  @Test
  void aRemovedElementStaysRemovedBesideOneThatOthersAdded() {
    try (Session session = shop.sessions.open()) {
      Author ada = doubtful(session);
      shop.database.run("INSERT INTO book (title, version, author_id) VALUES ('Other', 1, 1)");
      ada.getBooks().remove(0);
      session.commit();

      assertThat(ada.getBooks()).extracting(Book::getTitle).containsExactly("Other");
    }
    assertThat(shop.query("SELECT title FROM book")).containsExactly(List.of("Other"));
  }

  @Test
  void expiringDropsChangesBeforeItAndKeepsThoseAfterIt() {
    try (Session session = shop.sessions.open()) {
      Author ada = session.getOne(Author.class, 1);
      ada.setEmail("dropped@example.org");
      ada.write("Dropped");
      session.expire(ada);
      assertThat(ada.getEmail()).isNull();
      ada.setName("Ada L.");
      session.commit();
    }

    assertThat(shop.query("SELECT name, email FROM author WHERE id = 1").get(0))
        .containsExactly("Ada L.", null);
    assertThat(shop.query("SELECT title FROM book")).containsExactly(List.of("Notes"));
  }

  @Test
  void aChangeAfterACommitThatExpiresIsKept(TestDatabase database) {
    SessionFactory expiring =
        SessionFactory.of(shop.engine, Bookshop.REGISTRY, options -> options.expireOnCommit(true));
    try (Session session = expiring.open()) {
      Author ada = session.getOne(Author.class, 1);
      session.commit();
      ada.setEmail("ada@example.org");
      session.commit();
    }

    assertThat(shop.query("SELECT email FROM author WHERE id = 1"))
        .containsExactly(List.of("ada@example.org"));
  }
}
