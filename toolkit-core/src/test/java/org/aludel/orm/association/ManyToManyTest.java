package org.aludel.orm.association;

import static org.aludel.orm.association.GenreT.GENRE;
import static org.aludel.orm.association.NovelT.NOVEL;
import static org.aludel.orm.query.Loading.joined;
import static org.aludel.orm.query.Loading.selectIn;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.aludel.engine.Engine;
import org.aludel.error.UsageException;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.NestedTransaction;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Objects of two classes that belong together by the rows of a table between them. */
@PostgresTest
final class ManyToManyTest {
  private static final Registry REGISTRY = Registry.of(LibraryBase.class);

  private final StatementRecorder recorder = new StatementRecorder();
  private final TestDatabase database;
  private final Engine engine;
  private final SessionFactory sessions;
  private final Genre crime = new Genre("crime");
  private final Genre farce = new Genre("farce");

  ManyToManyTest(TestDatabase database) {
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

  private Novel added(Novel novel) {
    sessions.inTransaction(session -> session.add(novel));
    recorder.clear();
    return novel;
  }

  private List<String> sql() {
    List<String> all = recorder.sql();
    recorder.clear();
    return all;
  }

  private List<List<String>> rows() {
    return database.query(
        "SELECT n.title, g.name FROM novel_genre b JOIN novel n ON n.id = b.novels_id"
            + " JOIN genre g ON g.id = b.genres_id ORDER BY 1, 2");
  }

  @Test
  void theTableHasAKeyOfBothSides() {
    Table between = REGISTRY.metaData().table(QualifiedName.of("novel_genre")).orElseThrow();

    assertThat(between.columns())
        .extracting(Column::name, one -> one.type().name(), Column::nullable)
        .map(Object::toString)
        .containsExactly(
            "(\"novels_id\", \"bigint\", false)", "(\"genres_id\", \"bigint\", false)");
    assertThat(between.constraints())
        .extracting(Constraint::name)
        .map(name -> name.text())
        .containsExactly(
            "pk_novel_genre", "fk_novel_genre_novels_id_novel", "fk_novel_genre_genres_id_genre");
  }

  @Test
  void namesThatAnnotationsGiveAreTaken() {
    Table between = REGISTRY.metaData().table(QualifiedName.of("sequel")).orElseThrow();

    assertThat(between.columns()).extracting(Column::name).containsExactly("novel_id", "sequel_id");
  }

  @Test
  void newObjectsAndTheirRowsAreWrittenInBulk() {
    sessions.inTransaction(
        session -> session.addAll(List.of(new Novel("A", crime, farce), new Novel("B", crime))));

    assertThat(sql()).hasSize(3);
    assertThat(rows())
        .containsExactly(List.of("A", "crime"), List.of("A", "farce"), List.of("B", "crime"));
  }

  @Test
  void whatIsAddedOnTheOtherSideAloneCounts() {
    Novel novel = added(new Novel("A", crime));

    sessions.inTransaction(
        session -> {
          Novel found = session.getOne(Novel.class, novel.getId());
          session.add(new Genre("farce")).getNovels().add(found);
        });

    assertThat(rows()).containsExactly(List.of("A", "crime"), List.of("A", "farce"));
  }

  @Test
  void theOtherSideIsInStepAfterTheFlush() {
    try (Session session = sessions.open()) {
      Novel novel = session.add(new Novel("A", crime));
      session.flush();

      assertThat(crime.getNovels()).containsExactly(novel);

      novel.getGenres().remove(crime);
      session.flush();

      assertThat(crime.getNovels()).isEmpty();
    }
  }

  @Test
  void oneElementMoreIsOneRow() {
    Novel novel = added(new Novel("A", crime));

    sessions.inTransaction(
        session -> {
          Novel found = session.getOne(Novel.class, novel.getId());
          Genre other = session.add(new Genre("farce"));
          session.flush();
          found.getGenres().add(other);
          recorder.clear();
        });

    assertThat(sql())
        .containsExactly(
            "INSERT INTO novel_genre (novels_id, genres_id) SELECT v.c1, v.c2 FROM"
                + " unnest(?::bigint[], ?::bigint[]) AS v(c1, c2)");
    assertThat(rows()).containsExactly(List.of("A", "crime"), List.of("A", "farce"));
  }

  @Test
  void aCollectionThatIsReplacedWritesTheDifference() {
    Novel novel = added(new Novel("A", crime, farce));

    sessions.inTransaction(
        session -> {
          Novel found = session.getOne(Novel.class, novel.getId());
          List<Genre> kept = new ArrayList<>(found.getGenres().subList(0, 1));
          recorder.clear();
          found.setGenres(kept);
        });

    assertThat(sql())
        .containsExactly(
            "DELETE FROM novel_genre AS t USING unnest(?::bigint[], ?::bigint[]) AS v(k1, k2)"
                + " WHERE t.novels_id = v.k1 AND t.genres_id = v.k2");
    assertThat(rows()).containsExactly(List.of("A", "crime"));
  }

  @Test
  void rowsGoWithAnObjectOfEitherSide() {
    Novel novel = added(new Novel("A", crime, farce));
    added(new Novel("B"));

    sessions.inTransaction(session -> session.delete(session.getOne(Genre.class, crime.getId())));
    assertThat(rows()).containsExactly(List.of("A", "farce"));

    sessions.inTransaction(session -> session.delete(session.getOne(Novel.class, novel.getId())));
    assertThat(rows()).isEmpty();
    assertThat(engine.execute(select(GENRE.name))).containsExactly("farce");
  }

  @Test
  void theCollectionsOfAResultAreReadByOneStatement() {
    sessions.inTransaction(
        session ->
            IntStream.range(0, 20)
                .forEach(
                    number ->
                        session.add(new Novel("N" + number, number % 2 == 0 ? crime : farce))));
    recorder.clear();

    sessions.inTransaction(
        session -> {
          List<Novel> novels = session.scalars(select(NOVEL).orderBy(NOVEL.id)).all();
          assertThat(novels).allMatch(novel -> novel.getGenres().size() == 1);
          assertThat(novels.get(0).getGenres().get(0)).isSameAs(novels.get(2).getGenres().get(0));
        });

    assertThat(sql())
        .containsExactly(
            "SELECT novel.id, novel.title FROM novel ORDER BY novel.id",
            "SELECT genre.id, genre.name, novel_genre.novels_id FROM genre JOIN novel_genre ON"
                + " novel_genre.genres_id = genre.id WHERE novel_genre.novels_id = ANY (?)"
                + " ORDER BY genre.id");
  }

  @Test
  void theOtherSideIsReadInItsOwnOrder() {
    added(new Novel("A", crime));
    sessions.inTransaction(
        session -> session.add(new Novel("B", session.getOne(Genre.class, crime.getId()))));

    sessions.inTransaction(
        session ->
            assertThat(session.getOne(Genre.class, crime.getId()).getNovels())
                .extracting(Novel::getTitle)
                .containsExactly("B", "A"));
  }

  @Test
  void eagerStrategiesFillTheCollection() {
    added(new Novel("A", crime, farce));

    for (var option : List.of(selectIn(NOVEL.genres), joined(NOVEL.genres))) {
      List<Novel> found =
          sessions.fromTransaction(session -> session.scalars(select(NOVEL).options(option)).all());

      assertThat(found).hasSize(1);
      assertThat(found.get(0).getGenres())
          .extracting(Genre::getName)
          .containsExactly("crime", "farce");
    }
  }

  @Test
  void anyAndJoinsLeadThroughTheTable() {
    added(new Novel("A", crime));
    added(new Novel("B", farce));

    List<Novel> any =
        sessions.fromTransaction(
            session ->
                session
                    .scalars(select(NOVEL).where(NOVEL.genres.any(GENRE.name.eq("crime"))))
                    .all());
    assertThat(sql())
        .containsExactly(
            "SELECT novel.id, novel.title FROM novel WHERE EXISTS (SELECT 1 FROM novel_genre JOIN"
                + " genre ON novel_genre.genres_id = genre.id WHERE novel_genre.novels_id ="
                + " novel.id AND genre.name = ?)");
    List<String> joined =
        sessions.fromTransaction(
            session ->
                session
                    .scalars(select(NOVEL.title).join(NOVEL.genres).where(GENRE.name.eq("farce")))
                    .all());

    assertThat(any).extracting(Novel::getTitle).containsExactly("A");
    assertThat(joined).containsExactly("B");
    assertThat(engine.execute(select(NOVEL.title).where(NOVEL.genres.any()).orderBy(NOVEL.title)))
        .containsExactly("A", "B");
  }

  @Test
  void aJoinGoesThroughTheTableBetweenAndNotThroughACondition() {
    added(new Novel("A", crime, farce));

    try (Session session = sessions.open()) {
      session.scalars(select(NOVEL.title).join(NOVEL.genres).where(GENRE.name.eq("farce"))).all();
      session.scalars(select(NOVEL).options(joined(NOVEL.genres))).all();
    }

    assertThat(sql())
        .containsExactly(
            "SELECT novel.title FROM novel JOIN (novel_genre AS novel_genre_1 JOIN genre ON"
                + " novel_genre_1.genres_id = genre.id) ON novel_genre_1.novels_id = novel.id"
                + " WHERE genre.name = ?",
            "SELECT novel.id, novel.title, genre_1.id, genre_1.name FROM novel LEFT JOIN"
                + " (novel_genre AS novel_genre_1 JOIN genre AS genre_1 ON"
                + " novel_genre_1.genres_id = genre_1.id) ON novel_genre_1.novels_id = novel.id"
                + " ORDER BY genre_1.id");
  }

  @Test
  void aLeftJoinKeepsWhatHasNoElements() {
    added(new Novel("A", crime));
    added(new Novel("B"));

    try (Session session = sessions.open()) {
      assertThat(
              session
                  .execute(
                      select(NOVEL.title, GENRE.name).leftJoin(NOVEL.genres).orderBy(NOVEL.title))
                  .all())
          .extracting(row -> row.first() + " " + row.second())
          .containsExactly("A crime", "B null");
    }
  }

  @Test
  void oneRelationshipIsJoinedTwice() {
    sessions.inTransaction(
        session -> session.addAll(List.of(new Novel("A", crime, farce), new Novel("B", crime))));
    var first = GENRE.as("first");
    var second = GENRE.as("second");

    try (Session session = sessions.open()) {
      assertThat(
              session
                  .scalars(
                      select(NOVEL.title)
                          .join(NOVEL.genres.to(first))
                          .join(NOVEL.genres.to(second))
                          .where(first.name.eq("crime"), second.name.eq("farce")))
                  .all())
          .containsExactly("A");
    }
  }

  @Test
  void aClassIsRelatedToItself() {
    Novel first = new Novel("1");
    Novel second = new Novel("2");
    first.getSequels().add(second);
    sessions.inTransaction(session -> session.addAll(List.of(first, second)));

    sessions.inTransaction(
        session ->
            assertThat(session.getOne(Novel.class, first.getId()).getSequels())
                .extracting(Novel::getTitle)
                .containsExactly("2"));
  }

  @Test
  void bothSidesMayBeAttributesOfOneClass() {
    Novel first = new Novel("1");
    Novel second = new Novel("2");
    second.getPrequels().add(first);
    sessions.inTransaction(session -> session.addAll(List.of(first, second)));

    sessions.inTransaction(
        session -> {
          Novel read = session.getOne(Novel.class, second.getId());
          assertThat(read.getPrequels()).extracting(Novel::getTitle).containsExactly("1");
          assertThat(read.getSequels()).isEmpty();
          assertThat(read.getPrequels().iterator().next().getSequels()).containsExactly(read);
        });
  }

  @Test
  void aRollbackPutsBothSidesBack() {
    Novel novel = added(new Novel("A", crime));
    try (Session session = sessions.open()) {
      Novel found = session.getOne(Novel.class, novel.getId());
      found.getGenres().clear();
      session.flush();
      session.rollback();

      assertThat(found.getGenres()).extracting(Genre::getName).containsExactly("crime");
    }
    assertThat(rows()).containsExactly(List.of("A", "crime"));
  }

  @Test
  void aQueryFindsWhatACollectionGainedBefore() {
    added(new Novel("A", crime));
    try (Session session = sessions.open()) {
      Novel other = session.add(new Novel("B"));
      session.flush();
      Genre genre = session.getOne(Genre.class, crime.getId());
      other.getGenres().add(genre);

      assertThat(
              session
                  .scalars(select(NOVEL.title).where(NOVEL.genres.any()).orderBy(NOVEL.title))
                  .all())
          .containsExactly("A", "B");
      assertThat(genre.getNovels()).extracting(Novel::getTitle).containsExactly("B", "A");
    }
  }

  @Test
  void anElementThatNobodyAddedIsRefused() {
    Novel novel = new Novel("A");
    novel.getSequels().add(new Novel("B"));

    assertThatThrownBy(() -> sessions.inTransaction(session -> session.add(novel)))
        .isInstanceOf(UsageException.class);
  }

  @Test
  void aDetachedObjectIsMergedWithItsElements() {
    Novel novel = added(new Novel("A", crime));
    novel.getGenres().add(new Genre("farce"));

    sessions.inTransaction(session -> session.merge(novel));

    assertThat(rows()).containsExactly(List.of("A", "crime"), List.of("A", "farce"));
  }

  @Test
  void aSavepointTakesBackPairsAndWhatTheCollectionHolds() {
    Novel novel = new Novel("Emma");
    novel.getGenres().add(crime);
    added(novel);

    try (Session session = sessions.open()) {
      Novel held = session.getOne(Novel.class, novel.getId());
      Genre comedy = session.add(new Genre("comedy"));
      NestedTransaction nested = session.beginNested();
      held.getGenres().clear();
      held.getGenres().add(comedy);
      session.flush();

      nested.rollback();

      assertThat(held.getGenres()).extracting(Genre::getName).containsExactly("crime");
      held.getGenres().add(comedy);
      session.commit();
    }
    assertThat(rows()).containsExactly(List.of("Emma", "comedy"), List.of("Emma", "crime"));
  }
}
