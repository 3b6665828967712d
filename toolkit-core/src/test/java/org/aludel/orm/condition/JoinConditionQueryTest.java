package org.aludel.orm.condition;

import static org.aludel.orm.condition.ComposerT.COMPOSER;
import static org.aludel.orm.condition.EraT.ERA;
import static org.aludel.orm.condition.HallT.HALL;
import static org.aludel.orm.condition.MedalT.MEDAL;
import static org.aludel.orm.condition.VenueT.VENUE;
import static org.aludel.orm.condition.WorkT.WORK;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.query.Loading;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.sql.Sql;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How statements ask and join along relationships by a condition. */
@PostgresTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // no test commits
final class JoinConditionQueryTest {
  private static final Registry REGISTRY = Registry.of(MusicBase.class);

  private final StatementRecorder recorder = new StatementRecorder();
  private final Engine engine;
  private final SessionFactory sessions;

  JoinConditionQueryTest(TestDatabase database) {
    this.engine = Engine.create(recorder.wrap(database.dataSource()));
    this.sessions = SessionFactory.of(engine, REGISTRY);
    engine.createAll(REGISTRY.metaData());
    MusicData.insert(sessions);
  }

  @BeforeEach
  void forgetStatements() {
    recorder.clear();
  }

  @Test
  void anyIsTheConditionInExists() {
    try (Session session = sessions.open()) {
      assertThat(
              session
                  .scalars(
                      select(COMPOSER.name).where(COMPOSER.lateWorks.any(WORK.title.eq("Fidelio"))))
                  .all())
          .containsExactly("Beethoven");
      assertThat(recorder.sql())
          .containsExactly(
              "SELECT composer.name FROM composer WHERE EXISTS (SELECT 1 FROM work"
                  + " WHERE work.composer_id = composer.id AND work.year >= 1800"
                  + " AND work.title = ?)");
    }
  }

  @Test
  void anyOverTheSameClassGivesItASecondName() {
    try (Session session = sessions.open()) {
      assertThat(
              session
                  .scalars(
                      select(COMPOSER.name)
                          .where(COMPOSER.neighbours.any(COMPOSER.name.eq("Haydn"))))
                  .all())
          .containsExactly("Beethoven");
      assertThat(recorder.sql())
          .containsExactly(
              "SELECT composer.name FROM composer WHERE EXISTS (SELECT 1 FROM composer AS"
                  + " composer_1 WHERE composer_1.town = composer.town AND composer_1.id <>"
                  + " composer.id AND composer_1.name = ?)");
    }
  }

  @Test
  void hasAndIsNullAskAboutAReference() {
    try (Session session = sessions.open()) {
      assertThat(
              session.scalars(select(WORK.title).where(WORK.era.has(ERA.name.eq("Baroque")))).all())
          .containsExactly("Passion");
      assertThat(session.scalars(select(WORK.title).where(WORK.era.isNull())).all())
          .containsExactly("Creation");
      assertThat(recorder.sql().get(1))
          .isEqualTo(
              "SELECT work.title FROM work WHERE NOT EXISTS (SELECT 1 FROM era"
                  + " WHERE work.year BETWEEN era.since AND era.until)");
    }
  }

  @Test
  void aJoinAlongThePathIsTheCondition() {
    try (Session session = sessions.open()) {
      assertThat(
              session
                  .scalars(
                      select(WORK.title).join(WORK.era).where(ERA.since.gt(1800)).orderBy(WORK.id))
                  .all())
          .containsExactly("Seasons", "Fidelio");
      assertThat(recorder.sql())
          .containsExactly(
              "SELECT work.title FROM work JOIN era ON work.year BETWEEN era.since AND era.until"
                  + " WHERE era.since > ? ORDER BY work.id");
    }
  }

  @Test
  void aPathMayLeadToAnAliasUnderMoreConditions() {
    ComposerT other = COMPOSER.as("other");
    try (Session session = sessions.open()) {
      session
          .scalars(
              select(COMPOSER.name)
                  .leftJoin(COMPOSER.neighbours.to(other).and(other.name.ne("Haydn"))))
          .all();

      assertThat(recorder.sql())
          .containsExactly(
              "SELECT composer.name FROM composer LEFT JOIN composer AS other"
                  + " ON other.town = composer.town AND other.id <> composer.id"
                  + " AND other.name <> ?");
    }
  }

  @Test
  void anOptionMayNarrowWhatIsLoaded() {
    try (Session session = sessions.open()) {
      Composer haydn =
          session
              .scalars(
                  select(COMPOSER)
                      .where(COMPOSER.id.eq(1L))
                      .options(Loading.selectIn(COMPOSER.lateWorks.and(WORK.title.eq("None")))))
              .one();

      assertThat(haydn.getLateWorks()).isEmpty();
    }
  }

  @Test
  void criteriaOfTheTargetHoldInLoadsAndQuestions() {
    try (Session session = sessions.open()) {
      Composer haydn =
          session
              .scalars(
                  select(COMPOSER)
                      .where(COMPOSER.id.eq(1L))
                      .options(
                          Loading.withCriteria(WORK, WORK.title.ne("Seasons")),
                          Loading.selectIn(COMPOSER.lateWorks)))
              .one();

      assertThat(haydn.getLateWorks()).isEmpty();
      assertThat(
              session
                  .scalars(
                      select(COMPOSER.name)
                          .where(COMPOSER.lateWorks.any())
                          .options(Loading.withCriteria(WORK, WORK.title.ne("Seasons"))))
                  .all())
          .containsExactly("Beethoven");
    }
  }

  @Test
  void pathsOfASubclassUseTheConditionOfItsRoot() {
    try (Session session = sessions.open()) {
      assertThat(
              session
                  .scalars(select(HALL.seats).where(HALL.locals.any(COMPOSER.name.eq("Haydn"))))
                  .all())
          .containsExactlyInAnyOrder(900, 300);
      assertThat(session.scalars(select(VENUE.id).where(HALL.treat(VENUE).smaller.any())).all())
          .containsExactly(1L);
    }
  }

  @Test
  void aChangeMayAskForIt() {
    try (Session session = sessions.open()) {
      session.execute(
          update(WORK).set(WORK.title, "Dated").where(WORK.era.has(ERA.name.eq("Baroque"))));

      assertThat(recorder.sql())
          .containsExactly(
              "UPDATE work SET title = ? WHERE EXISTS (SELECT 1 FROM era"
                  + " WHERE work.year BETWEEN era.since AND era.until AND era.name = ?)"
                  + " RETURNING id");
    }
  }

  @Test
  void changesOfThirdTablesAreFlushedBeforeItIsRead() {
    try (Session session = sessions.open()) {
      Composer bach = session.getOne(Composer.class, 3L);
      Work passion = session.scalars(select(WORK).where(WORK.title.eq("Passion"))).one();
      Venue church = session.scalars(select(VENUE).where(VENUE.town.eq("Leipzig"))).one();
      session.add(new Work(passion.getComposer(), "Oratorio", 1734, church));

      assertThat(bach.getStages()).containsExactly(church);
    }
  }

  @Test
  void withoutASessionTheNamesOfTheAnnotationsAreUsed() {
    try (Connection connection = engine.connect()) {
      assertThat(
              connection
                  .execute(
                      select(COMPOSER.name).where(COMPOSER.lateWorks.any(WORK.title.eq("Fidelio"))))
                  .all())
          .containsExactly("Beethoven");
    }
    assertThat(recorder.sql())
        .containsExactly(
            "SELECT composer.name FROM composer WHERE EXISTS (SELECT 1 FROM work WHERE"
                + " work.composer_id = composer.id AND work.year >= 1800 AND work.title = ?)");
  }

  @Test
  void aDeletionFromSeveralTablesMayAskForIt() {
    try (Session session = sessions.open()) {
      session.execute(Sql.delete(VENUE).where(VENUE.locals.any(COMPOSER.name.eq("Bach"))));

      assertThat(session.scalars(select(VENUE.town)).all()).containsExactly("Vienna", "Vienna");
    }
  }

  @Test
  void aChangeInASharedTableMayAskForIt() {
    try (Session session = sessions.open()) {
      session.execute(update(MEDAL).set(MEDAL.metal, "old").where(MEDAL.later.any()));

      assertThat(recorder.sql())
          .containsExactly(
              "UPDATE award SET metal = ? WHERE EXISTS (SELECT 1 FROM (SELECT award.id, award.year,"
                  + " award.metal, award.dtype FROM award WHERE award.dtype = 'Medal') AS medal"
                  + " WHERE medal.metal = award.metal AND medal.year > award.year)"
                  + " AND (dtype = 'Medal') RETURNING id");
    }
  }
}
