package org.aludel.orm.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.bookshop.Author;
import org.aludel.orm.bookshop.Node;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Before PostgreSQL 17 there is no MERGE … RETURNING. */
@PostgresTest(judge = true)
final class OlderServerTest {
  private Bookshop shop;

  @BeforeEach
  void create(TestDatabase database) {
    shop = Bookshop.fresh(database);
  }

  @Test
  void matchesKeysOfAnAscendingIdentityByTheirOrder() {
    List<Author> authors = add(30);

    assertThat(shop.sql())
        .last()
        .isEqualTo(
            "INSERT INTO author AS t (name, email) SELECT v.c1, v.c2 FROM unnest(?::text[],"
                + " ?::text[]) WITH ORDINALITY AS v(c1, c2, ord) ORDER BY v.ord RETURNING t.id,"
                + " t.created");
    requireEachItsOwn(authors);
  }

  @Test
  void asksOnceWhetherTheOrderHolds() {
    add(3);
    shop.sql();
    shop.sessions.inTransaction(
        session -> session.addAll(List.of(new Author("x"), new Author("y"))));

    assertThat(shop.sql()).hasSize(1);
  }

  @Test
  void insertsRowByRowUnderATriggerThatMayChangeKeys(TestDatabase database) {
    database.run(
        "CREATE FUNCTION backwards() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.id := 1000 -"
            + " NEW.id; RETURN NEW; END'");
    database.run(
        "CREATE TRIGGER backwards BEFORE INSERT ON author FOR EACH ROW EXECUTE FUNCTION"
            + " backwards()");

    List<Author> authors = add(3);

    assertThat(shop.sql()).filteredOn(sql -> sql.startsWith("INSERT")).hasSize(3);
    requireEachItsOwn(authors);
  }

  @Test
  void insertsRowByRowWhereTheSequenceDescends(TestDatabase database) {
    database.run("ALTER TABLE author ALTER id SET INCREMENT BY -1 SET MINVALUE -1000");

    requireEachItsOwn(add(3));
  }

  @Test
  void treesAreInsertedLevelByLevel() {
    shop.sessions.inTransaction(
        session -> {
          Node root = session.add(new Node("root"));
          for (int i = 0; i < 5; i++) {
            session.add(new Node("n" + i, root));
          }
        });

    assertThat(shop.query("SELECT count(*) FROM node WHERE parent_id = 1"))
        .containsExactly(List.of("5"));
  }

  private List<Author> add(int count) {
    List<Author> authors = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      authors.add(new Author("author " + i));
    }
    shop.sessions.inTransaction(session -> session.addAll(authors));
    return authors;
  }

  private void requireEachItsOwn(List<Author> authors) {
    for (Author author : authors) {
      assertThat(shop.query("SELECT name FROM author WHERE id = " + author.getId()))
          .containsExactly(List.of(author.getName()));
    }
  }
}
