package org.aludel.orm.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.error.DetachedInstanceException;
import org.aludel.orm.bookshop.Author;
import org.aludel.orm.bookshop.Book;
import org.aludel.orm.bookshop.Country;
import org.aludel.orm.bookshop.Ticket;
import org.aludel.orm.state.Lifecycle;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which objects a session takes for its own. */
@PostgresTest
final class IdentityTest {
  private Bookshop shop;

  @BeforeEach
  void create(TestDatabase database) {
    shop = Bookshop.fresh(database);
    shop.sessions.inTransaction(
        session -> {
          session.add(new Author("Ada").write("Notes"));
          session.add(new Ticket("one"));
          session.add(new Country("de", "Germany"));
        });
    shop.sql();
  }

  private <E> E detached(Class<E> type, Object id) {
    return shop.sessions.fromTransaction(session -> session.getOne(type, id));
  }

  @Test
  void detachedObjectsAreNotAddedAgain() {
    for (Object detached :
        List.of(detached(Ticket.class, 1), detached(Author.class, 1), detached(Book.class, 1))) {
      try (Session session = shop.sessions.open()) {
        assertThatThrownBy(() -> session.add(detached))
            .isInstanceOf(DetachedInstanceException.class)
            .hasMessageContaining("ORM-SESSION-DETACHED")
            .hasMessageContaining("session.merge(…)");
        assertThat(session.stateOf(detached)).isEqualTo(Lifecycle.DETACHED);
        assertThat(session.hasChanges()).isFalse();
      }
    }
    assertThat(shop.query("SELECT count(*) FROM ticket")).containsExactly(List.of("1"));
  }

  @Test
  void aDetachedObjectWhoseRowIsGoneIsNotInsertedAgain() {
    Book notes = detached(Book.class, 1);
    shop.database.run("DELETE FROM book");

    assertThatThrownBy(() -> shop.sessions.inTransaction(session -> session.add(notes)))
        .hasMessageContaining("ORM-SESSION-DETACHED");
    assertThat(shop.query("SELECT count(*) FROM book")).containsExactly(List.of("0"));
  }

  @Test
  void objectsOfAnotherOpenSessionAreRefused() {
    try (Session first = shop.sessions.open();
        Session second = shop.sessions.open()) {
      for (Object held :
          List.of(
              first.getOne(Ticket.class, 1),
              first.getOne(Book.class, 1),
              first.getOne(Country.class, "de"),
              first.add(new Ticket("two")))) {
        assertThatThrownBy(() -> second.add(held))
            .isInstanceOf(DetachedInstanceException.class)
            .hasMessageContaining("another open session");
      }
      first.rollback();
    }
  }

  @Test
  void anObjectThatAnotherOpenSessionLetGoIsTaken() {
    try (Session first = shop.sessions.open();
        Session second = shop.sessions.open()) {
      Ticket two = first.add(new Ticket("two"));
      first.expunge(two);
      second.add(two);
      second.commit();
    }
    assertThat(shop.query("SELECT count(*) FROM ticket")).containsExactly(List.of("2"));
  }

  @Test
  void refusalsNameNoGeneratedClass() {
    Book notes = detached(Book.class, 1);
    Author ada = notes.getAuthor();
    Book letters = new Book("Letters", ada);

    assertThatThrownBy(() -> shop.sessions.inTransaction(session -> session.add(letters)))
        .hasMessageContaining("ORM-SESSION-")
        .hasMessageNotContaining("__Orm");
    try (Session session = shop.sessions.open()) {
      assertThatThrownBy(() -> session.delete(ada))
          .hasMessageContaining("org.aludel.orm.bookshop.Author")
          .hasMessageNotContaining("__Orm");
    }
  }

  @Test
  void anExplicitIdOfANewObjectIsInserted() {
    Author bob = new Author("Bob");
    bob.setId(500L);
    shop.sessions.inTransaction(session -> session.add(bob));

    assertThat(shop.query("SELECT id FROM author WHERE name = 'Bob'"))
        .containsExactly(List.of("500"));
  }

  @Test
  void aRolledBackInsertLeavesANewObject() {
    Author bob = new Author("Bob").write("Letters");
    Ticket two = new Ticket("two");
    try (Session session = shop.sessions.open()) {
      session.addAll(List.of(bob, two));
      session.flush();
      assertThat(bob.getId()).isNotNull();
      session.rollback();

      assertThat(bob.getId()).isNull();
      assertThat(bob.getBooks().get(0).getVersion()).isZero();
      assertThat(session.stateOf(bob)).isEqualTo(Lifecycle.TRANSIENT);
    }
    shop.sessions.inTransaction(session -> session.addAll(List.of(bob, two)));
    assertThat(shop.query("SELECT name FROM author JOIN book ON author_id = author.id"))
        .containsExactlyInAnyOrder(List.of("Ada"), List.of("Bob"));
    assertThat(shop.query("SELECT count(*) FROM ticket")).containsExactly(List.of("2"));
  }

  @Test
  void closingWithoutCommitLeavesANewObject() {
    Ticket two = new Ticket("two");
    Author bob = new Author("Bob");
    assertThatThrownBy(
            () ->
                shop.sessions.inTransaction(
                    session -> {
                      session.addAll(List.of(bob, two));
                      session.flush();
                      throw new IllegalStateException("stop");
                    }))
        .isInstanceOf(IllegalStateException.class);

    shop.sessions.inTransaction(session -> session.addAll(List.of(bob, two)));
    assertThat(shop.query("SELECT count(*) FROM ticket")).containsExactly(List.of("2"));
  }

  @Test
  void aGivenIdSurvivesARollback() {
    Author bob = new Author("Bob");
    bob.setId(500L);
    try (Session session = shop.sessions.open()) {
      session.add(bob);
      session.flush();
      session.rollback();
    }
    assertThat(bob.getId()).isEqualTo(500L);
  }

  @Test
  void anObjectWhoseIdWasChangedInMemoryIsStillKnown() {
    try (Session session = shop.sessions.open()) {
      Author ada = session.getOne(Author.class, 1);
      ada.setId(9L);

      assertThat(session.contains(ada)).isTrue();
      assertThat(session.stateOf(ada)).isEqualTo(Lifecycle.PERSISTENT);
      assertThat(session.add(ada)).isSameAs(ada);
      assertThatThrownBy(session::flush).hasMessageContaining("ORM-SESSION-KEY-CHANGED");
      session.delete(ada);
      session.commit();
    }
    assertThat(shop.query("SELECT count(*) FROM author")).containsExactly(List.of("0"));
  }

  @Test
  void objectsWhoseIdsWereSwappedAreToldApart() {
    try (Session session = shop.sessions.open()) {
      Author ada = session.getOne(Author.class, 1);
      Author bob = session.add(new Author("Bob"));
      session.commit();
      ada.setId(2L);
      bob.setId(1L);
      session.delete(bob);
      ada.setId(1L);
      session.commit();
    }
    assertThat(shop.query("SELECT name FROM author")).containsExactly(List.of("Ada"));
  }
}
