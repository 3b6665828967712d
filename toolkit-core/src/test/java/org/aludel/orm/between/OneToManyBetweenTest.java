package org.aludel.orm.between;

import static org.aludel.orm.between.ChestT.CHEST;
import static org.aludel.orm.between.DrawerT.DRAWER;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.engine.Engine;
import org.aludel.error.IntegrityViolation;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.schema.QualifiedName;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One-to-many by the rows of a table between, which the elements know nothing of. */
@PostgresTest
final class OneToManyBetweenTest {
  private static final Registry REGISTRY = Registry.of(BetweenBase.class);

  private final StatementRecorder recorder = new StatementRecorder();
  private final TestDatabase database;
  private final Engine engine;
  private final SessionFactory sessions;

  OneToManyBetweenTest(TestDatabase database) {
    this.database = database;
    this.engine = Engine.create(recorder.wrap(database.dataSource()));
    this.sessions = SessionFactory.of(engine, REGISTRY);
  }

  @BeforeEach
  void createTables() {
    engine.createAll(REGISTRY.metaData());
  }

  @AfterEach
  void dropTables() {
    engine.dropAll(REGISTRY.metaData());
    engine.close();
  }

  private Chest chestOf(String... names) {
    Chest chest = new Chest();
    List.of(names).forEach(name -> chest.getDrawers().add(new Drawer(name)));
    sessions.inTransaction(session -> session.add(chest));
    recorder.clear();
    return chest;
  }

  private List<List<String>> rows() {
    return database.query(
        "SELECT b.chest_id, d.name FROM chest_drawer b JOIN drawer d ON d.id = b.drawers_id"
            + " ORDER BY 1, 2");
  }

  @Test
  void anElementHasOneOwner() {
    assertThat(
            REGISTRY.metaData().table(QualifiedName.of("chest_drawer")).orElseThrow().constraints())
        .extracting(one -> one.name().text())
        .containsExactly(
            "pk_chest_drawer",
            "fk_chest_drawer_chest_id_chest",
            "fk_chest_drawer_drawers_id_drawer",
            "uq_chest_drawer_drawers_id");
  }

  @Test
  void ownersElementsAndRowsAreWritten() {
    chestOf("b", "a");

    assertThat(rows()).containsExactly(List.of("1", "a"), List.of("1", "b"));
    try (Session session = sessions.open()) {
      assertThat(session.getOne(Chest.class, 1).getDrawers())
          .extracting(Drawer::getName)
          .containsExactly("a", "b");
    }
  }

  @Test
  void anElementMovesToAnotherOwner() {
    chestOf("a", "b");
    chestOf();

    sessions.inTransaction(
        session -> {
          List<Drawer> from = session.getOne(Chest.class, 1).getDrawers();
          session.getOne(Chest.class, 2).getDrawers().add(from.remove(0));
        });

    assertThat(rows()).containsExactly(List.of("1", "b"), List.of("2", "a"));
  }

  @Test
  void anElementThatLeavesStaysWithoutOwner() {
    chestOf("a", "b");

    sessions.inTransaction(session -> session.getOne(Chest.class, 1).getDrawers().remove(0));

    assertThat(rows()).containsExactly(List.of("1", "b"));
    assertThat(database.query("SELECT count(*) FROM drawer")).containsExactly(List.of("2"));
  }

  @Test
  void anElementThatLeavesAndIsDeletedLosesItsRowBefore() {
    chestOf("a", "b");

    sessions.inTransaction(
        session -> session.delete(session.getOne(Chest.class, 1).getDrawers().remove(0)));

    assertThat(rows()).containsExactly(List.of("1", "b"));
    assertThat(database.query("SELECT name FROM drawer")).containsExactly(List.of("b"));
  }

  @Test
  void anElementInTwoCollectionsIsRefusedByTheServer() {
    chestOf("a");
    chestOf();

    assertThatThrownBy(
            () ->
                sessions.inTransaction(
                    session -> {
                      Drawer drawer = session.getOne(Drawer.class, 1);
                      session.getOne(Chest.class, 2).getDrawers().add(drawer);
                    }))
        .isInstanceOf(IntegrityViolation.class)
        .hasMessageContaining("uq_chest_drawer_drawers_id");
    assertThat(rows()).containsExactly(List.of("1", "a"));
  }

  @Test
  void deletionTakesElementsAlongWhereItCascades() {
    Chest chest = chestOf("a", "b");

    sessions.inTransaction(session -> session.delete(session.getOne(Chest.class, chest.getId())));

    assertThat(rows()).isEmpty();
    assertThat(database.query("SELECT count(*) FROM drawer")).containsExactly(List.of("0"));
  }

  @Test
  void statementsAskThroughTheTable() {
    chestOf("a");
    chestOf("b");
    try (Session session = sessions.open()) {
      assertThat(
              session.scalars(select(CHEST.id).where(CHEST.drawers.any(DRAWER.name.eq("b")))).all())
          .containsExactly(2L);
    }
  }
}
