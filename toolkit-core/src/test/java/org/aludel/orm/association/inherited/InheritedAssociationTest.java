package org.aludel.orm.association.inherited;

import static org.aludel.orm.association.inherited.StationT.STATION;
import static org.aludel.orm.association.inherited.TerminalT.TERMINAL;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import org.aludel.engine.Engine;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.SessionFactory;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Classes below use the table between of the class that declares the relationship. */
@PostgresTest
final class InheritedAssociationTest {
  private static final Registry REGISTRY = Registry.of(NetworkBase.class);

  private final StatementRecorder recorder = new StatementRecorder();
  private final Engine engine;
  private final SessionFactory sessions;

  InheritedAssociationTest(TestDatabase database) {
    this.engine = Engine.create(recorder.wrap(database.dataSource()));
    this.sessions = SessionFactory.of(engine, REGISTRY);
  }

  @BeforeEach
  void createTables() {
    engine.createAll(REGISTRY.metaData());
    Station middle = new Station("middle");
    middle.getNext().add(new Terminal("end", 4));
    Terminal start = new Terminal("start", 2);
    start.getNext().add(middle);
    sessions.inTransaction(session -> session.add(start));
    recorder.clear();
  }

  @AfterEach
  void dropTables() {
    engine.dropAll(REGISTRY.metaData());
    engine.close();
  }

  @Test
  void collectionsOfASubclassAreLoadedFromBothSides() {
    sessions.inTransaction(
        session -> {
          Terminal start = session.scalars(select(TERMINAL).where(TERMINAL.tracks.eq(2))).one();
          Terminal end = session.scalars(select(TERMINAL).where(TERMINAL.tracks.eq(4))).one();

          assertThat(start.getNext()).extracting(Station::getName).containsExactly("middle");
          assertThat(end.getPrevious()).containsExactlyElementsOf(start.getNext());
        });
  }

  @Test
  void conditionsOverTheOwningSideReadTheTableOfTheSuperclass() {
    sessions.inTransaction(
        session ->
            assertThat(
                    session
                        .scalars(
                            select(TERMINAL).where(TERMINAL.next.any(STATION.name.eq("middle"))))
                        .all())
                .extracting(Station::getName)
                .containsExactly("start"));

    assertThat(recorder.sql().get(0)).contains("FROM station_station", ".previous_id = ");
  }

  @Test
  void conditionsOverTheMirrorReadTheTableOfTheSuperclass() {
    sessions.inTransaction(
        session ->
            assertThat(
                    session
                        .scalars(
                            select(TERMINAL)
                                .where(TERMINAL.previous.any(STATION.name.eq("middle"))))
                        .all())
                .extracting(Station::getName)
                .containsExactly("end"));
  }
}
