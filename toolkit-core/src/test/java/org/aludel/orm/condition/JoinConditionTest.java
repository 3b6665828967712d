package org.aludel.orm.condition;

import static org.aludel.orm.condition.ComposerT.COMPOSER;
import static org.aludel.orm.condition.WorkT.WORK;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.aludel.engine.Engine;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.query.Loading;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.sql.Select;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How relationships by a condition are loaded, strategy by strategy. */
@PostgresTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // no test commits
final class JoinConditionTest {
  private static final Registry REGISTRY = Registry.of(MusicBase.class);
  private static final String LATE_WORKS =
      "SELECT work.id, work.title, work.year, work.composer_id, work.venue_id, composer_owner.id"
          + " FROM work JOIN composer AS composer_owner"
          + " ON work.composer_id = composer_owner.id AND work.year >= 1800"
          + " WHERE composer_owner.id ";

  private final StatementRecorder recorder = new StatementRecorder();
  private final SessionFactory sessions;

  JoinConditionTest(TestDatabase database) {
    Engine engine = Engine.create(recorder.wrap(database.dataSource()));
    this.sessions = SessionFactory.of(engine, REGISTRY);
    engine.createAll(REGISTRY.metaData());
    MusicData.insert(sessions);
  }

  @BeforeEach
  void forgetStatements() {
    recorder.clear();
  }

  private static Select<Composer> composers() {
    return select(COMPOSER).orderBy(COMPOSER.id);
  }

  private static List<String> lateTitles(Composer composer) {
    return composer.getLateWorks().stream().map(Work::getTitle).toList();
  }

  @Test
  void theFirstUseLoadsTheCollectionOfAllOwnersOfTheResult() {
    try (Session session = sessions.open()) {
      List<Composer> all = session.scalars(composers()).all();
      recorder.clear();

      assertThat(all)
          .extracting(JoinConditionTest::lateTitles)
          .containsExactly(List.of("Seasons"), List.of("Fidelio"), List.of());
      assertThat(recorder.sql().get(0)).isEqualTo(LATE_WORKS + "= ANY (?) ORDER BY work.title");
      assertThat(recorder.sql()).filteredOn(sql -> sql.startsWith(LATE_WORKS)).hasSize(1);
    }
  }

  @Test
  void lazyEachLoadsOneOwnerAtATime() {
    try (Session session = sessions.open()) {
      List<Composer> all =
          session.scalars(composers().options(Loading.lazyEach(COMPOSER.lateWorks))).all();
      recorder.clear();

      all.forEach(JoinConditionTest::lateTitles);

      assertThat(recorder.sql()).filteredOn(sql -> sql.startsWith(LATE_WORKS)).hasSize(3);
    }
  }

  @Test
  void selectInLoadsItWithTheResult() {
    try (Session session = sessions.open()) {
      List<Composer> all =
          session.scalars(composers().options(Loading.selectIn(COMPOSER.lateWorks))).all();
      List<String> sql = recorder.sql();
      recorder.clear();

      assertThat(lateTitles(all.get(0))).containsExactly("Seasons");
      assertThat(sql).contains(LATE_WORKS + "= ANY (?) ORDER BY work.title");
      assertThat(recorder.sql()).isEmpty();
    }
  }

  @Test
  void subqueryRepeatsTheStatementOfTheOwners() {
    try (Session session = sessions.open()) {
      session.scalars(composers().limit(2).options(Loading.subquery(COMPOSER.lateWorks))).all();

      assertThat(recorder.sql())
          .contains(
              LATE_WORKS
                  + "IN (SELECT composer.id FROM composer ORDER BY composer.id LIMIT ?)"
                  + " ORDER BY work.title");
    }
  }

  @Test
  void joinedUsesTheConditionAloneAndCountsOwnersForTheLimit() {
    try (Session session = sessions.open()) {
      List<Composer> two =
          session.scalars(composers().limit(2).options(Loading.joined(COMPOSER.lateWorks))).all();

      assertThat(two)
          .extracting(JoinConditionTest::lateTitles)
          .containsExactly(List.of("Seasons"), List.of("Fidelio"));
      assertThat(recorder.sql().get(0))
          .isEqualTo(
              "SELECT page.id, page.name, page.town, work_1.id, work_1.title, work_1.year,"
                  + " work_1.composer_id, work_1.venue_id FROM (SELECT composer.id, composer.name,"
                  + " composer.town FROM composer ORDER BY composer.id LIMIT ?) AS page"
                  + " LEFT JOIN work AS work_1 ON work_1.composer_id = page.id"
                  + " AND work_1.year >= 1800 ORDER BY page.id, work_1.title");
    }
  }

  @Test
  void containsEagerFillsItFromTheJoinOfTheStatement() {
    try (Session session = sessions.open()) {
      List<Composer> found =
          session
              .scalars(
                  select(COMPOSER)
                      .join(COMPOSER.lateWorks)
                      .where(WORK.title.eq("Fidelio"))
                      .options(Loading.containsEager(COMPOSER.lateWorks)))
              .all();

      assertThat(found)
          .extracting(JoinConditionTest::lateTitles)
          .containsExactly(List.of("Fidelio"));
      assertThat(recorder.sql().get(0))
          .endsWith(
              " FROM composer JOIN work ON work.composer_id = composer.id AND work.year >= 1800"
                  + " WHERE work.title = ?");
    }
  }

  @Test
  void raiseRefusesTheFirstUse() {
    try (Session session = sessions.open()) {
      Composer composer =
          session.scalars(composers().options(Loading.raise(COMPOSER.lateWorks))).all().get(0);

      assertThatThrownBy(() -> lateTitles(composer))
          .hasMessageContaining("ORM-SESSION-RAISE-ON-LOAD");
    }
  }

  @Test
  void aReferenceIsReadWithItsOwnersByOneStatement() {
    try (Session session = sessions.open()) {
      List<Composer> all = session.scalars(composers()).all();
      List<String> sql = recorder.sql();

      assertThat(all)
          .extracting(one -> Objects.requireNonNull(one.getLastWork()).getTitle())
          .containsExactly("Seasons", "Fidelio", "Passion");
      assertThat(sql)
          .filteredOn(one -> one.contains("max("))
          .containsExactly(
              "SELECT work.id, work.title, work.year, work.composer_id, work.venue_id,"
                  + " composer_owner.id FROM work JOIN composer AS composer_owner"
                  + " ON work.composer_id = composer_owner.id AND work.year ="
                  + " (SELECT max(counted.year) FROM work AS counted"
                  + " WHERE counted.composer_id = composer_owner.id)"
                  + " WHERE composer_owner.id = ANY (?) ORDER BY work.id");
    }
  }

  @Test
  void aReferenceIsJoinedWhereItIsWanted() {
    try (Session session = sessions.open()) {
      Work work =
          session
              .scalars(
                  select(WORK).where(WORK.title.eq("Fidelio")).options(Loading.joined(WORK.era)))
              .one();

      assertThat(Objects.requireNonNull(work.getEra()).getName()).isEqualTo("Romantic");
      assertThat(recorder.sql().get(0))
          .endsWith(
              " LEFT JOIN era AS era_1 ON work.year BETWEEN era_1.since AND era_1.until"
                  + " WHERE work.title = ?");
    }
  }

  @Test
  void aReferenceIsNullWhereNothingFits() {
    try (Session session = sessions.open()) {
      Work work = session.scalars(select(WORK).where(WORK.title.eq("Creation"))).one();

      assertThat(work.getEra()).isNull();
    }
  }

  @Test
  void aSecondRowForAReferenceIsRefused() {
    try (Session session = sessions.open()) {
      session.add(new Era("Classical", 1740, 1830));
      session.flush();

      assertThatThrownBy(() -> session.scalars(select(WORK)).all())
          .hasMessageContaining("ORM-SESSION-SEVERAL-TARGETS")
          .hasMessageContaining("2 rows for Work 2");
    }
  }

  @Test
  void aSecondRowIsSeenBehindALimit() {
    try (Session session = sessions.open()) {
      session.add(new Era("Classical", 1740, 1830));
      session.flush();
      Select<Work> latest =
          select(WORK).where(WORK.title.eq("Fidelio")).limit(1).options(Loading.joined(WORK.era));

      assertThatThrownBy(() -> session.scalars(latest).all())
          .hasMessageContaining("ORM-SESSION-SEVERAL-TARGETS");
    }
  }

  @Test
  void rowsOfTheSameClassBelongTogether() {
    try (Session session = sessions.open()) {
      Composer haydn = session.getOne(Composer.class, 1L);
      recorder.clear();

      assertThat(haydn.getNeighbours()).extracting(Composer::getName).containsExactly("Beethoven");
      assertThat(recorder.sql().get(0))
          .isEqualTo(
              "SELECT composer.id, composer.name, composer.town, composer_owner.id FROM composer"
                  + " JOIN composer AS composer_owner ON composer.town = composer_owner.town"
                  + " AND composer.id <> composer_owner.id WHERE composer_owner.id = ANY (?)"
                  + " ORDER BY composer.id");
    }
  }

  @Test
  void aMapHasTheElementsByTheirKey() {
    try (Session session = sessions.open()) {
      Era romantic = session.getOne(Era.class, "Romantic");

      assertThat(romantic.getWorks()).containsOnlyKeys("Seasons", "Fidelio");
    }
  }

  @Test
  void aThirdTableLeadsToClassesInSeveralTables() {
    try (Session session = sessions.open()) {
      Composer haydn = session.getOne(Composer.class, 1L);
      recorder.clear();

      assertThat(haydn.getStages()).hasOnlyElementsOfType(Hall.class).hasSize(2);
      assertThat(recorder.sql().get(0))
          .contains(
              " AS venue JOIN composer AS composer_owner ON EXISTS (SELECT 1 FROM work AS played"
                  + " WHERE played.composer_id = composer_owner.id"
                  + " AND played.venue_id = venue.id) WHERE composer_owner.id = ANY (?)");
    }
  }

  @Test
  void aConditionOfTheRootHoldsForObjectsOfAllItsClasses() {
    try (Session session = sessions.open()) {
      List<Venue> all = session.scalars(select(VenueT.VENUE).orderBy(VenueT.VENUE.id)).all();

      assertThat(all).extracting(one -> one.getLocals().size()).containsExactly(2, 2, 1);
    }
  }

  @Test
  void aConditionMaySpeakOfColumnsOfSeveralTables() {
    try (Session session = sessions.open()) {
      List<Hall> halls = session.scalars(select(HallT.HALL).orderBy(HallT.HALL.id)).all();

      assertThat(halls.get(0).getSmaller()).containsExactly(halls.get(1));
      assertThat(halls.get(1).getSmaller()).isEmpty();
    }
  }

  @Test
  void classesThatShareATableAreOwnersAndElements() {
    try (Session session = sessions.open()) {
      List<Medal> medals = session.scalars(select(MedalT.MEDAL).orderBy(MedalT.MEDAL.id)).all();
      recorder.clear();

      assertThat(medals.get(0).getLater()).containsExactly(medals.get(1));
      assertThat(recorder.sql()).hasSize(1);
      assertThat(medals.get(0).getEras()).extracting(Era::getName).containsExactly("Romantic");
    }
  }

  @Test
  void anAttributeOfAMappedSuperclassHasTheConditionOfItsEntity() {
    try (Session session = sessions.open()) {
      List<Award> all = session.scalars(select(AwardT.AWARD).orderBy(AwardT.AWARD.id)).all();

      assertThat(all)
          .extracting(award -> award.getEras().stream().map(Era::getName).toList())
          .containsExactly(List.of("Baroque"), List.of("Romantic"), List.of("Romantic"));
    }
  }

  @Test
  void anElementIsThereOnceWhateverIsJoinedToIt() {
    try (Session session = sessions.open()) {
      Composer twin = session.add(new Composer("Twin", "Bonn"));
      session.add(new Work(twin, "Same", 1900, null));
      session.add(new Work(twin, "Same", 1901, null));
      session.flush();
      session.expungeAll();

      Composer read =
          session
              .scalars(
                  select(COMPOSER)
                      .where(COMPOSER.name.eq("Twin"))
                      .options(
                          Loading.selectIn(COMPOSER.lateWorks)
                              .then(
                                  Loading.joined(WORK.composer)
                                      .then(Loading.joined(COMPOSER.works)))))
              .one();

      assertThat(lateTitles(read)).containsExactly("Same", "Same");
      assertThat(read.getLateWorks()).doesNotHaveDuplicates();
    }
  }
}
