package org.aludel.orm.expression;

import static org.aludel.orm.expression.AuthorT.AUTHOR;
import static org.aludel.orm.expression.BookT.BOOK;
import static org.aludel.orm.query.Loading.joined;
import static org.aludel.orm.query.Loading.selectIn;
import static org.aludel.orm.query.Loading.undefer;
import static org.aludel.orm.query.Loading.withCriteria;
import static org.aludel.sql.Sql.delete;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.aludel.engine.Engine;
import org.aludel.error.UsageException;
import org.aludel.orm.event.EntityListener;
import org.aludel.orm.links.LinkDatabase;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.schema.Column;
import org.aludel.schema.QualifiedName;
import org.aludel.sql.Row2;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attributes that are expressions: read, asked for and ordered by as columns, never written. */
@PostgresTest
final class ColumnPropertyTest {
  private static final String ROWS =
      "(SELECT author.id, author.first, author.last, author.first || ' '::varchar || author.last"
          + " AS full_name, (SELECT count(*) FROM book AS counted WHERE counted.author_id ="
          + " author.id) AS book_count, EXISTS (SELECT 1 FROM book WHERE book.author_id ="
          + " author.id) AS published, (SELECT count(*) FROM author AS pupil WHERE"
          + " pupil.teacher_id = author.id) AS pupil_count, (SELECT newest.title FROM book AS"
          + " newest WHERE newest.author_id = author.id AND (newest.title <> ALL"
          + " ('{\"it''s\",\"lost\"}'::varchar[])) AND newest.title <> 'none'::varchar AND"
          + " newest.id > 0 ORDER BY newest.id DESC LIMIT 1) AS last_title, author.teacher_id FROM"
          + " author)";
  private static final String SELECT =
      "SELECT author.id, author.first, author.last, author.full_name, author.book_count,"
          + " author.published, author.teacher_id FROM "
          + ROWS
          + " AS author";

  private LinkDatabase library;
  private Registry registry;
  private SessionFactory sessions;

  @BeforeEach
  void create(TestDatabase database) {
    registry = Registry.of(LibraryBase.class);
    library = LinkDatabase.fresh(database, registry);
    sessions = library.sessions;
    sessions.inTransaction(
        session -> {
          Author ann = session.add(new Author("Ann", "Ash", null));
          Author bob = session.add(new Author("Bob", "Bay", ann));
          ann.getBooks().add(new Book("a1", ann));
          bob.getBooks().add(new Book("b1", bob));
          bob.getBooks().add(new Book("b2", bob));
        });
    library.sql();
  }

  @Test
  void theTableHasNoColumnForThem() {
    assertThat(registry.metaData().table(new QualifiedName(null, "author")).orElseThrow().columns())
        .extracting(Column::name)
        .containsExactly("id", "first", "last", "teacher_id");
  }

  @Test
  void theyAreReadWithTheRow() {
    try (Session session = sessions.open()) {
      Author bob = session.getOne(Author.class, 2L);

      assertThat(bob.getFullName()).isEqualTo("Bob Bay");
      assertThat(bob.getBookCount()).isEqualTo(2);
    }
    assertThat(library.sql()).containsExactly(SELECT + " WHERE author.id = ANY (?)");
  }

  @Test
  void statementsAskForThemOrderByThemAndSelectThem() {
    try (Session session = sessions.open()) {
      List<Row2<String, Long>> rows =
          session
              .execute(
                  select(AUTHOR.fullName, AUTHOR.bookCount)
                      .where(AUTHOR.bookCount.ge(1L))
                      .orderBy(AUTHOR.bookCount.desc()))
              .all();

      assertThat(rows).extracting(Row2::first).containsExactly("Bob Bay", "Ann Ash");
      assertThat(rows).extracting(Row2::second).containsExactly(2L, 1L);
    }
  }

  @Test
  void everyAliasHasItsOwn() {
    AuthorT teacher = AUTHOR.as("teacher");

    try (Session session = sessions.open()) {
      List<Row2<Author, Long>> rows =
          session
              .execute(
                  select(AUTHOR, teacher.bookCount)
                      .join(AUTHOR.teacher.to(teacher))
                      .where(teacher.fullName.eq("Ann Ash")))
              .all();

      assertThat(rows).hasSize(1);
      assertThat(rows.get(0).first().getBookCount()).isEqualTo(2);
      assertThat(rows.get(0).second()).isEqualTo(1);
    }
  }

  @Test
  void lazyAndJoinedLoadsReadThem() {
    try (Session session = sessions.open()) {
      Book lazy = session.scalars(select(BOOK).where(BOOK.title.eq("b1"))).one();
      assertThat(lazy.getAuthor().getFullName()).isEqualTo("Bob Bay");
    }
    try (Session session = sessions.open()) {
      Book eager =
          session
              .scalars(select(BOOK).where(BOOK.title.eq("b1")).options(joined(BOOK.author)))
              .one();
      library.sql();

      assertThat(eager.getAuthor().getBookCount()).isEqualTo(2);
      assertThat(library.sql()).isEmpty();
    }
  }

  @Test
  void collectionsReadThemLazilyAndBehindTheRows() {
    try (Session session = sessions.open()) {
      Author ann = session.getOne(Author.class, 1L);
      assertThat(ann.getPupils()).extracting(Author::getBookCount).containsExactly(2L);
    }
    try (Session session = sessions.open()) {
      Author ann =
          session
              .scalars(select(AUTHOR).where(AUTHOR.id.eq(1L)).options(selectIn(AUTHOR.pupils)))
              .one();
      assertThat(ann.getPupils()).extracting(Author::getFullName).containsExactly("Bob Bay");
    }
  }

  @Test
  void expiryRenewsThem() {
    sessions.inTransaction(
        session -> {
          Author bob = session.getOne(Author.class, 2L);
          session.execute(delete(BOOK).where(BOOK.title.eq("b1")));
          assertThat(bob.getBookCount()).isEqualTo(2);

          session.expire(bob);
          assertThat(session.getOne(Author.class, 2L)).isSameAs(bob);
          assertThat(bob.getBookCount()).isEqualTo(1);
        });
  }

  @Test
  void conditionsOfTheFactoryHoldForTheRowsAndMayAskForThem() {
    SessionFactory busy = sessions.withCriteria(withCriteria(AUTHOR, AUTHOR.bookCount.gt(1L)));

    try (Session session = busy.open()) {
      assertThat(session.scalars(select(AUTHOR)).all())
          .extracting(Author::getFullName)
          .containsExactly("Bob Bay");
    }
  }

  @Test
  void aFactoryWithListenersMoreReadsThemToo() {
    SessionFactory heard = sessions.with(Author.class, new EntityListener<Author>() {});

    try (Session session = heard.open()) {
      assertThat(session.getOne(Author.class, 2L).getFullName()).isEqualTo("Bob Bay");
    }
  }

  @Test
  void aJoinMayInferItsCondition() {
    try (Session session = sessions.open()) {
      List<Long> counts =
          session.scalars(select(AUTHOR.bookCount).from(BOOK).join(AUTHOR).orderBy(BOOK.id)).all();

      assertThat(counts).containsExactly(1L, 2L, 2L);
    }
  }

  @Test
  void aPageOfObjectsWithTheirCollectionsIsStillRight() {
    try (Session session = sessions.open()) {
      Author first =
          session
              .scalars(
                  select(AUTHOR)
                      .orderBy(AUTHOR.bookCount.desc())
                      .limit(1)
                      .options(joined(AUTHOR.books)))
              .one();

      assertThat(first.getFullName()).isEqualTo("Bob Bay");
      assertThat(first.getBooks()).hasSize(2);
    }
  }

  @Test
  void aDeferredOneIsReadOnItsFirstUseOrWithTheRow() {
    try (Session session = sessions.open()) {
      Author ann = session.getOne(Author.class, 1L);
      assertThat(library.sql()).hasSize(1);

      assertThat(ann.getPupilCount()).isEqualTo(1);
      assertThat(library.sql()).hasSize(1);
    }
    library.sql();
    try (Session session = sessions.open()) {
      Author ann =
          session
              .scalars(select(AUTHOR).where(AUTHOR.id.eq(1L)).options(undefer(AUTHOR.pupilCount)))
              .one();
      assertThat(ann.getPupilCount()).isEqualTo(1);
    }
    assertThat(library.sql()).hasSize(1);
  }

  @Test
  void valuesOfAnExpressionStandInItsText() {
    try (Session session = sessions.open()) {
      assertThat(session.getOne(Author.class, 2L).getLastTitle()).isEqualTo("b2");
    }
    assertThat(library.sql())
        .containsExactly(
            SELECT + " WHERE author.id = ANY (?)",
            "SELECT author.id, author.pupil_count, author.last_title FROM "
                + ROWS
                + " AS author WHERE author.id = ANY (?)");
  }

  @Test
  void theServerComputesOnlyWhatAStatementReads(TestDatabase database) throws SQLException {
    try (var connection = database.dataSource().getConnection();
        var rows =
            connection
                .createStatement()
                .executeQuery("EXPLAIN SELECT author.first FROM " + ROWS + " AS author")) {
      StringBuilder plan = new StringBuilder();
      while (rows.next()) {
        plan.append(rows.getString(1));
      }
      assertThat(plan.toString()).contains("Seq Scan on author").doesNotContain("SubPlan");
    }
  }

  @Test
  void rowsMayBeLocked() {
    sessions.inTransaction(
        session -> {
          Author bob = session.scalars(select(AUTHOR).where(AUTHOR.id.eq(2L)).forUpdate()).one();

          assertThat(bob.isPublished()).isTrue();
        });
    assertThat(library.sql()).containsExactly(SELECT + " WHERE author.id = ? FOR UPDATE");
  }

  @Test
  void anExpressionReadsNoOther(TestDatabase database) {
    Engine engine = Engine.create(database.dataSource());

    assertThatThrownBy(() -> SessionFactory.of(engine, Registry.of(ShelfBase.class)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("cannot use \"org.aludel.orm.expression.Shelf.twice\" here")
        .hasMessageContaining("call the hybrid of that name");
  }

  @Test
  void aFlushNeverWritesThemAndARefreshReadsThem() {
    sessions.inTransaction(
        session -> {
          Author bob = session.getOne(Author.class, 2L);
          bob.setFullName("somebody else");
          session.flush();
          bob.setLast("Bell");
          session.flush();
          session.refresh(bob);

          assertThat(bob.getFullName()).isEqualTo("Bob Bell");
        });

    assertThat(library.sql())
        .filteredOn(sql -> sql.startsWith("UPDATE"))
        .containsExactly("UPDATE author SET last = ? WHERE id = ?");
  }

  @Test
  void aNewObjectHasThemOnceItsRowIsRead() {
    sessions.inTransaction(
        session -> {
          Author cid = session.add(new Author("Cid", "Cox", null));
          session.flush();
          assertThat(cid.getFullName()).isNull();

          session.refresh(cid);
          assertThat(cid.getFullName()).isEqualTo("Cid Cox");
        });

    assertThat(library.sql().get(0))
        .isEqualTo("INSERT INTO author (first, last, teacher_id) VALUES (?, ?, ?) RETURNING id");
  }

  @Test
  void aMergeLeavesWhatTheRowSays() {
    Author detached;
    try (Session session = sessions.open()) {
      detached = session.getOne(Author.class, 2L);
    }
    detached.setFullName("older");

    sessions.inTransaction(
        session -> assertThat(session.merge(detached).getFullName()).isEqualTo("Bob Bay"));
  }

  @Test
  void statementsThatChangeRowsUseTheHybrid() {
    sessions.inTransaction(
        session -> {
          session.execute(update(AUTHOR).set(AUTHOR.last, "Bee").where(AUTHOR.bookCount().eq(2L)));
          assertThat(session.getOne(Author.class, 2L).getFullName()).isEqualTo("Bob Bee");
        });

    sessions.inTransaction(
        session -> {
          assertThatThrownBy(() -> session.execute(delete(AUTHOR).where(AUTHOR.bookCount.eq(0L))))
              .isInstanceOf(UsageException.class)
              .hasMessageContaining("cannot use \"org.aludel.orm.expression.Author.bookCount\"")
              .hasMessageContaining("call the hybrid of that name");
          assertThatThrownBy(
                  () ->
                      session.execute(
                          update(AUTHOR).set(AUTHOR.fullName, "x").where(AUTHOR.id.eq(1L))))
              .hasMessageContaining("an expression, which no table stores");
          assertThatThrownBy(
                  () ->
                      session.execute(
                          update(AUTHOR)
                              .set(AUTHOR.last, "x")
                              .where(AUTHOR.id.eq(1L))
                              .returning(AUTHOR)))
              .hasMessageContaining("an expression, which no table stores");
        });
  }

  @Test
  void rowsInBulkHaveNoneOfThem() {
    sessions.inTransaction(
        session -> session.bulk().insert(AUTHOR, List.of(new Author("Dan", "Day", null))));

    try (Session session = sessions.open()) {
      assertThat(session.getOne(Author.class, 3L).getFullName()).isEqualTo("Dan Day");
      assertThatThrownBy(
              () -> session.bulk().insert(AUTHOR, List.of(Map.of("fullName", "Dan Day"))))
          .hasMessageContaining("the attribute \"fullName\", which is an expression");
      assertThatThrownBy(
              () -> session.bulk().insertReturning(AUTHOR, List.of(new Author("Eve", "Elm", null))))
          .hasMessageContaining("which no write returns");
    }
  }
}
