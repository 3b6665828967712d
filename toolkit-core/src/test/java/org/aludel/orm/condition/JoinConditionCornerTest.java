package org.aludel.orm.condition;

import static org.aludel.orm.condition.ComposerT.COMPOSER;
import static org.aludel.orm.condition.HallT.HALL;
import static org.aludel.orm.condition.SeasonT.SEASON;
import static org.aludel.orm.condition.SourceT.SOURCE;
import static org.aludel.orm.condition.WorkT.WORK;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.engine.Engine;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.query.Loading;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Relationships by a condition beside what else a mapping may say. */
@PostgresTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // no test commits
final class JoinConditionCornerTest {
  private static final Registry REGISTRY = Registry.of(MusicBase.class);

  private final StatementRecorder recorder = new StatementRecorder();
  private final TestDatabase database;
  private final Engine engine;
  private final SessionFactory sessions;

  JoinConditionCornerTest(TestDatabase database) {
    this.database = database;
    this.engine = Engine.create(recorder.wrap(database.dataSource()));
    this.sessions = SessionFactory.of(engine, REGISTRY);
    engine.createAll(REGISTRY.metaData());
    MusicData.insert(sessions);
    sessions.inTransaction(
        session ->
            session.addAll(
                List.of(
                    new Season("Vienna", 1805),
                    new Season("Leipzig", 1805),
                    new Season("Leipzig", 1727),
                    new Source(1, 1805),
                    new Manuscript(2, 1805, "own"))));
  }

  @BeforeEach
  void forgetStatements() {
    recorder.clear();
  }

  @Test
  void ownersOfATwofoldIdShareElements() {
    try (Session session = sessions.open()) {
      List<Season> all = session.scalars(select(SEASON).orderBy(SEASON.year, SEASON.town)).all();
      recorder.clear();

      assertThat(all)
          .extracting(season -> season.getSources().stream().map(Source::getId).toList())
          .containsExactly(List.of(), List.of(1L, 2L), List.of(1L, 2L));
      assertThat(recorder.sql()).hasSize(1);
      assertThat(recorder.sql().get(0))
          .contains("ON source.year = season_owner.year WHERE (season_owner.town, ");
    }
  }

  @Test
  void classesWithATableEachAreOwners() {
    try (Session session = sessions.open()) {
      List<Source> all = session.scalars(select(SOURCE).orderBy(SOURCE.id)).all();

      assertThat(all).hasSize(2).allMatch(source -> source.getSeasons().size() == 2);
      assertThat(
              session
                  .scalars(
                      select(ManuscriptT.MANUSCRIPT.hand)
                          .where(ManuscriptT.MANUSCRIPT.seasons.any(SEASON.town.eq("Vienna"))))
                  .all())
          .containsExactly("own");
    }
  }

  @Test
  void aPathMayNarrowToASubclass() {
    try (Session session = sessions.open()) {
      assertThat(
              session
                  .scalars(
                      select(HALL.seats)
                          .from(COMPOSER)
                          .join(COMPOSER.stages.ofType(HALL))
                          .where(COMPOSER.name.eq("Beethoven")))
                  .all())
          .containsExactly(900);
    }
  }

  @Test
  void optionsGoOnBehindIt() {
    try (Session session = sessions.open()) {
      List<Composer> all =
          session
              .scalars(
                  select(COMPOSER)
                      .orderBy(COMPOSER.id)
                      .options(
                          Loading.joined(COMPOSER.neighbours)
                              .then(Loading.joined(COMPOSER.lateWorks))))
              .all();
      recorder.clear();

      assertThat(all.get(0).getNeighbours().get(0).getLateWorks())
          .extracting(Work::getTitle)
          .containsExactly("Fidelio");
      assertThat(recorder.sql()).isEmpty();
    }
  }

  @Test
  void whatAStatementMakesOfItIsSeenAfterARefresh() {
    try (Session session = sessions.open()) {
      Composer beethoven = session.getOne(Composer.class, 2L);
      assertThat(beethoven.getStages()).hasSize(1);

      session.execute(update(WORK).set(WORK.venue.id, 2L).where(WORK.title.eq("Fidelio")));
      assertThat(beethoven.getStages()).extracting(Venue::getId).containsExactly(1L);
      session.refresh(beethoven);

      assertThat(beethoven.getStages()).extracting(Venue::getId).containsExactly(2L);
    }
  }

  @Test
  void bothClassesAreInOneEngine() {
    try (Engine other = Engine.create(database.dataSource())) {
      assertThatThrownBy(
              () ->
                  SessionFactory.of(engine, REGISTRY, options -> options.engine(other, Era.class)))
          .hasMessageContaining("ORM-SESSION-SEVERAL-ENGINES")
          .hasMessageContaining("a condition over the rows of both");
    }
  }
}
