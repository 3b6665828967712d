package org.aludel.orm.session;

import static org.aludel.orm.query.Loading.selectIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.error.StaleDataException;
import org.aludel.error.UsageException;
import org.aludel.orm.bookshop.Author;
import org.aludel.orm.bookshop.AuthorT;
import org.aludel.orm.bookshop.Book;
import org.aludel.orm.bookshop.Country;
import org.aludel.orm.bookshop.Node;
import org.aludel.sql.Sql;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
final class MergeTest {
  private static final AuthorT AUTHOR = AuthorT.AUTHOR;

  private Bookshop shop;
  private Author detached;

  @BeforeEach
  void create(TestDatabase database) {
    shop = Bookshop.fresh(database);
    shop.sessions.inTransaction(
        session -> session.add(new Author("Ada").write("Notes").write("Letters")));
    try (Session session = shop.sessions.open()) {
      detached = session.scalars(Sql.select(AUTHOR).options(selectIn(AUTHOR.books))).one();
    }
    shop.sql();
  }

  @Test
  void ofAHeldObjectIsTheObjectItself() {
    try (Session session = shop.sessions.open()) {
      Author held = session.getOne(Author.class, 1);
      Author pending = session.add(new Author("Bob"));

      assertThat(session.merge(held)).isSameAs(held);
      assertThat(session.merge(detached)).isSameAs(held);
      assertThat(session.merge(pending)).isSameAs(pending);
      session.rollback();
    }
  }

  @Test
  void ofAnUnchangedObjectWritesNothing() {
    shop.sessions.inTransaction(session -> session.merge(detached));

    assertThat(shop.sql()).hasSize(2).allMatch(sql -> sql.startsWith("SELECT"));
  }

  @Test
  void copiesOntoTheRowAndFollowsTheCascade() {
    detached.setEmail("ada@example.org");
    detached.getBooks().get(0).setTitle("Notes, revised");
    detached.getBooks().remove(1);
    detached.getBooks().add(new Book("Drafts"));

    shop.sessions.inTransaction(session -> session.merge(detached));

    assertThat(shop.query("SELECT email FROM author")).containsExactly(List.of("ada@example.org"));
    assertThat(shop.query("SELECT title, author_id FROM book ORDER BY id"))
        .containsExactly(List.of("Notes, revised", "1"), List.of("Drafts", "1"));
  }

  @Test
  void writesAnObjectOnceThoughItReadsOthersInBetween() {
    detached.setEmail("ada@example.org");
    detached.getBooks().get(0).setTitle("Notes, revised");

    shop.sessions.inTransaction(session -> session.merge(detached));

    assertThat(shop.sql())
        .filteredOn(sql -> sql.startsWith("UPDATE"))
        .containsExactlyInAnyOrder(
            "UPDATE author SET email = ? WHERE id = ?",
            "UPDATE book SET title = ?, version = ? WHERE id = ? AND version = ?");
  }

  @Test
  void leavesCollectionsAloneThatTheGivenObjectNeverLoaded() {
    Author given;
    try (Session session = shop.sessions.open()) {
      given = session.getOne(Author.class, 1);
    }
    given.setEmail("ada@example.org");
    shop.sql();

    shop.sessions.inTransaction(session -> session.merge(given));

    assertThat(shop.sql()).hasSize(2).noneMatch(sql -> sql.contains("book"));
    assertThat(shop.query("SELECT count(*) FROM book")).containsExactly(List.of("2"));
  }

  @Test
  void readsNoReferenceThatIsTheSame() {
    Book given;
    try (Session session = shop.sessions.open()) {
      given = session.getOne(Book.class, 1);
    }
    given.setTitle("Notes, revised");
    shop.sql();

    shop.sessions.inTransaction(session -> session.merge(given));

    assertThat(shop.sql()).hasSize(2).noneMatch(sql -> sql.contains("FROM author"));
    assertThat(shop.query("SELECT title, author_id FROM book WHERE id = 1"))
        .containsExactly(List.of("Notes, revised", "1"));
  }

  @Test
  void findsAReferenceWithoutCascadeByItsId() {
    shop.sessions.inTransaction(session -> session.add(new Author("Bob")));
    Author bob = shop.sessions.fromTransaction(session -> session.getOne(Author.class, 2));
    bob.setName("not copied");
    Book given = detached.getBooks().get(0);
    given.setAuthor(bob);

    shop.sessions.inTransaction(
        session ->
            assertThat(session.merge(given).getAuthor())
                .isSameAs(session.getOne(Author.class, 2))
                .isNotSameAs(bob));

    assertThat(shop.query("SELECT a.name FROM book b JOIN author a ON a.id = b.author_id"))
        .contains(List.of("Bob"));
  }

  @Test
  void refusesAReferenceThatNobodyAdded() {
    Node given = new Node("leaf", new Node("root"));

    try (Session session = shop.sessions.open()) {
      session.merge(given);

      assertThatThrownBy(session::flush)
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("TRANSIENT-REFERENCE");
      session.rollback();
    }
  }

  @Test
  void addsACopyWhereThereIsNoRow() {
    Country given = new Country("de", "Germany");

    shop.sessions.inTransaction(
        session -> {
          assertThat(session.merge(given)).isNotSameAs(given);
          assertThat(session.contains(given)).isFalse();
        });

    assertThat(shop.query("SELECT name FROM country")).containsExactly(List.of("Germany"));
  }

  @Test
  void addsACopyOfANewObjectWithWhatItHolds() {
    Author given = new Author("Bob").write("One").write("Two");

    Author merged = shop.sessions.fromTransaction(session -> session.merge(given));

    assertThat(given.getId()).isNull();
    assertThat(merged.getBooks()).extracting(Book::getTitle).containsExactly("One", "Two");
    assertThat(merged.getBooks()).doesNotContainAnyElementsOf(given.getBooks());
    assertThat(shop.query("SELECT title FROM book WHERE author_id = 2 ORDER BY id"))
        .containsExactly(List.of("One"), List.of("Two"));
  }

  @Test
  void refusesAnObjectOfAnOlderVersion() {
    shop.database.run("UPDATE book SET version = 5 WHERE id = 1");
    try (Session session = shop.sessions.open()) {
      assertThatThrownBy(() -> session.merge(detached.getBooks().get(0)))
          .isInstanceOf(StaleDataException.class)
          .hasMessageContaining("Book 1")
          .hasMessageContaining("version 5");
    }
  }

  @Test
  void refusesAVersionedObjectWhoseRowIsGone() {
    shop.database.run("DELETE FROM book WHERE id = 1");
    try (Session session = shop.sessions.open()) {
      assertThatThrownBy(() -> session.merge(detached.getBooks().get(0)))
          .isInstanceOf(StaleDataException.class)
          .hasMessageContaining("Book 1")
          .hasMessageContaining("no row");
    }
  }
}
