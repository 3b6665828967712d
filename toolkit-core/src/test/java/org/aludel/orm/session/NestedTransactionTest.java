package org.aludel.orm.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.aludel.error.AludelException;
import org.aludel.error.IntegrityViolation;
import org.aludel.orm.bookshop.Author;
import org.aludel.orm.bookshop.AuthorT;
import org.aludel.orm.bookshop.Book;
import org.aludel.orm.bookshop.Country;
import org.aludel.orm.state.Lifecycle;
import org.aludel.sql.Sql;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Savepoints: database and memory go back together, and no further. */
@PostgresTest
final class NestedTransactionTest {
  private static final AuthorT AUTHOR = AuthorT.AUTHOR;

  private Bookshop shop;

  @BeforeEach
  void create(TestDatabase database) {
    shop = Bookshop.fresh(database);
    shop.sessions.inTransaction(
        session -> {
          session.add(new Author("Ada").write("Notes"));
          session.add(new Author("Eve"));
        });
    shop.sql();
  }

  @Test
  void whatChangedBeforeTheSavepointStaysAndIsFlushedByIt() {
    try (Session session = shop.sessions.open()) {
      Author ada = session.getOne(Author.class, 1);
      ada.setEmail("before");
      shop.sql();

      NestedTransaction nested = session.beginNested();
      assertThat(shop.sql()).containsExactly("UPDATE author SET email = ? WHERE id = ?");
      ada.setEmail("inside");
      session.flush();
      nested.rollback();

      assertThat(ada.getEmail()).isEqualTo("before");
      assertThat(session.hasChanges()).isFalse();
      session.commit();
    }
    assertThat(shop.query("SELECT email FROM author WHERE id = 1"))
        .containsExactly(List.of("before"));
  }

  @Test
  void onlyWhatChangedInsideIsRestoredAndNothingIsReadAgain() {
    try (Session session = shop.sessions.open()) {
      Author ada = session.getOne(Author.class, 1);
      Author eve = session.getOne(Author.class, 2);
      assertThat(ada.getBooks()).isNotEmpty();
      eve.setEmail("eve");
      NestedTransaction nested = session.beginNested();
      ada.setName("Ada L.");
      ada.getBooks().add(new Book("Letters"));
      session.flush();
      ada.setEmail("unflushed");
      shop.sql();

      nested.rollback();
      session.get(Author.class, 1);

      assertThat(shop.sql()).isEmpty();
      assertThat(ada.getName()).isEqualTo("Ada");
      assertThat(ada.getEmail()).isNull();
      assertThat(ada.getBooks()).extracting(Book::getTitle).containsExactly("Notes");
      assertThat(eve.getEmail()).isEqualTo("eve");
      session.rollback();
      assertThat(eve.getEmail()).isNull();
    }
  }

  @Test
  void whatWasAddedInsideIsTransientAgainAndMayBeAddedOnceMore() {
    try (Session session = shop.sessions.open()) {
      Author outer = session.add(new Author("Outer"));
      NestedTransaction nested = session.beginNested();
      Author flushed = session.add(new Author("Flushed"));
      session.flush();
      Author pending = session.add(new Author("Pending"));

      nested.rollback();

      assertThat(session.stateOf(outer)).isEqualTo(Lifecycle.PERSISTENT);
      assertThat(session.stateOf(flushed)).isEqualTo(Lifecycle.TRANSIENT);
      assertThat(flushed.getId()).isNull();
      assertThat(session.stateOf(pending)).isEqualTo(Lifecycle.TRANSIENT);
      session.add(flushed);
      session.commit();
    }
    assertThat(shop.query("SELECT name FROM author ORDER BY name"))
        .containsExactly(List.of("Ada"), List.of("Eve"), List.of("Flushed"), List.of("Outer"));
  }

  @Test
  void whatWasDeletedInsideIsRevived() {
    try (Session session = shop.sessions.open()) {
      Author eve = session.getOne(Author.class, 2);
      Author born = session.add(new Author("Born"));
      NestedTransaction nested = session.beginNested();
      session.delete(eve);
      session.delete(born);
      session.flush();

      nested.rollback();

      assertThat(session.stateOf(eve)).isEqualTo(Lifecycle.PERSISTENT);
      assertThat(session.get(Author.class, 2)).isSameAs(eve);
      assertThat(session.stateOf(born)).isEqualTo(Lifecycle.PERSISTENT);
      session.rollback();
      assertThat(session.stateOf(born)).isEqualTo(Lifecycle.TRANSIENT);
      assertThat(session.stateOf(eve)).isEqualTo(Lifecycle.PERSISTENT);
    }
  }

  @Test
  void anObjectThatWasBornAndDiedInsideIsTransient() {
    try (Session session = shop.sessions.open()) {
      NestedTransaction nested = session.beginNested();
      Author brief = session.add(new Author("Brief"));
      session.flush();
      session.delete(brief);
      session.flush();

      nested.rollback();

      assertThat(session.stateOf(brief)).isEqualTo(Lifecycle.TRANSIENT);
      session.commit();
    }
    assertThat(shop.query("SELECT count(*) FROM author")).containsExactly(List.of("2"));
  }

  @Test
  void aRowSwitchInsideGivesTheRowBackToTheFirstObject() {
    try (Session session = shop.sessions.open()) {
      Country first = session.add(new Country("SE", "Sweden"));
      NestedTransaction nested = session.beginNested();
      session.delete(first);
      Country second = session.add(new Country("SE", "Sverige"));
      session.flush();

      nested.rollback();

      assertThat(session.get(Country.class, "SE")).isSameAs(first);
      assertThat(session.stateOf(second)).isEqualTo(Lifecycle.TRANSIENT);
      session.commit();
    }
    assertThat(shop.query("SELECT name FROM country")).containsExactly(List.of("Sweden"));
  }

  @Test
  void aReleasedLevelGoesBackWithTheOneAroundIt() {
    try (Session session = shop.sessions.open()) {
      Author ada = session.getOne(Author.class, 1);
      Author eve = session.getOne(Author.class, 2);
      NestedTransaction outer = session.beginNested();
      ada.setEmail("outer");
      Author added =
          session.fromNested(
              inner -> {
                ada.setEmail("inner");
                inner.delete(eve);
                return inner.add(new Author("Added"));
              });
      assertThat(session.stateOf(added)).isEqualTo(Lifecycle.PERSISTENT);

      outer.rollback();

      assertThat(ada.getEmail()).isNull();
      assertThat(session.stateOf(added)).isEqualTo(Lifecycle.TRANSIENT);
      assertThat(session.stateOf(eve)).isEqualTo(Lifecycle.PERSISTENT);
      session.commit();
    }
    assertThat(shop.query("SELECT name, email FROM author ORDER BY id"))
        .containsExactly(Arrays.asList("Ada", null), Arrays.asList("Eve", null));
  }

  @Test
  void levelsGoBackOneByOne() {
    try (Session session = shop.sessions.open()) {
      Author ada = session.getOne(Author.class, 1);
      ada.setEmail("zero");
      NestedTransaction outer = session.beginNested();
      ada.setEmail("one");
      NestedTransaction inner = session.beginNested();
      ada.setEmail("two");
      session.flush();

      inner.rollback();
      assertThat(ada.getEmail()).isEqualTo("one");
      outer.rollback();
      assertThat(ada.getEmail()).isEqualTo("zero");
      session.rollback();
      assertThat(ada.getEmail()).isNull();
    }
  }

  @Test
  void theOuterLevelEndsTheInnerOneToo() {
    try (Session session = shop.sessions.open()) {
      Author ada = session.getOne(Author.class, 1);
      NestedTransaction outer = session.beginNested();
      ada.setEmail("one");
      NestedTransaction inner = session.beginNested();
      ada.setEmail("two");
      session.flush();

      outer.rollback();

      assertThat(inner.isActive()).isFalse();
      assertThat(ada.getEmail()).isNull();
      assertThatThrownBy(inner::commit).hasMessageContaining("ORM-SESSION-NESTED");
      session.commit();
    }
  }

  @Test
  void whatWasReadAfterAWriteInsideIsReadAgain() {
    try (Session session = shop.sessions.open()) {
      session.getOne(Author.class, 2);
      NestedTransaction nested = session.beginNested();
      session.connection().update("UPDATE author SET email = 'core'");
      Author ada = session.getOne(Author.class, 1);
      assertThat(ada.getEmail()).isEqualTo("core");
      shop.sql();

      nested.rollback();
      session.get(Author.class, 2);

      assertThat(shop.sql()).hasSize(1);
      assertThat(ada.getEmail()).isNull();
    }
  }

  @Test
  void aFailedFlushInsideCostsTheSavepointOnly() {
    try (Session session = shop.sessions.open()) {
      Author bob = session.add(new Author("Bob"));

      assertThatThrownBy(() -> session.inNested(nested -> nested.add(new Author("Ada"))))
          .isInstanceOf(IntegrityViolation.class);

      assertThat(session.stateOf(bob)).isEqualTo(Lifecycle.PERSISTENT);
      assertThat(session.scalars(Sql.select(AUTHOR)).all()).hasSize(3);
      session.commit();
    }
    assertThat(shop.query("SELECT name FROM author ORDER BY id"))
        .containsExactly(List.of("Ada"), List.of("Eve"), List.of("Bob"));
  }

  @Test
  void untilTheSavepointIsRolledBackEveryCallQuotesTheFirstFailure() {
    try (Session session = shop.sessions.open()) {
      NestedTransaction nested = session.beginNested();
      Author twice = session.add(new Author("Ada"));
      assertThatThrownBy(session::flush).isInstanceOf(IntegrityViolation.class);

      assertThatThrownBy(() -> session.get(Author.class, 1))
          .hasMessageContaining("ORM-SESSION-INACTIVE")
          .hasMessageContaining("uq_author_name");
      assertThatThrownBy(nested::commit).hasMessageContaining("ORM-SESSION-INACTIVE");
      assertThat(session.stateOf(twice)).isEqualTo(Lifecycle.PENDING);
      nested.rollback();

      assertThat(session.stateOf(twice)).isEqualTo(Lifecycle.TRANSIENT);
      assertThat(session.get(Author.class, 1)).isNotNull();
      session.commit();
    }
  }

  @Test
  void aLostConnectionInsideNeedsAWholeRollback() {
    try (Session session = shop.sessions.open()) {
      Author ada = session.getOne(Author.class, 1);
      NestedTransaction nested = session.beginNested();
      ada.setEmail("inside");
      int backend =
          Integer.parseInt(
              String.valueOf(session.connection().execute("SELECT pg_backend_pid()").one().get(0)));
      shop.query("SELECT pg_terminate_backend(" + backend + ")");

      assertThatThrownBy(session::flush).isInstanceOf(AludelException.class);
      assertThatThrownBy(nested::rollback).hasMessageContaining("ORM-SESSION-INACTIVE");
      session.rollback();

      assertThat(ada.getEmail()).isNull();
      ada.setEmail("again");
      session.commit();
    }
    assertThat(shop.query("SELECT email FROM author WHERE id = 1"))
        .containsExactly(List.of("again"));
  }

  @Test
  void commitOfTheSessionRefusesWhileASavepointIsOpen() {
    try (Session session = shop.sessions.open()) {
      NestedTransaction nested = session.beginNested();
      session.add(new Author("Bob"));

      assertThatThrownBy(session::commit).hasMessageContaining("ORM-SESSION-NESTED");
      nested.commit();
      session.commit();
    }
    assertThat(shop.query("SELECT count(*) FROM author")).containsExactly(List.of("3"));
  }

  @Test
  void rollbackOfTheSessionEndsItsSavepoints() {
    try (Session session = shop.sessions.open()) {
      NestedTransaction nested = session.beginNested();
      Author bob = session.add(new Author("Bob"));
      session.flush();

      session.rollback();

      assertThat(nested.isActive()).isFalse();
      assertThat(session.stateOf(bob)).isEqualTo(Lifecycle.TRANSIENT);
      session.add(bob);
      session.commit();
    }
    assertThat(shop.query("SELECT count(*) FROM author")).containsExactly(List.of("3"));
  }

  @Test
  void anExpungedObjectIsNoBusinessOfTheSavepoint() {
    try (Session session = shop.sessions.open()) {
      Author ada = session.getOne(Author.class, 1);
      NestedTransaction nested = session.beginNested();
      ada.setEmail("inside");
      session.flush();
      session.expunge(ada);

      nested.rollback();

      assertThat(ada.getEmail()).isEqualTo("inside");
      assertThat(session.stateOf(ada)).isEqualTo(Lifecycle.DETACHED);
      session.rollback();
    }
  }
}
