package org.aludel.orm.session;

import static org.aludel.orm.bookshop.AuthorT.AUTHOR;
import static org.aludel.orm.query.Loading.forUpdate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.orm.bookshop.Author;
import org.aludel.orm.bookshop.Book;
import org.aludel.orm.event.AttributeHistory;
import org.aludel.orm.state.Lifecycle;
import org.aludel.sql.Sql;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a session says of single objects, and how it lets go of them. */
@PostgresTest
final class ObjectStateTest {
  private static final String AUTHOR_ROW =
      "SELECT id, name, email, created FROM author WHERE id = ?";

  private Bookshop shop;

  @BeforeEach
  void create(TestDatabase database) {
    shop = Bookshop.fresh(database);
    shop.sessions.inTransaction(
        session -> {
          session.add(new Author("ann").write("one").write("two"));
          session.add(new Author("bob"));
        });
    shop.sql();
  }

  @Test
  void theHistoryOfAValueHasTheNewAndTheOldOne() {
    try (Session session = shop.sessions.open()) {
      Author ann = session.getOne(Author.class, 1L);
      AttributeHistory before = session.objects().history(ann, AUTHOR.name);
      ann.setName("eve");

      assertThat(before).isEqualTo(new AttributeHistory(List.of(), List.of("ann"), List.of()));
      assertThat(session.objects().history(ann, AUTHOR.name))
          .isEqualTo(new AttributeHistory(List.of("eve"), List.of(), List.of("ann")));
      assertThat(session.objects().history(ann, AUTHOR.email).hasChanges()).isFalse();
      session.flush();
      assertThat(session.objects().history(ann, AUTHOR.name).unchanged()).containsExactly("eve");
    }
  }

  @Test
  void theHistoryOfACollectionHasWhatCameStayedAndWent() {
    try (Session session = shop.sessions.open()) {
      Author ann = session.getOne(Author.class, 1L);
      assertThat(session.objects().history(ann, AUTHOR.books))
          .isEqualTo(new AttributeHistory(List.of(), List.of(), List.of()));
      Book two = ann.getBooks().get(1);
      Book one = ann.getBooks().remove(0);
      Book three = new Book("three");
      ann.getBooks().add(three);

      AttributeHistory history = session.objects().history(ann, AUTHOR.books);

      assertThat(history.added()).containsExactly(three);
      assertThat(history.unchanged()).containsExactly(two);
      assertThat(history.deleted()).containsExactly(one);
    }
  }

  @Test
  void theHistoryOfAPendingObjectHasWhatItHolds() {
    try (Session session = shop.sessions.open()) {
      Author cid = session.add(new Author("cid"));

      assertThat(session.objects().history(cid, AUTHOR.name).added()).containsExactly("cid");
      assertThat(session.objects().history(cid, AUTHOR.email).hasChanges()).isFalse();
      assertThatThrownBy(() -> session.objects().history(new Author("x"), AUTHOR.name))
          .hasMessageContaining("ORM-SESSION-NOT-PERSISTENT");
    }
  }

  @Test
  void refreshOfAttributesLeavesTheOthersAsTheyAre() {
    try (Session session = shop.sessions.open()) {
      Author ann = session.getOne(Author.class, 1L);
      shop.database.run("UPDATE author SET name = 'eve', email = 'e@x.org' WHERE id = 1");
      ann.setEmail("mine");
      ann.setName("mine too");
      shop.sql();

      session.refresh(ann, AUTHOR.name);

      assertThat(ann.getName()).isEqualTo("eve");
      assertThat(ann.getEmail()).isEqualTo("mine");
      assertThat(session.objects().history(ann, AUTHOR.name).hasChanges()).isFalse();
      assertThat(session.objects().history(ann, AUTHOR.email).deleted()).hasSize(1);
    }
    assertThat(shop.sql())
        .containsExactly("SELECT author.id, author.name FROM author WHERE author.id = ANY (?)");
  }

  @Test
  void refreshMayLockTheRow() {
    try (Session session = shop.sessions.open()) {
      Author ann = session.getOne(Author.class, 1L);
      shop.sql();

      session.refresh(ann, forUpdate());
    }
    assertThat(shop.sql()).singleElement().asString().endsWith("FOR UPDATE OF author");
  }

  @Test
  void refreshOfAnIdIsRefused() {
    try (Session session = shop.sessions.open()) {
      Author ann = session.getOne(Author.class, 1L);

      assertThatThrownBy(() -> session.refresh(ann, AUTHOR.id))
          .hasMessageContaining("ORM-SESSION-UNSUPPORTED: cannot refresh");
    }
  }

  @Test
  void aReferenceStandsForARowThatNobodyHasRead() {
    shop.sessions.inTransaction(
        session -> session.add(new Book("three", session.reference(Author.class, 2L))));

    assertThat(shop.sql()).singleElement().asString().startsWith("INSERT INTO book");
    try (Session session = shop.sessions.open()) {
      Author bob = session.reference(Author.class, 2L);
      assertThat(shop.sql()).isEmpty();
      assertThat(bob.getName()).isEqualTo("bob");
    }
    assertThat(shop.sql()).containsExactly(AUTHOR_ROW);
  }

  @Test
  void whatIsMadeTransientIsInsertedAgain() {
    shop.sessions.inTransaction(
        session -> {
          Author ann = session.getOne(Author.class, 1L);
          session.objects().makeTransient(ann);

          assertThat(session.stateOf(ann)).isEqualTo(Lifecycle.TRANSIENT);
          assertThat(ann.getId()).isNull();
          ann.setName("second");
          session.add(ann);
        });

    assertThat(shop.query("SELECT id, name FROM author ORDER BY id"))
        .containsExactly(List.of("1", "ann"), List.of("2", "bob"), List.of("3", "second"));
  }

  @Test
  void aLazyInstanceIsNotMadeTransient() {
    try (Session session = shop.sessions.open()) {
      Author bob = session.reference(Author.class, 2L);

      assertThatThrownBy(() -> session.objects().makeTransient(bob))
          .hasMessageContaining("ORM-SESSION-UNSUPPORTED: cannot make an object transient");
    }
  }

  @Test
  void aFactoryKnowsWhichSessionHoldsAnObject() {
    Author ann;
    try (Session session = shop.sessions.open();
        Session other = shop.sessions.open()) {
      ann = session.getOne(Author.class, 1L);

      assertThat(shop.sessions.sessionOf(ann)).isSameAs(session).isNotSameAs(other);
      assertThat(shop.sessions.sessionOf(new Author("x"))).isNull();
    }
    assertThat(shop.sessions.sessionOf(ann)).isNull();
  }

  @Test
  void notesOfASessionReachItsListeners() {
    StringBuilder heard = new StringBuilder();
    try (Session session = shop.sessions.open()) {
      session.info().put("user", "pearl");
      session.addListener(
          new SessionListener() {
            @Override
            public void afterFlush(Session told) {
              heard.append(told.info().get("user"));
            }
          });
      session.add(new Author("cid"));
      session.flush();
    }
    assertThat(heard).hasToString("pearl");
  }

  @Test
  void severalObjectsAreMergedInTheirOrder() {
    List<Author> detached;
    try (Session session = shop.sessions.open()) {
      detached = session.scalars(Sql.select(AUTHOR).orderBy(AUTHOR.id)).all();
    }
    detached.forEach(one -> one.setName(one.getName() + "!"));

    shop.sessions.inTransaction(
        session ->
            assertThat(session.mergeAll(detached))
                .extracting(Author::getName)
                .containsExactly("ann!", "bob!"));

    assertThat(shop.query("SELECT name FROM author ORDER BY id"))
        .containsExactly(List.of("ann!"), List.of("bob!"));
  }

  @Test
  void theSessionListsWhatTheNextFlushDoes() {
    try (Session session = shop.sessions.open()) {
      Author ann = session.getOne(Author.class, 1L);
      Author bob = session.getOne(Author.class, 2L);
      ann.setName("eve");
      session.delete(bob);
      Author cid = session.add(new Author("cid"));

      assertThat(session.objects().changed()).containsExactly(ann);
      assertThat(session.objects().deleted()).containsExactly(bob);
      assertThat(session.objects().added()).containsExactly(cid);
      ann.setName("ann");
      assertThat(session.objects().changed()).isEmpty();
      session.flush();
      assertThat(session.objects().deleted()).isEmpty();
      assertThat(session.objects().persistent()).containsExactlyInAnyOrder(ann, cid);
    }
  }

  @Test
  void withoutAutoflushAQuerySeesTheRowsAsTheyAre() {
    try (Session session = shop.sessions.open()) {
      session.getOne(Author.class, 1L).setName("eve");
      shop.sql();

      session.noAutoflush(
          same ->
              assertThat(same.scalars(Sql.select(AUTHOR.name).orderBy(AUTHOR.id)).all())
                  .containsExactly("ann", "bob"));
      assertThat(shop.sql()).hasSize(1);
      assertThat(session.scalars(Sql.select(AUTHOR.name).orderBy(AUTHOR.id)).all())
          .containsExactly("eve", "bob");
    }
    assertThat(shop.sql()).hasSize(2).first().asString().startsWith("UPDATE author");
  }

  @Test
  void expireAllDropsChangesAndReadsAllObjectsTogether() {
    try (Session session = shop.sessions.open()) {
      Author ann = session.getOne(Author.class, 1L);
      Author bob = session.getOne(Author.class, 2L);
      ann.setName("eve");
      shop.sql();

      session.expireAll();
      assertThat(ann.getName()).isEqualTo("ann");
      shop.database.run("UPDATE author SET name = name || '2'");
      session.getOne(Author.class, 1L);

      assertThat(List.of(ann, bob)).extracting(Author::getName).containsExactly("ann2", "bob2");
    }
    assertThat(shop.sql()).singleElement().asString().contains("ANY");
  }
}
