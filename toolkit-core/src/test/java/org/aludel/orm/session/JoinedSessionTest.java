package org.aludel.orm.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.dialect.Isolation;
import org.aludel.engine.Connection;
import org.aludel.error.IntegrityViolation;
import org.aludel.orm.bookshop.Author;
import org.aludel.orm.state.Lifecycle;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions inside a transaction that somebody else begins and ends. */
@PostgresTest
final class JoinedSessionTest {
  private Bookshop shop;

  @BeforeEach
  void create(TestDatabase database) {
    shop = Bookshop.fresh(database);
  }

  private List<List<String>> names() {
    return shop.query("SELECT name FROM author ORDER BY id");
  }

  @Test
  void commitInsideDoesNotCommitOutside() {
    try (Connection outside = shop.engine.connect()) {
      SessionFactory joined = shop.sessions.joining(outside);
      joined.inTransaction(session -> session.add(new Author("Ada")));

      assertThat(names()).isEmpty();
      joined.inTransaction(
          session -> assertThat(session.getOne(Author.class, 1).getName()).isEqualTo("Ada"));
      outside.rollback();
    }
    assertThat(names()).isEmpty();
  }

  @Test
  void whatWasCommittedInsideLastsWithTheOutsideCommit() {
    try (Connection outside = shop.engine.connect()) {
      shop.sessions.joining(outside).inTransaction(session -> session.add(new Author("Ada")));
      outside.commit();
    }
    assertThat(names()).containsExactly(List.of("Ada"));
  }

  @Test
  void rollbackInsideUndoesItsPartAlone() {
    try (Connection outside = shop.engine.connect()) {
      outside.update("INSERT INTO author (name) VALUES ('Core')");
      try (Session session = shop.sessions.joining(outside).open()) {
        session.add(new Author("Kept"));
        session.commit();
        Author lost = session.add(new Author("Lost"));
        session.flush();
        session.rollback();
        assertThat(session.stateOf(lost)).isEqualTo(Lifecycle.TRANSIENT);
      }
      outside.commit();
    }
    assertThat(names()).containsExactly(List.of("Core"), List.of("Kept"));
  }

  @Test
  void aFailedFlushLeavesTheOutsideUsable() {
    try (Connection outside = shop.engine.connect()) {
      outside.update("INSERT INTO author (name) VALUES ('Core')");
      SessionFactory joined = shop.sessions.joining(outside);

      assertThatThrownBy(() -> joined.inTransaction(session -> session.add(new Author("Core"))))
          .isInstanceOf(IntegrityViolation.class);

      outside.commit();
    }
    assertThat(names()).containsExactly(List.of("Core"));
  }

  @Test
  void closingTheSessionLeavesTheConnectionOpen() {
    try (Connection outside = shop.engine.connect()) {
      try (Session session = shop.sessions.joining(outside).open()) {
        session.add(new Author("Ada"));
        session.flush();
        session.rollback();
      }
      assertThat(outside.inTransaction()).isTrue();
      assertThat(outside.update("INSERT INTO author (name) VALUES ('Core')")).isEqualTo(1);
      outside.commit();
    }
    assertThat(names()).containsExactly(List.of("Core"));
  }

  @Test
  void savepointsOfTheSessionNestInsideItsPart() {
    try (Connection outside = shop.engine.connect()) {
      try (Session session = shop.sessions.joining(outside).open()) {
        session.add(new Author("Kept"));
        NestedTransaction nested = session.beginNested();
        session.add(new Author("Lost"));
        session.flush();
        nested.rollback();
        session.commit();
      }
      outside.commit();
    }
    assertThat(names()).containsExactly(List.of("Kept"));
  }

  @Test
  void aPartHasNoIsolationLevelAndNoRetryOfItsOwn() {
    try (Connection outside = shop.engine.connect()) {
      SessionFactory joined = shop.sessions.joining(outside);

      assertThatThrownBy(() -> joined.isolation(Isolation.SERIALIZABLE))
          .hasMessageContaining("ORM-SESSION-UNSUPPORTED");
      assertThatThrownBy(() -> joined.retry(2)).hasMessageContaining("ORM-SESSION-UNSUPPORTED");
    }
  }
}
