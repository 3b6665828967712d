package org.aludel.orm.session;

import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.delete;
import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.orm.bookshop.Author;
import org.aludel.orm.bookshop.AuthorT;
import org.aludel.orm.bookshop.Book;
import org.aludel.orm.bookshop.BookT;
import org.aludel.orm.bookshop.Node;
import org.aludel.orm.bookshop.NodeT;
import org.aludel.sql.Row2;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
final class QueryTest {
  private static final AuthorT AUTHOR = AuthorT.AUTHOR;
  private static final BookT BOOK = BookT.BOOK;
  private static final NodeT NODE = NodeT.NODE;

  record Line(String name, String title) {}

  private Bookshop shop;

  @BeforeEach
  void create(TestDatabase database) {
    shop = Bookshop.fresh(database);
    shop.sessions.inTransaction(
        session -> {
          session.add(new Author("Ada").write("Notes").write("Letters"));
          session.add(new Author("Bob").write("Plans"));
          session.add(new Author("Cyd"));
          Node root = session.add(new Node("root"));
          session.add(new Node("leaf", root));
        });
    shop.sql();
  }

  @Test
  void anyAsksForARowBehindACollection() {
    try (Session session = shop.sessions.open()) {
      List<Author> found =
          session
              .scalars(
                  select(AUTHOR)
                      .where(AUTHOR.name.in("Ada", "Bob"), AUTHOR.books.any(BOOK.title.like("P%"))))
              .all();

      assertThat(found).extracting(Author::getName).containsExactly("Bob");
      assertThat(shop.sql())
          .containsExactly(
              "SELECT author.id, author.name, author.email, author.created FROM author WHERE"
                  + " author.name = ANY (?) AND EXISTS (SELECT 1 FROM book WHERE book.author_id ="
                  + " author.id AND book.title LIKE ?)");
    }
  }

  @Test
  void hasAsksForARowBehindAReference() {
    try (Session session = shop.sessions.open()) {
      List<Book> found =
          session.scalars(select(BOOK).where(BOOK.author.has(AUTHOR.name.eq("Bob")))).all();

      assertThat(found).extracting(Book::getTitle).containsExactly("Plans");
    }
  }

  @Test
  void anyOfATableAboutItselfUsesASecondName() {
    try (Session session = shop.sessions.open()) {
      List<Node> found =
          session.scalars(select(NODE).where(NODE.children.any(NODE.name.eq("leaf")))).all();

      assertThat(found).extracting(Node::getName).containsExactly("root");
    }
  }

  @Test
  void joinsAlongARelationshipIntoARecord() {
    try (Session session = shop.sessions.open()) {
      List<Line> lines =
          session
              .execute(
                  select(Line::new, AUTHOR.name, BOOK.title)
                      .join(AUTHOR.books)
                      .orderBy(AUTHOR.name, BOOK.title))
              .all();

      assertThat(lines)
          .containsExactly(
              new Line("Ada", "Letters"), new Line("Ada", "Notes"), new Line("Bob", "Plans"));
      assertThat(shop.sql())
          .containsExactly(
              "SELECT author.name, book.title FROM author JOIN book ON book.author_id = author.id"
                  + " ORDER BY author.name, book.title");
    }
  }

  @Test
  void objectsAndValuesStandSideBySide() {
    try (Session session = shop.sessions.open()) {
      List<Row2<Author, String>> rows =
          session.execute(select(AUTHOR, BOOK.title).join(AUTHOR.books).orderBy(BOOK.title)).all();

      assertThat(rows).extracting(Row2::second).containsExactly("Letters", "Notes", "Plans");
      assertThat(rows.get(0).first()).isSameAs(rows.get(1).first());
    }
  }

  @Test
  void anOuterJoinGivesNullForNoObject() {
    try (Session session = shop.sessions.open()) {
      List<Row2<Author, Book>> rows =
          session
              .execute(select(AUTHOR, BOOK).leftJoin(AUTHOR.books).orderBy(AUTHOR.id, BOOK.id))
              .all();

      assertThat(rows).hasSize(4);
      assertThat(rows.get(3).second()).isNull();
      assertThat(rows.get(0).second().getAuthor()).isSameAs(rows.get(0).first());
    }
  }

  @Test
  void anAliasIsARowOfItsOwn() {
    NodeT parent = NODE.as("parent");
    try (Session session = shop.sessions.open()) {
      Row2<Node, Node> row =
          session
              .execute(
                  select(NODE, parent)
                      .join(parent, NODE.name.eq("leaf").and(parent.name.eq("root"))))
              .one();

      assertThat(row.first().getParent()).isSameAs(row.second());
    }
  }

  @Test
  void coreStatementsRunInTheSameTransaction() {
    try (Session session = shop.sessions.open()) {
      session.execute(insert(AUTHOR).set(AUTHOR.name, "Dan"));
      assertThat(session.scalar(select(count()).from(AUTHOR))).isEqualTo(4);
      assertThat(session.execute(delete(AUTHOR).where(AUTHOR.name.eq("Cyd"))).rowCount())
          .isEqualTo(1);
      assertThat(session.execute(text("SELECT name FROM author ORDER BY 1")).all())
          .extracting(row -> row.get("name"))
          .containsExactly("Ada", "Bob", "Dan");
      session.rollback();
    }
    assertThat(shop.query("SELECT count(*) FROM author")).containsExactly(List.of("3"));
  }

  @Test
  void aStatementThatDeletesLetsLoadedObjectsGo() {
    try (Session session = shop.sessions.open()) {
      Author cyd = session.getOne(Author.class, 3);
      session.execute(delete(AUTHOR).where(AUTHOR.name.eq("Cyd")));

      assertThat(session.contains(cyd)).isFalse();
      session.rollback();
    }
  }

  @Test
  void refusesAPathThatCannotBeTold() {
    try (Session session = shop.sessions.open()) {
      assertThatThrownBy(() -> session.scalars(select(NODE).join(NODE.children)))
          .hasMessageContaining("Node.children")
          .hasMessageContaining("alias");
    }
  }
}
