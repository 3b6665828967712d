package org.aludel.orm.viewonly;

import static org.aludel.orm.viewonly.ClubT.CLUB;
import static org.aludel.orm.viewonly.PersonT.PERSON;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.engine.Engine;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.query.Loading;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Collections by rows that others write: those of an entity between, and those of a view. */
@PostgresTest
final class ViewOnlyTest {
  private static final Registry REGISTRY = Registry.of(ViewOnlyBase.class);

  private final StatementRecorder recorder = new StatementRecorder();
  private final TestDatabase database;
  private final Engine engine;
  private final SessionFactory sessions;

  ViewOnlyTest(TestDatabase database) {
    this.database = database;
    this.engine = Engine.create(recorder.wrap(database.dataSource()));
    this.sessions = SessionFactory.of(engine, REGISTRY);
  }

  @BeforeEach
  void createTables() {
    engine.createAll(REGISTRY.metaData());
    database.run(
        "CREATE VIEW club_namesake AS SELECT c.id AS club_id, p.id AS person_id"
            + " FROM club c JOIN person p ON p.name = c.name");
    sessions.inTransaction(
        session -> {
          Club club = new Club("Ada");
          Person ada = new Person("Ada");
          Person bob = new Person("Bob");
          session.addAll(List.of(ada, bob));
          club.enrol(bob, "guest");
          club.enrol(ada, "chair");
          session.add(club);
        });
    recorder.clear();
  }

  @AfterEach
  void dropTables() {
    database.run("DROP VIEW club_namesake");
    engine.dropAll(REGISTRY.metaData());
    engine.close();
  }

  @Test
  void theTableIsThatOfTheEntityAlone() {
    assertThat(REGISTRY.metaData().tables())
        .extracting(table -> table.name().name())
        .containsExactlyInAnyOrder("club", "person", "membership");
  }

  @Test
  void elementsAreReadThroughTheEntityBetween() {
    try (Session session = sessions.open()) {
      Club club = session.getOne(Club.class, 1);
      recorder.clear();

      assertThat(club.getPeople()).extracting(Person::getName).containsExactly("Ada", "Bob");
      assertThat(recorder.sql()).hasSize(1);
      assertThat(recorder.sql().get(0)).contains("JOIN membership");
    }
  }

  @Test
  void theOtherSideIsReadToo() {
    try (Session session = sessions.open()) {
      assertThat(session.getOne(Person.class, 2).getClubs())
          .extracting(Club::getName)
          .containsExactly("Ada");
    }
  }

  @Test
  void aViewPairsRowsByAnyCondition() {
    try (Session session = sessions.open()) {
      List<Club> clubs =
          session.scalars(select(CLUB).options(Loading.selectIn(CLUB.namesakes))).all();
      recorder.clear();

      assertThat(clubs.get(0).getNamesakes()).extracting(Person::getName).containsExactly("Ada");
      assertThat(recorder.sql()).isEmpty();
    }
  }

  @Test
  void statementsAskThroughTheView() {
    try (Session session = sessions.open()) {
      assertThat(
              session
                  .scalars(select(CLUB.id).where(CLUB.namesakes.any(PERSON.name.eq("Bob"))))
                  .all())
          .isEmpty();
      assertThat(
              session
                  .scalars(select(CLUB.id).where(CLUB.namesakes.any(PERSON.name.eq("Ada"))))
                  .all())
          .containsExactly(1L);
    }
  }

  @Test
  void anAddedElementIsRefusedAndNothingWritten() {
    assertThatThrownBy(
            () ->
                sessions.inTransaction(
                    session -> {
                      Club club = session.getOne(Club.class, 1);
                      club.getNamesakes().add(session.getOne(Person.class, 2));
                    }))
        .isInstanceOfSatisfying(
            UsageException.class,
            error -> assertThat(error.code()).isEqualTo(SessionCode.VIEW_ONLY))
        .hasMessageContaining("1 elements added to \"namesakes\" and 0 removed");
    assertThat(recorder.sql()).noneMatch(sql -> sql.startsWith("INSERT"));
  }

  @Test
  void aRemovedElementIsRefusedFromEitherSide() {
    assertThatThrownBy(
            () ->
                sessions.inTransaction(
                    session -> session.getOne(Person.class, 1).getClubs().remove(0)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("0 elements added to \"clubs\" and 1 removed");
    assertThat(database.query("SELECT count(*) FROM membership")).containsExactly(List.of("2"));
  }

  @Test
  void deletingAnObjectWritesNothingToItsTable() {
    sessions.inTransaction(session -> session.delete(session.getOne(Club.class, 1)));

    assertThat(recorder.sql().stream().filter(sql -> sql.startsWith("DELETE")))
        .containsExactly(
            "DELETE FROM membership WHERE id = ANY (?::bigint[])",
            "DELETE FROM club WHERE id = ANY (?::bigint[])");
  }

  @Test
  void whatTheEntityBetweenSaysIsSeenAfterARefresh() {
    try (Session session = sessions.open()) {
      Club club = session.getOne(Club.class, 1);
      assertThat(club.getPeople()).hasSize(2);
      club.getMemberships().removeIf(one -> one.getRole().equals("guest"));
      session.flush();

      session.refresh(club);

      assertThat(club.getPeople()).extracting(Person::getName).containsExactly("Ada");
    }
  }
}
