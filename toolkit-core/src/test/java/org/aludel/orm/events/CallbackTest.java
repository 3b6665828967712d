package org.aludel.orm.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.orm.event.EntityListener;
import org.aludel.orm.links.LinkDatabase;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.state.Lifecycle;
import org.aludel.sql.Sql;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Callbacks of classes, of their listeners, and listeners of a factory. */
@PostgresTest
final class CallbackTest {
  private static final Registry REGISTRY = Registry.of(EventsBase.class);

  private LinkDatabase shop;

  @BeforeEach
  void create(TestDatabase database) {
    shop = LinkDatabase.fresh(database, REGISTRY);
    Heard.taken();
  }

  @Test
  void listenersComeBeforeMethodsAndSuperclassesBeforeSubclasses() {
    shop.sessions.inTransaction(session -> session.add(new Article("one")));

    assertThat(Heard.taken())
        .containsExactly(
            "UpperListener.before",
            "LowerListener.before one",
            "Stamped.begin",
            "Article.check",
            "UpperListener.after",
            "Article.stored 1");
  }

  @Test
  void whatACallbackSetsIsWrittenByTheSameStatement() {
    shop.sessions.inTransaction(
        session -> {
          Article one = session.add(new Article("one"));
          session.flush();
          one.setTitle("uno");
          shop.sql();
          session.flush();
          assertThat(shop.sql())
              .containsExactly("UPDATE article SET changes = ?, title = ? WHERE id = ?");
        });

    assertThat(shop.query("SELECT title, changes FROM article"))
        .containsExactly(List.of("uno", "2"));
  }

  @Test
  void anUnchangedObjectIsNotToldOf() {
    shop.sessions.inTransaction(session -> session.add(new Article("one")));
    Heard.taken();

    shop.sessions.inTransaction(
        session -> session.getOne(Article.class, 1).setTitle(String.join("", "o", "ne")));

    assertThat(Heard.taken()).isEmpty();
  }

  @Test
  void eachObjectIsToldOfOnceAndAfterwardsInTheOrderOfWriting() {
    shop.sessions.inTransaction(session -> session.add(new Article("discussed")));

    assertThat(Heard.taken())
        .containsExactly(
            "UpperListener.before",
            "LowerListener.before discussed",
            "Stamped.begin",
            "Article.check",
            "Stamped.begin",
            "UpperListener.after",
            "Article.stored 1");
    assertThat(shop.query("SELECT text, changes FROM comment"))
        .containsExactly(List.of("first", "1"));
  }

  @Test
  void removalIsToldBeforeAndAfterTheDelete() {
    shop.sessions.inTransaction(session -> session.add(new Article("one")));
    Heard.taken();

    shop.sessions.inTransaction(session -> session.delete(session.getOne(Article.class, 1)));

    assertThat(Heard.taken()).containsExactly("LowerListener.leaving", "Article.gone");
  }

  @Test
  void loadingIsToldWhenAllRowsAreReadAndNotOfAnOverriddenMethod() {
    shop.sessions.inTransaction(session -> session.add(new Article("discussed")));
    Heard.taken();

    try (Session session = shop.sessions.open()) {
      Article one = session.getOne(Article.class, 1);
      assertThat(Heard.taken()).isEmpty();
      assertThat(one.getComments()).hasSize(1);
      assertThat(Heard.taken()).containsExactly("Stamped.read");
      session.scalars(Sql.select(CommentT.COMMENT)).all();
      assertThat(Heard.taken()).isEmpty();
      session.refresh(one.getComments().get(0));
      assertThat(Heard.taken()).containsExactly("Stamped.read");
    }
  }

  @Test
  void aCallbackThatThrowsFailsTheFlush() {
    try (Session session = shop.sessions.open()) {
      session.add(new Article("one"));
      session.flush();
      Article blank = session.add(new Article(" "));

      assertThatThrownBy(session::flush)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("no title");
      assertThatThrownBy(session::commit)
          .hasMessageContaining("ORM-SESSION-INACTIVE")
          .hasMessageContaining("no title");
      session.rollback();

      assertThat(session.stateOf(blank)).isEqualTo(Lifecycle.TRANSIENT);
      session.commit();
    }
    assertThat(shop.query("SELECT count(*) FROM article")).containsExactly(List.of("0"));
  }

  @Test
  void aListenerOfTheFactoryWritesOverTheConnectionOfTheFlush(TestDatabase database) {
    EntityListener<Article> history =
        new EntityListener<>() {
          @Override
          public void afterUpdate(Article article, Connection connection) {
            connection.update(
                "INSERT INTO history (article, title) VALUES (?, ?)",
                article.getId(),
                article.getTitle());
          }
        };
    LinkDatabase told =
        LinkDatabase.fresh(database, REGISTRY, options -> options.listener(Article.class, history));
    database.run("CREATE TABLE history (article bigint, title text)");
    told.sessions.inTransaction(session -> session.add(new Article("one")));
    try (Session session = told.sessions.open()) {
      session.getOne(Article.class, 1).setTitle("lost");
      session.flush();
      session.rollback();
      session.getOne(Article.class, 1).setTitle("kept");
      session.commit();
    }

    assertThat(told.query("SELECT article, title FROM history"))
        .containsExactly(List.of("1", "kept"));
  }

  @Test
  void aListenerOfASuperclassHearsOfSubclassesThatDoNotExcludeIt(TestDatabase database) {
    List<String> heard = new ArrayList<>();
    EntityListener<Stamped> all =
        new EntityListener<>() {
          @Override
          public void beforeInsert(Stamped entity, Connection connection) {
            heard.add(entity.getClass().getSimpleName());
          }
        };
    LinkDatabase told =
        LinkDatabase.fresh(database, REGISTRY, options -> options.listener(Stamped.class, all));

    told.sessions.inTransaction(session -> session.add(new Article("discussed")));

    assertThat(heard).containsExactly("Article");
  }
}
