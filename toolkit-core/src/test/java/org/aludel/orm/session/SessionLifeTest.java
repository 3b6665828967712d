package org.aludel.orm.session;

import static org.aludel.orm.bookshop.BookT.BOOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.aludel.dialect.Isolation;
import org.aludel.error.DetachedInstanceException;
import org.aludel.error.IntegrityViolation;
import org.aludel.error.SerializationFailure;
import org.aludel.error.UsageException;
import org.aludel.orm.bookshop.Author;
import org.aludel.orm.bookshop.AuthorT;
import org.aludel.orm.bookshop.Book;
import org.aludel.orm.bookshop.BookT;
import org.aludel.orm.bookshop.Country;
import org.aludel.orm.bookshop.CountryT;
import org.aludel.orm.state.Lifecycle;
import org.aludel.sql.Sql;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
final class SessionLifeTest {
  private static final AuthorT AUTHOR = AuthorT.AUTHOR;

  private Bookshop shop;

  @BeforeEach
  void create(TestDatabase database) {
    shop = Bookshop.fresh(database);
    shop.sessions.inTransaction(session -> session.add(new Author("Ada").write("Notes")));
    shop.sql();
  }

  @Test
  void getOfAPresentObjectRunsNoSqlAndNoFlush() {
    try (Session session = shop.sessions.open()) {
      Author ada = session.getOne(Author.class, 1);
      ada.setEmail("x");
      shop.sql();

      assertThat(session.get(Author.class, 1L)).isSameAs(ada);
      assertThat(shop.sql()).isEmpty();
      session.rollback();
    }
  }

  @Test
  void getOfAnotherObjectFlushesWhatWasAddedAndNotWhatWasChanged() {
    try (Session session = shop.sessions.open()) {
      session.getOne(Author.class, 1).setEmail("x");
      shop.sql();

      assertThat(session.get(Author.class, 2)).isNull();
      assertThat(shop.sql()).hasSize(1);
      Author bob = session.add(new Author("Bob"));
      assertThat(session.get(Author.class, 2)).isSameAs(bob);
      session.rollback();
    }
  }

  @Test
  void aQueryFlushesFirstWhatItReads() {
    try (Session session = shop.sessions.open()) {
      Author ada = session.getOne(Author.class, 1);
      ada.setEmail("x");
      shop.sql();

      session.scalars(Sql.select(CountryT.COUNTRY)).all();
      assertThat(shop.sql()).hasSize(1);
      List<Author> found = session.scalars(Sql.select(AUTHOR).where(AUTHOR.email.eq("x"))).all();
      assertThat(found).containsExactly(ada);
      assertThat(shop.sql()).first().isEqualTo("UPDATE author SET email = ? WHERE id = ?");
      session.rollback();
    }
  }

  @Test
  void autoflushCanBeOff(TestDatabase database) {
    Bookshop quiet = Bookshop.fresh(database, options -> options.autoflush(false));
    try (Session session = quiet.sessions.open()) {
      session.add(new Author("Bob"));

      assertThat(session.scalars(Sql.select(AUTHOR)).all()).isEmpty();
      session.rollback();
    }
  }

  @Test
  void aStatementSeesWhatALoadedCollectionOfAnotherClassGot() {
    try (Session session = shop.sessions.open()) {
      Author bob = new Author("Bob");
      session.add(bob);
      session.flush();
      bob.write("One");

      assertThat(session.scalars(Sql.select(BOOK)).all()).containsAll(bob.getBooks()).hasSize(2);
      session.rollback();
    }
  }

  @Test
  void objectsPassThroughTheStatesOfTheirLife() {
    Author bob = new Author("Bob");
    try (Session session = shop.sessions.open()) {
      assertThat(session.stateOf(bob)).isEqualTo(Lifecycle.TRANSIENT);
      session.add(bob);
      assertThat(session.stateOf(bob)).isEqualTo(Lifecycle.PENDING);
      session.flush();
      assertThat(session.stateOf(bob)).isEqualTo(Lifecycle.PERSISTENT);
      session.delete(bob);
      session.flush();
      assertThat(session.stateOf(bob)).isEqualTo(Lifecycle.DELETED);
      session.commit();
      assertThat(session.stateOf(bob)).isEqualTo(Lifecycle.DETACHED);
    }
  }

  @Test
  void rollbackRestoresValuesCollectionsAndStates() {
    try (Session session = shop.sessions.open()) {
      Author ada = session.getOne(Author.class, 1);
      Book notes = ada.getBooks().get(0);
      Author bob = session.add(new Author("Bob"));
      ada.setName("Ada L.");
      notes.setTitle("changed");
      ada.getBooks().clear();
      ada.getBooks().add(new Book("Letters"));
      session.flush();
      ada.setEmail("later");

      session.rollback();

      assertThat(ada.getName()).isEqualTo("Ada");
      assertThat(ada.getEmail()).isNull();
      assertThat(ada.getBooks()).containsExactly(notes);
      assertThat(notes.getTitle()).isEqualTo("Notes");
      assertThat(session.stateOf(notes)).isEqualTo(Lifecycle.PERSISTENT);
      assertThat(session.stateOf(bob)).isEqualTo(Lifecycle.TRANSIENT);
      assertThat(bob.getId()).isNull();
      assertThat(session.get(Author.class, 1)).isSameAs(ada);
      assertThat(session.hasChanges()).isFalse();
    }
  }

  @Test
  void whatWasReadAfterAWriteIsReadAgainAfterARollback() {
    try (Session session = shop.sessions.open()) {
      session.connection().update("UPDATE author SET email = 'core'");
      Author ada = session.getOne(Author.class, 1);
      assertThat(ada.getEmail()).isEqualTo("core");

      session.rollback();
      session.get(Author.class, 1);

      assertThat(ada.getEmail()).isNull();
    }
  }

  @Test
  void expireOnCommitReadsAgainAtTheNextCall(TestDatabase database) {
    Bookshop expiring = Bookshop.fresh(database, options -> options.expireOnCommit(true));
    try (Session session = expiring.sessions.open()) {
      Author ada = session.add(new Author("Ada"));
      session.commit();
      database.run("UPDATE author SET email = 'other'");

      session.get(Author.class, ada.getId());

      assertThat(ada.getEmail()).isEqualTo("other");
    }
  }

  @Test
  void afterAFailedFlushEveryCallNamesTheFirstErrorUntilRollback() {
    try (Session session = shop.sessions.open()) {
      session.add(new Author("Ada"));
      assertThatThrownBy(session::flush).isInstanceOf(IntegrityViolation.class);

      assertThatThrownBy(() -> session.get(Country.class, "de"))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("ORM-SESSION-INACTIVE")
          .hasMessageContaining("author")
          .hasCauseInstanceOf(IntegrityViolation.class);
      session.rollback();
      assertThat(session.get(Country.class, "de")).isNull();
    }
  }

  @Test
  void anotherThreadIsRefused() throws InterruptedException {
    AtomicReference<RuntimeException> refusal = new AtomicReference<>();
    try (Session session = shop.sessions.open()) {
      Author ada = session.getOne(Author.class, 1);
      Thread other =
          new Thread(
              () -> {
                try {
                  ada.getBooks().forEach(book -> {});
                } catch (RuntimeException e) {
                  refusal.set(e);
                }
              },
              "other");
      other.start();
      other.join();
    }
    assertThat(refusal.get())
        .hasMessageContaining("ORM-SESSION-WRONG-THREAD")
        .hasMessageContaining("\"other\"");
  }

  @Test
  void whatAnEndedThreadLeftBehindCanBeRolledBackAndClosed() throws InterruptedException {
    AtomicReference<Session> left = new AtomicReference<>();
    Author bob = new Author("Bob");
    Thread other =
        new Thread(
            () -> {
              Session own = shop.sessions.open();
              left.set(own);
              own.add(bob);
              own.flush();
            });
    other.start();
    other.join();

    Session session = Objects.requireNonNull(left.get());
    session.rollback();
    assertThat(bob.getId()).isNull();
    assertThatThrownBy(() -> session.get(Author.class, 1))
        .hasMessageContaining("ORM-SESSION-WRONG-THREAD");
    session.close();
    session.close();
    assertThat(
            shop.query(
                "SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'"
                    + " AND datname = current_database()"))
        .containsExactly(List.of("0"));
  }

  @Test
  @SuppressWarnings("NullAway") // what code without null checks does
  void nullIsRefusedWithACode() {
    try (Session session = shop.sessions.open()) {
      for (ThrowingCallable call :
          List.<ThrowingCallable>of(
              () -> session.add(null),
              () -> session.delete(null),
              () -> session.merge(null),
              () -> session.contains(null))) {
        assertThatThrownBy(call).hasMessageContaining("ORM-SESSION-NULL");
      }
      assertThatThrownBy(() -> session.get(Author.class, null))
          .hasMessageContaining("ORM-SESSION-UNSUPPORTED")
          .hasMessageContaining("null");
      Author bob = new Author("Bob");
      bob.getBooks().add(null);
      session.add(bob);
      assertThatThrownBy(session::flush).hasMessageContaining("ORM-SESSION-CONTRADICTION");
      session.rollback();
    }
  }

  @Test
  void aClosedSessionIsRefused() {
    Session session = shop.sessions.open();
    session.close();
    session.close();

    assertThatThrownBy(() -> session.get(Author.class, 1))
        .hasMessageContaining("ORM-SESSION-CLOSED");
  }

  @Test
  void anObjectOfAClosedSessionIsNotAdopted() {
    Author ada;
    try (Session session = shop.sessions.open()) {
      ada = session.getOne(Book.class, 1).getAuthor();
    }
    try (Session session = shop.sessions.open()) {
      assertThatThrownBy(() -> session.add(ada)).hasMessageContaining("ORM-SESSION-DETACHED");
    }
  }

  @Test
  void readOnlySessionsRefuseToWrite() {
    try (Session session = shop.sessions.readOnly().open()) {
      Author ada = session.getOne(Author.class, 1);
      assertThat(ada.getBooks()).hasSize(1);
      assertThat(shop.sql()).first().isEqualTo("SET TRANSACTION READ ONLY");
      assertThatThrownBy(() -> session.add(new Author("Bob")))
          .hasMessageContaining("ORM-SESSION-READ-ONLY");
      assertThatThrownBy(() -> session.execute(Sql.delete(AUTHOR).all()))
          .hasMessageContaining("ORM-SESSION-READ-ONLY");
    }
  }

  @Test
  void readOnlySessionsNeitherNoticeNorWriteWhatSettersChange() {
    shop.sessions
        .readOnly()
        .inTransaction(session -> session.getOne(Author.class, 1).setName("Bob"));

    assertThat(shop.sql()).noneMatch(sql -> sql.startsWith("UPDATE"));
    assertThat(shop.query("SELECT name FROM author")).containsExactly(List.of("Ada"));
  }

  @Test
  void unloadedReferenceOfAClosedSessionNamesTheObjectAndWhatRefersToIt() {
    Author ada;
    try (Session session = shop.sessions.open()) {
      ada = session.getOne(Book.class, 1).getAuthor();
    }

    assertThatThrownBy(ada::getName)
        .isInstanceOf(DetachedInstanceException.class)
        .hasMessageContaining("cannot load \"Author 1\"")
        .hasMessageContaining("an object behind a reference (Book.author)")
        .hasMessageContaining("selectIn");
  }

  @Test
  void retriesWhatTheDatabaseBrokeOff() {
    AtomicInteger attempts = new AtomicInteger();
    SessionFactory careful = shop.sessions.isolation(Isolation.REPEATABLE_READ);

    careful
        .retry(3)
        .inTransaction(
            session -> {
              Author ada = session.getOne(Author.class, 1);
              if (attempts.incrementAndGet() < 3) {
                shop.database.run("UPDATE author SET email = 'other " + attempts + "'");
              }
              ada.setName("Ada " + attempts);
            });

    assertThat(attempts).hasValue(3);
    assertThat(shop.query("SELECT name, email FROM author"))
        .containsExactly(List.of("Ada 3", "other 2"));
    attempts.set(0);
    assertThatThrownBy(
            () ->
                careful.inTransaction(
                    session -> {
                      Author ada = session.getOne(Author.class, 1);
                      shop.database.run("UPDATE author SET email = 'more'");
                      ada.setName("lost");
                    }))
        .isInstanceOf(SerializationFailure.class);
  }

  @Test
  void anExceptionInTheBlockRollsBack() {
    assertThatThrownBy(
            () ->
                shop.sessions.inTransaction(
                    session -> {
                      session.add(new Author("Bob"));
                      session.flush();
                      throw new IOException("stop");
                    }))
        .isInstanceOf(IOException.class);

    assertThat(shop.query("SELECT count(*) FROM author")).containsExactly(List.of("1"));
  }

  @Test
  void twoObjectsOfOneKeyAreRefused() {
    shop.sessions.inTransaction(session -> session.add(new Country("de", "Germany")));
    try (Session session = shop.sessions.open()) {
      session.getOne(Country.class, "de");
      session.add(new Country("de", "Deutschland"));

      assertThatThrownBy(session::flush).hasMessageContaining("ORM-SESSION-DUPLICATE-IDENTITY");
      session.rollback();
    }
  }

  @Test
  void assigningAPersistentParentDoesNotAddTheChild() {
    try (Session session = shop.sessions.open()) {
      Author ada = session.getOne(Author.class, 1);
      Book letters = new Book("Letters", ada);
      assertThat(session.contains(letters)).isFalse();
      ada.getBooks().add(letters);
      session.flush();
      assertThat(session.contains(letters)).isTrue();
      session.rollback();
      assertThat(session.stateOf(letters)).isNotEqualTo(Lifecycle.PERSISTENT);
    }
  }

  @Test
  void expungedObjectsAreLetGo() {
    try (Session session = shop.sessions.open()) {
      Author ada = session.getOne(Author.class, 1);
      ada.setName("lost");
      session.expunge(ada);
      session.commit();

      assertThat(session.stateOf(ada)).isEqualTo(Lifecycle.DETACHED);
      assertThat(session.getOne(Author.class, 1)).isNotSameAs(ada);
      assertThat(session.scalars(Sql.select(BookT.BOOK)).one().getAuthor().getName())
          .isEqualTo("Ada");
    }
  }
}
