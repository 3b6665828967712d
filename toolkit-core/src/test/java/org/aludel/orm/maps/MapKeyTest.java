package org.aludel.orm.maps;

import static org.aludel.orm.maps.ShelfT.SHELF;
import static org.aludel.orm.maps.VolumeT.VOLUME;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.aludel.engine.Engine;
import org.aludel.error.UsageException;
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

/** Maps whose keys are an attribute of their elements. */
@PostgresTest
final class MapKeyTest {
  private static final Registry REGISTRY = Registry.of(ShelfBase.class);

  private final StatementRecorder recorder = new StatementRecorder();
  private final TestDatabase database;
  private final Engine engine;
  private final SessionFactory sessions;

  MapKeyTest(TestDatabase database) {
    this.database = database;
    this.engine = Engine.create(recorder.wrap(database.dataSource()));
    this.sessions = SessionFactory.of(engine, REGISTRY);
  }

  @BeforeEach
  void fill() {
    engine.createAll(REGISTRY.metaData());
    sessions.inTransaction(
        session ->
            session.addAll(List.of(new Shelf(1).with("a").with("b"), new Shelf(2).with("a"))));
    recorder.clear();
  }

  @AfterEach
  void drop() {
    engine.dropAll(REGISTRY.metaData());
    engine.close();
  }

  private void inShelf(Consumer<Shelf> block) {
    sessions.inTransaction(session -> block.accept(session.getOne(Shelf.class, 1L)));
  }

  private List<List<String>> rows() {
    return database.query("SELECT code FROM volume WHERE shelf_id = 1 ORDER BY code");
  }

  private List<String> writes() {
    return recorder.sql().stream().filter(sql -> !sql.startsWith("SELECT")).toList();
  }

  @Test
  void elementsComeBackUnderTheirKeys() {
    inShelf(
        shelf -> {
          assertThat(shelf.getVolumes()).containsOnlyKeys("a", "b");
          assertThat(shelf.getVolumes().get("b").getCode()).isEqualTo("b");
          assertThat(shelf.getVolumes().get("b").getShelf()).isSameAs(shelf);
        });
  }

  @Test
  void mapsOfManyOwnersAreOneStatement() {
    sessions.inTransaction(
        session ->
            session
                .scalars(select(SHELF))
                .all()
                .forEach(one -> assertThat(one.getVolumes()).isNotEmpty()));

    assertThat(recorder.sql()).hasSize(2);
  }

  @Test
  void whatIsPutIsOneRow() {
    inShelf(shelf -> shelf.with("c"));

    assertThat(rows()).containsExactly(List.of("a"), List.of("b"), List.of("c"));
    assertThat(writes()).singleElement().asString().startsWith("INSERT INTO volume");
  }

  @Test
  void whatIsRemovedIsOneRow() {
    inShelf(shelf -> shelf.getVolumes().remove("a"));

    assertThat(rows()).containsExactly(List.of("b"));
    assertThat(writes()).singleElement().asString().startsWith("DELETE FROM volume");
  }

  @Test
  void whatIsReplacedLeaves() {
    inShelf(shelf -> shelf.with("a"));

    assertThat(rows()).containsExactly(List.of("a"), List.of("b"));
    assertThat(database.query("SELECT count(*) FROM volume WHERE id = 1"))
        .containsExactly(List.of("0"));
  }

  @Test
  void theSameElementsInAnotherMapWriteNothing() {
    inShelf(shelf -> shelf.setVolumes(Map.copyOf(shelf.getVolumes())));

    assertThat(writes()).isEmpty();
  }

  @Test
  void anElementThatIsPutAgainIsNoChangeThatACommitWaitsFor() {
    try (Session session = sessions.open()) {
      session.addListener(new SessionListener() {});
      Shelf shelf = session.getOne(Shelf.class, 1L);
      shelf.getVolumes().put("a", shelf.getVolumes().remove("a"));

      assertThat(session.hasChanges()).isFalse();
      session.commit();
    }
    assertThat(writes()).isEmpty();
  }

  @Test
  void readingWritesNothing() {
    inShelf(
        shelf -> shelf.getVolumes().values().forEach(one -> assertThat(one.getCode()).isNotNull()));

    assertThat(writes()).isEmpty();
  }

  @Test
  void anElementUnderAnotherKeyThanItsOwnIsRefused() {
    assertThatThrownBy(() -> inShelf(shelf -> shelf.getVolumes().put("x", new Volume("y"))))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("ORM-SESSION-MAP-KEY")
        .hasMessageContaining("under \"x\" whose \"code\" is y");
    assertThat(rows()).hasSize(2);
  }

  @Test
  void twoElementsOfOneKeyAreRefusedWhenTheyAreRead() {
    database.run("INSERT INTO volume (code, shelf_id) VALUES ('a', 1)");

    assertThatThrownBy(() -> inShelf(shelf -> assertThat(shelf.getVolumes()).isEmpty()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("ORM-SESSION-MAP-KEY")
        .hasMessageContaining("two objects under the key \"a\"");
  }

  @Test
  void anElementThatMovesByItsReferenceAppearsUnderItsKey() {
    sessions.inTransaction(
        session -> {
          Shelf first = session.getOne(Shelf.class, 1L);
          Shelf second = session.getOne(Shelf.class, 2L);
          assertThat(second.getVolumes()).hasSize(1);
          first.getVolumes().get("b").setShelf(second);
          session.flush();
          assertThat(second.getVolumes()).containsOnlyKeys("a", "b");
          assertThat(first.getVolumes()).containsOnlyKeys("a");
        });
  }

  @Test
  void aDeletedElementLeavesTheMapAfterTheCommit() {
    try (Session session = sessions.open()) {
      Shelf shelf = session.getOne(Shelf.class, 1L);
      session.delete(shelf.getVolumes().get("a"));
      session.commit();
      assertThat(shelf.getVolumes()).containsOnlyKeys("b");
    }
  }

  @Test
  void aRollbackPutsTheEntriesBack() {
    try (Session session = sessions.open()) {
      Shelf shelf = session.getOne(Shelf.class, 1L);
      shelf.getVolumes().remove("a");
      shelf.with("c");
      session.flush();
      session.rollback();
      assertThat(shelf.getVolumes()).containsOnlyKeys("a", "b");
    }
  }

  @Test
  void mergeCarriesEntriesOver() {
    Shelf given =
        sessions.fromTransaction(
            session -> {
              Shelf shelf = session.getOne(Shelf.class, 1L);
              assertThat(shelf.getVolumes()).hasSize(2);
              return shelf;
            });
    given.getVolumes().remove("a");
    given.with("c");

    sessions.inTransaction(session -> session.merge(given));

    assertThat(rows()).containsExactly(List.of("b"), List.of("c"));
  }

  @Test
  void deletingTheOwnerDeletesWhatItHolds() {
    sessions.inTransaction(session -> session.delete(session.getOne(Shelf.class, 1L)));

    assertThat(rows()).isEmpty();
  }

  @Test
  void theIdIsTheKeyWhereNothingIsSaid() {
    inShelf(
        shelf -> {
          shelf.getNotes().put(7L, new Note(7));
          shelf.getNotes().put(8L, new Note(8));
        });

    inShelf(
        shelf -> {
          assertThat(shelf.getNotes()).containsOnlyKeys(7L, 8L);
          assertThat(shelf.getNotes().get(8L).getId()).isEqualTo(8L);
        });
    assertThat(database.query("SELECT id, shelf_id FROM note ORDER BY id"))
        .containsExactly(List.of("7", "1"), List.of("8", "1"));
  }

  @Test
  void bothSidesOfAManyToManyAreMaps() {
    sessions.inTransaction(
        session -> {
          Topic sea = new Topic("sea");
          session.getOne(Shelf.class, 1L).getTopics().put("sea", sea);
          session.flush();
          assertThat(sea.getShelves()).containsOnlyKeys(1L);
          sea.getShelves().put(2L, session.getOne(Shelf.class, 2L));
        });

    assertThat(database.query("SELECT shelves_id, topics_id FROM shelf_topic ORDER BY 1"))
        .containsExactly(List.of("1", "1"), List.of("2", "1"));
    inShelf(
        shelf -> assertThat(shelf.getTopics().get("sea").getShelves()).containsOnlyKeys(1L, 2L));
    inShelf(shelf -> shelf.getTopics().remove("sea"));
    assertThat(database.query("SELECT shelves_id FROM shelf_topic")).containsExactly(List.of("2"));
  }

  @Test
  void statementsAskAndJoinAsWithOtherCollections() {
    try (Session session = sessions.open()) {
      assertThat(
              session.scalars(select(SHELF.id).where(SHELF.volumes.any(VOLUME.code.eq("b")))).all())
          .containsExactly(1L);
      assertThat(
              session
                  .scalars(select(SHELF.id).join(SHELF.volumes).where(VOLUME.code.eq("b")))
                  .all())
          .containsExactly(1L);
    }
  }

  @Test
  void aMapThatIsNotLoadedPrintsItselfWithoutSql() {
    inShelf(shelf -> assertThat(shelf.getVolumes().toString()).contains("volumes not loaded"));

    assertThat(recorder.sql()).hasSize(1);
  }
}
