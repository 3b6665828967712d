package org.aludel.test;

import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bookshop.Author;
import bookshop.AuthorT;
import bookshop.Base;
import java.util.List;
import org.aludel.dialect.Isolation;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.error.DatabaseException;
import org.aludel.error.IntegrityViolation;
import org.aludel.error.UsageException;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@OrmTest(Base.class)
@Execution(ExecutionMode.CONCURRENT)
final class OrmTestTest {
  @BeforeAll
  static void oneAuthorForAll(SessionFactory sessions) {
    sessions.inTransaction(session -> session.add(new Author("there before")));
  }

  @RepeatedTest(3)
  void eachTestFindsWhatTheClassBeganWith(Session session, SessionFactory sessions) {
    session.add(new Author("mine"));
    session.commit();
    sessions.inTransaction(other -> other.add(new Author("and mine")));

    List<String> names =
        session.scalars(select(AuthorT.AUTHOR.name).orderBy(AuthorT.AUTHOR.id)).all();

    assertThat(names).containsExactly("there before", "mine", "and mine");
  }

  @Test
  void aRollbackOfTheCodeUnderTestUndoesItsWorkAlone(Session session, SessionFactory sessions) {
    session.add(new Author("kept"));
    session.commit();

    assertThatThrownBy(
            () ->
                sessions.inTransaction(
                    other -> {
                      other.add(new Author("lost"));
                      other.flush();
                      throw new IllegalArgumentException("changed its mind");
                    }))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(session.scalars(select(AuthorT.AUTHOR.name)).all())
        .containsExactlyInAnyOrder("there before", "kept");
  }

  @Test
  void aRefusedStatementCanBeRolledBackAndTheTestGoesOn(Session session) {
    session.add(new Author("there before"));

    assertThatThrownBy(session::commit).isInstanceOf(IntegrityViolation.class);
    session.rollback();

    assertThat(session.scalars(select(AuthorT.AUTHOR.name)).all()).containsExactly("there before");
  }

  @Test
  void coreWorksInTheSameTransaction(Engine engine, Session session) {
    engine.update("INSERT INTO author (name) VALUES ('by Core')");

    assertThat(session.scalars(select(AuthorT.AUTHOR.name)).all()).contains("by Core");
  }

  @Test
  void aStatementThatFailsByItselfDoesNotBreakTheTest(Engine engine) {
    try (Connection connection = engine.connectAutocommit()) {
      connection.update("INSERT INTO author (name) VALUES ('alone')");
      assertThatThrownBy(() -> connection.update("INSERT INTO author (name) VALUES ('alone')"))
          .isInstanceOf(IntegrityViolation.class);

      assertThat(connection.execute("SELECT name FROM author ORDER BY id").all()).hasSize(2);
    }
  }

  @Test
  void aReadOnlyFactoryReadsAndIsRefusedToWrite(SessionFactory sessions, Engine engine) {
    SessionFactory reading = sessions.readOnly();

    List<String> names =
        reading.fromTransaction(session -> session.scalars(select(AuthorT.AUTHOR.name)).all());
    assertThatThrownBy(
            () ->
                reading.inTransaction(session -> session.connection().update("DELETE FROM author")))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("read-only");
    engine.update("DELETE FROM author");

    assertThat(names).containsExactly("there before");
  }

  @Test
  void anIsolationLevelIsRefusedByName(SessionFactory sessions) {
    SessionFactory serializable = sessions.isolation(Isolation.SERIALIZABLE);

    assertThatThrownBy(() -> serializable.inTransaction(session -> session.get(Author.class, 1L)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("ORM-TEST-ISOLATION")
        .hasMessageContaining("OrmTest.Isolation.DATABASE");
  }

  @Test
  void transactionsThatInterleaveAreRefusedByName(Engine engine) {
    try (Connection first = engine.connect();
        Connection second = engine.connect()) {
      first.update("INSERT INTO author (name) VALUES ('first')");
      second.update("INSERT INTO author (name) VALUES ('second')");

      assertThatThrownBy(first::commit)
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("ORM-TEST-INTERLEAVED");
      second.commit();
      first.commit();
    }
  }

  @Test
  void theSchemaIsThatOfTheRevisions(TestDatabase database, SchemaAtHead schema) {
    assertThat(database.query("SELECT count(*) FROM aludel_version")).containsExactly(List.of("1"));
    schema.assertAgrees();
  }

  @Nested
  final class NestedClasses {
    @Test
    void shareTheDatabaseOfTheOuterClass(Session session) {
      assertThat(session.scalars(select(AuthorT.AUTHOR.name)).all())
          .containsExactly("there before");
    }
  }
}
