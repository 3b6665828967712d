package org.aludel.orm.elements;

import static org.aludel.orm.elements.TripT.TRIP;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.aludel.engine.Engine;
import org.aludel.error.DetachedInstanceException;
import org.aludel.error.UsageException;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.Index;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values that are rows of a table of their own. */
@PostgresTest
final class ElementCollectionTest {
  private static final Registry REGISTRY = Registry.of(ElementsBase.class);

  private final StatementRecorder recorder = new StatementRecorder();
  private final TestDatabase database;
  private final Engine engine;
  private final SessionFactory sessions;

  ElementCollectionTest(TestDatabase database) {
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

  private Trip added(Trip trip) {
    sessions.inTransaction(session -> session.add(trip));
    recorder.clear();
    return trip;
  }

  private static Trip held(Session session, Trip trip) {
    return Objects.requireNonNull(session.get(Trip.class, trip.getId()));
  }

  private List<String> sql() {
    List<String> all = recorder.sql();
    recorder.clear();
    return all;
  }

  private List<List<String>> tags() {
    return database.query("SELECT tags FROM trip_tags ORDER BY 1");
  }

  private List<List<String>> moods() {
    return database.query("SELECT moods FROM trip_moods ORDER BY 1");
  }

  private static Table table(String name) {
    return REGISTRY.metaData().table(QualifiedName.of(name)).orElseThrow();
  }

  @Test
  void aSetHasAKeyOfOwnerAndValue() {
    Table tags = table("trip_tags");

    assertThat(tags.columns())
        .extracting(Column::name, one -> one.type().name(), Column::nullable)
        .map(Object::toString)
        .containsExactly("(\"trip_id\", \"bigint\", false)", "(\"tags\", \"varchar(255)\", false)");
    assertThat(tags.constraints())
        .extracting(Constraint::name)
        .map(name -> name.text())
        .containsExactly("pk_trip_tags", "fk_trip_tags_trip_id_trip");
  }

  @Test
  void aBagHasAnIndexOverItsOwner() {
    Table moods = table("trip_moods");

    assertThat(moods.constraints())
        .extracting(one -> one.name().text())
        .containsExactly("fk_trip_moods_trip_id_trip");
    assertThat(moods.indexes())
        .extracting(Index::name)
        .map(name -> name.text())
        .containsExactly("ix_trip_moods_trip_id");
  }

  @Test
  void namesThatAnnotationsGiveAreTaken() {
    assertThat(table("trip_stop").columns())
        .extracting(Column::name)
        .containsExactly("trip", "position", "place");
    assertThat(table("trip_notes").columns())
        .extracting(Column::name)
        .containsExactly("trip_id", "day", "notes");
    assertThat(table("trip_distances").columns())
        .extracting(Column::name)
        .containsExactly("trip_id", "distances_key", "distances");
  }

  @Test
  void newObjectsAndTheirValuesAreWrittenInBulk() {
    sessions.inTransaction(
        session -> session.addAll(List.of(new Trip("A", "sea", "sun"), new Trip("B", "sea"))));

    assertThat(sql())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("INSERT INTO trip_tags (trip_id, tags)")
        .contains("unnest");
    assertThat(tags()).containsExactly(List.of("sea"), List.of("sea"), List.of("sun"));
  }

  @Test
  void collectionsAreLoadedForTheObjectsOfTheResultTogether() {
    IntStream.range(0, 20).forEach(number -> added(new Trip("T" + number, "t" + number)));
    try (Session session = sessions.open()) {
      List<Trip> trips = session.scalars(select(TRIP).orderBy(TRIP.id)).all();
      sql();

      assertThat(trips).allMatch(trip -> trip.getTags().size() == 1);

      assertThat(sql()).hasSize(1);
    }
  }

  @Test
  void anEagerCollectionComesWithItsOwners() {
    Trip trip = new Trip("A");
    trip.getMoods().addAll(List.of(Mood.WET, Mood.CALM, Mood.WET));
    added(trip);

    try (Session session = sessions.open()) {
      Trip found = held(session, trip);
      assertThat(sql()).hasSize(2);

      assertThat(found.getMoods()).containsExactly(Mood.CALM, Mood.WET, Mood.WET);
      assertThat(sql()).isEmpty();
    }
  }

  @Test
  void whatCameIsInsertedAndWhatLeftIsDeleted() {
    Trip trip = added(new Trip("A", "sea", "sun", "old"));

    sessions.inTransaction(
        session -> {
          Set<String> tags = held(session, trip).getTags();
          tags.remove("old");
          tags.add("new");
          recorder.clear();
        });

    assertThat(sql())
        .satisfiesExactly(
            delete -> assertThat(delete).startsWith("DELETE FROM trip_tags"),
            insert -> assertThat(insert).startsWith("INSERT INTO trip_tags"));
    assertThat(tags()).containsExactly(List.of("new"), List.of("sea"), List.of("sun"));
  }

  @Test
  void aReplacedCollectionWritesTheDifference() {
    Trip trip = added(new Trip("A", "sea", "sun"));

    sessions.inTransaction(
        session -> {
          held(session, trip).setTags(Set.of("sun", "ski"));
          recorder.clear();
        });

    assertThat(tags()).containsExactly(List.of("ski"), List.of("sun"));
    assertThat(sql())
        .filteredOn(one -> !one.startsWith("SELECT"))
        .satisfiesExactly(
            delete -> assertThat(delete).startsWith("DELETE FROM trip_tags"),
            insert -> assertThat(insert).startsWith("INSERT INTO trip_tags"));
  }

  @Test
  void aClearedCollectionLosesItsRowsWithOneStatement() {
    Trip trip = added(new Trip("A", "sea", "sun"));

    sessions.inTransaction(
        session -> {
          held(session, trip).getTags().clear();
          recorder.clear();
        });

    assertThat(sql()).hasSize(1);
    assertThat(tags()).isEmpty();
  }

  @Test
  void anUnchangedCollectionWritesNothing() {
    Trip trip = added(new Trip("A", "sea", "sun"));

    sessions.inTransaction(
        session -> {
          Set<String> tags = held(session, trip).getTags();
          tags.remove("sea");
          tags.add("sea");
          recorder.clear();
        });

    assertThat(sql()).isEmpty();
  }

  @Test
  void ofEqualElementsOfABagOneCanLeave() {
    Trip trip = new Trip("A");
    trip.getMoods().addAll(List.of(Mood.WET, Mood.WET, Mood.WET, Mood.CALM));
    added(trip);

    sessions.inTransaction(session -> held(session, trip).getMoods().remove(Mood.WET));

    assertThat(moods()).containsExactly(List.of("CALM"), List.of("WET"), List.of("WET"));
  }

  @Test
  void elementsOfABagThatAreAddedLeaveTheOthersAlone() {
    Trip trip = new Trip("A");
    trip.getMoods().add(Mood.WET);
    added(trip);

    sessions.inTransaction(
        session -> {
          held(session, trip).getMoods().addAll(List.of(Mood.WET, Mood.WILD));
          recorder.clear();
        });

    assertThat(sql())
        .singleElement()
        .asString()
        .startsWith("INSERT INTO trip_moods (trip_id, moods)");
    assertThat(moods()).containsExactly(List.of("WET"), List.of("WET"), List.of("WILD"));
  }

  @Test
  void valuesGoWithTheirOwner() {
    Trip trip = added(new Trip("A", "sea"));

    sessions.inTransaction(
        session -> {
          session.delete(held(session, trip));
          recorder.clear();
        });

    assertThat(sql()).last().asString().startsWith("DELETE FROM trip WHERE");
    assertThat(tags()).isEmpty();
  }

  @Test
  void rollbackRestoresMemory() {
    Trip trip = added(new Trip("A", "sea"));
    try (Session session = sessions.open()) {
      Trip found = held(session, trip);
      found.getTags().add("sun");
      session.flush();
      found.getTags().add("moon");

      session.rollback();

      assertThat(found.getTags()).containsExactly("sea");
      assertThat(tags()).containsExactly(List.of("sea"));
    }
  }

  @Test
  void rollbackToASavepointRestoresMemory() {
    Trip trip = added(new Trip("A", "sea"));
    try (Session session = sessions.open()) {
      Trip found = held(session, trip);
      found.getTags().add("sun");
      session.flush();

      assertThatThrownBy(
              () ->
                  session.inNested(
                      nested -> {
                        found.getTags().clear();
                        session.flush();
                        throw new IllegalStateException("undone");
                      }))
          .isInstanceOf(IllegalStateException.class);

      assertThat(found.getTags()).containsExactlyInAnyOrder("sea", "sun");
      session.commit();
      assertThat(tags()).containsExactly(List.of("sea"), List.of("sun"));
    }
  }

  @Test
  void rollbackTakesANewOwnerWhoseValuesWereReplaced() {
    try (Session session = sessions.open()) {
      Trip trip = session.add(new Trip("A", "sea"));
      session.flush();
      session.refresh(trip);
      trip.setTags(Set.of("sea"));
      session.flush();

      session.rollback();

      assertThat(trip.getTags()).containsExactly("sea");
      assertThat(session.contains(trip)).isFalse();
    }
  }

  @Test
  void rollbackRestoresACollectionThatAnEqualOneHasReplaced() {
    Trip trip = added(new Trip("A", "sea"));
    try (Session session = sessions.open()) {
      Trip found = held(session, trip);
      found.setTags(new LinkedHashSet<>(Set.of("sea")));
      session.commit();
      found.getTags().add("sun");

      session.rollback();

      assertThat(found.getTags()).containsExactly("sea");
    }
  }

  @Test
  void mergeCopiesValuesWithoutACascade() {
    Trip trip = added(new Trip("A", "sea"));
    Trip detached = trip;
    detached.getTags().add("sun");

    sessions.inTransaction(session -> session.merge(detached));

    assertThat(tags()).containsExactly(List.of("sea"), List.of("sun"));
  }

  @Test
  void refreshReadsValuesAgain() {
    Trip trip = added(new Trip("A", "sea"));
    try (Session session = sessions.open()) {
      Trip found = held(session, trip);
      found.getTags().add("mine");
      database.run("INSERT INTO trip_tags VALUES (" + trip.getId() + ", 'theirs')");

      session.refresh(found);

      assertThat(found.getTags()).containsExactlyInAnyOrder("sea", "theirs");
    }
  }

  @Test
  void aQueryFlushesWhatItAsksAbout() {
    Trip trip = added(new Trip("A", "sea"));
    try (Session session = sessions.open()) {
      held(session, trip).getTags().add("sun");

      assertThat(session.scalars(select(TRIP).where(TRIP.tags.contains("sun"))).all()).hasSize(1);
    }
  }

  @Test
  void conditionsAskAboutElements() {
    added(new Trip("A", "sea", "sun"));
    added(new Trip("B", "ski"));
    added(new Trip("C"));
    try (Session session = sessions.open()) {
      assertThat(names(session, "contains")).containsExactly("A");
      assertThat(names(session, "any")).containsExactly("B");
      assertThat(names(session, "none")).containsExactly("C");
    }
  }

  private static List<String> names(Session session, String question) {
    return session
        .scalars(
            select(TRIP.name)
                .from(TRIP)
                .where(
                    switch (question) {
                      case "contains" -> TRIP.tags.contains("sea");
                      case "any" -> TRIP.tags.any(TRIP.tags.value().like("sk%"));
                      default -> TRIP.tags.any().not();
                    })
                .orderBy(TRIP.name))
        .all();
  }

  @Test
  void aJoinGivesARowForEachElement() {
    added(new Trip("A", "sea", "sun"));
    added(new Trip("C"));
    try (Session session = sessions.open()) {
      List<String> rows =
          session
              .execute(
                  select(TRIP.name, TRIP.tags.value())
                      .from(TRIP)
                      .leftJoin(TRIP.tags)
                      .orderBy(TRIP.name, TRIP.tags.value()))
              .all()
              .stream()
              .map(row -> row.first() + " " + row.second())
              .toList();

      assertThat(rows).containsExactly("A sea", "A sun", "C null");
    }
  }

  @Test
  void nullAmongElementsIsRefused() {
    Trip trip = new Trip("A");
    trip.getTags().add(null);

    assertThatThrownBy(() -> sessions.inTransaction(session -> session.add(trip)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("ORM-SESSION-CONTRADICTION")
        .hasMessageContaining("org.aludel.orm.elements.Trip.tags")
        .hasMessageContaining("null among its elements");
  }

  @Test
  void aDetachedOwnerSaysWhatWasNotLoaded() {
    Trip trip = added(new Trip("A", "sea"));
    Trip found;
    try (Session session = sessions.open()) {
      found = held(session, trip);
    }

    assertThatThrownBy(() -> found.getTags().size())
        .isInstanceOf(DetachedInstanceException.class)
        .hasMessageContaining("Trip.tags");
  }

  @Test
  void valuesMoveBetweenManyOwnersWithOneStatementOfEachKind() {
    List<Trip> trips =
        IntStream.range(0, 50).mapToObj(number -> new Trip("T" + number, "a", "b")).toList();
    sessions.inTransaction(session -> session.addAll(trips));

    sessions.inTransaction(
        session -> {
          List<Trip> held = session.scalars(select(TRIP)).all();
          for (Trip trip : held) {
            List<String> tags = new ArrayList<>(trip.getTags());
            trip.getTags().remove(tags.get(0));
            trip.getTags().add("c");
          }
          recorder.clear();
        });

    assertThat(sql()).hasSize(2);
  }
}
