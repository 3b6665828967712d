package org.aludel.orm.cost;

import static org.aludel.orm.cost.WriterT.WRITER;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.aludel.engine.Engine;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.SessionFactory;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What walks and changes of large collections cost, in statements and in rows. */
@PostgresTest
final class CollectionCostTest {
  private static final Registry REGISTRY = Registry.of(CatalogueBase.class);

  /** So many owners are loaded by one statement. */
  private static final int BATCH = 500;

  private final StatementRecorder recorder = new StatementRecorder();
  private final TestDatabase database;
  private final Engine engine;
  private final SessionFactory sessions;

  CollectionCostTest(TestDatabase database) {
    this.database = database;
    this.engine = Engine.create(recorder.wrap(database.dataSource()));
    this.sessions = SessionFactory.of(engine, REGISTRY);
  }

  /** Each title has two of five genres; the first writer has titles 1, 1001, 2001, ... */
  @BeforeEach
  void fill() {
    engine.createAll(REGISTRY.metaData());
    database.run("INSERT INTO writer SELECT g FROM generate_series(1, 1000) g");
    database.run(
        "INSERT INTO title (id, writer_id)"
            + " SELECT g, (g - 1) % 1000 + 1 FROM generate_series(1, 10000) g");
    database.run("INSERT INTO genre (id, name) SELECT g, 'g' || g FROM generate_series(1, 5) g");
    database.run(
        "INSERT INTO title_genre (titles_id, genres_id) SELECT t, (t + o) % 5 + 1 FROM"
            + " generate_series(1, 10000) t, generate_series(0, 1) o");
    recorder.clear();
  }

  @AfterEach
  void drop() {
    engine.dropAll(REGISTRY.metaData());
    engine.close();
  }

  private List<String> writes() {
    return recorder.sql().stream().filter(sql -> !sql.startsWith("SELECT")).toList();
  }

  private long pairs() {
    return Long.parseLong(database.query("SELECT count(*) FROM title_genre").get(0).get(0));
  }

  /** How many rows of the table between are of no transaction but that of the fill. */
  private long untouched(String table) {
    return Long.parseLong(
        database
            .query(
                "SELECT max(n) FROM (SELECT count(*) AS n FROM "
                    + table
                    + " GROUP BY xmin) counted")
            .get(0)
            .get(0));
  }

  @Test
  void aNaiveWalkIsOneStatementForEachRelationshipAndBatchOfOwners() {
    int seen =
        sessions.fromTransaction(
            session -> {
              int genres = 0;
              for (Writer writer : session.scalars(select(WRITER)).all()) {
                for (Title title : writer.getTitles()) {
                  assertThat(title.getWriter()).isSameAs(writer);
                  for (Genre genre : title.getGenres()) {
                    genres += genre.getName().isEmpty() ? 0 : 1;
                  }
                }
              }
              return genres;
            });

    assertThat(seen).isEqualTo(20_000);
    assertThat(recorder.sql()).hasSizeLessThanOrEqualTo(1 + 1000 / BATCH + 10_000 / BATCH);
  }

  @Test
  void oneElementMoreOfThousandsIsOneRowBetween() {
    sessions.inTransaction(
        session -> {
          Genre genre = session.getOne(Genre.class, 1L);
          Title other = session.getOne(Title.class, 1L);
          assertThat(genre.getTitles()).hasSize(4000).doesNotContain(other);
          genre.getTitles().add(other);
        });

    assertThat(pairs()).isEqualTo(20_001);
    assertThat(untouched("title_genre")).isEqualTo(20_000);
    assertThat(writes()).singleElement().asString().startsWith("INSERT INTO title_genre");
  }

  @Test
  void oneElementLessOfThousandsIsOneRowBetween() {
    sessions.inTransaction(
        session -> {
          Genre genre = session.getOne(Genre.class, 1L);
          genre.getTitles().remove(genre.getTitles().iterator().next());
        });

    assertThat(pairs()).isEqualTo(19_999);
    assertThat(writes()).singleElement().asString().startsWith("DELETE FROM title_genre");
  }

  @Test
  void aSetThatIsReplacedWritesTheDifferenceAlone() {
    sessions.inTransaction(
        session -> {
          Genre genre = session.getOne(Genre.class, 1L);
          HashSet<Title> titles = new HashSet<>(genre.getTitles());
          titles.remove(genre.getTitles().iterator().next());
          titles.add(session.getOne(Title.class, 1L));
          genre.setTitles(titles);
        });

    assertThat(pairs()).isEqualTo(20_000);
    assertThat(untouched("title_genre")).isEqualTo(19_999);
    assertThat(writes()).hasSize(2);
  }

  @Test
  void aClearedSetIsOneStatementForEachThousandRows() {
    sessions.inTransaction(session -> session.getOne(Genre.class, 1L).getTitles().clear());

    assertThat(pairs()).isEqualTo(16_000);
    assertThat(writes()).hasSize(4);
  }

  @Test
  void clearedAndFilledWithTheSameIsNothing() {
    sessions.inTransaction(
        session -> {
          Genre genre = session.getOne(Genre.class, 1L);
          List<Title> titles = new ArrayList<>(genre.getTitles());
          genre.getTitles().clear();
          genre.getTitles().addAll(titles);
        });

    assertThat(writes()).isEmpty();
  }

  @Test
  void aListThatIsReplacedWritesTheDifferenceAlone() {
    database.run("UPDATE title SET writer_id = 1 WHERE id <= 1000");
    sessions.inTransaction(
        session -> {
          Writer writer = session.getOne(Writer.class, 1L);
          List<Title> titles = new ArrayList<>(writer.getTitles());
          assertThat(titles).hasSize(1009);
          titles.remove(0);
          titles.add(new Title(20_000));
          writer.setTitles(titles);
        });

    assertThat(writes())
        .filteredOn(sql -> sql.contains(" title ") || sql.startsWith("INSERT INTO title"))
        .hasSize(2);
    assertThat(database.query("SELECT count(*) FROM title WHERE writer_id = 1"))
        .containsExactly(List.of("1009"));
  }
}
