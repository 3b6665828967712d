package org.aludel.orm.attributes;

import static org.aludel.orm.attributes.AlbumT.ALBUM;
import static org.aludel.orm.query.Loading.withCriteria;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.orm.event.AttributeHistory;
import org.aludel.orm.event.AttributeListener;
import org.aludel.orm.event.EntityListener;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.orm.session.SessionListener;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Listeners are told at the flush of what changed in attributes, and may change more. */
@PostgresTest
final class AttributeListenerTest {
  private static final Registry REGISTRY = Registry.of(AlbumBase.class);

  private final StatementRecorder recorder = new StatementRecorder();
  private final List<String> heard = new ArrayList<>();
  private final Engine engine;
  private final SessionFactory silent;
  private final SessionFactory sessions;

  AttributeListenerTest(TestDatabase database) {
    engine = Engine.create(recorder.wrap(database.dataSource()));
    silent = SessionFactory.of(engine, REGISTRY);
    sessions = silent.with(Album.class, this::hear);
  }

  @BeforeEach
  void fill() {
    engine.createAll(REGISTRY.metaData());
    silent.inTransaction(
        session -> {
          Album album = new Album(1, "Blue");
          album.getTags().addAll(Set.of("jazz", "old"));
          album.getTracks().addAll(List.of(new Track(1), new Track(2)));
          session.add(album);
          session.add(new Album(2, "Red"));
          session.add(new Label(7));
        });
    recorder.clear();
  }

  @AfterEach
  void drop() {
    engine.dropAll(REGISTRY.metaData());
    engine.close();
  }

  private void hear(Album album, Map<String, AttributeHistory> changes, Connection connection) {
    changes.forEach(
        (name, history) ->
            heard.add(album.getId() + "." + name + history.deleted() + " -> " + history.added()));
  }

  private List<String> writes() {
    return recorder.sql().stream().filter(one -> !one.startsWith("SELECT")).toList();
  }

  private static Album first(Session session) {
    return session.getOne(Album.class, 1L);
  }

  @Test
  void columnsReferencesAndEmbeddedPartsAreToldWithOldAndNewValues() {
    sessions.inTransaction(
        session -> {
          Album album = first(session);
          album.setLabel(session.getOne(Label.class, 7L));
          album.setPrice(new Price(12, "CHF"));
          album.setTitle("Green");
        });

    assertThat(heard)
        .containsExactly(
            "1.title[Blue] -> [Green]",
            "1.price.amount[null] -> [12]",
            "1.price.currency[null] -> [CHF]",
            "1.label[null] -> [label 7]");
  }

  @Test
  void collectionsAreToldWithWhatCameAndWent() {
    sessions.inTransaction(
        session -> {
          Album album = first(session);
          album.getTracks().remove(1);
          album.getTracks().add(new Track(3));
          album.getTags().remove("old");
          album.getTags().add("new");
        });

    assertThat(heard).containsExactly("1.tracks[track 2] -> [track 3]", "1.tags[old] -> [new]");
  }

  @Test
  void lastOfSeveralValuesIsTold() {
    sessions.inTransaction(
        session -> {
          first(session).setTitle("Green");
          first(session).setTitle("Black");
        });

    assertThat(heard).containsExactly("1.title[Blue] -> [Black]");
  }

  @Test
  void valueThatIsAsInItsRowAgainIsNotTold() {
    sessions.inTransaction(
        session -> {
          first(session).setTitle("Green");
          first(session).setTitle(String.join("", "Bl", "ue"));
        });

    assertThat(heard).isEmpty();
  }

  @Test
  void newAndDeletedObjectsAreNotTold() {
    sessions.inTransaction(
        session -> {
          session.add(new Album(3, "White"));
          Album gone = session.getOne(Album.class, 2L);
          gone.setTitle("Gone");
          session.delete(gone);
        });

    assertThat(heard).isEmpty();
  }

  @Test
  void callsComeInThisOrder() {
    SessionFactory all =
        silent
            .with(
                new SessionListener() {
                  @Override
                  public void beforeFlush(Session session) {
                    heard.add("before flush");
                  }
                })
            .with(
                Album.class,
                new EntityListener<Album>() {
                  @Override
                  public void beforeUpdate(Album album, Connection connection) {
                    heard.add("before update");
                  }
                })
            .with(Album.class, this::hear)
            .with(Album.class, (album, changes, connection) -> heard.add("second listener"));

    all.inTransaction(
        session -> {
          first(session).setCallback(album -> heard.add("@PreUpdate"));
          first(session).setTitle("Green");
        });

    assertThat(heard)
        .containsExactly(
            "before flush",
            "1.title[Blue] -> [Green]",
            "second listener",
            "before update",
            "@PreUpdate");
  }

  @Test
  void whatAListenerChangesIsWrittenByTheSameStatementAndTold() {
    AttributeListener<Album> counting =
        (album, changes, connection) -> {
          if (changes.containsKey("title")) {
            album.setEdits(album.getEdits() + 1);
          }
        };

    sessions.with(Album.class, counting).inTransaction(session -> first(session).setTitle("Green"));

    assertThat(heard).containsExactly("1.title[Blue] -> [Green]", "1.edits[0] -> [1]");
    assertThat(writes()).containsExactly("UPDATE album SET title = ?, edits = ? WHERE id = ?");
  }

  @Test
  void whatACallbackChangesIsTold() {
    sessions.inTransaction(
        session -> {
          first(session).setCallback(album -> album.setEdits(9));
          first(session).setTitle("Green");
        });

    assertThat(heard).containsExactly("1.title[Blue] -> [Green]", "1.edits[0] -> [9]");
  }

  @Test
  void changeThatAListenerTakesBackIsNotWritten() {
    silent
        .with(
            Album.class,
            (album, changes, connection) -> {
              AttributeHistory title = changes.get("title");
              if (title != null && title.oldValue() instanceof String before) {
                album.setTitle(before);
              }
            })
        .inTransaction(session -> first(session).setTitle("Green"));

    assertThat(writes()).isEmpty();
  }

  @Test
  void exceptionOfAListenerLeavesTheRowsAsTheyWere() {
    SessionFactory sessions = silent.with(Album.class, new Titles());

    assertThatThrownBy(
            () ->
                sessions.inTransaction(
                    session -> {
                      first(session).setTitle("");
                      session.add(new Album(3, "White"));
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no title in place of \"Blue\"");

    assertThat(writes()).isEmpty();
  }

  static final class Titles implements AttributeListener<Album> {
    @Override
    public void changed(Album album, Map<String, AttributeHistory> changes, Connection connection) {
      AttributeHistory title = changes.get("title");
      if (title != null && "".equals(title.newValue())) {
        throw new IllegalArgumentException("no title in place of \"" + title.oldValue() + "\"");
      }
    }
  }

  @Test
  void objectThatNothingChangedInIsNotTold() {
    sessions.inTransaction(
        session -> {
          session.scalars(select(ALBUM)).all();
          session.getOne(Album.class, 2L).setTitle("Pink");
        });

    assertThat(heard).containsExactly("2.title[Red] -> [Pink]");
  }

  @Test
  void collectionThatNobodyReadStaysUnread() {
    sessions.inTransaction(session -> first(session).setTitle("Green"));

    assertThat(recorder.sql())
        .containsExactly(
            "SELECT id, title, edits, amount, currency, label_id FROM album" + " WHERE id = ?",
            "UPDATE album SET title = ? WHERE id = ?");
  }

  @Test
  void factoryThatWasThereTellsNobody() {
    silent.inTransaction(session -> first(session).setTitle("Green"));

    assertThat(heard).isEmpty();
  }

  @Test
  void factoriesOfOneOriginShareTheirCriteriaAndKnowEachOthersSessions() {
    SessionFactory narrow =
        silent
            .withCriteria(withCriteria(ALBUM, ALBUM.title.eq("Blue")))
            .with(Album.class, this::hear);

    try (Session session = narrow.open()) {
      List<Album> all = session.scalars(select(ALBUM)).all();

      assertThat(all).extracting(Album::getTitle).containsExactly("Blue");
      assertThat(silent.sessionOf(all.get(0))).isSameAs(session);
    }
  }
}
