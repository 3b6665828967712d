package org.aludel.orm.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.engine.Transaction;
import org.aludel.orm.bookshop.Author;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The session alone begins and ends the transactions of its connection. */
@PostgresTest
final class BorrowedConnectionTest {
  private Bookshop shop;

  @BeforeEach
  void create(TestDatabase database) {
    shop = Bookshop.fresh(database);
  }

  @Test
  void commitRollbackBeginAndCloseAreRefused() {
    try (Session session = shop.sessions.open()) {
      session.add(new Author("Ada"));
      session.flush();
      Connection connection = session.connection();

      for (ThrowingCallable call :
          List.<ThrowingCallable>of(
              connection::commit, connection::rollback, connection::begin, connection::close)) {
        assertThatThrownBy(call)
            .hasMessageContaining("ORM-ENGINE-WRONG-STATE")
            .hasMessageContaining("session");
      }
      session.commit();
    }
    assertThat(shop.query("SELECT name FROM author")).containsExactly(List.of("Ada"));
  }

  @Test
  void savepointsAndStatementsWork() {
    try (Session session = shop.sessions.open()) {
      Connection connection = session.connection();
      connection.update("INSERT INTO author (name) VALUES ('Ada')");
      try (Transaction savepoint = connection.beginNested()) {
        connection.update("INSERT INTO author (name) VALUES ('Bob')");
        savepoint.rollback();
      }
      session.commit();
    }
    assertThat(shop.query("SELECT name FROM author")).containsExactly(List.of("Ada"));
  }

  @Test
  void aConnectionKeptBeyondTheTransactionIsClosed() {
    try (Session session = shop.sessions.open()) {
      Connection connection = session.connection();
      session.commit();

      assertThatThrownBy(() -> connection.execute("SELECT 1"))
          .hasMessageContaining("ORM-ENGINE-CLOSED");
    }
  }
}
