package org.aludel.orm.events;

import static org.aludel.orm.events.ArticleT.ARTICLE;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.error.IntegrityViolation;
import org.aludel.orm.event.EntityListener;
import org.aludel.orm.links.LinkDatabase;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The blocks of docs/orm/session.md and events.md, as they stand there. */
@PostgresTest
final class SessionPageTest {
  private final TestDatabase database;
  private Engine engine;
  private SessionFactory sessions;

  SessionPageTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void create() {
    LinkDatabase shop = LinkDatabase.fresh(database, Registry.of(EventsBase.class));
    engine = shop.engine;
    sessions = shop.sessions;
  }

  @AfterEach
  void close() {
    Heard.taken();
    engine.close();
  }

  @Test
  void savepoints() {
    List<String> titles = List.of("one", "two", "one");
    try (Session session = sessions.open()) {
      for (String title : titles) {
        try {
          session.inNested(nested -> nested.add(new Article(title)));
        } catch (IntegrityViolation taken) {
          // this article alone is gone; the session goes on
        }
      }
      session.commit();

      assertThat(session.scalars(select(ARTICLE.title).orderBy(ARTICLE.id)).all())
          .containsExactly("one", "two");
    }
  }

  @Test
  void takingPart() {
    database.run("CREATE TABLE history (article bigint, title text)");
    try (Connection connection = engine.connect()) {
      connection.update("DELETE FROM history");
      sessions.joining(connection).inTransaction(session -> session.add(new Article("pearl")));
      connection.commit(); // what the session committed lasts from here on
    }

    assertThat(database.query("SELECT title FROM article")).containsExactly(List.of("pearl"));
  }

  @Test
  void listening() {
    database.run("CREATE TABLE history (article bigint, title text)");
    sessions =
        SessionFactory.of(
            engine, EventsBase.class, options -> options.listener(Article.class, new History()));
    Article article = sessions.fromTransaction(session -> session.add(new Article("first")));

    sessions.inTransaction(
        session -> session.getOne(Article.class, article.getId()).setTitle("second"));

    assertThat(database.query("SELECT title FROM history")).containsExactly(List.of("second"));
  }

  static final class History implements EntityListener<Article> {
    @Override
    public void afterUpdate(Article article, Connection connection) {
      connection.update(
          "INSERT INTO history (article, title) VALUES (?, ?)",
          article.getId(),
          article.getTitle());
    }
  }
}
