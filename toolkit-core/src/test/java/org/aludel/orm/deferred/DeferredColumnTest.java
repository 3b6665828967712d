package org.aludel.orm.deferred;

import static org.aludel.orm.deferred.ArticleT.ARTICLE;
import static org.aludel.orm.deferred.WriterT.WRITER;
import static org.aludel.orm.query.Loading.defer;
import static org.aludel.orm.query.Loading.joined;
import static org.aludel.orm.query.Loading.loadOnly;
import static org.aludel.orm.query.Loading.raiseColumns;
import static org.aludel.orm.query.Loading.selectIn;
import static org.aludel.orm.query.Loading.undefer;
import static org.aludel.orm.query.Loading.undeferAll;
import static org.aludel.orm.query.Loading.undeferGroup;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.orm.session.Session;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
final class DeferredColumnTest {
  private static final String ARTICLES =
      "SELECT article.id, article.title, article.words, article.writer_id FROM article";
  private static final String TEXTS =
      "SELECT article.id, article.body, article.notes, article.source FROM article";

  private PressDatabase press;

  @BeforeEach
  void create(TestDatabase database) {
    press = new PressDatabase(database);
  }

  @Test
  void theFirstUseReadsAllThatIsDeferredForTheWholeResult() {
    press.fill(3);

    try (Session session = press.sessions.open()) {
      List<Article> articles = session.scalars(select(ARTICLE).orderBy(ARTICLE.id)).all();
      assertThat(articles).extracting(Article::getTitle).containsExactly("a0", "a1", "a2");
      assertThat(press.sql()).containsExactly(ARTICLES + " ORDER BY article.id");

      assertThat(articles)
          .extracting(Article::getBody)
          .containsExactly("body 0", "body 1", "body 2");
      assertThat(articles.get(2).getNotes()).isEqualTo("notes on a2");
    }
    assertThat(press.sql()).containsExactly(TEXTS + " WHERE article.id = ANY (?)");
  }

  @Test
  void aMethodThatIsMoreThanAnAccessorReadsThemFirst() {
    press.fill(1);

    try (Session session = press.sessions.open()) {
      Article article = session.getOne(Article.class, 1L);
      assertThat(press.sql()).containsExactly(ARTICLES + " WHERE article.id = ANY (?)");

      assertThat(article.line()).isEqualTo("a0: body 0");
      assertThat(article.words(7).getWords()).isEqualTo(7);
    }
    assertThat(press.sql()).containsExactly(TEXTS + " WHERE article.id = ANY (?)");
  }

  @Test
  void aFlushWritesWhatIsChangedAndNothingThatWasNotRead() {
    press.fill(1);

    press.sessions.inTransaction(
        session -> session.getOne(Article.class, 1L).words(9).setTitle("new"));

    assertThat(press.sql())
        .containsExactly(
            ARTICLES + " WHERE article.id = ANY (?)",
            "UPDATE article SET title = ?, words = ? WHERE id = ?");
    press.sessions.inTransaction(
        session -> assertThat(session.getOne(Article.class, 1L).getBody()).isEqualTo("body 0"));
  }

  @Test
  void settingADeferredAttributeReadsItFirstAndWritesItAlone() {
    press.fill(1);

    press.sessions.inTransaction(session -> session.getOne(Article.class, 1L).setBody(null));

    assertThat(press.sql())
        .containsExactly(
            ARTICLES + " WHERE article.id = ANY (?)",
            TEXTS + " WHERE article.id = ANY (?)",
            "UPDATE article SET body = ? WHERE id = ?");
  }

  @Test
  void loadOnlyReadsWhatItNamesAndTheKeys() {
    press.fill(1);

    try (Session session = press.sessions.open()) {
      Article article = session.scalars(select(ARTICLE).options(loadOnly(ARTICLE.body))).one();

      assertThat(article.getBody()).isEqualTo("body 0");
      assertThat(article.getWriter()).isNotNull();
      assertThat(article.getWords()).isEqualTo(2);
    }
    assertThat(press.sql())
        .containsExactly(
            "SELECT article.id, article.body, article.writer_id FROM article",
            "SELECT article.id, article.title, article.words, article.notes, article.source"
                + " FROM article WHERE article.id = ANY (?)");
  }

  @Test
  void undeferReadsWithTheRowByNameGroupOrAll() {
    press.fill(1);

    try (Session session = press.sessions.open()) {
      session.scalars(select(ARTICLE).options(undefer(ARTICLE.body))).all();
      session.scalars(select(ARTICLE).options(undeferGroup(ARTICLE, "desk"))).all();
      session.scalars(select(ARTICLE).options(undeferAll(ARTICLE))).all();
    }
    assertThat(press.sql())
        .containsExactly(
            "SELECT article.id, article.title, article.words, article.body, article.writer_id"
                + " FROM article",
            "SELECT article.id, article.title, article.words, article.notes, article.source,"
                + " article.writer_id FROM article",
            "SELECT article.id, article.title, article.words, article.body, article.notes,"
                + " article.source, article.writer_id FROM article");
  }

  @Test
  void aRowThatHasWhatAnObjectLacksCompletesItAndLeavesTheRest() {
    press.fill(1);

    try (Session session = press.sessions.open()) {
      Article article = session.getOne(Article.class, 1L);
      article.setTitle("mine");
      session.noAutoflush(
          same -> same.scalars(select(ARTICLE).options(undefer(ARTICLE.body))).all());
      press.sql();

      assertThat(article.getBody()).isEqualTo("body 0");
      assertThat(article.getTitle()).isEqualTo("mine");
      assertThat(press.sql()).isEmpty();
      session.commit();
    }
    assertThat(press.sql()).containsExactly("UPDATE article SET title = ? WHERE id = ?");
  }

  @Test
  void raiseColumnsForbidsTheirUseAndThatOfMethodsThatMayUseThem() {
    press.fill(1);

    try (Session session = press.sessions.open()) {
      Article article = session.scalars(select(ARTICLE).options(raiseColumns(ARTICLE.body))).one();

      assertThatThrownBy(article::getBody)
          .hasMessageContaining("ORM-SESSION-RAISE-ON-LOAD: cannot load \"Article.body\"");
      assertThatThrownBy(article::line).hasMessageContaining("Article.body");
      assertThat(article.getTitle()).isEqualTo("a0");
      assertThat(article.getNotes()).isEqualTo("notes on a0");
      assertThatThrownBy(article::getBody).hasMessageContaining("Article.body");
    }
  }

  @Test
  void optionsOfColumnsStandOnPathsToo() {
    press.fill(2);

    try (Session session = press.sessions.open()) {
      session
          .scalars(select(WRITER).options(selectIn(WRITER.articles).then(loadOnly(ARTICLE.title))))
          .one();
      session.expungeAll();
      session
          .scalars(select(ARTICLE).options(joined(ARTICLE.writer).then(defer(WRITER.name))))
          .all();
    }
    assertThat(press.sql())
        .containsExactly(
            "SELECT writer.id, writer.name FROM writer",
            "SELECT article.id, article.title, article.writer_id FROM article"
                + " WHERE article.writer_id = ANY (?) ORDER BY article.id",
            "SELECT article.id, article.title, article.words, article.writer_id, writer_1.id"
                + " FROM article JOIN writer AS writer_1 ON writer_1.id = article.writer_id");
  }

  @Test
  void aDetachedObjectSaysWhatItLacks() {
    press.fill(1);
    Article article;
    try (Session session = press.sessions.open()) {
      article = session.getOne(Article.class, 1L);
    }

    assertThat(article.getTitle()).isEqualTo("a0");
    assertThatThrownBy(article::getBody)
        .hasMessageContaining("ORM-SESSION-DETACHED: cannot load \"body, notes, source\"");
  }

  @Test
  void mergeLeavesAloneWhatTheGivenObjectLacks() {
    press.fill(1);
    Article detached;
    try (Session session = press.sessions.open()) {
      detached = session.getOne(Article.class, 1L);
      detached.setTitle("merged");
    }
    press.sql();

    press.sessions.inTransaction(session -> session.merge(detached));

    assertThat(press.sql())
        .contains("UPDATE article SET title = ? WHERE id = ?")
        .noneMatch(sql -> sql.contains("body = ?"));
  }

  @Test
  void aBulkUpdateLeavesAloneWhatTheObjectsLack() {
    press.fill(1);
    Article detached;
    try (Session session = press.sessions.open()) {
      detached = session.getOne(Article.class, 1L);
    }
    press.sql();

    press.sessions.inTransaction(session -> session.bulk().update(ARTICLE, List.of(detached)));

    assertThat(press.sql()).singleElement().asString().doesNotContain("body");
  }

  @Test
  void anExpressionOnWhatWasNotReadIsWrittenAndReadBack() {
    press.fill(1);

    press.sessions.inTransaction(
        session -> {
          Article article = session.getOne(Article.class, 1L);
          session.set(article, ARTICLE.notes, ARTICLE.notes.concat("!"));
          assertThat(article.getNotes()).isEqualTo("notes on a0!");
        });

    press.sessions.inTransaction(
        session ->
            assertThat(session.getOne(Article.class, 1L).getNotes()).isEqualTo("notes on a0!"));
  }

  @Test
  void aRollbackForgetsWhatWasReadSinceAndReadsItAgain() {
    press.fill(1);

    try (Session session = press.sessions.open()) {
      Article article = session.getOne(Article.class, 1L);
      article.setTitle("new");
      session.flush();
      article.setBody("changed");
      session.flush();
      session.rollback();

      assertThat(article.getTitle()).isEqualTo("a0");
      assertThat(article.getBody()).isEqualTo("body 0");
      assertThat(session.hasChanges()).isFalse();
    }
  }

  @Test
  void refreshReadsTheWholeRow() {
    press.fill(1);

    try (Session session = press.sessions.open()) {
      Article article = session.getOne(Article.class, 1L);
      press.sql();
      session.refresh(article);

      assertThat(article.getBody()).isEqualTo("body 0");
    }
    assertThat(press.sql())
        .containsExactly(
            "SELECT id, title, words, body, notes, source, writer_id FROM article WHERE id = ?");
  }

  @Test
  void aNewObjectInTheRowOfADeletedOneWritesWhatWasNotRead() {
    press.sessions.inTransaction(session -> session.add(new Leaflet("x", "old")));
    press.sql();

    press.sessions.inTransaction(
        session -> {
          session.delete(session.getOne(Leaflet.class, "x"));
          session.add(new Leaflet("x", null));
        });

    assertThat(press.sql())
        .containsExactly(
            "SELECT leaflet.id FROM leaflet WHERE leaflet.id = ANY (?)",
            "UPDATE leaflet SET text = ? WHERE id = ?");
  }

  @Test
  void readOnlySessionsDeferToo() {
    press.fill(2);

    try (Session session = press.readers.open()) {
      List<Article> articles = session.scalars(select(ARTICLE).orderBy(ARTICLE.id)).all();
      press.sql();

      assertThat(articles).extracting(Article::getBody).containsExactly("body 0", "body 1");
    }
    assertThat(press.sql()).hasSize(1);
  }

  @Test
  void whatIsNeededAtOnceCannotBeDeferred() {
    press.fill(1);

    try (Session session = press.sessions.open()) {
      assertThatThrownBy(() -> session.scalars(select(ARTICLE).options(defer(ARTICLE.id))))
          .hasMessageContaining("cannot use the option defer(")
          .hasMessageContaining("an id, a version or a part of something embedded");
      assertThatThrownBy(
              () -> session.scalars(select(ARTICLE).options(undeferGroup(ARTICLE, "dusk"))))
          .hasMessageContaining("in this group");
      assertThatThrownBy(() -> session.scalars(select(ARTICLE).options(defer(WRITER.name))))
          .hasMessageContaining("cannot use the option defer(");
    }
  }
}
