package org.aludel.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bookshop.Author;
import bookshop.Base;
import org.aludel.engine.Engine;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** Schemas of classes, and of revisions that are behind them. */
final class ModelSchemaTest {
  @Nested
  @OrmTest(value = Base.class, schema = OrmTest.Schema.MODEL)
  final class OfTheClasses {
    @Test
    void noRevisionIsRun(TestDatabase database, Session session) {
      session.add(new Author("pearl"));
      session.commit();

      assertThat(database.query("SELECT to_regclass('aludel_version')").get(0)).containsOnlyNulls();
    }

    @Test
    void theDatabaseHasWhatTheClassesAskFor(SchemaAtHead schema) {
      schema.assertAgrees();
    }
  }

  @Nested
  @OrmTest(value = Base.class, database = "without-revisions")
  final class WithoutRevisions {
    @Test
    void theClassesMakeTheSchema(Session session, SchemaAtHead schema) {
      session.add(new Author("pearl"));
      session.commit();

      schema.assertAgrees();
    }
  }

  @Nested
  @OrmTest(value = Base.class, isolation = OrmTest.Isolation.DATABASE)
  final class ThatDrifted {
    @Test
    void aColumnThatIsGoneIsNamed(Engine engine, SchemaAtHead schema) {
      engine.update("ALTER TABLE book DROP COLUMN title");

      assertThatThrownBy(schema::assertAgrees)
          .isInstanceOf(AssertionFailedError.class)
          .hasMessageContaining("ORM-TEST-SCHEMA")
          .hasMessageContaining("the database has otherwise: ")
          .hasMessageContaining("book.title");
    }

    @Test
    void aClassWithoutARevisionIsNamed(Engine engine) {
      Registry more =
          Registry.builder().add(Author.class, bookshop.Book.class, Coupon.class).build();
      SchemaAtHead schema = SchemaAtHead.of(engine, more, Coupon.class.getClassLoader());

      assertThatThrownBy(schema::assertAgrees)
          .isInstanceOf(AssertionFailedError.class)
          .hasMessageContaining("the revisions lack: ")
          .hasMessageContaining("coupon");
    }
  }
}
