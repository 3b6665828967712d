package org.aludel.test;

import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import bookshop.Author;
import bookshop.AuthorT;
import bookshop.Base;
import org.aludel.dialect.Isolation;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@OrmTest(value = Base.class, isolation = OrmTest.Isolation.DATABASE)
@Execution(ExecutionMode.CONCURRENT)
final class OwnDatabaseTest {
  @BeforeAll
  static void oneAuthorForAll(SessionFactory sessions) {
    sessions.inTransaction(session -> session.add(new Author("there before")));
  }

  @RepeatedTest(2)
  void eachTestHasACopyOfTheDatabaseOfTheClass(SessionFactory sessions) {
    sessions.inTransaction(session -> session.add(new Author("mine")));

    assertThat(
            sessions.<java.util.List<String>, RuntimeException>fromTransaction(
                session -> session.scalars(select(AuthorT.AUTHOR.name)).all()))
        .containsExactlyInAnyOrder("there before", "mine");
  }

  @Test
  void transactionsAreReal(SessionFactory sessions) {
    SessionFactory serializable = sessions.isolation(Isolation.SERIALIZABLE);
    try (Session first = serializable.open();
        Session second = serializable.open()) {
      first.add(new Author("unseen"));
      first.flush();

      assertThat(second.scalars(select(AuthorT.AUTHOR.name)).all()).containsExactly("there before");
      first.commit();
    }
  }
}
