package org.aludel.orm.filled;

import static org.aludel.orm.filled.SingerT.SINGER;
import static org.aludel.orm.filled.SongT.SONG;
import static org.aludel.orm.query.Loading.containsEager;
import static org.aludel.orm.query.Loading.defer;
import static org.aludel.orm.query.Loading.joined;
import static org.aludel.orm.query.Loading.lazy;
import static org.aludel.orm.query.Loading.loadOnly;
import static org.aludel.orm.query.Loading.populateExisting;
import static org.aludel.orm.query.Loading.selectIn;
import static org.aludel.orm.query.Loading.subquery;
import static org.aludel.orm.query.Loading.withCriteria;
import static org.aludel.orm.query.Loading.withExpression;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.scalar;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.update;
import static org.aludel.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.aludel.error.UsageException;
import org.aludel.orm.links.LinkDatabase;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.orm.session.StreamedRows;
import org.aludel.schema.Column;
import org.aludel.schema.QualifiedName;
import org.aludel.sql.Expression;
import org.aludel.sql.Select;
import org.aludel.sql.StatementOption;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attributes that statements fill: by an expression of their own, and by nothing else. */
@PostgresTest
final class QueryExpressionTest {
  private static final String EMPTY =
      "SELECT song.id, song.title, CAST(NULL AS varchar(255)), CAST(NULL AS integer), song.version,"
          + " song.singer_id FROM song";

  private static final String SINGERS =
      "(SELECT singer.id, singer.name, (SELECT count(*) FROM song AS counted WHERE"
          + " counted.singer_id = singer.id) AS song_count FROM singer)";

  private LinkDatabase studio;
  private Registry registry;
  private SessionFactory sessions;

  @BeforeEach
  void create(TestDatabase database) {
    registry = Registry.of(StudioBase.class);
    studio = LinkDatabase.fresh(database, registry);
    sessions = studio.sessions;
    sessions.inTransaction(
        session -> {
          Singer ella = session.add(new Singer("Ella"));
          Singer nina = session.add(new Singer("Nina"));
          ella.getSongs().add(new Song("Misty", ella));
          nina.getSongs().add(new Song("Sinnerman", nina));
          nina.getSongs().add(new Song("Ne me quitte pas", nina));
        });
    studio.sql();
  }

  @Test
  void theTableHasNoColumnForIt() {
    assertThat(registry.metaData().table(new QualifiedName(null, "song")).orElseThrow().columns())
        .extracting(Column::name)
        .containsExactly("id", "title", "lyrics", "version", "singer_id");
  }

  @Test
  void withoutTheOptionItIsNullOrZeroAndItsUseSendsNothing() {
    try (Session session = sessions.open()) {
      Song misty = session.getOne(Song.class, 1L);

      assertThat(misty.getLabel()).isNull();
      assertThat(misty.getRank()).isZero();
    }
    assertThat(studio.sql()).containsExactly(EMPTY + " WHERE song.id = ANY (?)");
  }

  @Test
  void anExpiredObjectIsReadWithoutTheOptionFirst() {
    Select<Song> query =
        select(SONG)
            .where(SONG.title.eq("Misty"))
            .options(withExpression(SONG.label, SONG.title.concat("!")));

    try (Session session = sessions.open()) {
      Song misty = session.scalars(query).one();
      session.expire(misty);

      assertThat(session.scalars(query).one().getLabel()).isNull();
      assertThat(session.scalars(query, populateExisting()).one().getLabel()).isEqualTo("Misty!");
    }
  }

  @Test
  void aStatementFillsItAndOrdersByTheSameExpression() {
    Expression<String> label = SONG.title.concat("!");

    try (Session session = sessions.open()) {
      List<Song> songs =
          session
              .scalars(
                  select(SONG).options(withExpression(SONG.label, label)).orderBy(label.desc()))
              .all();

      assertThat(songs)
          .extracting(Song::getLabel)
          .containsExactly("Sinnerman!", "Ne me quitte pas!", "Misty!");
    }
    assertThat(studio.sql())
        .containsExactly(
            "SELECT song.id, song.title, song.title || ?, CAST(NULL AS integer), song.version,"
                + " song.singer_id FROM song ORDER BY song.title || ? DESC");
  }

  @Test
  void itsValuesAreParameters() {
    try (Session session = sessions.open()) {
      session.scalars(labelled("!")).all();
      session.scalars(labelled("it's")).all();
    }
    List<String> sql = studio.sql();
    assertThat(sql).hasSize(2);
    assertThat(sql.get(1)).isEqualTo(sql.get(0)).contains("song.title || ?");
  }

  @Test
  void whatIsNeverReadLaterCannotBeDeferred() {
    try (Session session = sessions.open()) {
      assertThatThrownBy(() -> session.scalars(select(SONG).options(defer(SONG.label))).all())
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("an attribute that is never read later");
    }
  }

  private static Select<Song> labelled(String mark) {
    return select(SONG).options(withExpression(SONG.label, SONG.title.concat(mark)));
  }

  @Test
  void anExpressionReadsJoinsOfTheStatementAndCorrelatedSubqueries() {
    SongT other = SONG.as("other");
    Expression<Integer> count =
        scalar(select(count()).from(other).where(other.singer.id.eq(SONG.singer.id)))
            .cast(SqlTypes.INTEGER);

    try (Session session = sessions.open()) {
      Song song =
          session
              .scalars(
                  select(SONG)
                      .join(SONG.singer)
                      .where(SONG.title.eq("Sinnerman"))
                      .options(
                          withExpression(SONG.label, SINGER.name),
                          withExpression(SONG.rank, count)))
              .one();

      assertThat(song.getLabel()).isEqualTo("Nina");
      assertThat(song.getRank()).isEqualTo(2);
    }
    assertThat(studio.sql())
        .containsExactly(
            "SELECT song.id, song.title, singer.name, CAST((SELECT count(*) FROM song AS other"
                + " WHERE other.singer_id = song.singer_id) AS integer), song.version,"
                + " song.singer_id FROM song JOIN "
                + SINGERS
                + " AS singer ON singer.id = song.singer_id WHERE song.title = ?");
  }

  @Test
  void anOptionOfAnAliasSpeaksOfThatAlone() {
    SongT later = SONG.as("later");

    try (Session session = sessions.open()) {
      session
          .execute(
              select(SONG, later)
                  .from(SONG)
                  .join(later, later.id.gt(SONG.id))
                  .where(SONG.title.eq("Sinnerman"))
                  .options(withExpression(later.label, SONG.title)))
          .all()
          .forEach(
              row -> {
                assertThat(row.first().getLabel()).isNull();
                assertThat(row.second().getLabel()).isEqualTo("Sinnerman");
              });
    }
    assertThat(studio.sql()).hasSize(1);
  }

  @Test
  void anOptionOfTheTableSpeaksOfTheRowOfEveryAlias() {
    SongT tune = SONG.as("tune");

    try (Session session = sessions.open()) {
      Song misty =
          session
              .scalars(
                  select(tune)
                      .where(tune.title.eq("Misty"))
                      .options(withExpression(SONG.label, SONG.title)))
              .one();

      assertThat(misty.getLabel()).isEqualTo("Misty");
    }
    assertThat(studio.sql())
        .containsExactly(
            "SELECT tune.id, tune.title, tune.title, CAST(NULL AS integer), tune.version,"
                + " tune.singer_id FROM song AS tune WHERE tune.title = ?");
  }

  @Test
  void itIsFilledBehindRelationshipsHoweverTheyAreLoaded() {
    StatementOption label = withExpression(SONG.label, SONG.title.concat(value("!")));
    List<StatementOption> ways =
        List.of(
            selectIn(SINGER.songs, label),
            joined(SINGER.songs).then(label),
            subquery(SINGER.songs).then(label),
            lazy(SINGER.songs, label));

    for (StatementOption way : ways) {
      try (Session session = sessions.open()) {
        Singer nina =
            session.scalars(select(SINGER).where(SINGER.name.eq("Nina")).options(way)).one();

        assertThat(nina.getSongs())
            .as(way.describe())
            .extracting(Song::getLabel)
            .containsExactly("Sinnerman!", "Ne me quitte pas!");
      }
    }
    assertThat(studio.sql().get(1))
        .isEqualTo(
            "SELECT song.id, song.title, song.title || ?, CAST(NULL AS integer), song.version,"
                + " song.singer_id FROM song WHERE song.singer_id = ANY (?) ORDER BY song.id");
  }

  @Test
  void severalOptionsOfOnePathFillWhatEachOfThemNames() {
    try (Session session = sessions.open()) {
      Singer ella =
          session
              .scalars(
                  select(SINGER)
                      .where(SINGER.name.eq("Ella"))
                      .options(
                          selectIn(SINGER.songs, withExpression(SONG.label, SONG.title)),
                          selectIn(SINGER.songs, withExpression(SONG.rank, value(3)))))
              .one();

      assertThat(ella.getSongs()).extracting(Song::getLabel).containsExactly("Misty");
      assertThat(ella.getSongs()).extracting(Song::getRank).containsExactly(3);
    }
  }

  @Test
  void conditionsOfTheFactoryHoldInItsSubqueriesToo() {
    SessionFactory quiet = sessions.withCriteria(withCriteria(SONG, SONG.title.ne("Sinnerman")));
    SongT other = SONG.as("other");
    Expression<Long> count =
        scalar(select(count()).from(other).where(other.singer.id.eq(SINGER.id)));

    try (Session session = quiet.open()) {
      assertThat(
              session
                  .scalars(
                      select(SINGER)
                          .orderBy(SINGER.id)
                          .options(withExpression(SINGER.songCount, count)))
                  .all())
          .extracting(Singer::getSongCount)
          .containsExactly(1L, 1L);
    }
  }

  @Test
  void aRowInBulkHasNoneAndObjectsThatComeBackAreRefused() {
    sessions.inTransaction(
        session -> {
          Song song = new Song("Fever", session.getOne(Singer.class, 1L));
          song.setLabel("mine");
          session.bulk().insert(SONG, List.of(song));

          assertThatThrownBy(() -> session.bulk().insertReturning(SONG, List.of(song)))
              .isInstanceOf(UsageException.class)
              .hasMessageContaining("which no write returns");
        });
    assertThat(studio.query("SELECT count(*) FROM song").get(0)).containsExactly("4");
  }

  @Test
  void aJoinThatTheLoaderAddsReadsItUnderItsOwnName() {
    try (Session session = sessions.open()) {
      session
          .scalars(
              select(SINGER)
                  .where(SINGER.name.eq("Ella"))
                  .options(joined(SINGER.songs).then(withExpression(SONG.label, SONG.title))))
          .one();
    }
    assertThat(studio.sql())
        .containsExactly(
            "SELECT singer.id, singer.name, song_1.id, song_1.title, song_1.title,"
                + " CAST(NULL AS integer), song_1.version, song_1.singer_id FROM "
                + SINGERS
                + " AS singer LEFT JOIN song AS song_1 ON song_1.singer_id = singer.id WHERE"
                + " singer.name = ? ORDER BY song_1.id");
  }

  @Test
  void aJoinOfTheStatementMayBeReadByIt() {
    SongT tune = SONG.as("tune");

    try (Session session = sessions.open()) {
      Singer ella =
          session
              .scalars(
                  select(SINGER)
                      .join(SINGER.songs.to(tune))
                      .where(tune.title.eq("Misty"))
                      .options(
                          containsEager(SINGER.songs.to(tune))
                              .then(withExpression(tune.label, SINGER.name.concat(tune.title)))))
              .one();

      assertThat(ella.getSongs()).extracting(Song::getLabel).containsExactly("EllaMisty");
    }
  }

  @Test
  void aPageOfObjectsWithTheirCollectionsIsFilledInside() {
    try (Session session = sessions.open()) {
      Singer nina =
          session
              .scalars(
                  select(SINGER)
                      .orderBy(SINGER.name.desc())
                      .limit(1)
                      .options(
                          withExpression(SINGER.songCount, value(7L)),
                          joined(SINGER.songs).then(withExpression(SONG.label, SONG.title))))
              .one();

      assertThat(nina.getSongCount()).isEqualTo(7);
      assertThat(nina.getSongs())
          .extracting(Song::getLabel)
          .containsExactly("Sinnerman", "Ne me quitte pas");
    }
    assertThat(studio.sql())
        .containsExactly(
            "SELECT page.id, page.name, page.song_count, song_1.id, song_1.title, song_1.title,"
                + " CAST(NULL AS integer), song_1.version, song_1.singer_id FROM (SELECT"
                + " singer.id, singer.name, ? AS song_count FROM "
                + SINGERS
                + " AS singer ORDER BY singer.name DESC LIMIT ?) AS page LEFT JOIN song AS song_1"
                + " ON song_1.singer_id = page.id ORDER BY page.name DESC, song_1.id");
  }

  @Test
  void aColumnPropertyIsReplacedForOneStatement() {
    try (Session session = sessions.open()) {
      Singer ella =
          session
              .scalars(
                  select(SINGER)
                      .where(SINGER.name.eq("Ella"))
                      .options(withExpression(SINGER.songCount, SINGER.id.plus(41L))))
              .one();
      studio.sql();

      assertThat(ella.getSongCount()).isEqualTo(42);
      assertThat(studio.sql()).isEmpty();
    }
    try (Session session = sessions.open()) {
      assertThat(session.getOne(Singer.class, 1L).getSongCount()).isEqualTo(1);
    }
  }

  @Test
  void anObjectThatIsKnownKeepsWhatItHoldsUnlessRowsOverwriteIt() {
    try (Session session = sessions.open()) {
      Song misty = session.getOne(Song.class, 1L);

      session.scalars(labelled("!")).all();
      assertThat(misty.getLabel()).isNull();
      session.scalars(labelled("!").options(populateExisting())).all();
      assertThat(misty.getLabel()).isEqualTo("Misty!");
      session.scalars(select(SONG)).all();
      assertThat(misty.getLabel()).isEqualTo("Misty!");
      session.scalars(select(SONG).options(populateExisting())).all();
      assertThat(misty.getLabel()).isNull();
    }
  }

  @Test
  void whoeverReadsTheRowAgainEmptiesIt() {
    try (Session session = sessions.open()) {
      Song misty = session.scalars(labelled("!").where(SONG.id.eq(1L))).one();

      session.refresh(misty);
      assertThat(misty.getLabel()).isNull();
      session.refresh(misty, withExpression(SONG.label, SONG.title));
      assertThat(misty.getLabel()).isEqualTo("Misty");
      session.expire(misty);
      assertThat(session.getOne(Song.class, 1L).getLabel()).isNull();
    }
  }

  @Test
  void aChangeInMemoryIsNoneOfTheObject() {
    sessions.inTransaction(
        session -> {
          Song misty = session.scalars(labelled("!").where(SONG.id.eq(1L))).one();
          misty.setLabel("changed");
          studio.sql();

          assertThat(session.isModified(misty)).isFalse();
          session.flush();
          assertThat(studio.sql()).isEmpty();
          int before = misty.getVersion();
          misty.setTitle("Fog");
          session.flush();
          assertThat(misty.getVersion()).isEqualTo(before + 1);
        });
    assertThat(studio.sql())
        .containsExactly("UPDATE song SET title = ?, version = ? WHERE id = ? AND version = ?");
  }

  @Test
  void theNextTransactionEmptiesIt() {
    try (Session session = sessions.open()) {
      Song misty = session.scalars(labelled("!").where(SONG.id.eq(1L))).one();

      session.rollback();
      assertThat(session.scalars(select(SONG).where(SONG.id.eq(1L))).one()).isSameAs(misty);
      assertThat(misty.getLabel()).isNull();
    }
  }

  @Test
  void aNewObjectIsStoredWithoutItAndFoundByItsKeyWithIt() {
    sessions.inTransaction(
        session -> {
          Song song = new Song("Summertime", session.getOne(Singer.class, 1L));
          song.setLabel("mine");
          session.add(song);
        });

    try (Session session = sessions.open()) {
      Song song = session.get(Song.class, 4L, withExpression(SONG.label, SONG.title));

      assertThat(song).isNotNull();
      assertThat(song.getLabel()).isEqualTo("Summertime");
    }
  }

  @Test
  void aStreamIsFilledBatchByBatch() {
    List<String> labels = new ArrayList<>();
    try (Session session = sessions.open();
        StreamedRows<Song> songs = session.stream(labelled("!").orderBy(SONG.id), 2)) {
      songs.forEach(song -> labels.add(song.getLabel()));
    }
    assertThat(labels).containsExactly("Misty!", "Sinnerman!", "Ne me quitte pas!");
  }

  @Test
  void loadOnlyLeavesNothingToLoadOfIt() {
    try (Session session = sessions.open()) {
      Song misty =
          session
              .scalars(
                  select(SONG)
                      .where(SONG.id.eq(1L))
                      .options(loadOnly(SONG.title), withExpression(SONG.label, SONG.title)))
              .one();
      studio.sql();

      assertThat(misty.getLabel()).isEqualTo("Misty");
      assertThat(misty.getRank()).isZero();
      assertThat(studio.sql()).isEmpty();
      assertThat(misty.getLyrics()).isNull();
      assertThat(misty.getLabel()).isEqualTo("Misty");
    }
  }

  @Test
  void objectsOfAUnionHaveNoneAndAnOptionIsRefused() {
    try (Session session = sessions.open()) {
      assertThat(
              session
                  .scalars(
                      select(SONG).where(SONG.id.eq(1L)).union(select(SONG).where(SONG.id.eq(2L))))
                  .all())
          .extracting(Song::getLabel)
          .containsOnlyNulls();
      assertThatThrownBy(() -> session.scalars(labelled("!").union(select(SONG))).all())
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("cannot use the option withExpression(…)")
          .hasMessageContaining("a union of objects");
    }
  }

  @Test
  void rowsThatAChangeReturnsHaveNone() {
    sessions.inTransaction(
        session ->
            assertThat(
                    session
                        .scalars(
                            update(SONG)
                                .set(SONG.title, "Fog")
                                .where(SONG.id.eq(1L))
                                .returning(SONG))
                        .one()
                        .getLabel())
                .isNull());
    assertThat(studio.sql().get(0))
        .endsWith(
            " RETURNING id, title, lyrics, CAST(NULL AS varchar(255)), CAST(NULL AS integer),"
                + " version, singer_id");
  }

  @Test
  void aStatementCannotAskForItsValue() {
    try (Session session = sessions.open()) {
      assertThatThrownBy(() -> session.scalars(select(SONG).where(SONG.rank.gt(1))).all())
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("cannot use \"org.aludel.orm.filled.Song.rank\" in a statement")
          .hasMessageContaining("write the expression itself");
    }
  }

  @Test
  void anAttributeInAColumnIsRefused() {
    try (Session session = sessions.open()) {
      assertThatThrownBy(
              () ->
                  session
                      .scalars(select(SONG).options(withExpression(SONG.title, value("x"))))
                      .all())
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("an attribute in a column")
          .hasMessageContaining("@QueryExpression or @ColumnProperty");
    }
  }
}
