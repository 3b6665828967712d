package org.aludel.orm.yard;

import static org.aludel.orm.yard.DepotT.DEPOT;
import static org.aludel.orm.yard.YardT.YARD;
import static org.aludel.sql.Sql.delete;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.error.database.ForeignKeyViolation;
import org.aludel.orm.links.LinkDatabase;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Joins along collections of an embeddable class whose owners stand as a query, not a table. */
@PostgresTest
final class JoinedElementsTest {
  private LinkDatabase yards;

  @BeforeEach
  void create(TestDatabase database) {
    yards = LinkDatabase.fresh(database, Registry.of(YardBase.class));
    yards.sessions.inTransaction(
        session -> {
          Depot depot = session.add(new Depot("north", 3));
          depot.getGates().addAll(List.of(new Gate("a", 4), new Gate("b", 6)));
          session.add(new Yard("south")).getGates().add(new Gate("c", 5));
        });
    yards.sql();
  }

  @Test
  void aJoinReadsTheKeyOfTheQuery() {
    try (Session session = yards.sessions.open()) {
      List<String> labels =
          session
              .scalars(
                  select(YARD.gates.label)
                      .from(YARD)
                      .join(YARD.gates)
                      .where(YARD.gates.width.gt(4))
                      .orderBy(YARD.gates.label))
              .all();

      assertThat(labels).containsExactly("b", "c");
    }
    assertThat(yards.sql())
        .containsExactly(
            "SELECT yard_gates.label FROM (SELECT yard.id, yard.name, depot.tracks, CASE WHEN"
                + " depot.id IS NOT NULL THEN 1 WHEN yard.id IS NOT NULL THEN 0 END AS subclass"
                + " FROM yard LEFT JOIN depot ON depot.id = yard.id) AS yard JOIN yard_gates ON"
                + " yard_gates.yard_id = yard.id WHERE yard_gates.width > ? ORDER BY"
                + " yard_gates.label");
  }

  @Test
  void aClassBelowHasTheJoinToo() {
    try (Session session = yards.sessions.open()) {
      List<String> labels =
          session
              .scalars(
                  select(DEPOT.gates.label)
                      .from(DEPOT)
                      .join(DEPOT.gates)
                      .where(DEPOT.tracks.eq(3))
                      .orderBy(DEPOT.gates.label))
              .all();

      assertThat(labels).containsExactly("a", "b");
    }
  }

  @Test
  void aDeleteLeavesTheElementsToTheirForeignKey() {
    try (Session session = yards.sessions.open()) {
      assertThatThrownBy(() -> session.execute(delete(YARD).where(YARD.name.eq("north"))))
          .isInstanceOf(ForeignKeyViolation.class)
          .hasMessageContaining("yard_gates");
    }
  }

  @Test
  void aJoinWritesTheElementsThatWait() {
    try (Session session = yards.sessions.open()) {
      session.scalars(select(DEPOT)).one().getGates().add(new Gate("d", 9));

      List<String> wide =
          session
              .scalars(
                  select(YARD.gates.label)
                      .from(YARD)
                      .join(YARD.gates)
                      .where(YARD.gates.width.gt(8)))
              .all();

      assertThat(wide).containsExactly("d");
    }
  }
}
