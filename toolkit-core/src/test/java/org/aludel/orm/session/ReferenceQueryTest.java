package org.aludel.orm.session;

import static org.aludel.orm.press.BiographyT.BIOGRAPHY;
import static org.aludel.orm.press.MagazineT.MAGAZINE;
import static org.aludel.orm.press.PostT.POST;
import static org.aludel.orm.press.WriterT.WRITER;
import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aludel.engine.Engine;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.press.Biography;
import org.aludel.orm.press.Post;
import org.aludel.orm.press.PressBase;
import org.aludel.orm.press.Writer;
import org.aludel.sql.Row2;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Foreign keys of mapped classes in statements of a session. */
@PostgresTest(perMethod = true)
final class ReferenceQueryTest {
  private final StatementRecorder recorder = new StatementRecorder();
  private final Engine engine;
  private final Session session;
  private final Writer ada = new Writer("ada");
  private final Post notes = new Post("notes");

  ReferenceQueryTest(TestDatabase database) {
    engine = Engine.create(recorder.wrap(database.dataSource()));
    engine.createAll(Registry.of(PressBase.class).metaData());
    session = SessionFactory.of(engine, PressBase.class).open();
  }

  @BeforeEach
  void storeAPost() {
    notes.setAuthor(ada);
    session.add(ada);
    session.add(notes);
    session.flush();
    recorder.clear();
  }

  @AfterEach
  void close() {
    session.close();
    engine.close();
  }

  @Test
  void findsEntitiesByWhatTheyReferTo() {
    assertThat(session.scalars(select(POST).where(POST.author.eq(ada))).all())
        .containsExactly(notes);
    assertThat(session.execute(select(POST, POST.author.id)).all())
        .containsExactly(new Row2<>(notes, ada.getId()));
    assertThat(recorder.sql().get(0)).endsWith(" FROM post WHERE post.author_id = ?");
  }

  @Test
  void keyOfAnObjectThatWasNotLoadedIsReadWithoutLoadingIt() {
    session.commit();
    try (Session other = SessionFactory.of(engine, PressBase.class).open()) {
      Writer lazy = other.scalars(select(POST)).all().get(0).getAuthor();
      recorder.clear();

      assertThat(other.scalars(select(POST).where(POST.author.eq(lazy))).all()).hasSize(1);
      assertThat(recorder.sql()).hasSize(1);
    }
  }

  @Test
  void idThatIsAForeignKeyIsMappedTwice() {
    session.add(new Biography(ada));
    session.commit();

    try (Session other = SessionFactory.of(engine, PressBase.class).open()) {
      Biography found = other.getOne(Biography.class, ada.getId());
      assertThat(found.getWriter().getName()).isEqualTo("ada");
      assertThat(
              other
                  .scalars(select(BIOGRAPHY).join(BIOGRAPHY.writer).where(WRITER.name.eq("ada")))
                  .all())
          .containsExactly(found);
      assertThat(BIOGRAPHY.writer.id).isEqualTo(BIOGRAPHY.writerId);
    }
  }

  @Test
  void asksAboutTheParentOfTheParent() {
    session.execute(
        select(POST.title).where(POST.parent.has(POST.parent.has(POST.title.eq("notes")))));

    assertThat(recorder.sql())
        .containsExactly(
            "SELECT post.title FROM post WHERE EXISTS (SELECT 1 FROM post AS post_1"
                + " WHERE post_1.id = post.parent_id AND EXISTS (SELECT 1 FROM post"
                + " WHERE post.id = post_1.parent_id AND post.title = ?))");
  }

  @Test
  void changesRowsByKeysAndObjects() {
    session.execute(insert(POST).set(POST.title, "answer").set(POST.author, ada));
    session.execute(update(POST).set(POST.author, null).where(POST.title.eq("answer")));

    assertThat(session.execute(select(POST.title).where(POST.author.isNull())).all())
        .containsExactly("answer");
    assertThat(recorder.sql())
        .contains(
            "INSERT INTO post (title, author_id) VALUES (?, ?)",
            "UPDATE post SET author_id = ? WHERE title = ? RETURNING id");
  }

  @Test
  void joinsTablesByTheOnlyForeignKey() {
    session.execute(select(MAGAZINE.number, WRITER.name).from(MAGAZINE).join(WRITER));

    assertThat(recorder.sql())
        .containsExactly(
            "SELECT magazine.number, writer.name FROM magazine"
                + " JOIN writer ON magazine.chief_id = writer.id");
    assertThatThrownBy(() -> session.execute(select(POST.title).from(POST).join(WRITER)))
        .hasMessageContaining("ORM-SQL-AMBIGUOUS-JOIN");
  }
}
