package org.aludel.orm.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.aludel.error.IntegrityViolation;
import org.aludel.error.StaleDataException;
import org.aludel.orm.bookshop.Author;
import org.aludel.orm.bookshop.AuthorT;
import org.aludel.orm.bookshop.Book;
import org.aludel.orm.bookshop.BookT;
import org.aludel.orm.bookshop.Country;
import org.aludel.orm.bookshop.CountryT;
import org.aludel.sql.Sql;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
final class FlushUpdateTest {
  private Bookshop shop;

  @BeforeEach
  void create(TestDatabase database) {
    shop = Bookshop.fresh(database);
    shop.sessions.inTransaction(
        session -> {
          session.addAll(
              List.of(
                  new Country("de", "Germany").rank(1),
                  new Country("fr", "France").rank(2),
                  new Country("it", "Italy").rank(3)));
          session.add(new Author("Ada").write("Notes").write("Letters").write("Drafts"));
        });
    shop.sql();
  }

  @Test
  void updatesTheChangedColumnsOfOneRow() {
    shop.sessions.inTransaction(
        session -> session.getOne(Country.class, "de").setName("Deutschland"));

    assertThat(shop.sql())
        .containsExactly(
            "SELECT code, name, rank FROM country WHERE code = ?",
            "UPDATE country SET name = ? WHERE code = ?");
  }

  @Test
  void updatesManyRowsByOneStatement() {
    shop.sessions.inTransaction(
        session ->
            session
                .scalars(Sql.select(CountryT.COUNTRY))
                .forEach(country -> country.setName(country.getName() + "!")));

    assertThat(shop.sql())
        .containsExactly(
            "SELECT country.code, country.name, country.rank FROM country",
            "UPDATE country AS t SET name = v.c1 FROM unnest(?::text[], ?::text[]) AS v(k1, c1)"
                + " WHERE t.code = v.k1 RETURNING t.code");
    assertThat(shop.query("SELECT name FROM country ORDER BY code"))
        .containsExactly(List.of("Germany!"), List.of("France!"), List.of("Italy!"));
  }

  @Test
  void writesNothingForAnEqualValue() {
    shop.sessions.inTransaction(
        session -> {
          Country country = session.getOne(Country.class, "de");
          country.setName(new String("Germany".toCharArray()));
          assertThat(session.isModified(country)).isFalse();
        });

    assertThat(shop.sql()).hasSize(1);
  }

  @Test
  void countsTheVersionAndMatchesIt() {
    shop.sessions.inTransaction(
        session -> {
          Book notes = session.getOne(Book.class, 1);
          notes.setTitle("Notes, revised");
          session.flush();
          assertThat(notes.getVersion()).isEqualTo(2);
        });

    assertThat(shop.sql())
        .element(1)
        .isEqualTo("UPDATE book SET title = ?, version = ? WHERE id = ? AND version = ?");
  }

  @Test
  void namesTheKeysOfStaleRows() {
    try (Session session = shop.sessions.open()) {
      List<Book> books = session.scalars(Sql.select(BookT.BOOK).orderBy(BookT.BOOK.id)).all();
      shop.database.run("UPDATE book SET version = 7 WHERE id = 2");
      books.forEach(book -> book.setPrice(BigDecimal.TEN));

      assertThatThrownBy(session::flush)
          .isInstanceOf(StaleDataException.class)
          .hasMessageContaining("org.aludel.orm.bookshop.Book")
          .hasMessageContaining("for key 2\n");
      session.rollback();
      assertThat(books.get(0).getVersion()).isEqualTo(1);
      assertThat(books.get(0).getPrice()).isNull();
    }
    assertThat(shop.query("SELECT count(*) FROM book WHERE price IS NULL"))
        .containsExactly(List.of("3"));
  }

  @Test
  void noticesARowThatAnotherTransactionDeleted() {
    try (Session session = shop.sessions.open()) {
      Country country = session.getOne(Country.class, "de");
      shop.database.run("DELETE FROM country WHERE code = 'de'");
      country.setName("gone");

      assertThatThrownBy(session::commit)
          .isInstanceOf(StaleDataException.class)
          .hasMessageContaining("key de");
      session.rollback();
    }
  }

  @Test
  void updatesBeforeItInsertsAndDeletesLast() {
    shop.sessions.inTransaction(
        session -> {
          Country germany = session.getOne(Country.class, "de");
          Country france = session.getOne(Country.class, "fr");
          session.add(new Country("es", "Spain"));
          session.delete(france);
          germany.setName("D");
        });

    assertThat(shop.sql().stream().map(sql -> sql.substring(0, 6)).toList())
        .containsExactly("SELECT", "SELECT", "UPDATE", "INSERT", "DELETE");
  }

  @Test
  void turnsDeleteAndAddOfOneKeyIntoAnUpdate() {
    Country added = new Country("de", "Deutschland").rank(1);
    shop.sessions.inTransaction(
        session -> {
          session.delete(session.getOne(Country.class, "de"));
          session.add(added);
          session.flush();
          assertThat(session.get(Country.class, "de")).isSameAs(added);
        });

    assertThat(shop.sql())
        .containsExactly(
            "SELECT code, name, rank FROM country WHERE code = ?",
            "UPDATE country SET name = ? WHERE code = ?");
  }

  @Test
  void deletesFirstWhatHoldsAUniqueValueThatAnInsertTakes() {
    shop.sessions.inTransaction(
        session -> {
          session.delete(session.getOne(Country.class, "fr"));
          session.add(new Country("es", "Spain").rank(2));
        });

    assertThat(shop.query("SELECT code FROM country WHERE rank = 2"))
        .containsExactly(List.of("es"));
  }

  @Test
  void updatesInTheOrderInWhichUniqueValuesBecomeFree() {
    shop.sessions.inTransaction(
        session -> {
          List<Country> all =
              session.scalars(Sql.select(CountryT.COUNTRY).orderBy(CountryT.COUNTRY.code)).all();
          all.forEach(country -> country.rank(country.getRank() + 1));
        });

    assertThat(shop.query("SELECT code, rank FROM country ORDER BY rank"))
        .containsExactly(List.of("de", "2"), List.of("fr", "3"), List.of("it", "4"));
  }

  @Test
  void leavesSwappedUniqueValuesToTheServer() {
    assertThatThrownBy(
            () ->
                shop.sessions.inTransaction(
                    session -> {
                      Country germany = session.getOne(Country.class, "de");
                      Country france = session.getOne(Country.class, "fr");
                      germany.rank(2);
                      france.rank(1);
                    }))
        .isInstanceOf(IntegrityViolation.class);
  }

  @Test
  void refusesAChangedId() {
    try (Session session = shop.sessions.open()) {
      session.getOne(Author.class, 1).setId(9L);

      assertThatThrownBy(session::flush).hasMessageContaining("ORM-SESSION-KEY-CHANGED");
      session.rollback();
      assertThat(session.getOne(Author.class, 1).getId()).isEqualTo(1);
    }
  }

  @Test
  void movesAnObjectBetweenCollectionsByOneUpdate() {
    Author bob = shop.sessions.fromTransaction(session -> session.add(new Author("Bob")));
    shop.sql();

    shop.sessions.inTransaction(
        session -> {
          Author ada = session.getOne(Author.class, 1);
          Author other = session.getOne(Author.class, bob.getId());
          other.getBooks().add(ada.getBooks().remove(0));
        });

    assertThat(shop.sql())
        .last()
        .isEqualTo("UPDATE book SET author_id = ?, version = ? WHERE id = ? AND version = ?");
    assertThat(shop.query("SELECT author_id FROM book WHERE id = 1")).containsExactly(List.of("2"));
  }

  @Test
  void updatesByStatementReadLoadedObjectsAgain() {
    shop.sessions.inTransaction(
        session -> {
          Author ada = session.getOne(Author.class, 1);
          session.execute(
              Sql.update(AuthorT.AUTHOR)
                  .set(AuthorT.AUTHOR.email, "ada@example.org")
                  .where(AuthorT.AUTHOR.name.eq("Ada")));

          assertThat(ada.getEmail()).isEqualTo("ada@example.org");
        });
  }

  @Test
  void oneOfTwoTransactionsThatChangeAVersionedRowLoses() throws InterruptedException {
    Session first = shop.sessions.open();
    first.getOne(Book.class, 1).setTitle("first");
    Thread other =
        new Thread(
            () ->
                shop.sessions.inTransaction(
                    session -> session.getOne(Book.class, 1).setTitle("second")));
    other.start();
    other.join();

    assertThatThrownBy(first::commit).isInstanceOf(StaleDataException.class);
    first.rollback();
    first.close();
    assertThat(shop.query("SELECT title, version FROM book WHERE id = 1"))
        .containsExactly(List.of("second", "2"));
  }
}
