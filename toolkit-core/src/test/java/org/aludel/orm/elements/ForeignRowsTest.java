package org.aludel.orm.elements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.aludel.engine.Engine;
import org.aludel.error.StaleDataException;
import org.aludel.error.UsageException;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows of collections of values that somebody else wrote, changed or deleted. */
@PostgresTest
final class ForeignRowsTest {
  private static final Registry REGISTRY = Registry.of(ElementsBase.class);

  private final TestDatabase database;
  private final Engine engine;
  private final SessionFactory sessions;

  ForeignRowsTest(TestDatabase database) {
    this.database = database;
    this.engine = Engine.create(database.dataSource());
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
    trip.getNotes().put(1, "early");
    sessions.inTransaction(session -> session.add(trip));
    return trip;
  }

  private static Trip held(Session session, Trip trip) {
    return Objects.requireNonNull(session.get(Trip.class, trip.getId()));
  }

  private void elsewhere(String sql) {
    engine.inTransaction(connection -> connection.update(sql));
  }

  @Test
  void anElementThatIsGoneCannotBeChanged() {
    Trip trip = tripTo("sea", "hill");

    try (Session session = sessions.open()) {
      Trip held = held(session, trip);
      held.getStops().set(1, "lake");
      elsewhere("DELETE FROM trip_stop WHERE position = 1");

      assertThatThrownBy(session::flush)
          .isInstanceOf(StaleDataException.class)
          .hasMessageContaining("ORM-SESSION-STALE")
          .hasMessageContaining("org.aludel.orm.elements.Trip.stops");
      session.rollback();

      assertThat(held(session, trip).getStops()).containsExactly("sea");
    }
  }

  @Test
  void aKeyThatIsGoneCannotBeDeleted() {
    Trip trip = tripTo();

    try (Session session = sessions.open()) {
      held(session, trip).getNotes().remove(1);
      elsewhere("DELETE FROM trip_notes");

      assertThatThrownBy(session::flush)
          .isInstanceOf(StaleDataException.class)
          .hasMessageContaining("org.aludel.orm.elements.Trip.notes");
      session.rollback();
    }
  }

  @Test
  void aGapBetweenPositionsIsRefused() {
    Trip trip = tripTo("sea", "hill", "lake");
    elsewhere("DELETE FROM trip_stop WHERE position = 1");

    try (Session session = sessions.open()) {
      List<String> stops = held(session, trip).getStops();

      assertThatThrownBy(stops::size)
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("ORM-SESSION-CONTRADICTION")
          .hasMessageContaining("position 2 where 1 should be");
    }
  }

  @Test
  void nullInARowIsRefused() {
    Trip trip = tripTo();
    elsewhere("ALTER TABLE trip_moods ALTER moods DROP NOT NULL");
    elsewhere("INSERT INTO trip_moods (trip_id, moods) VALUES (" + trip.getId() + ", NULL)");

    try (Session session = sessions.open()) {
      assertThatThrownBy(() -> held(session, trip))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("ORM-SESSION-CONTRADICTION")
          .hasMessageContaining("null in \"moods\"");
    }
    assertThat(database.query("SELECT moods FROM trip_moods")).hasSize(1);
  }
}
