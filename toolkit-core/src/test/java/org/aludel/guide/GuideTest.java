package org.aludel.guide;

import static org.aludel.orm.bookshop.AuthorT.AUTHOR;
import static org.aludel.orm.bookshop.BookT.BOOK;
import static org.aludel.orm.query.Loading.raise;
import static org.aludel.orm.query.Loading.selectIn;
import static org.aludel.sql.Sql.coalesce;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.delete;
import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.set;
import static org.aludel.sql.Sql.text;
import static org.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.aludel.dialect.Isolation;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.Transaction;
import org.aludel.error.StaleDataException;
import org.aludel.orm.bookshop.Author;
import org.aludel.orm.bookshop.Book;
import org.aludel.orm.bookshop.BookshopBase;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.sql.Predicate;
import org.aludel.sql.Row;
import org.aludel.sql.Row2;
import org.aludel.sql.Select;
import org.aludel.sql.Sql;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The code of docs/guide.md, which {@link GuidePageTest} holds to be what stands here. */
@PostgresTest
final class GuideTest {
  private Engine engine;
  private SessionFactory sessions;

  record Line(String author, String title) {}

  @BeforeEach
  void createTables(TestDatabase database) {
    engine = Engine.create(database.dataSource());
    engine.createAll(Registry.of(BookshopBase.class).metaData());
    sessions = SessionFactory.of(engine, BookshopBase.class);
  }

  @AfterEach
  void dropTables() {
    engine.dropAll(Registry.of(BookshopBase.class).metaData());
    engine.close();
  }

  @Test
  void coreWritesAndReads() {
    // guide: core
    try (Connection connection = engine.connect()) {
      Long ada =
          connection.execute(insert(AUTHOR).set(AUTHOR.name, "Ada").returning(AUTHOR.id)).scalar();
      connection.execute(
          insert(BOOK)
              .columns(BOOK.title, BOOK.version, BOOK.author.id)
              .values("Notes", 0, ada)
              .values("Letters", 0, ada));
      connection.commit();

      List<Line> lines =
          connection
              .execute(
                  select(Line::new, AUTHOR.name, BOOK.title)
                      .join(BOOK.author)
                      .where(BOOK.title.like("N%"))
                      .orderBy(BOOK.title))
              .all();
      assertThat(lines).containsExactly(new Line("Ada", "Notes"));
    }
    // end
    assertThat(changed()).containsExactly("Letters", "Notes (2nd)");
  }

  private List<String> changed() {
    // guide: core-change
    long left =
        engine.fromTransaction(
            connection -> {
              connection.execute(
                  update(BOOK)
                      .set(BOOK.title, BOOK.title.concat(" (2nd)"))
                      .where(BOOK.title.eq("Notes")));
              connection.execute(delete(BOOK).where(BOOK.price.gt(new BigDecimal("99.00"))));
              return connection.execute(select(count()).from(BOOK)).scalar();
            });
    // end
    assertThat(left).isEqualTo(2);
    return engine.execute(select(BOOK.title).orderBy(BOOK.title));
  }

  @Test
  void referencesTakeObjectsAndKeys() {
    Author ada = new Author("Ada");
    Author eve = new Author("Eve");
    sessions.inTransaction(session -> session.addAll(List.of(ada, eve)));
    engine.update(insert(BOOK).set(BOOK.title, "Notes").set(BOOK.version, 0));
    // guide: references
    engine.update(update(BOOK).set(BOOK.author, ada).where(BOOK.author.isNull()));
    List<Row2<String, Long>> written =
        engine.execute(select(BOOK.title, BOOK.author.id).where(BOOK.author.in(ada, eve)));
    List<String> hers =
        engine.execute(select(BOOK.title).join(AUTHOR).where(AUTHOR.name.eq("Ada")));
    List<String> idle = engine.execute(select(AUTHOR.name).where(AUTHOR.books.any().not()));
    // end
    assertThat(written).containsExactly(new Row2<>("Notes", ada.getId()));
    assertThat(hers).containsExactly("Notes");
    assertThat(idle).containsExactly("Eve");
  }

  @Test
  void conditionsAreValues() {
    books("Notes", "Letters", "Plans");

    assertThat(titles("N", null)).containsExactly("Notes");
    assertThat(titles(null, null)).containsExactly("Letters", "Notes", "Plans");
    assertThat(titles(null, new BigDecimal("1.00"))).isEmpty();
  }

  private List<String> titles(String beginning, BigDecimal atMost) {
    // guide: dynamic
    Select<String> query = select(BOOK.title).orderBy(BOOK.title);
    if (beginning != null) {
      query = query.where(BOOK.title.startsWith(beginning));
    }
    if (atMost != null) {
      Predicate cheap = BOOK.price.le(atMost);
      query = query.where(cheap.or(BOOK.price.eq(BigDecimal.ZERO)));
    }
    List<String> titles = engine.execute(query);
    // end
    return titles;
  }

  @Test
  void groupsAndUpserts() {
    books("Notes", "Letters");
    // guide: group
    List<Row2<String, Long>> shelves =
        engine.execute(
            select(AUTHOR.name, count(BOOK.id))
                .from(AUTHOR)
                .leftJoin(AUTHOR.books)
                .groupBy(AUTHOR.name)
                .orderBy(count(BOOK.id).desc(), AUTHOR.name));
    // end
    assertThat(shelves).containsExactly(new Row2<>("Ada", 2L));
    // guide: upsert
    engine.update(
        insert(AUTHOR)
            .set(AUTHOR.name, "Ada")
            .set(AUTHOR.email, "ada@example.org")
            .onConflictDoUpdate(
                List.of(AUTHOR.name),
                set(AUTHOR.email, coalesce(AUTHOR.email, Sql.excluded(AUTHOR.email)))));
    // end
    assertThat(engine.execute(select(AUTHOR.email))).containsExactly("ada@example.org");
    // guide: text
    List<Row> rows = engine.execute(text("SELECT name, email FROM author WHERE name = ?", "Ada"));
    String email = (String) rows.get(0).get("email");
    // end
    assertThat(email).isEqualTo("ada@example.org");
  }

  @Test
  void aSavepointUndoesAPart() {
    // guide: savepoint
    try (Connection connection = engine.connect()) {
      connection.execute(insert(AUTHOR).set(AUTHOR.name, "Ada"));
      try (Transaction part = connection.beginNested()) {
        connection.execute(insert(AUTHOR).set(AUTHOR.name, "Bob"));
        part.rollback();
      }
      connection.commit();
    }
    // end
    assertThat(engine.execute(select(AUTHOR.name))).containsExactly("Ada");
  }

  @Test
  void aSessionStoresAGraph() {
    // guide: session
    Author ada =
        sessions.fromTransaction(
            session -> {
              Author author = session.add(new Author("Ada"));
              author.getBooks().add(new Book("Notes"));
              author.getBooks().add(new Book("Letters"));
              return author;
            });
    // end
    assertThat(ada.getBooks()).extracting(Book::getId).doesNotContainNull();

    // guide: unit-of-work
    try (Session session = sessions.open()) {
      Author author = session.getOne(Author.class, ada.getId());
      author.setEmail("ada@example.org");
      author.getBooks().remove(0);
      author.getBooks().add(new Book("Plans"));
      session.commit();
    }
    // end
    assertThat(engine.execute(select(BOOK.title).orderBy(BOOK.id)))
        .containsExactly("Letters", "Plans");
  }

  @Test
  void relationshipsLoadAsAsked() {
    books("Notes", "Letters");
    // guide: loading
    try (Session session = sessions.open()) {
      List<Author> authors =
          session
              .scalars(
                  select(AUTHOR)
                      .where(AUTHOR.books.any(BOOK.title.like("N%")))
                      .options(selectIn(AUTHOR.books)))
              .all();
      assertThat(authors.get(0).getBooks()).hasSize(2);
    }
    // end
    try (Session session = sessions.open()) {
      Author ada = session.scalars(select(AUTHOR).options(raise(AUTHOR.books))).one();
      assertThatThrownBy(() -> ada.getBooks().size()).hasMessageContaining("Author.books");
    }
  }

  @Test
  void aVersionFindsWhoWasFirst() {
    books("Notes");
    // guide: version
    try (Session mine = sessions.open();
        Session yours = sessions.open()) {
      mine.scalars(select(BOOK)).one().setTitle("Mine");
      yours.scalars(select(BOOK)).one().setTitle("Yours");
      mine.commit();
      assertThatThrownBy(yours::commit).isInstanceOf(StaleDataException.class);
    }
    // end
  }

  @Test
  void transactionsHaveOptions() {
    books("Notes");
    // guide: transactions
    Long books =
        sessions
            .isolation(Isolation.SERIALIZABLE)
            .retry(3)
            .fromTransaction(session -> session.scalar(select(count()).from(BOOK)));
    // end
    assertThat(books).isEqualTo(1);
  }

  private void books(String... titles) {
    sessions.inTransaction(
        session -> {
          Author ada = session.add(new Author("Ada"));
          for (String title : titles) {
            ada.write(title);
          }
        });
  }
}
