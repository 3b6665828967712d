package org.aludel.orm.positions;

import static org.aludel.orm.positions.ShelfT.SHELF;
import static org.aludel.orm.query.Loading.joined;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.aludel.engine.Engine;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists of objects whose order is a column of the elements' table. */
@PostgresTest
final class TargetPositionTest {
  private static final Registry REGISTRY = Registry.of(PositionBase.class);

  private final StatementRecorder recorder = new StatementRecorder();
  private final TestDatabase database;
  private final Engine engine;
  private final SessionFactory sessions;

  TargetPositionTest(TestDatabase database) {
    this.database = database;
    this.engine = Engine.create(recorder.wrap(database.dataSource()));
    this.sessions = SessionFactory.of(engine, REGISTRY);
  }

  @BeforeEach
  void createTables() {
    engine.createAll(REGISTRY.metaData());
    recorder.clear();
  }

  @AfterEach
  void dropTables() {
    engine.dropAll(REGISTRY.metaData());
    engine.close();
  }

  private Shelf added(String... titles) {
    Shelf shelf = new Shelf();
    for (String title : titles) {
      Volume volume = new Volume(title);
      volume.setShelf(shelf);
      shelf.getVolumes().add(volume);
      shelf.getLabels().add(new Label(title));
    }
    sessions.inTransaction(session -> session.add(shelf));
    return shelf;
  }

  private static Shelf held(Session session, Shelf shelf) {
    return Objects.requireNonNull(session.get(Shelf.class, shelf.getId()));
  }

  /** What a session writes for a change of a shelf whose lists are loaded. */
  private List<String> written(Shelf shelf, Consumer<Shelf> change) {
    sessions.inTransaction(
        session -> {
          Shelf found = held(session, shelf);
          assertThat(found.getVolumes()).as("loaded by its first use").isNotEmpty();
          assertThat(found.getLabels()).isNotEmpty();
          recorder.clear();
          change.accept(found);
        });
    return sql();
  }

  private List<String> sql() {
    List<String> all = recorder.sql();
    recorder.clear();
    return all;
  }

  private List<List<String>> volumes() {
    return database.query("SELECT place, title FROM volume ORDER BY 1, 2");
  }

  private List<String> titles(Shelf shelf) {
    return sessions.fromTransaction(
        session -> held(session, shelf).getVolumes().stream().map(Volume::getTitle).toList());
  }

  private List<String> labels(Shelf shelf) {
    return sessions.fromTransaction(
        session -> held(session, shelf).getLabels().stream().map(Label::getText).toList());
  }

  @Test
  void newElementsGetTheirPositionsBehindTheirRows() {
    Shelf shelf = added("b", "a");

    assertThat(sql())
        .filteredOn(one -> one.startsWith("UPDATE"))
        .containsExactly(
            "UPDATE volume AS t SET place = v.c1"
                + " FROM unnest(?::bigint[], ?::integer[]) AS v(k1, c1)"
                + " WHERE t.id = v.k1 AND t.place IS DISTINCT FROM v.c1",
            "UPDATE label AS t SET labels_order = v.c1"
                + " FROM unnest(?::bigint[], ?::integer[]) AS v(k1, c1)"
                + " WHERE t.id = v.k1 AND t.labels_order IS DISTINCT FROM v.c1");
    assertThat(volumes()).containsExactly(List.of("0", "b"), List.of("1", "a"));
    assertThat(titles(shelf)).containsExactly("b", "a");
    assertThat(labels(shelf)).containsExactly("b", "a");
  }

  @Test
  void elementsAreReadInTheirOrder() {
    Shelf shelf = added("c", "a", "b");
    database.run("UPDATE volume SET place = 7 WHERE place = 0");
    try (Session session = sessions.open()) {
      Shelf found = held(session, shelf);
      sql();

      assertThat(found.getVolumes()).extracting(Volume::getTitle).containsExactly("a", "b", "c");
      assertThat(sql())
          .singleElement()
          .asString()
          .endsWith(" ORDER BY volume.place NULLS LAST, volume.id");
    }
  }

  @Test
  void elementsThatAreJoinedAreReadInTheirOrder() {
    added("c", "a");
    database.run("UPDATE volume SET place = 7 WHERE place = 0");
    try (Session session = sessions.open()) {
      Shelf found = session.scalars(select(SHELF).options(joined(SHELF.volumes))).all().get(0);

      assertThat(sql())
          .last()
          .asString()
          .endsWith(" ORDER BY volume_1.place NULLS LAST, volume_1.id");
      assertThat(found.getVolumes()).extracting(Volume::getTitle).containsExactly("a", "c");
    }
  }

  @Test
  void aMoveIsOneStatement() {
    Shelf shelf = added("a", "b", "c");

    List<String> sql = written(shelf, one -> Collections.rotate(one.getVolumes(), 1));

    assertThat(sql).singleElement().asString().startsWith("UPDATE volume AS t SET place = v.c1");
    assertThat(titles(shelf)).containsExactly("c", "a", "b");
  }

  @Test
  void aMoveOfElementsThatDoNotKnowTheirOwnerIsOneStatement() {
    Shelf shelf = added("a", "b", "c");

    List<String> sql = written(shelf, one -> Collections.rotate(one.getLabels(), 1));

    assertThat(sql).singleElement().asString().startsWith("UPDATE label AS t SET labels_order");
    assertThat(labels(shelf)).containsExactly("c", "a", "b");
  }

  @Test
  void whatFollowsAnOrphanMovesUp() {
    Shelf shelf = added("a", "b", "c");

    written(shelf, one -> one.getVolumes().remove(0));

    assertThat(volumes()).containsExactly(List.of("0", "b"), List.of("1", "c"));
  }

  @Test
  void whatLeavesAListLosesItsPosition() {
    Shelf shelf = added("a", "b");

    written(shelf, one -> one.getLabels().remove(0));

    assertThat(
            database.query(
                "SELECT text, coalesce(labels_order, -1), label_shelf IS NULL FROM label"
                    + " ORDER BY 1"))
        .containsExactly(List.of("a", "-1", "t"), List.of("b", "0", "f"));
  }

  @Test
  void anElementMovesBetweenLists() {
    Shelf shelf = added("a", "b");
    Shelf other = added("x");
    sessions.inTransaction(
        session -> {
          Label label = held(session, shelf).getLabels().remove(1);
          held(session, other).getLabels().add(0, label);
        });

    assertThat(labels(shelf)).containsExactly("a");
    assertThat(labels(other)).containsExactly("b", "x");
  }

  @Test
  void anElementThatIsInAListTwiceStandsWhereItIsFirst() {
    Shelf shelf = added("a", "b");

    written(shelf, found -> found.getLabels().add(found.getLabels().get(0)));

    assertThat(database.query("SELECT labels_order, text FROM label ORDER BY 1"))
        .containsExactly(List.of("0", "a"), List.of("1", "b"));
  }

  @Test
  void whatAReferenceBringsComesLast() {
    Shelf shelf = added("a", "b");
    sessions.inTransaction(
        session -> {
          Volume volume = new Volume("z");
          volume.setShelf(held(session, shelf));
          session.add(volume);
        });
    assertThat(titles(shelf)).containsExactly("a", "b", "z");

    written(shelf, one -> Collections.swap(one.getVolumes(), 0, 2));

    assertThat(volumes()).containsExactly(List.of("0", "z"), List.of("1", "b"), List.of("2", "a"));
  }

  @Test
  void anUnchangedListWritesNothing() {
    Shelf shelf = added("a", "b");

    List<String> sql =
        written(
            shelf,
            one -> {
              Collections.reverse(one.getVolumes());
              Collections.reverse(one.getVolumes());
            });

    assertThat(sql).isEmpty();
  }

  @Test
  void rollbackRestoresTheOrder() {
    Shelf shelf = added("a", "b");
    try (Session session = sessions.open()) {
      Shelf found = held(session, shelf);
      Collections.reverse(found.getVolumes());
      session.flush();

      session.rollback();

      assertThat(found.getVolumes()).extracting(Volume::getTitle).containsExactly("a", "b");
    }
  }
}
