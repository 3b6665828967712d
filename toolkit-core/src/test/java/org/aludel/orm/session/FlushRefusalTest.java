package org.aludel.orm.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.aludel.error.IntegrityViolation;
import org.aludel.orm.bookshop.Author;
import org.aludel.orm.bookshop.AuthorT;
import org.aludel.orm.bookshop.Country;
import org.aludel.orm.bookshop.Player;
import org.aludel.orm.bookshop.Ticket;
import org.aludel.sql.Sql;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a flush refuses, or the database for it, names the objects. */
@PostgresTest
final class FlushRefusalTest {
  private Bookshop shop;

  @BeforeEach
  void create(TestDatabase database) {
    shop = Bookshop.fresh(database);
    shop.sessions.inTransaction(session -> session.add(new Author("Ada").write("Notes")));
  }

  @Test
  @SuppressWarnings("NullAway") // what code without null checks does
  void nullInPlaceOfACollectionIsRefusedWhetherItWasLoadedOrNot() {
    for (boolean loaded : List.of(true, false)) {
      try (Session session = shop.sessions.open()) {
        Author ada = session.getOne(Author.class, 1);
        if (loaded) {
          assertThat(ada.getBooks()).hasSize(1);
        }
        ada.setBooks(null);

        assertThat(session.isModified(ada)).isTrue();
        assertThatThrownBy(session::commit)
            .hasMessageContaining("ORM-SESSION-CONTRADICTION")
            .hasMessageContaining("\"Author 1\"")
            .hasMessageContaining("Author.books");
        session.refresh(ada);
        assertThat(ada.getBooks()).hasSize(1);
        ada.setBooks(null);
        session.rollback();
        assertThat(ada.getBooks()).hasSize(1);
      }
    }
    assertThat(shop.query("SELECT count(*) FROM book")).containsExactly(List.of("1"));
  }

  @Test
  @SuppressWarnings("NullAway") // a class need not make its collections itself
  void aNewObjectWithoutACollectionHasAnEmptyOneAfterTheFlush() {
    try (Session session = shop.sessions.open()) {
      Author bob = new Author("Bob");
      bob.setBooks(null);
      session.add(bob);
      session.commit();

      assertThat(bob.getBooks()).isEmpty();
    }
  }

  @Test
  @SuppressWarnings("NullAway") // what code without null checks does
  void nullWhereTheReferenceMustLeadSomewhereNamesTheReference() {
    try (Session session = shop.sessions.open()) {
      session.add(new Player("Bob", null));

      assertThatThrownBy(session::flush)
          .isInstanceOf(IntegrityViolation.class)
          .hasMessageContaining("set \"Player.team\", or allow NULL where it is mapped")
          .hasMessageNotContaining("flush between");
    }
  }

  @Test
  void aViolationNamesTheObjectOfOneRow() {
    try (Session session = shop.sessions.open()) {
      session.add(new Author("Ada"));
      assertThatThrownBy(session::flush)
          .isInstanceOf(IntegrityViolation.class)
          .hasMessageContaining(
              "cannot insert \"Author (new)\" of class \"org.aludel.orm.bookshop.Author\"")
          .hasMessageContaining("uq_author_name");
    }
    Author bob = new Author("Bob");
    bob.setId(7L);
    shop.sessions.inTransaction(session -> session.add(bob));
    try (Session session = shop.sessions.open()) {
      session.getOne(Author.class, 7).setName("Ada");
      assertThatThrownBy(session::flush)
          .isInstanceOf(IntegrityViolation.class)
          .hasMessageContaining("cannot update \"Author 7\"")
          .hasMessageContaining("uq_author_name");
      session.rollback();
    }
  }

  @Test
  void aViolationNamesTheClassOfSeveralRows() {
    try (Session session = shop.sessions.open()) {
      session.addAll(List.of(new Author("Bob"), new Author("Ada")));
      assertThatThrownBy(session::flush)
          .isInstanceOf(IntegrityViolation.class)
          .hasMessageContaining(
              "cannot insert 2 objects of class \"org.aludel.orm.bookshop.Author\"")
          .hasMessageContaining("uq_author_name");
    }
  }

  @Test
  void aRowThatIsThereAlreadyPointsToMerge() {
    shop.sessions.inTransaction(session -> session.add(new Country("de", "Germany")));
    try (Session session = shop.sessions.open()) {
      session.add(new Country("de", "Germany"));
      assertThatThrownBy(session::flush)
          .hasMessageContaining("cannot insert \"Country de\"")
          .hasMessageContaining("session.merge(…)");
    }
  }

  @Test
  void swappedUniqueValuesSayThatAFlushInBetweenHelps() {
    shop.sessions.inTransaction(session -> session.add(new Author("Bob")));
    try (Session session = shop.sessions.open()) {
      List<Author> both =
          session.scalars(Sql.select(AuthorT.AUTHOR).orderBy(AuthorT.AUTHOR.id)).all();
      both.get(0).setName("Bob");
      both.get(1).setName("Ada");
      assertThatThrownBy(session::flush)
          .isInstanceOf(IntegrityViolation.class)
          .hasMessageContaining("flush() in between");
      session.rollback();
      both.get(0).setName("other");
      both.get(1).setName("Ada");
      session.flush();
      both.get(0).setName("Bob");
      session.commit();
    }
    assertThat(shop.query("SELECT name FROM author ORDER BY id"))
        .containsExactly(List.of("Bob"), List.of("Ada"));
  }

  @Test
  void aValueThatTheColumnCannotHoldNamesTheObject() {
    try (Session session = shop.sessions.open()) {
      session.add(new Author("x".repeat(101)));
      assertThatThrownBy(session::flush)
          .hasMessageContaining("cannot insert \"Author (new)\"")
          .hasMessageContaining("value too long");
    }
  }

  @Test
  void instantsWithoutEndAreInfinityBothWays() {
    shop.sessions.inTransaction(
        session -> {
          session.addAll(List.of(new Ticket(Instant.MAX), new Ticket(Instant.MIN)));
          session.flush();
          session.add(new Ticket(Instant.MAX.minusNanos(1)));
        });
    assertThat(shop.query("SELECT at::text FROM ticket ORDER BY id"))
        .containsExactly(List.of("infinity"), List.of("-infinity"), List.of("infinity"));

    try (Session session = shop.sessions.open()) {
      Ticket last = session.getOne(Ticket.class, 1);
      Ticket first = session.getOne(Ticket.class, 2);
      assertThat(last.getAt()).isEqualTo(Instant.MAX);
      assertThat(first.getAt()).isEqualTo(Instant.MIN);
      Instant lasting = Objects.requireNonNull(last.getAt());
      last.setAt(first.getAt());
      first.setAt(lasting);
      session.commit();
    }
    assertThat(shop.query("SELECT at::text FROM ticket WHERE id < 3 ORDER BY id"))
        .containsExactly(List.of("-infinity"), List.of("infinity"));
  }

  @Test
  void anInstantBeyondTheServersCalendarIsRefusedWithACode() {
    try (Session session = shop.sessions.open()) {
      session.add(new Ticket(Instant.parse("+400000-01-01T00:00:00Z")));
      assertThatThrownBy(session::flush)
          .hasMessageContaining("ORM-SQL-")
          .hasMessageContaining("Ticket (new)");
    }
  }
}
