package org.aludel.orm.session;

import static org.aludel.sql.Sql.any;
import static org.aludel.sql.Sql.array;
import static org.aludel.sql.Sql.caseOf;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.delete;
import static org.aludel.sql.Sql.excluded;
import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.merge;
import static org.aludel.sql.Sql.parameter;
import static org.aludel.sql.Sql.row;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.set;
import static org.aludel.sql.Sql.update;
import static org.aludel.sql.function.Aggregates.arrayAgg;
import static org.aludel.sql.function.TextFunctions.length;
import static org.aludel.sql.function.Windows.partitionBy;
import static org.aludel.sql.function.Windows.rank;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.aludel.orm.bookshop.Author;
import org.aludel.orm.bookshop.AuthorT;
import org.aludel.orm.bookshop.Book;
import org.aludel.orm.bookshop.BookT;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Row2;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every family of expressions and every form of change over mapped classes. */
@PostgresTest
final class ExpressionQueryTest {
  private static final AuthorT AUTHOR = AuthorT.AUTHOR;
  private static final BookT BOOK = BookT.BOOK;

  private Bookshop shop;

  @BeforeEach
  void create(TestDatabase database) {
    shop = Bookshop.fresh(database);
    shop.sessions.inTransaction(
        session -> {
          session.add(new Author("Ada").write("Notes").write("Letters"));
          session.add(new Author("Bob").write("Plans"));
        });
    shop.sql();
  }

  @Test
  void windowsAndAggregatesReadAttributes() {
    try (Session session = shop.sessions.open()) {
      List<Row2<String, Long>> ranked =
          session
              .execute(
                  select(
                          BOOK.title,
                          rank().over(partitionBy(BOOK.author.id).orderBy(BOOK.title.desc())))
                      .orderBy(BOOK.title))
              .all();
      List<List<String>> titles =
          session
              .execute(
                  select(arrayAgg(BOOK.title).orderBy(BOOK.title).filter(length(BOOK.title).gt(5))))
              .all();

      assertThat(ranked)
          .containsExactly(
              new Row2<>("Letters", 2L), new Row2<>("Notes", 1L), new Row2<>("Plans", 1L));
      assertThat(titles).containsExactly(List.of("Letters"));
      assertThat(shop.sql())
          .containsExactly(
              "SELECT book.title, rank() OVER (PARTITION BY book.author_id ORDER BY book.title"
                  + " DESC) FROM book ORDER BY book.title",
              "SELECT array_agg(book.title ORDER BY book.title) FILTER (WHERE length(book.title) >"
                  + " ?) FROM book");
    }
  }

  @Test
  void rowsListsAndCasesReadAttributes() {
    try (Session session = shop.sessions.open()) {
      List<Book> found =
          session
              .scalars(
                  select(BOOK)
                      .where(
                          row(BOOK.title, BOOK.author.id)
                              .in(new Row2<>("Notes", 1L), new Row2<>("Plans", 9L)),
                          BOOK.title.eq(any(array(BOOK.title, literal("x")))),
                          BOOK.title.matchesRegex(parameter("regex", SqlTypes.TEXT)),
                          caseOf(BOOK.title).when("Notes", literal(1)).otherwise(0).eq(1))
                      .with("regex", "^N"))
              .all();

      assertThat(found).extracting(Book::getTitle).containsExactly("Notes");
    }
  }

  @Test
  void changesReadOtherClasses() {
    shop.sessions.inTransaction(
        session -> {
          session.execute(
              update(BOOK)
                  .set(
                      set(
                          row(BOOK.title, BOOK.price),
                          row(AUTHOR.name, literal(SqlTypes.NUMERIC, BigDecimal.ONE))))
                  .from(AUTHOR)
                  .where(BOOK.author.id.eq(AUTHOR.id), AUTHOR.name.eq("Bob")));
          session.execute(
              delete(BOOK)
                  .using(AUTHOR)
                  .where(BOOK.author.id.eq(AUTHOR.id), BOOK.title.eq("Letters")));
          assertThat(session.scalars(select(BOOK.title).orderBy(BOOK.title)).all())
              .containsExactly("Bob", "Notes");
        });

    assertThat(shop.sql())
        .startsWith(
            "UPDATE book SET (title, price) = (author.name, '1'::numeric) FROM author"
                + " WHERE book.author_id = author.id AND author.name = ? RETURNING book.id",
            "DELETE FROM book USING author WHERE book.author_id = author.id AND book.title = ?"
                + " RETURNING book.id");
  }

  @Test
  void anInsertMeetsRowsThatExist() {
    shop.sessions.inTransaction(
        session -> {
          session.execute(
              insert(AUTHOR)
                  .columns(AUTHOR.name, AUTHOR.email)
                  .values("Ada", "ada@example.org")
                  .values("Cyd", "cyd@example.org")
                  .onConflict(AUTHOR.name)
                  .updateWhere(AUTHOR.email.isNull())
                  .doUpdate(set(AUTHOR.email, excluded(AUTHOR.email))));
          assertThat(
                  session
                      .scalars(
                          select(AUTHOR.email).where(AUTHOR.email.isNotNull()).orderBy(AUTHOR.name))
                      .all())
              .containsExactly("ada@example.org", "cyd@example.org");
        });
  }

  @Test
  void aMergeIsWrittenForMappedClasses() {
    shop.sessions.inTransaction(
        session -> {
          ColumnReference<String> title = BOOK.title;
          session.execute(
              merge(AUTHOR)
                  .using(BOOK, AUTHOR.id.eq(BOOK.author.id).and(title.eq("Plans")))
                  .whenMatched()
                  .update(set(AUTHOR.email, title))
                  .whenNotMatched(title.eq("Notes"))
                  .insert(set(AUTHOR.name, title)));
          assertThat(session.scalars(select(count()).from(AUTHOR)).all()).containsExactly(3L);
        });

    assertThat(shop.sql().get(0))
        .isEqualTo(
            "MERGE INTO author USING book ON author.id = book.author_id AND book.title = ?"
                + " WHEN MATCHED THEN UPDATE SET email = book.title"
                + " WHEN NOT MATCHED AND book.title = ? THEN INSERT (name) VALUES (book.title)");
  }
}
