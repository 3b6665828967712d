package org.aludel.orm.attributes;

import static org.aludel.orm.attributes.AlbumT.ALBUM;
import static org.aludel.sql.Sql.delete;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aludel.engine.Engine;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.BulkWrite;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.orm.session.SessionListener;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What writes rows without objects is told once a statement. */
@PostgresTest
final class BulkListenerTest {
  private static final Registry REGISTRY = Registry.of(AlbumBase.class);

  private final Engine engine;
  private final Writes writes = new Writes();
  private final SessionFactory sessions;

  BulkListenerTest(TestDatabase database) {
    engine = Engine.create(database.dataSource());
    sessions = SessionFactory.of(engine, REGISTRY).with(writes);
  }

  static final class Writes implements SessionListener {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void afterBulk(Session session, BulkWrite write) {
      String tables = write.tables().stream().map(Object::toString).collect(Collectors.joining());
      lines.add(write.kind() + " " + write.rows() + " of " + tables);
    }
  }

  @BeforeEach
  void fill() {
    engine.createAll(REGISTRY.metaData());
    sessions.inTransaction(
        session -> session.addAll(List.of(new Album(1, "Blue"), new Album(2, "Red"))));
  }

  @AfterEach
  void drop() {
    engine.dropAll(REGISTRY.metaData());
    engine.close();
  }

  @Test
  void statementIsToldOnceWithItsRowsAndTables() {
    sessions.inTransaction(
        session -> {
          session.execute(update(ALBUM).set(ALBUM.edits, 5).all());
          session.execute(delete(ALBUM).where(ALBUM.title.eq("Red")).returning(ALBUM.title));
        });

    assertThat(writes.lines).containsExactly("UPDATE 2 of album", "DELETE 1 of album");
  }

  @Test
  void objectsOfTheRowsAreReadAgainBefore() {
    List<Integer> seen = new ArrayList<>();
    SessionListener looking =
        new SessionListener() {
          @Override
          public void afterBulk(Session session, BulkWrite write) {
            seen.add(session.getOne(Album.class, 1L).getEdits());
          }
        };

    sessions
        .with(looking)
        .inTransaction(
            session -> {
              session.getOne(Album.class, 1L);
              session.execute(update(ALBUM).set(ALBUM.edits, 5).all());
            });

    assertThat(seen).containsExactly(5);
  }

  @Test
  void callOfBulkIsToldOnce() {
    sessions.inTransaction(
        session -> {
          session
              .bulk()
              .insert(
                  ALBUM,
                  List.of(
                      Map.of("id", 3L, "title", "White", "edits", 0),
                      Map.of("id", 4L, "title", "Black", "edits", 0)));
          session.bulk().update(ALBUM, List.of(Map.of("id", 3L, "edits", 1)));
        });

    assertThat(writes.lines).containsExactly("INSERT 2 of album", "UPDATE 1 of album");
  }

  @Test
  void queriesAndFlushesAreNotTold() {
    sessions.inTransaction(
        session -> {
          session.scalars(select(ALBUM)).all().forEach(album -> album.setEdits(1));
          session.flush();
        });

    assertThat(writes.lines).isEmpty();
  }
}
