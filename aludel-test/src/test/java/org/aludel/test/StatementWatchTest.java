package org.aludel.test;

import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bookshop.Author;
import bookshop.AuthorT;
import bookshop.Base;
import bookshop.Catalogue;
import java.util.List;
import org.aludel.engine.Engine;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

@OrmTest(Base.class)
final class StatementWatchTest {
  private static final String NAMES = "SELECT author.name FROM author";

  @BeforeAll
  static void fiveAuthors(SessionFactory sessions) {
    sessions.inTransaction(
        session -> {
          for (int number = 1; number <= 5; number++) {
            session.add(new Author("author " + number).wrote("a book").wrote("another"));
          }
        });
  }

  @Test
  void theNumberOfStatementsIsAsserted(Session session, StatementWatch watch) {
    watch.assertStatements(1, () -> session.scalars(select(AuthorT.AUTHOR.name)).all());

    assertThatThrownBy(
            () ->
                watch.assertStatements(2, () -> session.scalars(select(AuthorT.AUTHOR.name)).all()))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContaining("ORM-TEST-STATEMENTS: cannot accept 1 statements")
        .hasMessageContaining(NAMES);
  }

  @Test
  void theTextsAreAssertedInTheirOrder(Session session, StatementWatch watch) {
    watch.assertStatements(
        List.of(NAMES, "SELECT count(*) FROM book"),
        () -> {
          session.scalars(select(AuthorT.AUTHOR.name)).all();
          session.connection().execute("SELECT count(*) FROM book").all();
        });

    assertThatThrownBy(
            () ->
                watch.assertStatements(
                    List.of(), () -> session.scalars(select(AuthorT.AUTHOR.name)).all()))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContaining("Expected: none");
  }

  @Test
  void aBlockWithoutStatementsSendsNone(StatementWatch watch) {
    watch.assertStatements(0, () -> {});
  }

  @Test
  void transactionsAndTheirModesAreNoStatements(SessionFactory sessions, StatementWatch watch) {
    watch.assertStatements(
        List.of(NAMES),
        () ->
            sessions
                .readOnly()
                .inTransaction(session -> session.scalars(select(AuthorT.AUTHOR.name)).all()));
  }

  @Test
  void aLoadForEachObjectIsFoundWithItsPlace(Engine engine, StatementWatch watch) {
    SessionFactory oneByOne =
        SessionFactory.of(engine, Base.class, options -> options.batchSize(1));

    assertThatThrownBy(
            () ->
                watch.assertNoNPlusOne(
                    () -> oneByOne.inTransaction(session -> new Catalogue(session).titles())))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContaining("ORM-TEST-N-PLUS-ONE")
        .hasMessageContaining(
            "5 times: SELECT id, title, author_id FROM book WHERE author_id = ANY")
        .hasMessageContaining("at bookshop.Catalogue.titles(Catalogue.java:")
        .hasMessageContaining("assertNoNPlusOne(5, …)");
  }

  @Test
  void batchedLoadsAreNoLoop(Session session, StatementWatch watch) {
    watch.assertNoNPlusOne(() -> assertThat(new Catalogue(session).titles()).hasSize(10));
  }

  @Test
  void moreRepetitionsCanBeAllowed(Engine engine, StatementWatch watch) {
    SessionFactory oneByOne =
        SessionFactory.of(engine, Base.class, options -> options.batchSize(1));

    watch.assertNoNPlusOne(
        5, () -> oneByOne.inTransaction(session -> new Catalogue(session).titles()));
  }

  @Test
  void textsThatDifferInLiteralsAndListsAreOneShape() {
    assertThat(
            Repetition.shape("SELECT a1 FROM t WHERE b = 'it''s' AND c IN (?, ?, ?) AND d > 4.5"))
        .isEqualTo(Repetition.shape("SELECT a1 FROM t WHERE b = '' AND c IN (?, ?) AND d > 12"));
    assertThat(Repetition.shape("INSERT INTO t VALUES (?, ?), (?, ?), (?, ?)"))
        .isEqualTo(Repetition.shape("INSERT INTO t VALUES (?, ?), (?, ?)"));
    assertThat(Repetition.shape("SELECT a1 FROM t"))
        .isNotEqualTo(Repetition.shape("SELECT a2 FROM t"));
  }
}
