package org.aludel.orm.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.aludel.error.IntegrityViolation;
import org.aludel.error.UsageException;
import org.aludel.orm.bookshop.Author;
import org.aludel.orm.bookshop.Book;
import org.aludel.orm.bookshop.Copy;
import org.aludel.orm.bookshop.Country;
import org.aludel.orm.bookshop.Node;
import org.aludel.orm.bookshop.Player;
import org.aludel.orm.bookshop.Shelf;
import org.aludel.orm.bookshop.Team;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
final class FlushInsertTest {
  private Bookshop shop;

  @BeforeEach
  void create(TestDatabase database) {
    shop = Bookshop.fresh(database);
  }

  @Test
  void insertsOneRowByValuesAndReadsBackWhatTheServerMade() {
    Author ada = shop.sessions.fromTransaction(session -> session.add(new Author("Ada")));

    assertThat(ada.getId()).isEqualTo(1);
    assertThat(ada.getCreated()).isNotNull();
    assertThat(shop.sql())
        .containsExactly("INSERT INTO author (name, email) VALUES (?, ?) RETURNING id, created");
  }

  @Test
  void insertsParentsBeforeChildrenWhateverTheOrderOfAdding() {
    shop.sessions.inTransaction(
        session -> {
          Author ada = new Author("Ada");
          session.add(new Book("Notes", ada));
          session.add(ada);
        });

    assertThat(shop.sql())
        .containsExactly(
            "INSERT INTO author (name, email) VALUES (?, ?) RETURNING id, created",
            "INSERT INTO book (title, price, version, author_id) VALUES (?, ?, ?, ?) RETURNING id");
    assertThat(shop.query("SELECT title, version, author_id FROM book"))
        .containsExactly(List.of("Notes", "1", "1"));
  }

  @Test
  void insertsManyRowsByOneStatementWithTheirOrdinals() {
    List<Author> authors = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      authors.add(new Author("author " + i));
    }

    shop.sessions.inTransaction(session -> session.addAll(authors));

    assertThat(shop.sql())
        .containsExactly(
            "MERGE INTO author AS t USING unnest(?::text[], ?::text[]) WITH ORDINALITY AS v(c1, c2,"
                + " ord) ON false WHEN NOT MATCHED THEN INSERT (name, email) VALUES (v.c1, v.c2)"
                + " RETURNING v.ord, t.id, t.created");
    for (Author author : authors) {
      assertThat(shop.query("SELECT name FROM author WHERE id = " + author.getId()))
          .containsExactly(List.of(author.getName()));
    }
    assertThat(authors).extracting(Author::getId).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void splitsWideStatementsAtOneThousandRows() {
    shop.sessions.inTransaction(
        session -> {
          for (int i = 0; i < 2001; i++) {
            session.add(new Node("n" + i));
          }
        });

    assertThat(shop.sql()).hasSize(3);
    assertThat(shop.query("SELECT count(*) FROM node")).containsExactly(List.of("2001"));
  }

  @Test
  void cascadesAlongTheInverseSideAndSetsTheOwningSide() {
    Author ada = new Author("Ada").write("Notes").write("Letters");

    shop.sessions.inTransaction(session -> session.add(ada));

    assertThat(ada.getBooks()).extracting(Book::getAuthor).containsOnly(ada);
    assertThat(shop.query("SELECT title, author_id FROM book ORDER BY id"))
        .containsExactly(List.of("Notes", "1"), List.of("Letters", "1"));
  }

  @Test
  void takesIdsOfASequenceInBlocks() {
    shop.sessions.inTransaction(
        session -> {
          session.add(new Shelf("a"));
          session.add(new Shelf("b"));
        });
    shop.sessions.inTransaction(session -> session.add(new Shelf("c")));

    assertThat(shop.query("SELECT count(DISTINCT id) FROM shelf")).containsExactly(List.of("3"));
    assertThat(shop.sql()).filteredOn(sql -> sql.contains("nextval")).hasSize(2);
  }

  @Test
  void insertsRowsOfOneTableLevelByLevelWhereTheyReferToEachOther() {
    Node root = new Node("root");
    Node left = new Node("left", root);
    Node right = new Node("right", root);
    Node leaf = new Node("leaf", left);

    shop.sessions.inTransaction(session -> session.addAll(List.of(leaf, right, left, root)));

    assertThat(shop.sql()).hasSize(3);
    assertThat(
            shop.query(
                "SELECT n.name, p.name FROM node n JOIN node p ON p.id = n.parent_id ORDER BY 1"))
        .containsExactly(
            List.of("leaf", "left"), List.of("left", "root"), List.of("right", "root"));
  }

  @Test
  void breaksACircleOfRowsByAnUpdateOfTheNullableReference() {
    Team team = new Team("red");
    Player ann = new Player("Ann", team);
    team.setCaptain(ann);

    shop.sessions.inTransaction(session -> session.addAll(List.of(ann, team)));

    assertThat(shop.sql())
        .containsExactly(
            "INSERT INTO team (name) VALUES (?) RETURNING id",
            "INSERT INTO player (name, team_id) VALUES (?, ?) RETURNING id",
            "UPDATE team SET captain_id = ? WHERE id = ?");
    assertThat(shop.query("SELECT captain_id FROM team")).containsExactly(List.of("1"));
    shop.sessions.inTransaction(
        session -> assertThat(session.hasChanges()).as("clean session").isFalse());
  }

  @Test
  void insertsAssignedKeysWithoutReturning() {
    shop.sessions.inTransaction(
        session ->
            session.addAll(List.of(new Country("de", "Germany"), new Country("fr", "France"))));

    assertThat(shop.sql())
        .containsExactly(
            "INSERT INTO country (code, name, rank) SELECT v.c1, v.c2, v.c3 FROM"
                + " unnest(?::text[], ?::text[], ?::integer[]) AS v(c1, c2, c3)");
  }

  @Test
  void leavesOutServerDefaultsThatAreNullAndWritesOthers() {
    Author now = new Author("now");
    Author then = new Author("then");
    then.setCreated(OffsetDateTime.parse("2020-01-01T00:00:00Z"));

    shop.sessions.inTransaction(session -> session.addAll(List.of(now, then)));

    assertThat(shop.sql())
        .containsExactly(
            "INSERT INTO author (name, email) VALUES (?, ?) RETURNING id, created",
            "INSERT INTO author (name, email, created) VALUES (?, ?, ?) RETURNING id");
  }

  @Test
  void refusesAReferenceToAnObjectThatWasNeverAdded() {
    try (Session session = shop.sessions.open()) {
      session.add(new Book("Notes", new Author("Ada")));

      assertThatThrownBy(session::flush)
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("ORM-SESSION-TRANSIENT-REFERENCE")
          .hasMessageContaining("Book.author");
      session.rollback();
    }
    assertThat(shop.sql()).isEmpty();
  }

  @Test
  void refusesSidesThatDisagree() {
    try (Session session = shop.sessions.open()) {
      Author ada = session.add(new Author("Ada"));
      Author bob = session.add(new Author("Bob"));
      ada.getBooks().add(session.add(new Book("Notes", bob)));

      assertThatThrownBy(session::flush)
          .hasMessageContaining("ORM-SESSION-CONTRADICTION")
          .hasMessageContaining("books");
      session.rollback();
    }
    assertThat(shop.sql()).isEmpty();
  }

  @Test
  void namesTheConstraintThatTheServerRefused() {
    shop.sessions.inTransaction(session -> session.add(new Author("Ada")));

    assertThatThrownBy(() -> shop.sessions.inTransaction(session -> session.add(new Author("Ada"))))
        .isInstanceOf(IntegrityViolation.class);
  }

  @Test
  void putsAnObjectIntoTheLoadedCollectionOfItsOwner() {
    try (Session session = shop.sessions.open()) {
      Author ada = session.add(new Author("Ada"));
      session.flush();
      Book notes = session.add(new Book("Notes", ada));
      session.flush();

      assertThat(ada.getBooks()).containsExactly(notes);
      assertThat(session.hasChanges()).isFalse();
      session.commit();
    }
  }

  @Test
  void whatIsAddedToACollectionThatWasHeldBeforeAFlushIsNotLost() {
    shop.sessions.inTransaction(
        session -> {
          Author author = session.add(new Author("Ada"));
          Shelf shelf = session.add(new Shelf("a"));
          List<Book> books = author.getBooks();
          Set<Copy> copies = shelf.getCopies();
          books.add(new Book("Notes"));
          session.flush();
          books.add(new Book("Letters"));
          copies.add(session.add(new Copy("first")));
          assertThat(author.getBooks()).hasSize(2);
          assertThat(shelf.getCopies()).hasSize(1);
        });

    assertThat(shop.query("SELECT title, author_id FROM book ORDER BY id"))
        .containsExactly(List.of("Notes", "1"), List.of("Letters", "1"));
    assertThat(shop.query("SELECT count(shelf_id) FROM copy")).containsExactly(List.of("1"));
  }
}
