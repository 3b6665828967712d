package org.aludel.orm.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.orm.bookshop.Author;
import org.aludel.orm.bookshop.Book;
import org.aludel.orm.bookshop.Copy;
import org.aludel.orm.bookshop.Label;
import org.aludel.orm.bookshop.Node;
import org.aludel.orm.bookshop.Player;
import org.aludel.orm.bookshop.Shelf;
import org.aludel.orm.bookshop.Team;
import org.aludel.orm.state.Lifecycle;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
final class FlushDeleteTest {
  private Bookshop shop;

  @BeforeEach
  void create(TestDatabase database) {
    shop = Bookshop.fresh(database);
  }

  @Test
  void deletesWhatTheCollectionCascadesTo() {
    shop.sessions.inTransaction(
        session -> session.add(new Author("Ada").write("Notes").write("Letters")));
    shop.sql();

    shop.sessions.inTransaction(session -> session.delete(session.getOne(Author.class, 1)));

    assertThat(shop.sql())
        .containsExactly(
            "SELECT id, name, email, created FROM author WHERE id = ?",
            "SELECT id, title, price, version, author_id FROM book WHERE author_id = ANY"
                + " (?::bigint[]) ORDER BY id",
            "DELETE FROM book AS t USING unnest(?::bigint[], ?::integer[]) AS v(k1, k2)"
                + " WHERE t.id = v.k1 AND t.version = v.k2 RETURNING t.id",
            "DELETE FROM author WHERE id = ANY (?::bigint[])");
  }

  @Test
  void deletesAnOrphan() {
    shop.sessions.inTransaction(
        session -> session.add(new Author("Ada").write("Notes").write("Letters")));

    shop.sessions.inTransaction(session -> session.getOne(Author.class, 1).getBooks().remove(0));

    assertThat(shop.query("SELECT title FROM book")).containsExactly(List.of("Letters"));
  }

  @Test
  void deletesAnOrphanWhoseReferenceWasCleared() {
    shop.sessions.inTransaction(session -> session.add(new Author("Ada").write("Notes")));

    shop.sessions.inTransaction(session -> session.getOne(Book.class, 1).setAuthor(null));

    assertThat(shop.query("SELECT count(*) FROM book")).containsExactly(List.of("0"));
  }

  @Test
  void clearsReferencesWhereNothingCascades() {
    Shelf shelf = new Shelf("a");
    Copy copy = new Copy("first");
    copy.setShelf(shelf);
    shop.sessions.inTransaction(session -> session.addAll(List.of(shelf, copy)));
    shop.sql();

    shop.sessions.inTransaction(
        session -> session.delete(session.getOne(Shelf.class, shelf.getId())));

    assertThat(shop.sql())
        .endsWith(
            "UPDATE copy SET shelf_id = ? WHERE id = ?",
            "DELETE FROM shelf WHERE id = ANY (?::bigint[])");
    assertThat(shop.query("SELECT shelf_id FROM copy").get(0)).containsOnlyNulls();
  }

  @Test
  void refusesToClearAReferenceThatMayNotBeNull() {
    Shelf shelf = new Shelf("a");
    shop.sessions.inTransaction(
        session -> session.addAll(List.of(shelf, new Label("fiction", shelf))));

    try (Session session = shop.sessions.open()) {
      session.delete(session.getOne(Shelf.class, shelf.getId()));

      assertThatThrownBy(session::flush)
          .hasMessageContaining("ORM-SESSION-NOT-NULL")
          .hasMessageContaining("Label.shelf");
      session.rollback();
    }
  }

  @Test
  void deletesATreeFromTheLeaves() {
    shop.sessions.inTransaction(
        session -> {
          Node root = session.add(new Node("root"));
          Node left = session.add(new Node("left", root));
          session.add(new Node("leaf", left));
        });
    shop.sql();

    shop.sessions.inTransaction(session -> session.delete(session.getOne(Node.class, 1)));

    assertThat(shop.sql()).filteredOn(sql -> sql.startsWith("DELETE")).hasSize(3);
    assertThat(shop.query("SELECT count(*) FROM node")).containsExactly(List.of("0"));
  }

  @Test
  void breaksACircleOfDeletedRows() {
    Team team = new Team("red");
    Player ann = new Player("Ann", team);
    team.setCaptain(ann);
    shop.sessions.inTransaction(session -> session.addAll(List.of(team, ann)));
    shop.sql();

    shop.sessions.inTransaction(
        session -> {
          Team red = session.getOne(Team.class, 1);
          Player captain = session.getOne(Player.class, 1);
          session.delete(red);
          session.delete(captain);
        });

    assertThat(shop.sql())
        .endsWith(
            "UPDATE team SET captain_id = ? WHERE id = ?",
            "DELETE FROM player WHERE id = ANY (?::bigint[])",
            "DELETE FROM team WHERE id = ANY (?::bigint[])");
  }

  @Test
  void keepsADeletedObjectInTheCollectionUntilItIsReadAgain() {
    shop.sessions.inTransaction(
        session -> session.add(new Author("Ada").write("Notes").write("Letters")));

    shop.sessions.inTransaction(
        session -> {
          Author ada = session.getOne(Author.class, 1);
          Book notes = ada.getBooks().get(0);
          session.delete(notes);
          session.flush();

          assertThat(session.stateOf(notes)).isEqualTo(Lifecycle.DELETED);
          assertThat(ada.getBooks()).contains(notes);
          session.refresh(ada);
          assertThat(ada.getBooks()).hasSize(1).doesNotContain(notes);
        });
  }

  @Test
  void refusesToDeleteWhatHasNoRow() {
    try (Session session = shop.sessions.open()) {
      assertThatThrownBy(() -> session.delete(new Author("Ada")))
          .hasMessageContaining("ORM-SESSION-NOT-PERSISTENT")
          .hasMessageContaining("transient");
    }
  }

  @Test
  void takesBackADeletionByAdding() {
    shop.sessions.inTransaction(session -> session.add(new Author("Ada")));
    shop.sessions.inTransaction(
        session -> {
          Author ada = session.getOne(Author.class, 1);
          session.delete(ada);
          session.add(ada);
        });

    assertThat(shop.query("SELECT count(*) FROM author")).containsExactly(List.of("1"));
  }

  @Test
  void aReferenceThatNobodyReadIsReadForItsVersion() {
    shop.sessions.inTransaction(session -> session.add(new Author("Ada").write("Notes")));
    shop.sql();

    shop.sessions.inTransaction(session -> session.delete(session.reference(Book.class, 1)));

    assertThat(shop.sql())
        .containsExactly(
            "SELECT id, title, price, version, author_id FROM book WHERE id = ?",
            "DELETE FROM book AS t USING unnest(?::bigint[], ?::integer[]) AS v(k1, k2)"
                + " WHERE t.id = v.k1 AND t.version = v.k2 RETURNING t.id");
  }
}
