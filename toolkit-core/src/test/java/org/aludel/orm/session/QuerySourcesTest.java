package org.aludel.orm.session;

import static org.aludel.orm.query.Loading.selectIn;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.delete;
import static org.aludel.sql.Sql.exists;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.text;
import static org.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.orm.bookshop.Author;
import org.aludel.orm.bookshop.AuthorT;
import org.aludel.orm.bookshop.BookT;
import org.aludel.sql.Cte;
import org.aludel.sql.DerivedTable;
import org.aludel.sql.Expression;
import org.aludel.sql.Row2;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Unions, subqueries and named queries over mapped classes. */
@PostgresTest
final class QuerySourcesTest {
  private static final AuthorT AUTHOR = AuthorT.AUTHOR;
  private static final BookT BOOK = BookT.BOOK;
  private static final Expression<Long> BOOKS = count().as("books");

  private Bookshop shop;

  @BeforeEach
  void create(TestDatabase database) {
    shop = Bookshop.fresh(database);
    shop.sessions.inTransaction(
        session -> {
          session.add(new Author("Ada").write("Notes").write("Letters"));
          session.add(new Author("Bob").write("Plans"));
          session.add(new Author("Cyd"));
        });
    shop.sql();
  }

  @Test
  void aUnionOfObjectsGivesObjectsWithWhatOptionsAskFor() {
    try (Session session = shop.sessions.open()) {
      List<Author> found =
          session
              .scalars(
                  select(AUTHOR)
                      .where(AUTHOR.name.eq("Ada"))
                      .options(selectIn(AUTHOR.books))
                      .union(select(AUTHOR).where(AUTHOR.name.in("Ada", "Cyd"))))
              .all();

      assertThat(found).extracting(Author::getName).containsExactlyInAnyOrder("Ada", "Cyd");
      assertThat(shop.sql())
          .hasSize(2)
          .first()
          .isEqualTo(
              "SELECT author.id, author.name, author.email, author.created FROM author WHERE"
                  + " author.name = ? UNION SELECT author.id, author.name, author.email,"
                  + " author.created FROM author WHERE author.name = ANY (?)");
    }
  }

  @Test
  void aUnionTakesOptionsFromItsFirstPartAlone() {
    try (Session session = shop.sessions.open()) {
      assertThatThrownBy(
              () ->
                  session.scalars(
                      select(AUTHOR).union(select(AUTHOR).options(selectIn(AUTHOR.books)))))
          .hasMessageContaining("ORM-SQL-NEEDS-SESSION");
    }
  }

  @Test
  void objectsAreJoinedToAQueryOverAttributes() {
    DerivedTable<Row2<Long, Long>> counted =
        select(BOOK.author.id, BOOKS).groupBy(BOOK.author.id).as("c");
    try (Session session = shop.sessions.open()) {
      List<Row2<Author, Long>> rows =
          session
              .execute(
                  select(AUTHOR, counted.column(BOOKS))
                      .join(counted, counted.column(BOOK.author.id).eq(AUTHOR.id))
                      .orderBy(AUTHOR.id))
              .all();

      assertThat(rows).extracting(row -> row.first().getName()).containsExactly("Ada", "Bob");
      assertThat(rows).extracting(Row2::second).containsExactly(2L, 1L);
      assertThat(shop.sql())
          .containsExactly(
              "SELECT author.id, author.name, author.email, author.created, c.books FROM author"
                  + " JOIN (SELECT book.author_id, count(*) AS books FROM book GROUP BY"
                  + " book.author_id) AS c ON c.author_id = author.id ORDER BY author.id");
    }
  }

  @Test
  void objectsAreJoinedByTheForeignKeyOfTheClassInside() {
    DerivedTable<Row2<Long, Long>> counted =
        select(BOOK.author.id, BOOKS).groupBy(BOOK.author.id).as("c");
    try (Session session = shop.sessions.open()) {
      List<Author> found = session.scalars(select(AUTHOR).join(counted).orderBy(AUTHOR.id)).all();

      assertThat(found).extracting(Author::getName).containsExactly("Ada", "Bob");
    }
  }

  @Test
  void aNamedQueryIsReadBesideObjects() {
    Cte<Long> prolific =
        select(BOOK.author.id).groupBy(BOOK.author.id).having(count().gt(1L)).cte("prolific");
    try (Session session = shop.sessions.open()) {
      List<Author> found =
          session
              .scalars(
                  select(AUTHOR)
                      .where(
                          exists(
                              select(prolific.column(BOOK.author.id))
                                  .where(prolific.column(BOOK.author.id).eq(AUTHOR.id)))))
              .all();

      assertThat(found).extracting(Author::getName).containsExactly("Ada");
      assertThat(shop.sql().get(0))
          .startsWith("WITH prolific AS (SELECT book.author_id FROM book GROUP BY");
    }
  }

  @Test
  void whatANamedQueryReadsIsFlushedBefore() {
    Cte<String> names = select(AUTHOR.name).cte("names");
    try (Session session = shop.sessions.open()) {
      session.add(new Author("Dan"));

      assertThat(session.scalars(select(names)).all()).hasSize(4);
    }
  }

  @Test
  void rowsOfASubqueryAreReadWhole() {
    DerivedTable<Row2<String, Long>> inside = select(AUTHOR.name, AUTHOR.id).as("a");
    try (Session session = shop.sessions.open()) {
      assertThat(session.execute(select(inside).orderBy(inside.column(AUTHOR.id))).all())
          .first()
          .isEqualTo(new Row2<>("Ada", 1L));
    }
  }

  @Test
  void objectsAreReadByTheOutermostStatementAlone() {
    DerivedTable<Author> inside = select(AUTHOR).as("a");
    try (Session session = shop.sessions.open()) {
      assertThat(
              session
                  .scalars(select(inside.column(AUTHOR.name)).orderBy(inside.column(AUTHOR.id)))
                  .all())
          .containsExactly("Ada", "Bob", "Cyd");
      assertThatThrownBy(() -> session.scalars(select(inside))).hasMessageContaining("ORM-SQL-");
      assertThatThrownBy(
              () -> session.execute(select(AUTHOR, select(BOOK.id).as("b")).from(AUTHOR)))
          .hasMessageContaining("ORM-SESSION-UNSUPPORTED");
    }
  }

  @Test
  void objectsThatANamedStatementChangesAreReadAgain() {
    Cte<Void> renamed =
        update(AUTHOR).set(AUTHOR.email, "new@example.org").where(AUTHOR.name.eq("Ada")).cte("r");
    try (Session session = shop.sessions.open()) {
      Author ada = session.scalars(select(AUTHOR).where(AUTHOR.name.eq("Ada"))).one();

      session.execute(select(BOOK.id).with(renamed));

      assertThat(ada.getEmail()).isEqualTo("new@example.org");
      session.commit();
    }
  }

  @Test
  void aStatementBehindOneThatDeletesIsAWriteToo() {
    Cte<Long> gone = delete(BOOK).where(BOOK.title.eq("Plans")).returning(BOOK.id).cte("gone");
    assertThatThrownBy(
            () ->
                shop.sessions
                    .readOnly()
                    .fromTransaction(
                        session -> session.execute(select(gone.column(BOOK.id)).with(gone)).all()))
        .hasMessageContaining("ORM-SESSION-");
  }

  @Test
  void allIsFlushedBeforeTextThatMayReadAnything() {
    DerivedTable<Long> counted =
        text("SELECT count(*) AS n FROM author").columns(column("n", SqlTypes.BIGINT)).as("t");
    try (Session session = shop.sessions.open()) {
      session.add(new Author("Dan"));

      assertThat(session.scalars(select(counted)).one()).isEqualTo(4L);
    }
  }

  @Test
  void textIsASourceBesideObjects() {
    DerivedTable<Long> ids =
        text("SELECT id FROM author WHERE name > :name")
            .bind("name", "B")
            .columns(column("id", SqlTypes.BIGINT))
            .as("t");
    try (Session session = shop.sessions.open()) {
      List<Author> found =
          session
              .scalars(
                  select(AUTHOR)
                      .join(ids, ids.c("id", SqlTypes.BIGINT).eq(AUTHOR.id))
                      .orderBy(AUTHOR.id))
              .all();

      assertThat(found).extracting(Author::getName).containsExactly("Bob", "Cyd");
    }
  }
}
