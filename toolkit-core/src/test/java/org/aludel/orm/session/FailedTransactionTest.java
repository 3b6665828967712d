package org.aludel.orm.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.error.DatabaseException;
import org.aludel.error.EngineCode;
import org.aludel.error.StaleDataException;
import org.aludel.orm.bookshop.Author;
import org.aludel.orm.bookshop.AuthorT;
import org.aludel.orm.bookshop.Book;
import org.aludel.orm.bookshop.BookT;
import org.aludel.orm.bookshop.Country;
import org.aludel.orm.state.Lifecycle;
import org.aludel.sql.Sql;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left of a transaction in which a statement failed. */
@PostgresTest
final class FailedTransactionTest {
  private static final AuthorT AUTHOR = AuthorT.AUTHOR;

  private Bookshop shop;

  @BeforeEach
  void create(TestDatabase database) {
    shop = Bookshop.fresh(database);
    shop.sessions.inTransaction(session -> session.add(new Author("Ada").write("Notes")));
    shop.sql();
  }

  private static void failQuery(Session session) {
    assertThatThrownBy(() -> session.scalars(Sql.select(AUTHOR).limit(-1)).all())
        .isInstanceOf(DatabaseException.class);
  }

  @Test
  void commitAfterAFailedQueryThrowsAndMakesNothingLast() {
    try (Session session = shop.sessions.open()) {
      Author bob = session.add(new Author("Bob"));
      Author ada = session.getOne(Author.class, 1);
      ada.setName("Ada L.");
      session.flush();
      failQuery(session);

      assertThatThrownBy(session::commit)
          .isInstanceOfSatisfying(
              DatabaseException.class,
              failure -> assertThat(failure.code()).isEqualTo(EngineCode.FAILED_TRANSACTION))
          .cause()
          .hasMessageContaining("LIMIT must not be negative");
      assertThatThrownBy(() -> session.get(Author.class, 1))
          .hasMessageContaining("ORM-SESSION-INACTIVE");
      session.rollback();

      assertThat(session.stateOf(bob)).isEqualTo(Lifecycle.TRANSIENT);
      assertThat(ada.getName()).isEqualTo("Ada");
      session.add(bob);
      session.commit();
    }
    assertThat(shop.query("SELECT name FROM author ORDER BY id"))
        .containsExactly(List.of("Ada"), List.of("Bob"));
  }

  @Test
  void aTransactionByLambdaThatCaughtAFailureThrowsAtItsEnd() {
    Author bob = new Author("Bob");

    assertThatThrownBy(
            () ->
                shop.sessions.inTransaction(
                    session -> {
                      session.add(bob);
                      session.flush();
                      failQuery(session);
                    }))
        .hasMessageContaining("ORM-ENGINE-FAILED-TRANSACTION")
        .cause()
        .hasMessageContaining("LIMIT must not be negative");

    assertThat(shop.query("SELECT name FROM author")).containsExactly(List.of("Ada"));
    shop.sessions.inTransaction(session -> session.add(bob));
    assertThat(shop.query("SELECT name FROM author ORDER BY id"))
        .containsExactly(List.of("Ada"), List.of("Bob"));
  }

  @Test
  void theStatementAfterAFailedQueryNamesTheFirstFailure() {
    try (Session session = shop.sessions.open()) {
      failQuery(session);

      assertThatThrownBy(() -> session.scalars(Sql.select(AUTHOR)).all())
          .hasMessageContaining("ORM-ENGINE-FAILED-TRANSACTION")
          .hasMessageContaining("LIMIT must not be negative");
      session.rollback();
      assertThat(session.scalars(Sql.select(AUTHOR)).all()).hasSize(1);
    }
  }

  @Test
  void aFailedQueryOverTheBorrowedConnectionCountsToo() {
    try (Session session = shop.sessions.open()) {
      Author bob = session.add(new Author("Bob"));
      session.flush();
      assertThatThrownBy(() -> session.connection().execute("selec"))
          .isInstanceOf(DatabaseException.class);

      assertThatThrownBy(session::commit).hasMessageContaining("ORM-ENGINE-FAILED-TRANSACTION");
      session.rollback();
      assertThat(session.stateOf(bob)).isEqualTo(Lifecycle.TRANSIENT);
    }
  }

  @Test
  void aStaleRowIsReadAgainAfterTheRollback() {
    try (Session session = shop.sessions.open()) {
      Book notes = session.getOne(Book.class, 1);
      shop.database.run("UPDATE book SET version = version + 1, title = 'theirs'");
      notes.setTitle("mine");
      assertThatThrownBy(session::commit).isInstanceOf(StaleDataException.class);

      session.rollback();

      assertThat(session.getOne(Book.class, 1)).isSameAs(notes);
      assertThat(notes.getTitle()).isEqualTo("theirs");
      notes.setTitle("mine");
      session.commit();
    }
    assertThat(shop.query("SELECT title, version FROM book")).containsExactly(List.of("mine", "3"));
  }

  @Test
  void everyStaleRowOfABatchIsReadAgain() {
    shop.sessions.inTransaction(
        session -> session.getOne(Author.class, 1).write("Letters").write("Essays"));
    try (Session session = shop.sessions.open()) {
      List<Book> books = session.scalars(Sql.select(BookT.BOOK).orderBy(BookT.BOOK.id)).all();
      shop.database.run("UPDATE book SET version = 7, title = 'theirs' WHERE id < 3");
      books.forEach(book -> book.setTitle("mine"));
      assertThatThrownBy(session::commit)
          .isInstanceOf(StaleDataException.class)
          .hasMessageContaining("key 1, 2");

      session.rollback();
      session.get(Book.class, 1);

      assertThat(books).extracting(Book::getTitle).containsExactly("theirs", "theirs", "Essays");
      assertThat(books).extracting(Book::getVersion).containsExactly(7, 7, 1);
    }
  }

  @Test
  void aStaleDeletionOfARowThatIsGoneEndsWithNoRow() {
    try (Session session = shop.sessions.open()) {
      Book notes = session.getOne(Book.class, 1);
      shop.database.run("DELETE FROM book");
      session.delete(notes);
      assertThatThrownBy(session::commit).isInstanceOf(StaleDataException.class);

      session.rollback();

      assertThat(session.get(Book.class, 1)).isNull();
      assertThat(session.stateOf(notes)).isEqualTo(Lifecycle.DETACHED);
    }
  }

  @Test
  void rowsThatATriggerPutsAsideAreRefused() {
    shop.database.run(
        "CREATE FUNCTION aside() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            + " IF NEW.name LIKE 'skip%' THEN RETURN NULL; END IF; RETURN NEW; END $$;"
            + " CREATE TRIGGER aside BEFORE INSERT ON author FOR EACH ROW EXECUTE FUNCTION aside();"
            + " CREATE TRIGGER aside BEFORE INSERT ON country FOR EACH ROW"
            + " EXECUTE FUNCTION aside()");
    for (List<?> added :
        List.of(
            List.of(new Author("skip")),
            List.of(new Author("Bob"), new Author("skip one")),
            List.of(new Country("de", "skip")),
            List.of(new Country("de", "Germany"), new Country("fr", "skip")))) {
      try (Session session = shop.sessions.open()) {
        session.addAll(added);
        assertThatThrownBy(session::commit)
            .hasMessageContaining("ORM-SESSION-SKIPPED-ROW")
            .hasMessageContaining("of " + added.size() + " rows");
        session.rollback();
        assertThat(session.stateOf(added.get(0))).isEqualTo(Lifecycle.TRANSIENT);
      }
    }
    assertThat(shop.query("SELECT count(*) FROM author")).containsExactly(List.of("1"));
  }
}
