package org.aludel.orm.elements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** Values with a position in a list, and values under keys of a map. */
@PostgresTest
final class KeyedElementsTest {
  private static final Registry REGISTRY = Registry.of(ElementsBase.class);

  private final StatementRecorder recorder = new StatementRecorder();
  private final TestDatabase database;
  private final Engine engine;
  private final SessionFactory sessions;

  KeyedElementsTest(TestDatabase database) {
    this.database = database;
    this.engine = Engine.create(recorder.wrap(database.dataSource()));
    this.sessions = SessionFactory.of(engine, REGISTRY);
  }

  @BeforeEach
  void createTables() {
    engine.createAll(REGISTRY.metaData());
  }

  @AfterEach
  void dropTables() {
    engine.dropAll(REGISTRY.metaData());
    engine.close();
  }

  private Trip tripTo(String... stops) {
    Trip trip = new Trip("A");
    trip.getStops().addAll(List.of(stops));
    sessions.inTransaction(session -> session.add(trip));
    return trip;
  }

  private static Trip held(Session session, Trip trip) {
    return Objects.requireNonNull(session.get(Trip.class, trip.getId()));
  }

  private List<List<String>> stops() {
    return database.query("SELECT position, place FROM trip_stop ORDER BY 1");
  }

  private List<String> changes() {
    return recorder.sql().stream()
        .filter(one -> !one.startsWith("SELECT"))
        .map(one -> one.substring(0, one.indexOf(' ')))
        .toList();
  }

  @Test
  void aListKeepsItsOrder() {
    Trip trip = tripTo("Rome", "Bari", "Rome");

    try (Session session = sessions.open()) {
      assertThat(held(session, trip).getStops()).containsExactly("Rome", "Bari", "Rome");
    }
    assertThat(stops())
        .containsExactly(List.of("0", "Rome"), List.of("1", "Bari"), List.of("2", "Rome"));
  }

  @Test
  void anElementInTheMiddleMovesTheOthersWithOneUpdate() {
    Trip trip = tripTo("Rome", "Bari", "Bonn");

    sessions.inTransaction(
        session -> {
          held(session, trip).getStops().add(1, "Pisa");
          recorder.clear();
        });

    assertThat(changes()).containsExactly("UPDATE", "INSERT");
    assertThat(stops())
        .containsExactly(
            List.of("0", "Rome"), List.of("1", "Pisa"), List.of("2", "Bari"), List.of("3", "Bonn"));
  }

  @Test
  void positionsStayDenseWhenOneLeaves() {
    Trip trip = tripTo("Rome", "Bari", "Bonn");

    sessions.inTransaction(
        session -> {
          held(session, trip).getStops().remove("Bari");
          recorder.clear();
        });

    assertThat(changes()).containsExactly("DELETE", "UPDATE");
    assertThat(stops()).containsExactly(List.of("0", "Rome"), List.of("1", "Bonn"));
  }

  @Test
  void aMoveIsOneUpdate() {
    Trip trip = tripTo("Rome", "Bari", "Bonn");

    sessions.inTransaction(
        session -> {
          Collections.swap(held(session, trip).getStops(), 0, 2);
          recorder.clear();
        });

    assertThat(changes()).containsExactly("UPDATE");
    assertThat(stops())
        .containsExactly(List.of("0", "Bonn"), List.of("1", "Bari"), List.of("2", "Rome"));
  }

  @Test
  void rollbackBringsTheOrderBack() {
    Trip trip = tripTo("Rome", "Bari");
    try (Session session = sessions.open()) {
      Trip found = held(session, trip);
      Collections.reverse(found.getStops());
      session.flush();

      session.rollback();

      assertThat(found.getStops()).containsExactly("Rome", "Bari");
    }
  }

  @Test
  void aMapKeepsValuesUnderTheirKeys() {
    Trip trip = new Trip("A");
    trip.getNotes().putAll(Map.of(3, "late", 1, "early"));
    sessions.inTransaction(session -> session.add(trip));

    try (Session session = sessions.open()) {
      assertThat(held(session, trip).getNotes())
          .containsExactly(Map.entry(1, "early"), Map.entry(3, "late"));
    }
  }

  @Test
  void aMapWritesWhatCameWentAndChanged() {
    Trip trip = new Trip("A");
    trip.getNotes().putAll(Map.of(1, "a", 2, "b", 3, "c"));
    sessions.inTransaction(session -> session.add(trip));

    sessions.inTransaction(
        session -> {
          Map<Integer, String> notes = held(session, trip).getNotes();
          notes.remove(1);
          notes.put(2, "changed");
          notes.put(4, "new");
          recorder.clear();
        });

    assertThat(changes()).containsExactly("DELETE", "UPDATE", "INSERT");
    assertThat(database.query("SELECT day, notes FROM trip_notes ORDER BY 1"))
        .containsExactly(List.of("2", "changed"), List.of("3", "c"), List.of("4", "new"));
  }

  @Test
  void keysMayBeEnumsAndValuesConverted() {
    Trip trip = new Trip("A");
    trip.getDistances().put(Mood.WET, new Distance(5));
    sessions.inTransaction(session -> session.add(trip));

    assertThat(database.query("SELECT distances_key, distances FROM trip_distances"))
        .containsExactly(List.of("WET", "5"));
    try (Session session = sessions.open()) {
      assertThat(held(session, trip).getDistances()).containsEntry(Mood.WET, new Distance(5));
    }
  }

  @Test
  void aChangeInsideAValueIsFound() {
    Trip trip = new Trip("A");
    trip.getDistances().put(Mood.WET, new Distance(5));
    trip.getDistances().put(Mood.CALM, new Distance(7));
    sessions.inTransaction(session -> session.add(trip));

    sessions.inTransaction(
        session -> {
          Objects.requireNonNull(held(session, trip).getDistances().get(Mood.WET)).add(10);
          recorder.clear();
        });

    assertThat(changes()).containsExactly("UPDATE");
    assertThat(database.query("SELECT distances FROM trip_distances ORDER BY 1"))
        .containsExactly(List.of("7"), List.of("15"));
  }

  @Test
  void rollbackSharesNoValueWithWhatIsRemembered() {
    Trip trip = new Trip("A");
    trip.getDistances().put(Mood.WET, new Distance(5));
    sessions.inTransaction(session -> session.add(trip));
    try (Session session = sessions.open()) {
      Trip found = held(session, trip);
      Objects.requireNonNull(found.getDistances().get(Mood.WET)).add(10);
      session.rollback();
      Objects.requireNonNull(found.getDistances().get(Mood.WET)).add(1);

      session.commit();

      assertThat(database.query("SELECT distances FROM trip_distances"))
          .containsExactly(List.of("6"));
    }
  }
}
