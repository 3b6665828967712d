package org.aludel.orm.positions;

import static org.aludel.orm.positions.PlaylistT.PLAYLIST;
import static org.aludel.orm.positions.SongT.SONG;
import static org.aludel.orm.query.Loading.joined;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.aludel.engine.Engine;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.schema.Column;
import org.aludel.schema.QualifiedName;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists of objects whose order is a column of the table between. */
@PostgresTest
final class ListPositionTest {
  private static final Registry REGISTRY = Registry.of(PositionBase.class);

  private final StatementRecorder recorder = new StatementRecorder();
  private final TestDatabase database;
  private final Engine engine;
  private final SessionFactory sessions;

  ListPositionTest(TestDatabase database) {
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

  /** A stored list of songs with these titles. */
  private Playlist added(String... titles) {
    Playlist playlist = new Playlist("P");
    List.of(titles).forEach(title -> playlist.getSongs().add(new Song(title)));
    sessions.inTransaction(session -> session.add(playlist));
    recorder.clear();
    return playlist;
  }

  private static Playlist held(Session session, Playlist playlist) {
    return Objects.requireNonNull(session.get(Playlist.class, playlist.getId()));
  }

  /** What a session writes for a change of the songs, which are loaded. */
  private List<String> written(Playlist playlist, Consumer<List<Song>> change) {
    sessions.inTransaction(
        session -> {
          List<Song> songs = held(session, playlist).getSongs();
          assertThat(songs).as("loaded by its first use").isNotEmpty();
          recorder.clear();
          change.accept(songs);
        });
    return sql();
  }

  private List<String> sql() {
    List<String> all = recorder.sql();
    recorder.clear();
    return all;
  }

  private List<List<String>> rows() {
    return database.query(
        "SELECT place, title FROM playlist_song JOIN song ON song.id = songs_id ORDER BY 1, 2");
  }

  private List<String> titles(Playlist playlist) {
    return sessions.fromTransaction(
        session -> held(session, playlist).getSongs().stream().map(Song::getTitle).toList());
  }

  @Test
  void thePositionIsAColumnOfTheTableBetween() {
    assertThat(REGISTRY.metaData().table(QualifiedName.of("playlist_song")).orElseThrow().columns())
        .extracting(Column::name)
        .containsExactly("playlists_id", "songs_id", "place");
    assertThat(REGISTRY.metaData().table(QualifiedName.of("playlist_note")).orElseThrow().columns())
        .extracting(Column::name)
        .containsExactly("playlist_id", "notes_id", "notes_order");
  }

  @Test
  void newRowsHaveTheirPositions() {
    Playlist playlist = new Playlist("P", new Song("b"), new Song("a"));

    sessions.inTransaction(session -> session.add(playlist));

    assertThat(sql())
        .last()
        .isEqualTo(
            "INSERT INTO playlist_song (playlists_id, songs_id, place)"
                + " SELECT v.c1, v.c2, v.c3"
                + " FROM unnest(?::bigint[], ?::bigint[], ?::integer[]) AS v(c1, c2, c3)");
    assertThat(rows()).containsExactly(List.of("0", "b"), List.of("1", "a"));
  }

  @Test
  void elementsAreReadInTheirOrder() {
    Playlist playlist = added("c", "a", "b");
    database.run("UPDATE playlist_song SET place = 7 WHERE place = 0");
    try (Session session = sessions.open()) {
      Playlist found = held(session, playlist);
      sql();

      assertThat(found.getSongs()).extracting(Song::getTitle).containsExactly("a", "b", "c");
      assertThat(sql())
          .singleElement()
          .asString()
          .endsWith(" ORDER BY playlist_song.place NULLS LAST, song.id");
    }
  }

  @Test
  void elementsThatAreJoinedAreReadInTheirOrder() {
    added("c", "a", "b");
    database.run("UPDATE playlist_song SET place = 7 WHERE place = 0");
    try (Session session = sessions.open()) {
      Playlist found =
          session.scalars(select(PLAYLIST).options(joined(PLAYLIST.songs))).all().get(0);

      assertThat(sql())
          .singleElement()
          .asString()
          .endsWith(" ORDER BY playlist_song_1.place NULLS LAST, song_1.id");
      assertThat(found.getSongs()).extracting(Song::getTitle).containsExactly("a", "b", "c");
    }
  }

  @Test
  void aMoveWritesTheRowsThatStandElsewhereWithOneStatement() {
    Playlist playlist = added("a", "b", "c", "d");

    List<String> sql = written(playlist, songs -> Collections.swap(songs, 1, 2));

    assertThat(sql)
        .containsExactly(
            "UPDATE playlist_song AS t SET place = v.c1"
                + " FROM unnest(?::bigint[], ?::bigint[], ?::integer[]) AS v(k1, k2, c1)"
                + " WHERE t.playlists_id = v.k1 AND t.songs_id = v.k2"
                + " AND t.place IS DISTINCT FROM v.c1");
    assertThat(titles(playlist)).containsExactly("a", "c", "b", "d");
  }

  @Test
  void rowsThatStayWhereTheyAreAreNotWritten() {
    Playlist playlist = added("a", "b", "c");
    String before = version("a");

    written(playlist, songs -> Collections.swap(songs, 1, 2));

    assertThat(version("a")).isEqualTo(before);
    assertThat(version("b")).isNotEqualTo(before);
  }

  private String version(String title) {
    return database
        .query(
            "SELECT playlist_song.xmin FROM playlist_song JOIN song ON song.id = songs_id"
                + " WHERE title = '"
                + title
                + "'")
        .get(0)
        .get(0);
  }

  @Test
  void whatFollowsAnElementThatLeftMovesUp() {
    Playlist playlist = added("a", "b", "c");

    List<String> sql = written(playlist, songs -> songs.remove(0));

    assertThat(sql)
        .satisfiesExactly(
            delete -> assertThat(delete).startsWith("DELETE FROM playlist_song"),
            move -> assertThat(move).startsWith("UPDATE playlist_song AS t SET place"));
    assertThat(rows()).containsExactly(List.of("0", "b"), List.of("1", "c"));
  }

  @Test
  void anElementPutInFrontMovesTheOthers() {
    Playlist playlist = added("a", "b");

    written(playlist, songs -> songs.add(0, new Song("z")));

    assertThat(rows()).containsExactly(List.of("0", "z"), List.of("1", "a"), List.of("2", "b"));
  }

  @Test
  void anUnchangedListWritesNothing() {
    Playlist playlist = added("a", "b");

    List<String> sql =
        written(
            playlist,
            songs -> {
              Collections.reverse(songs);
              Collections.reverse(songs);
            });

    assertThat(sql).isEmpty();
  }

  @Test
  void aMoveIsWrittenOnce() {
    Playlist playlist = added("a", "b");
    try (Session session = sessions.open()) {
      Collections.reverse(held(session, playlist).getSongs());
      session.flush();
      sql();

      session.flush();

      assertThat(sql()).isEmpty();
    }
  }

  @Test
  void aGapIsClosedByTheNextChange() {
    Playlist playlist = added("a", "b", "c");
    database.run("DELETE FROM playlist_song WHERE place = 1");

    written(playlist, songs -> songs.add(new Song("d")));

    assertThat(rows()).containsExactly(List.of("0", "a"), List.of("1", "c"), List.of("2", "d"));
  }

  @Test
  void whatTheOtherSideAddsComesLast() {
    Playlist playlist = added("a", "b");
    sessions.inTransaction(
        session -> {
          Playlist found = held(session, playlist);
          Song song = new Song("z");
          song.getPlaylists().add(found);
          session.add(song);
        });

    assertThat(titles(playlist)).containsExactly("a", "b", "z");
    written(playlist, songs -> Collections.swap(songs, 0, 2));

    assertThat(rows()).containsExactly(List.of("0", "z"), List.of("1", "b"), List.of("2", "a"));
  }

  @Test
  void listsOfManyOwnersAreMovedWithOneStatement() {
    List<Playlist> playlists = IntStream.range(0, 20).mapToObj(any -> added("a", "b")).toList();
    try (Session session = sessions.open()) {
      List<Playlist> held = session.scalars(select(PLAYLIST)).all();
      held.forEach(one -> Collections.reverse(one.getSongs()));
      sql();

      session.flush();

      assertThat(sql()).hasSize(1);
      session.commit();
    }
    assertThat(titles(playlists.get(19))).containsExactly("b", "a");
  }

  @Test
  void rollbackRestoresTheOrder() {
    Playlist playlist = added("a", "b");
    try (Session session = sessions.open()) {
      Playlist found = held(session, playlist);
      Collections.reverse(found.getSongs());
      session.flush();

      session.rollback();

      assertThat(found.getSongs()).extracting(Song::getTitle).containsExactly("a", "b");
    }
  }

  @Test
  void aReplacedListWritesItsOrder() {
    Playlist playlist = added("a", "b");

    sessions.inTransaction(
        session -> {
          Playlist found = held(session, playlist);
          List<Song> songs = new ArrayList<>(found.getSongs());
          Collections.reverse(songs);
          found.setSongs(songs);
        });

    assertThat(titles(playlist)).containsExactly("b", "a");
  }

  @Test
  void elementsOfOneOwnerHavePositionsToo() {
    Playlist playlist = new Playlist("P");
    playlist.getNotes().addAll(List.of(new Note("x"), new Note("y")));
    sessions.inTransaction(session -> session.add(playlist));

    sessions.inTransaction(session -> Collections.reverse(held(session, playlist).getNotes()));

    assertThat(
            database.query(
                "SELECT notes_order, text FROM playlist_note JOIN note ON note.id = notes_id"
                    + " ORDER BY 1"))
        .containsExactly(List.of("0", "y"), List.of("1", "x"));
  }

  @Test
  void aDeletedElementLeavesTheOrderOfTheOthers() {
    Playlist playlist = added("a", "b", "c");
    sessions.inTransaction(
        session -> {
          Song first = session.scalars(select(SONG).where(SONG.title.eq("a"))).all().get(0);
          session.delete(first);
        });

    assertThat(titles(playlist)).containsExactly("b", "c");
  }
}
