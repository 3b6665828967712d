package org.aludel.orm.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.error.UsageException;
import org.aludel.orm.links.LinkDatabase;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionListener;
import org.aludel.orm.state.Lifecycle;
import org.aludel.sql.Sql;
import org.aludel.sql.Statement;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What sessions tell, when, and what an exception or a change of the listener does. */
@PostgresTest
final class SessionListenerTest {
  private static final Registry REGISTRY = Registry.of(EventsBase.class);

  private LinkDatabase shop;

  @BeforeEach
  void create(TestDatabase database) {
    shop = LinkDatabase.fresh(database, REGISTRY);
    Heard.taken();
  }

  /** Writes down what it is told. */
  private static final class Diary implements SessionListener {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void afterBegin(Session session, Connection connection) {
      lines.add("begin");
    }

    @Override
    public void beforeFlush(Session session) {
      lines.add("before flush " + session.objects().added().size());
    }

    @Override
    public void afterFlush(Session session) {
      lines.add("after flush " + session.objects().added().size());
    }

    @Override
    public void beforeCommit(Session session) {
      lines.add("before commit");
    }

    @Override
    public void afterCommit(Session session) {
      lines.add("after commit");
    }

    @Override
    public void afterRollback(Session session) {
      lines.add("after rollback");
    }
  }

  @Test
  void aTransactionIsToldInThisOrder(TestDatabase database) {
    Diary diary = new Diary();
    LinkDatabase told = LinkDatabase.fresh(database, REGISTRY, options -> options.listener(diary));
    try (Session session = told.sessions.open()) {
      session.add(new Comment("one"));
      session.commit();
      session.commit();
      session.add(new Comment("two"));
      session.flush();
      session.rollback();
    }

    assertThat(diary.lines)
        .containsExactly(
            "before commit",
            "before flush 1",
            "begin",
            "after flush 0",
            "after commit",
            "before commit",
            "after commit",
            "before flush 1",
            "begin",
            "after flush 0",
            "after rollback");
  }

  @Test
  void whatAListenerAddsBeforeAFlushIsWrittenByIt() {
    try (Session session = shop.sessions.open()) {
      session.addListener(
          new SessionListener() {
            @Override
            public void beforeFlush(Session told) {
              told.add(new Comment("of the listener"));
            }
          });
      session.add(new Comment("own"));
      session.commit();
    }

    assertThat(shop.query("SELECT text FROM comment ORDER BY id"))
        .containsExactly(List.of("own"), List.of("of the listener"));
  }

  @Test
  void commitFlushesAgainWhatAListenerChangedAfterAFlush() {
    try (Session session = shop.sessions.open()) {
      Comment comment = session.add(new Comment("first"));
      session.addListener(
          new SessionListener() {
            @Override
            public void afterFlush(Session told) {
              comment.setText("second");
            }
          });
      session.commit();
    }

    assertThat(shop.query("SELECT text FROM comment")).containsExactly(List.of("second"));
  }

  @Test
  void commitGivesUpAfterAHundredFlushes() {
    try (Session session = shop.sessions.open()) {
      Comment comment = session.add(new Comment("0"));
      session.addListener(
          new SessionListener() {
            @Override
            public void afterFlush(Session told) {
              comment.setText(comment.getText() + "0");
            }
          });

      assertThatThrownBy(session::commit)
          .hasMessageContaining("ORM-SESSION-FLUSHING")
          .hasMessageContaining("100 flushes");
      session.rollback();
    }
    assertThat(shop.query("SELECT count(*) FROM comment")).containsExactly(List.of("0"));
  }

  @Test
  void anExceptionBeforeAFlushLeavesAllAsItWas() {
    try (Session session = shop.sessions.open()) {
      Comment comment = session.add(new Comment("one"));
      session.addListener(
          new SessionListener() {
            @Override
            public void beforeFlush(Session told) {
              if (comment.getText().equals("one")) {
                throw new IllegalStateException("not yet");
              }
            }
          });

      assertThatThrownBy(session::flush).hasMessage("not yet");
      assertThat(session.stateOf(comment)).isEqualTo(Lifecycle.PENDING);
      comment.setText("two");
      session.commit();
    }
    assertThat(shop.query("SELECT text FROM comment")).containsExactly(List.of("two"));
  }

  @Test
  void anExceptionAfterAFlushRollsBack() {
    try (Session session = shop.sessions.open()) {
      session.add(new Comment("one"));
      session.addListener(
          new SessionListener() {
            @Override
            public void afterFlush(Session told) {
              throw new IllegalStateException("no");
            }
          });

      assertThatThrownBy(session::commit).hasMessage("no");
      assertThatThrownBy(session::commit).hasMessageContaining("ORM-SESSION-INACTIVE");
      session.rollback();
    }
    assertThat(shop.query("SELECT count(*) FROM comment")).containsExactly(List.of("0"));
  }

  @Test
  void aListenerMayNotFlushCommitRollBackOrCloseWithinAFlush() {
    for (SessionCall call :
        List.<SessionCall>of(Session::flush, Session::commit, Session::rollback, Session::close)) {
      try (Session session = shop.sessions.open()) {
        session.addListener(
            new SessionListener() {
              @Override
              public void beforeFlush(Session told) {
                call.on(told);
              }
            });
        session.add(new Comment("one"));

        assertThatThrownBy(session::flush).hasMessageContaining("ORM-SESSION-FLUSHING");
        session.expungeAll();
      }
    }
  }

  @Test
  void aListenerMayNotEndTheTransactionThatItIsToldOf() {
    for (SessionCall call : List.<SessionCall>of(Session::commit, Session::rollback)) {
      try (Session session = shop.sessions.open()) {
        session.addListener(
            new SessionListener() {
              private boolean told;

              @Override
              public void afterBegin(Session begun, Connection connection) {
                if (!told) {
                  told = true;
                  call.on(begun);
                }
              }
            });

        assertThatThrownBy(() -> session.get(Comment.class, 1L))
            .isInstanceOf(UsageException.class)
            .hasMessageContaining("ORM-SESSION-FLUSHING")
            .hasMessageContaining("afterBegin");
        assertThat(session.get(Comment.class, 1L)).isNull();
      }
    }
  }

  private interface SessionCall {
    void on(Session session);
  }

  @Test
  void aStatementCanBeReplacedBeforeItRuns() {
    shop.sessions.inTransaction(
        session -> {
          session.add(new Comment("one"));
          session.add(new Comment("two"));
        });
    try (Session session = shop.sessions.open()) {
      session.addListener(
          new SessionListener() {
            @Override
            @SuppressWarnings("unchecked") // the only statement of this test is over comments
            public <R> Statement<R> beforeExecute(Session told, Statement<R> statement) {
              return (Statement<R>)
                  Sql.select(CommentT.COMMENT).where(CommentT.COMMENT.text.eq("two"));
            }
          });

      assertThat(session.scalars(Sql.select(CommentT.COMMENT)).all())
          .extracting(Comment::getText)
          .containsExactly("two");
    }
  }

  @Test
  void aFactoryWithoutListenersTellsNobodyAndCommitsWithOneFlush() {
    try (Session session = shop.sessions.open()) {
      session.add(new Comment("one"));
      shop.sql();
      session.commit();
      assertThat(shop.sql()).hasSize(1);
    }
  }
}
