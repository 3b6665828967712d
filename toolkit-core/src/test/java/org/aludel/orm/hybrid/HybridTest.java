package org.aludel.orm.hybrid;

import static org.aludel.orm.hybrid.ComposerT.COMPOSER;
import static org.aludel.orm.hybrid.WorkT.WORK;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.orm.links.LinkDatabase;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.sql.Row2;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same name in memory and in SQL, of the table and of every alias of it. */
@PostgresTest
final class HybridTest {
  private static final String COLUMNS =
      "SELECT composer.id, composer.first, composer.last, composer.born FROM composer";

  private LinkDatabase scores;
  private SessionFactory sessions;

  @BeforeEach
  void create(TestDatabase database) {
    scores = LinkDatabase.fresh(database, Registry.of(ScoreBase.class));
    sessions = scores.sessions;
    sessions.inTransaction(
        session -> {
          Composer clara = session.add(new Composer("Clara", "Schumann", 1819));
          Composer fanny = session.add(new Composer("Fanny", "Hensel", 1805));
          clara.getWorks().add(new Work("Trio", clara));
          fanny.getWorks().add(new Work("Das Jahr", fanny));
          fanny.getWorks().add(new Work("Quartett", fanny));
        });
    scores.sql();
  }

  @Test
  void objectsAndRowsAgree() {
    try (Session session = sessions.open()) {
      List<Row2<Composer, String>> rows =
          session.execute(select(COMPOSER, COMPOSER.fullName()).orderBy(COMPOSER.id)).all();

      assertThat(rows).extracting(Row2::second).containsExactly("Clara Schumann", "Fanny Hensel");
      assertThat(rows).allMatch(row -> row.first().fullName().equals(row.second()));
    }
  }

  @Test
  void aConditionIsWrittenWithTheColumnsOfTheTable() {
    try (Session session = sessions.open()) {
      session.scalars(select(COMPOSER).where(COMPOSER.fullName().eq("Clara Schumann"))).one();
    }

    assertThat(scores.sql())
        .containsExactly(COLUMNS + " WHERE composer.first || ? || composer.last = ?");
  }

  @Test
  void anAliasIsTheSourceOfItsOwn() {
    ComposerT younger = COMPOSER.as("younger");

    try (Session session = sessions.open()) {
      List<String> names =
          session
              .scalars(
                  select(younger.fullName())
                      .from(COMPOSER)
                      .join(younger, younger.born.gt(COMPOSER.born))
                      .where(COMPOSER.fullName().eq("Fanny Hensel")))
              .all();

      assertThat(names).containsExactly("Clara Schumann");
    }
    assertThat(scores.sql())
        .containsExactly(
            "SELECT younger.first || ? || younger.last FROM composer JOIN composer AS"
                + " younger ON younger.born > composer.born WHERE composer.first || ? ||"
                + " composer.last = ?");
  }

  @Test
  void aJoinAlongARelationshipOrdersByIt() {
    try (Session session = sessions.open()) {
      List<String> titles =
          session
              .scalars(
                  select(WORK.title)
                      .join(WORK.composer)
                      .orderBy(COMPOSER.fullName().desc(), WORK.title))
              .all();

      assertThat(titles).containsExactly("Das Jahr", "Quartett", "Trio");
    }
  }

  @Test
  void aSubqueryIsCorrelatedWithTheRowItIsAskedOf() {
    ComposerT other = COMPOSER.as("other");

    try (Session session = sessions.open()) {
      List<Composer> busy = session.scalars(select(other).where(other.workCount().gt(1L))).all();

      assertThat(busy).extracting(Composer::getWorkCount).containsExactly(2L);
    }
    assertThat(scores.sql().get(0))
        .endsWith(
            " FROM composer AS other WHERE (SELECT count(*) FROM work AS counted WHERE"
                + " counted.composer_id = other.id) > ?");
  }

  @Test
  void aCountStaysRightWhereTheSameTableIsJoined() {
    try (Session session = sessions.open()) {
      List<Row2<String, Long>> rows =
          session
              .execute(
                  select(WORK.title, COMPOSER.workCount()).join(WORK.composer).orderBy(WORK.id))
              .all();

      assertThat(rows).extracting(Row2::second).containsExactly(1L, 2L, 2L);
    }
  }

  @Test
  void conditionsTakeWhatTheMethodInMemoryTakes() {
    try (Session session = sessions.open()) {
      Composer fanny =
          session
              .scalars(
                  select(COMPOSER)
                      .where(
                          COMPOSER.bornIn(1800, 1810), COMPOSER.isCalled("Hensel", "Mendelssohn")))
              .one();

      assertThat(fanny.bornIn(1800, 1810)).isTrue();
      assertThat(fanny.isCalled("Hensel", "Mendelssohn")).isTrue();
    }
  }

  @Test
  void aConditionOnTheTargetOfARelationshipSpeaksOfItsRow() {
    try (Session session = sessions.open()) {
      List<Work> works =
          session.scalars(select(WORK).where(WORK.composer.has(COMPOSER.bornIn(1810, 1820)))).all();

      assertThat(works).extracting(Work::getTitle).containsExactly("Trio");
    }
  }

  @Test
  void anUpdateMayAskForIt() {
    sessions.inTransaction(
        session ->
            assertThat(
                    session
                        .execute(
                            update(COMPOSER)
                                .set(COMPOSER.born, 1800)
                                .where(COMPOSER.workCount().eq(2L)))
                        .rowCount())
                .isEqualTo(1));

    try (Session session = sessions.open()) {
      assertThat(session.scalars(select(COMPOSER.fullName()).where(COMPOSER.born.eq(1800))).all())
          .containsExactly("Fanny Hensel");
    }
  }
}
