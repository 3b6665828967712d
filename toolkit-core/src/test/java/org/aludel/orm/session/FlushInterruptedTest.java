package org.aludel.orm.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.dialect.Isolation;
import org.aludel.engine.ExecutionListener;
import org.aludel.engine.Outgoing;
import org.aludel.error.AludelException;
import org.aludel.error.SerializationFailure;
import org.aludel.orm.bookshop.Author;
import org.aludel.orm.bookshop.Book;
import org.aludel.orm.bookshop.Country;
import org.aludel.orm.state.Lifecycle;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A flush that breaks off: nothing committed is lost, and nothing is kept that was not. */
@PostgresTest
final class FlushInterruptedTest {
  private Bookshop shop;

  @BeforeEach
  void create(TestDatabase database) {
    shop = Bookshop.fresh(database);
    shop.sessions.inTransaction(
        session -> {
          session.add(new Author("Ada").write("Notes"));
          session.add(new Country("SE", "Sweden"));
        });
    shop.sql();
  }

  private List<List<String>> contents() {
    return shop.query(
        "SELECT name FROM author UNION ALL SELECT title FROM book"
            + " UNION ALL SELECT name FROM country ORDER BY 1");
  }

  /** An update, two inserts and a delete: four statements. */
  private static void change(Session session) {
    Country sweden = session.getOne(Country.class, "SE");
    session.getOne(Author.class, 1).setName("Ada L.");
    session.add(new Author("Bob").write("Letters"));
    session.delete(sweden);
  }

  @Test
  void theChangeHasFourStatements() {
    try (Session session = shop.sessions.open()) {
      change(session);
      shop.sql();
      session.flush();
      assertThat(shop.sql()).hasSize(4);
      session.rollback();
    }
  }

  /** Ends the server's process before the statement of that number. */
  private final class Terminator implements ExecutionListener {
    private final AtomicInteger left;
    private final String backend;

    private Terminator(int statement, String backend) {
      this.left = new AtomicInteger(statement);
      this.backend = backend;
    }

    @Override
    public String sending(Outgoing statement) {
      if (left.decrementAndGet() == 0) {
        shop.query("SELECT pg_terminate_backend(" + backend + ", 5000)");
      }
      return statement.sql();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void aBackendThatDiesBeforeAnyStatementCostsTheTransactionOnly(int statement) {
    List<List<String>> before = contents();
    try (Session session = shop.sessions.open()) {
      change(session);
      Author bob = (Author) session.objects().added().get(0);
      String backend =
          String.valueOf(session.connection().execute("SELECT pg_backend_pid()").one().get(0));
      session.connection().addListener(new Terminator(statement, backend));

      assertThatThrownBy(session::commit).isInstanceOf(AludelException.class);
      assertThatThrownBy(session::commit).hasMessageContaining("ORM-SESSION-INACTIVE");
      assertThat(contents()).isEqualTo(before);
      session.rollback();

      assertThat(session.stateOf(bob)).isEqualTo(Lifecycle.TRANSIENT);
      assertThat(bob.getId()).isNull();
      assertThat(session.getOne(Author.class, 1).getName()).isEqualTo("Ada");
      assertThat(session.stateOf(session.getOne(Country.class, "SE")))
          .isEqualTo(Lifecycle.PERSISTENT);
      change(session);
      session.commit();
    }
    assertThat(contents())
        .containsExactly(List.of("Ada L."), List.of("Bob"), List.of("Letters"), List.of("Notes"));
  }

  @Test
  void aSerializationFailureRestoresObjectsAndTheSameSessionTriesAgain() {
    try (Session session = shop.sessions.isolation(Isolation.REPEATABLE_READ).open()) {
      Author ada = session.getOne(Author.class, 1);
      shop.sessions.inTransaction(other -> other.getOne(Author.class, 1).setEmail("other"));
      ada.setEmail("mine");

      assertThatThrownBy(session::commit).isInstanceOf(SerializationFailure.class);
      assertThat(ada.getEmail()).isEqualTo("mine");
      session.rollback();
      assertThat(ada.getEmail()).isNull();

      session.refresh(ada);
      assertThat(ada.getEmail()).isEqualTo("other");
      ada.setEmail("mine");
      session.commit();
    }
    assertThat(shop.query("SELECT email FROM author")).containsExactly(List.of("mine"));
  }

  @Test
  void aStaleVersionInTheMiddleUndoesWhatCameBefore() {
    try (Session session = shop.sessions.open()) {
      Book notes = session.getOne(Book.class, 1);
      notes.setTitle("mine");
      session.add(new Country("NO", "Norway"));
      shop.sessions.inTransaction(other -> other.getOne(Book.class, 1).setTitle("other"));

      assertThatThrownBy(session::commit).hasMessageContaining("ORM-SESSION-STALE");
      session.rollback();

      assertThat(session.getOne(Book.class, 1).getTitle()).isEqualTo("other");
      session.commit();
    }
    assertThat(contents()).containsExactly(List.of("Ada"), List.of("Sweden"), List.of("other"));
  }
}
