package org.aludel.orm.condition;

import static org.aludel.orm.condition.ComposerT.COMPOSER;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aludel.engine.Engine;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a flush makes of relationships by a condition: nothing. */
@PostgresTest
final class JoinConditionWriteTest {
  private static final Registry REGISTRY = Registry.of(MusicBase.class);

  private final StatementRecorder recorder = new StatementRecorder();
  private final Engine engine;
  private final SessionFactory sessions;

  JoinConditionWriteTest(TestDatabase database) {
    this.engine = Engine.create(recorder.wrap(database.dataSource()));
    this.sessions = SessionFactory.of(engine, REGISTRY);
  }

  @BeforeEach
  void createTables() {
    engine.createAll(REGISTRY.metaData());
    MusicData.insert(sessions);
    recorder.clear();
  }

  @AfterEach
  void dropTables() {
    engine.dropAll(REGISTRY.metaData());
    engine.close();
  }

  private void writesNothing() {
    assertThat(recorder.sql()).noneMatch(sql -> sql.matches("(INSERT|UPDATE|DELETE).*"));
  }

  @Test
  void anAddedElementIsRefused() {
    try (Session session = sessions.open()) {
      Composer haydn = session.getOne(Composer.class, 1L);
      haydn.getNeighbours().add(session.getOne(Composer.class, 3L));

      assertThatThrownBy(session::flush)
          .hasMessageContaining("ORM-SESSION-VIEW-ONLY")
          .hasMessageContaining("1 elements added to \"neighbours\" and 0 removed from it");
      writesNothing();
    }
  }

  @Test
  void anElementThatNobodyAddedIsRefusedAsAChange() {
    try (Session session = sessions.open()) {
      session.getOne(Composer.class, 1L).getNeighbours().add(new Composer("Mozart", "Vienna"));

      assertThatThrownBy(session::flush)
          .hasMessageContaining("ORM-SESSION-VIEW-ONLY")
          .hasMessageContaining("1 elements added to \"neighbours\"");
      writesNothing();
    }
  }

  @Test
  void aReferenceToWhatNobodyAddedIsRefusedAsAChange() {
    try (Session session = sessions.open()) {
      session.getOne(Composer.class, 1L).setLastWork(new Work());

      assertThatThrownBy(session::flush)
          .hasMessageContaining("ORM-SESSION-VIEW-ONLY")
          .hasMessageContaining("\"lastWork\"");
      writesNothing();
    }
  }

  @Test
  void aRemovedElementIsRefused() {
    try (Session session = sessions.open()) {
      session.getOne(Composer.class, 1L).getLateWorks().clear();

      assertThatThrownBy(session::flush).hasMessageContaining("ORM-SESSION-VIEW-ONLY");
      writesNothing();
    }
  }

  @Test
  void anotherObjectInAReferenceIsRefused() {
    try (Session session = sessions.open()) {
      Composer haydn = session.getOne(Composer.class, 1L);
      haydn.setLastWork(haydn.getWorks().get(0));

      assertThatThrownBy(session::flush)
          .hasMessageContaining("ORM-SESSION-VIEW-ONLY")
          .hasMessageContaining("\"lastWork\"");
      writesNothing();
    }
  }

  @Test
  void aNewObjectWithAnElementIsRefused() {
    try (Session session = sessions.open()) {
      Composer mozart = new Composer("Mozart", "Vienna");
      mozart.getNeighbours().add(session.getOne(Composer.class, 1L));
      session.add(mozart);

      assertThatThrownBy(session::flush).hasMessageContaining("ORM-SESSION-VIEW-ONLY");
    }
  }

  @Test
  void otherChangesAreWrittenAndSeenAfterARefresh() {
    try (Session session = sessions.open()) {
      Composer haydn = session.getOne(Composer.class, 1L);
      assertThat(haydn.getNeighbours()).hasSize(1);
      session.getOne(Composer.class, 3L).setTown("Vienna");
      session.flush();

      session.refresh(haydn);

      assertThat(haydn.getNeighbours())
          .extracting(Composer::getName)
          .containsExactly("Beethoven", "Bach");
    }
  }

  @Test
  void deletingTheOwnerLeavesTheRowsAlone() {
    sessions.inTransaction(session -> session.delete(session.getOne(Era.class, "Romantic")));

    assertThat(recorder.sql())
        .filteredOn(sql -> sql.startsWith("DELETE"))
        .containsExactly("DELETE FROM era WHERE name = ANY (?::text[])");
  }

  @Test
  void mergingADetachedOwnerReadsIt() {
    Composer detached;
    try (Session session = sessions.open()) {
      detached = session.getOne(Composer.class, 1L);
      assertThat(detached.getNeighbours()).hasSize(1);
    }
    detached.getNeighbours().clear();
    detached.setTown("Eisenstadt");

    sessions.inTransaction(session -> session.merge(detached));

    try (Session session = sessions.open()) {
      assertThat(session.scalars(select(COMPOSER.town).where(COMPOSER.name.eq("Haydn"))).all())
          .containsExactly("Eisenstadt");
    }
  }
}
