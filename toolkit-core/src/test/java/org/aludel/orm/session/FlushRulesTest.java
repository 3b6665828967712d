package org.aludel.orm.session;

import static org.aludel.orm.bookshop.AuthorT.AUTHOR;
import static org.aludel.orm.bookshop.BookT.BOOK;
import static org.aludel.orm.bookshop.CountryT.COUNTRY;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.aludel.engine.Execution;
import org.aludel.engine.ExecutionListener;
import org.aludel.orm.bookshop.Author;
import org.aludel.orm.bookshop.Book;
import org.aludel.orm.bookshop.Copy;
import org.aludel.orm.bookshop.Country;
import org.aludel.orm.bookshop.Shelf;
import org.aludel.orm.state.Lifecycle;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of flush, identity and expiry that no other test states by its exact statements. */
@PostgresTest
final class FlushRulesTest {
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
          session.add(new Author("Ada").write("Notes").write("Letters"));
        });
    shop.sql();
  }

  @Test
  void updatesGoInTheOrderOfKeysWhateverWasReadOrChangedFirst() {
    shop.sessions.inTransaction(
        session -> {
          Country italy = session.getOne(Country.class, "it");
          Country germany = session.getOne(Country.class, "de");
          shop.sql();
          italy.setName("Italia");
          germany.rank(7);
        });

    assertThat(shop.sql())
        .containsExactly(
            "UPDATE country SET rank = ? WHERE code = ?",
            "UPDATE country SET name = ? WHERE code = ?");
  }

  @Test
  void deletedRowsGoInTheOrderOfKeys() {
    List<Object> sent = new ArrayList<>();
    shop.sessions.inTransaction(
        session -> {
          List<Country> all = session.scalars(select(COUNTRY).orderBy(COUNTRY.code.desc())).all();
          all.forEach(session::delete);
          session
              .connection()
              .addListener(
                  new ExecutionListener() {
                    @Override
                    public void executed(Execution execution) {
                      sent.addAll(Arrays.asList((Object[]) execution.binds().get(0)));
                    }
                  });
        });

    assertThat(sent).containsExactly("de", "fr", "it");
  }

  @Test
  void classesGoInTheOrderOfTheMappingThoughNoObjectRefers() {
    shop.sessions.inTransaction(
        session -> session.addAll(List.of(new Book("Alone"), new Author("Bob"))));

    assertThat(shop.sql())
        .containsExactly(
            "INSERT INTO author (name, email) VALUES (?, ?) RETURNING id, created",
            "INSERT INTO book (title, price, version, author_id) VALUES (?, ?, ?, ?) RETURNING id");
  }

  @Test
  void objectsThatChangedTheSameColumnsAreOneStatement() {
    shop.sessions.inTransaction(
        session -> {
          List<Country> all = session.scalars(select(COUNTRY).orderBy(COUNTRY.code)).all();
          shop.sql();
          all.get(0).setName("D");
          all.get(1).rank(9);
          all.get(2).setName("I");
        });

    assertThat(shop.sql())
        .containsExactlyInAnyOrder(
            "UPDATE country AS t SET name = v.c1 FROM unnest(?::text[], ?::text[]) AS v(k1, c1)"
                + " WHERE t.code = v.k1 RETURNING t.code",
            "UPDATE country SET rank = ? WHERE code = ?");
  }

  @Test
  void aChangeThatIsTakenBackWritesNothing() {
    shop.sessions.inTransaction(
        session -> {
          Author ada = session.getOne(Author.class, 1);
          ada.setEmail("x");
          ada.setEmail(null);
          Book book = ada.getBooks().remove(0);
          ada.getBooks().add(book);
          shop.sql();
        });

    assertThat(shop.sql()).isEmpty();
  }

  @Test
  void aSavepointFlushesThoughQueriesDoNot(TestDatabase database) {
    Bookshop quiet = Bookshop.fresh(database, options -> options.autoflush(false));
    try (Session session = quiet.sessions.open()) {
      session.add(new Country("es", "Spain"));
      assertThat(session.scalars(select(COUNTRY)).all()).isEmpty();
      quiet.sql();

      session.beginNested();

      assertThat(quiet.sql())
          .containsExactly("INSERT INTO country (code, name, rank) VALUES (?, ?, ?)");
      session.rollback();
    }
  }

  @Test
  void lazyLoadsFlushWhatTheyWouldMiss() {
    shop.sessions.inTransaction(
        session -> {
          Author ada = session.getOne(Author.class, 1);
          session.add(new Book("Poems")).setAuthor(ada);
          shop.sql();

          assertThat(ada.getBooks()).extracting(Book::getTitle).contains("Poems");
        });

    assertThat(shop.sql())
        .satisfiesExactly(
            sql -> assertThat(sql).startsWith("INSERT INTO book"),
            sql -> assertThat(sql).startsWith("SELECT id, title, price, version, author_id"));
  }

  @Test
  void aRefreshReadsTheRowAndLeavesOtherObjectsUnflushed() {
    shop.sessions.inTransaction(
        session -> {
          Country germany = session.getOne(Country.class, "de");
          Country france = session.getOne(Country.class, "fr");
          shop.sql();
          germany.setName("D");
          france.setName("F");

          session.refresh(germany);

          assertThat(shop.sql())
              .containsExactly("SELECT code, name, rank FROM country WHERE code = ?");
          assertThat(germany.getName()).isEqualTo("Germany");
          assertThat(session.isModified(france)).isTrue();
        });

    assertThat(shop.sql()).containsExactly("UPDATE country SET name = ? WHERE code = ?");
  }

  @Test
  void anElementThatCameAndLeftBetweenTwoFlushesIsNotInserted() {
    try (Session session = shop.sessions.open()) {
      Author ada = session.getOne(Author.class, 1);
      Book book = new Book("Poems");
      ada.getBooks().add(book);
      ada.getBooks().remove(book);
      shop.sql();

      session.flush();

      assertThat(shop.sql()).isEmpty();
      assertThat(session.stateOf(book)).isEqualTo(Lifecycle.TRANSIENT);
      session.commit();
    }
  }

  @Test
  void aPendingObjectThatIsExpungedIsNotInserted() {
    shop.sessions.inTransaction(
        session -> {
          Author ada = session.add(new Author("Bob"));
          session.expunge(ada);
        });

    assertThat(shop.sql()).isEmpty();
  }

  @Test
  void anAddedChildOfAnUnloadedCollectionIsNotReadFirst() {
    shop.sessions.inTransaction(
        session -> {
          Shelf shelf = session.add(new Shelf("a"));
          session.flush();
          shop.sql();
          Copy copy = session.add(new Copy("first"));
          copy.setShelf(shelf);
        });

    assertThat(shop.sql())
        .containsExactly("INSERT INTO copy (note, shelf_id) VALUES (?, ?) RETURNING id");
  }

  @Test
  void objectsOfOneRowAreOneObjectWhateverBroughtThem() {
    shop.sessions.inTransaction(
        session -> {
          Author byKey = session.getOne(Author.class, 1);
          Author byQuery = session.scalar(select(AUTHOR));
          Author byReference = session.getOne(Book.class, 1).getAuthor();
          Author byJoin =
              Objects.requireNonNull(
                  session.scalar(select(AUTHOR).join(AUTHOR.books).where(BOOK.id.eq(2L))));
          assertThat(List.of(byQuery, byReference, byJoin))
              .allSatisfy(each -> assertThat(each).isSameAs(byKey));
        });
  }
}
