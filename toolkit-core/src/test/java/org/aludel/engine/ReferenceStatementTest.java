package org.aludel.engine;

import static org.aludel.orm.press.MagazineT.MAGAZINE;
import static org.aludel.orm.press.PostT.POST;
import static org.aludel.orm.press.WriterT.WRITER;
import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.set;
import static org.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.press.Magazine;
import org.aludel.orm.press.PostT;
import org.aludel.orm.press.PressBase;
import org.aludel.orm.press.Writer;
import org.aludel.sql.Row2;
import org.aludel.sql.Statement;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Foreign keys of mapped classes in statements, on Core alone. */
@PostgresTest(perMethod = true)
final class ReferenceStatementTest {
  private final StatementRecorder recorder = new StatementRecorder();
  private final Engine engine;
  private final Connection connection;
  private final Writer ada = new Writer("ada");
  private final Writer eve = new Writer("eve");

  ReferenceStatementTest(TestDatabase database) {
    engine = Engine.create(recorder.wrap(database.dataSource()));
    engine.createAll(Registry.of(PressBase.class).metaData());
    connection = engine.connect();
  }

  @BeforeEach
  void insertWritersAndPosts() {
    for (Writer writer : List.of(ada, eve)) {
      writer.setId(only(insert(WRITER).set(WRITER.name, writer.getName()).returning(WRITER.id)));
    }
    connection.execute(insert(POST).set(POST.title, "notes").set(POST.author, ada));
    connection.execute(
        insert(POST)
            .set(POST.title, "answer")
            .set(POST.author.id, eve.getId())
            .set(POST.editor, ada));
    connection.execute(insert(POST).set(POST.title, "rumour").set(POST.author, null));
    recorder.clear();
  }

  @AfterEach
  void close() {
    connection.close();
    engine.close();
  }

  private <T> T only(Statement<T> statement) {
    return java.util.Objects.requireNonNull(connection.execute(statement).scalar());
  }

  @Test
  void insertTakesAnObjectItsKeyOrNothing() {
    assertThat(connection.execute(select(POST.title, POST.author.id).orderBy(POST.id)).all())
        .extracting(Row2::first, Row2::second)
        .containsExactly(
            tuple("notes", ada.getId()), tuple("answer", eve.getId()), tuple("rumour", null));
    assertThat(recorder.sql())
        .containsExactly("SELECT post.title, post.author_id FROM post ORDER BY post.id");
  }

  @Test
  void updateTakesAnObjectAndFindsByAnObject() {
    connection.execute(update(POST).set(POST.author, eve).where(POST.author.eq(ada)));
    connection.execute(update(POST).set(POST.author, null).where(POST.editor.eq(ada)));

    assertThat(recorder.sql())
        .containsExactly(
            "UPDATE post SET author_id = ? WHERE author_id = ?",
            "UPDATE post SET author_id = ? WHERE checked_by = ?");
    assertThat(titles(select(POST.title).where(POST.author.id.eq(eve.getId()))))
        .containsExactly("notes");
  }

  @Test
  void findsByObjectsKeysAndTheirAbsence() {
    assertThat(titles(select(POST.title).where(POST.author.eq(eve)))).containsExactly("answer");
    assertThat(titles(select(POST.title).where(POST.author.in(ada, eve))))
        .containsExactlyInAnyOrder("notes", "answer");
    assertThat(titles(select(POST.title).where(POST.author.in(List.of())))).isEmpty();
    assertThat(titles(select(POST.title).where(POST.author.id.in(ada.getId()))))
        .containsExactly("notes");
    assertThat(titles(select(POST.title).where(POST.author.isNull()))).containsExactly("rumour");
    assertThat(titles(select(POST.title).where(POST.editor.isNotNull()))).containsExactly("answer");
    assertThat(titles(select(POST.title).where(POST.author.ne(ada))))
        .containsExactlyInAnyOrder("answer", "rumour");
    assertThat(recorder.sql())
        .containsExactly(
            "SELECT post.title FROM post WHERE post.author_id = ?",
            "SELECT post.title FROM post WHERE post.author_id = ANY (?)",
            "SELECT post.title FROM post WHERE post.author_id = ANY (?)",
            "SELECT post.title FROM post WHERE post.author_id = ANY (?)",
            "SELECT post.title FROM post WHERE post.author_id IS NULL",
            "SELECT post.title FROM post WHERE post.checked_by IS NOT NULL",
            "SELECT post.title FROM post WHERE NOT (post.author_id = ?) OR post.author_id IS NULL");
  }

  @Test
  void joinsAlongAReferenceAndBack() {
    assertThat(connection.execute(select(POST.title, WRITER.name).join(POST.editor)).all())
        .containsExactly(new Row2<>("answer", "ada"));
    assertThat(
            connection
                .execute(
                    select(WRITER.name, POST.title)
                        .from(WRITER)
                        .leftJoin(WRITER.posts)
                        .orderBy(WRITER.name))
                .all())
        .containsExactly(new Row2<>("ada", "notes"), new Row2<>("eve", "answer"));
    assertThat(recorder.sql())
        .containsExactly(
            "SELECT post.title, writer.name FROM post JOIN writer ON writer.id = post.checked_by",
            "SELECT writer.name, post.title FROM writer"
                + " LEFT JOIN post ON post.author_id = writer.id ORDER BY writer.name");
  }

  @Test
  void joinsTablesByTheOnlyForeignKey() {
    connection.execute(select(MAGAZINE.number, WRITER.name).from(MAGAZINE).join(WRITER));
    connection.execute(select(POST.title, MAGAZINE.number).from(POST).join(MAGAZINE));

    assertThat(recorder.sql())
        .containsExactly(
            "SELECT magazine.number, writer.name FROM magazine"
                + " JOIN writer ON magazine.chief_id = writer.id",
            "SELECT post.title, magazine.number FROM post JOIN magazine ON"
                + " post.mag_country = magazine.country_code AND post.mag_number = magazine.number");
  }

  @Test
  void namesTheReferencesWhereAJoinCouldTakeSeveral() {
    assertThatThrownBy(() -> connection.execute(select(POST.title).from(POST).join(WRITER)))
        .hasMessageContaining("ORM-SQL-AMBIGUOUS-JOIN")
        .hasMessageContaining("Post.author (post.author_id -> writer)")
        .hasMessageContaining("Post.editor (post.checked_by -> writer)")
        .hasMessageContaining("join along the relationship that is meant");
  }

  @Test
  void keyOfAnAliasBelongsToTheAlias() {
    PostT answer = POST.as("answer");

    connection.execute(update(POST).set(POST.parent.id, 1).where(POST.title.eq("answer")));
    assertThat(
            connection
                .execute(
                    select(answer.title, answer.parent.id)
                        .from(answer)
                        .join(POST, answer.parent.id.eq(POST.id)))
                .all())
        .containsExactly(new Row2<>("answer", 1));
    assertThat(recorder.sql().get(1))
        .isEqualTo(
            "SELECT answer.title, answer.parent_id FROM post AS answer"
                + " JOIN post ON answer.parent_id = post.id");
    assertThatThrownBy(() -> connection.execute(select(POST.title).join(POST.parent)))
        .hasMessageContaining("ORM-SQL-UNSUPPORTED-STATEMENT")
        .hasMessageContaining("join an alias");
  }

  @Test
  void keyOfTwoColumnsIsSetAndComparedAsOne() {
    Magazine first = new Magazine("is", 1);
    Magazine second = new Magazine("is", 2);
    for (Magazine one : List.of(first, second)) {
      connection.execute(
          insert(MAGAZINE).set(MAGAZINE.country, "is").set(MAGAZINE.number, one.getNumber()));
    }
    recorder.clear();

    connection.execute(update(POST).set(POST.magazine, second).where(POST.author.eq(ada)));

    assertThat(titles(select(POST.title).where(POST.magazine.eq(second)))).containsExactly("notes");
    assertThat(titles(select(POST.title).where(POST.magazine.in(first, second))))
        .containsExactly("notes");
    assertThat(titles(select(POST.title).where(POST.magazine.isNull()))).hasSize(2);
    assertThat(connection.execute(select(POST.magazine.number).where(POST.author.eq(ada))).scalar())
        .isEqualTo(2);
    assertThat(recorder.sql().subList(0, 4))
        .containsExactly(
            "UPDATE post SET mag_country = ?, mag_number = ? WHERE author_id = ?",
            "SELECT post.title FROM post WHERE post.mag_country = ? AND post.mag_number = ?",
            "SELECT post.title FROM post WHERE post.mag_country = ? AND post.mag_number = ?"
                + " OR post.mag_country = ? AND post.mag_number = ?",
            "SELECT post.title FROM post WHERE post.mag_country IS NULL OR post.mag_number IS NULL");
  }

  @Test
  void asksAboutRowsBehindAReference() {
    PostT outer = POST.as("p");

    assertThat(titles(select(POST.title).where(POST.author.has(WRITER.name.eq("eve")))))
        .containsExactly("answer");
    assertThat(
            connection
                .execute(select(WRITER.name).where(WRITER.posts.any(POST.title.eq("notes"))))
                .all())
        .containsExactly("ada");
    connection.execute(select(POST.title).where(POST.parent.has(POST.title.eq("notes"))));
    connection.execute(select(outer.title).where(outer.parent.has(POST.title.eq("notes"))));
    connection.execute(
        select(POST.title).where(POST.parent.has(POST.parent.has(POST.title.eq("notes")))));
    assertThat(recorder.sql())
        .containsExactly(
            "SELECT post.title FROM post WHERE EXISTS (SELECT 1 FROM writer"
                + " WHERE writer.id = post.author_id AND writer.name = ?)",
            "SELECT writer.name FROM writer WHERE EXISTS (SELECT 1 FROM post"
                + " WHERE post.author_id = writer.id AND post.title = ?)",
            "SELECT post.title FROM post WHERE EXISTS (SELECT 1 FROM post AS post_1"
                + " WHERE post_1.id = post.parent_id AND post_1.title = ?)",
            "SELECT p.title FROM post AS p WHERE EXISTS (SELECT 1 FROM post"
                + " WHERE post.id = p.parent_id AND post.title = ?)",
            "SELECT post.title FROM post WHERE EXISTS (SELECT 1 FROM post AS post_1"
                + " WHERE post_1.id = post.parent_id AND EXISTS (SELECT 1 FROM post"
                + " WHERE post.id = post_1.parent_id AND post.title = ?))");
  }

  @Test
  void upsertSetsTheKey() {
    connection.execute(
        insert(POST)
            .set(POST.id, 1)
            .set(POST.author, eve)
            .onConflictDoUpdate(List.of(POST.id), set(POST.author.id, eve.getId())));

    assertThat(titles(select(POST.title).where(POST.author.eq(eve)))).contains("notes");
  }

  @Test
  void objectWithoutAKeyAndNullAreRefused() {
    assertThatThrownBy(() -> POST.author.eq(new Writer("new")))
        .hasMessageContaining("ORM-TYPE-WRONG-VALUE")
        .hasMessageContaining("whose \"id\" is null")
        .hasMessageContaining("Post.author.id");
    assertThatThrownBy(() -> POST.author.in(Arrays.asList(ada, null)))
        .hasMessageContaining("ORM-SQL-NULL-COMPARISON")
        .hasMessageContaining("isNull()");
  }

  private List<String> titles(Statement<String> statement) {
    return connection.execute(statement).all();
  }
}
