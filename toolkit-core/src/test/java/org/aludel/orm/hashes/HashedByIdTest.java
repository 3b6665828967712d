package org.aludel.orm.hashes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.orm.links.LinkDatabase;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Elements of a set are found in it by the ids that a flush has made. */
@PostgresTest
final class HashedByIdTest {
  private LinkDatabase links;

  @BeforeEach
  void create(TestDatabase database) {
    links = LinkDatabase.fresh(database, Registry.of(HashesBase.class));
  }

  @Test
  void whatANewOwnerWasBornWithCanBeRemoved() {
    Board board = new Board();
    Pin first = board.pin("first");
    board.pin("second");

    links.sessions.inTransaction(
        session -> {
          session.add(board);
          session.flush();
          assertThat(board.getPins().remove(first)).isTrue();
        });

    assertThat(links.query("SELECT text FROM pin")).containsExactly(List.of("second"));
  }

  @Test
  void whatCameLaterCanBeRemovedAndIsAddedOnce() {
    Board board = new Board();
    links.sessions.inTransaction(session -> session.add(board));
    try (Session session = links.sessions.open()) {
      Board known = session.getOne(Board.class, board.getId());
      Pin kept = known.pin("kept");
      Pin gone = known.pin("gone");
      session.flush();

      assertThat(known.getPins().add(kept)).isFalse();
      assertThat(known.getPins().remove(gone)).isTrue();
      session.commit();
    }
    assertThat(links.query("SELECT text FROM pin")).containsExactly(List.of("kept"));
  }
}
