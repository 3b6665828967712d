package org.aludel.recipe;

import static org.aludel.orm.query.Loading.withCriteria;
import static org.aludel.recipe.NoteT.NOTE;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.engine.Engine;
import org.aludel.orm.links.LinkDatabase;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.orm.session.SessionListener;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recipe: a deleted object's row stays, marked, and only an administrator sees it. */
@PostgresTest
final class SoftDeletionTest {
  private LinkDatabase shop;
  private Engine engine;
  private SessionFactory admin;
  private SessionFactory sessions;

  @BeforeEach
  void create(TestDatabase database) {
    shop =
        LinkDatabase.fresh(
            database,
            Registry.of(RecipeBase.class),
            options -> options.listener(new MarksDeleted()));
    engine = shop.engine;
    admin = shop.sessions;
    sessions = admin.withCriteria(withCriteria(NOTE, NOTE.discarded.eq(false)));
    sessions.inTransaction(session -> session.addAll(List.of(new Note("kept"), new Note("gone"))));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  static final class MarksDeleted implements SessionListener {
    @Override
    public void beforeFlush(Session session) {
      for (Object deleted : session.objects().deleted()) {
        if (deleted instanceof Note note) {
          session.add(note);
          note.discard();
        }
      }
    }

    @Override
    public void afterFlush(Session session) {
      for (Object held : session.objects().persistent()) {
        if (held instanceof Note note && note.isDiscarded()) {
          session.expunge(note);
        }
      }
    }
  }

  private void deleteSecond() {
    sessions.inTransaction(session -> session.delete(session.getOne(Note.class, 2L)));
  }

  @Test
  void theRowIsMarkedInPlaceOfDeleted() {
    shop.sql();
    deleteSecond();

    assertThat(shop.sql()).last().isEqualTo("UPDATE note SET discarded = ? WHERE id = ?");
    assertThat(shop.query("SELECT content, discarded FROM note ORDER BY id"))
        .containsExactly(List.of("kept", "f"), List.of("gone", "t"));
  }

  @Test
  void noReadFindsIt() {
    deleteSecond();

    try (Session session = sessions.open()) {
      assertThat(session.scalars(select(NOTE.content)).all()).containsExactly("kept");
      assertThat(session.get(Note.class, 2L)).isNull();
    }
  }

  @Test
  void norDoesTheSessionThatDeletedIt() {
    try (Session session = sessions.open()) {
      session.delete(session.getOne(Note.class, 2L));
      session.flush();

      assertThat(session.get(Note.class, 2L)).isNull();
    }
  }

  @Test
  void anAdministratorSeesAll() {
    deleteSecond();

    try (Session session = admin.open()) {
      assertThat(session.scalars(select(NOTE.content).orderBy(NOTE.id)).all())
          .containsExactly("kept", "gone");
    }
  }

  @Test
  void objectsOfOtherClassesAreDeleted() {
    Price tea = sessions.fromTransaction(session -> session.add(new Price("tea", 300)));
    sessions.inTransaction(session -> session.delete(session.getOne(Price.class, tea.getId())));

    assertThat(shop.query("SELECT id FROM price")).isEmpty();
  }
}
