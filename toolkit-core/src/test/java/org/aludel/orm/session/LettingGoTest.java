package org.aludel.orm.session;

import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.bookshop.Node;
import org.aludel.orm.bookshop.NodeT;
import org.aludel.orm.state.Lifecycle;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session that writes or reads without end keeps no object alive that it has let go of. */
@PostgresTest
final class LettingGoTest {
  private static final int MANY = 500;

  /** The last few may be kept until more follow. */
  private static final int FEW = 130;

  private Bookshop shop;
  private final List<WeakReference<Node>> nodes = new ArrayList<>();

  @BeforeEach
  void create(TestDatabase database) {
    shop = Bookshop.fresh(database);
  }

  private Node noted(Node node) {
    nodes.add(new WeakReference<>(node));
    return node;
  }

  /** How many of the noted objects are still held by anything, as soon as it is not too many. */
  private long alive() {
    long held = nodes.size();
    for (int round = 0; round < 20 && held > FEW; round++) {
      System.gc();
      held = nodes.stream().filter(node -> !node.refersTo(null)).count();
    }
    return held;
  }

  @Test
  void pendingObjectsThatAreExpungedAreNotKept() {
    try (Session session = shop.sessions.open()) {
      session.add(new Node("stays"));
      for (int i = 0; i < MANY; i++) {
        session.expunge(session.add(noted(new Node("n" + i))));
      }

      assertThat(alive()).isLessThanOrEqualTo(FEW);
      assertThat(session.objects().added()).hasSize(1);
    }
  }

  @Test
  void batchesThatAreFlushedAndExpungedAreNotKept() {
    try (Session session = shop.sessions.open()) {
      for (int batch = 0; batch < 5; batch++) {
        for (int i = 0; i < MANY / 5; i++) {
          session.add(noted(new Node("n" + i)));
        }
        session.flush();
        session.expungeAll();
      }

      assertThat(alive()).isLessThanOrEqualTo(FEW);
      session.commit();
    }
    assertThat(shop.query("SELECT count(*) FROM node")).containsExactly(List.of("" + MANY));
  }

  @Test
  void rowsThatAreStreamedAfterAWriteAreNotKept() {
    write();
    try (Session session = shop.sessions.open()) {
      Node last = session.add(new Node("last"));
      session.flush();
      session.inNested(
          inner -> {
            inner.add(new Node("inner"));
            inner.flush();
            try (StreamedRows<Node> rows = inner.stream(select(NodeT.NODE), 50)) {
              rows.forEach(this::noted);
            }
          });

      assertThat(alive()).isLessThanOrEqualTo(FEW);
      assertThat(session.stateOf(last)).isEqualTo(Lifecycle.PERSISTENT);
    }
    assertThat(nodes).hasSize(MANY + 2);
  }

  @Test
  void aChangedObjectDoesNotKeepThoseThatWereStreamedWithIt() {
    write();
    try (Session session = shop.sessions.open()) {
      try (StreamedRows<Node> rows = session.stream(select(NodeT.NODE), 50)) {
        rows.forEach(node -> change(noted(node)));
      }

      assertThat(alive()).isLessThanOrEqualTo(FEW);
      session.commit();
    }
    assertThat(shop.query("SELECT count(*) FROM node WHERE parent_id = id"))
        .containsExactly(List.of("10"));
  }

  private static void change(Node node) {
    if (node.getId() % 50 == 0) {
      node.setParent(node);
    }
  }

  @Test
  void objectsThatAreChangedFlushedAndExpungedAreNotKept() {
    write();
    try (Session session = shop.sessions.open()) {
      for (long id = 1; id <= MANY; id++) {
        Node node = noted(session.getOne(Node.class, id));
        node.setParent(node);
        session.flush();
        session.expunge(node);
      }

      assertThat(alive()).isLessThanOrEqualTo(FEW);
    }
  }

  @Test
  void whatTheSessionStillHoldsIsReadAgainAfterARollback() {
    write();
    List<Node> kept = new ArrayList<>();
    try (Session session = shop.sessions.open()) {
      session.execute(update(NodeT.NODE).set(NodeT.NODE.name, "written").all());
      for (long id = 1; id <= MANY; id++) {
        Node node = session.getOne(Node.class, id);
        if (id % 50 == 0) {
          kept.add(node);
        } else {
          session.expunge(node);
        }
      }
      assertThat(kept).extracting(Node::getName).containsOnly("written");

      session.rollback();
      session.getOne(Node.class, 1L);

      assertThat(kept).hasSize(10).extracting(Node::getName).containsOnly("old");
    }
  }

  @Test
  void whatWasDoneWithAnObjectIsKnownAsLongAsTheObjectLives() {
    try (Session session = shop.sessions.open()) {
      Node gone = session.add(new Node("gone"));
      session.flush();
      session.expunge(gone);
      for (int i = 0; i < MANY; i++) {
        session.expunge(session.add(new Node("n" + i)));
      }
      System.gc();

      assertThat(session.stateOf(gone)).isEqualTo(Lifecycle.DETACHED);
    }
  }

  private void write() {
    shop.sessions.inTransaction(
        session -> {
          for (int i = 0; i < MANY; i++) {
            session.add(new Node("old"));
          }
        });
  }
}
