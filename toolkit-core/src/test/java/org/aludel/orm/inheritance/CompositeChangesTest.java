package org.aludel.orm.inheritance;

import static org.aludel.sql.Sql.delete;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.aludel.orm.freight.ColdLot;
import org.aludel.orm.freight.ColdLotT;
import org.aludel.orm.freight.FreightBase;
import org.aludel.orm.freight.Lot;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.state.Lifecycle;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes of joined tables whose key has several columns. */
@PostgresTest
final class CompositeChangesTest {
  private static final ColdLotT COLD = ColdLotT.COLD_LOT;

  private HierarchyDatabase freight;

  @BeforeEach
  void create(TestDatabase database) {
    freight = new HierarchyDatabase(database, Registry.of(FreightBase.class));
    freight.sessions.inTransaction(
        session -> {
          session.add(new Lot("north", 1, "ada"));
          session.add(new ColdLot("north", 2, "ada", -18));
          session.add(new ColdLot("south", 2, "bob", 4));
        });
    freight.sql();
  }

  @Test
  void rowsAreFoundByAllColumnsOfTheirKeys() {
    freight.sessions.inTransaction(
        session -> {
          List<ColdLot> lots = session.scalars(select(COLD).orderBy(COLD.depot)).all();
          freight.sql();

          session.execute(
              update(COLD).set(COLD.owner, "eve").set(COLD.degrees, -20).where(COLD.degrees.lt(0)));
          session.execute(delete(COLD).where(COLD.owner.eq("bob")));

          assertThat(freight.sql().get(0))
              .isEqualTo(
                  "WITH _found AS (SELECT _t0.depot, _t0.number FROM lot AS _t0 JOIN cold_lot AS"
                      + " _t1 ON _t1.depot = _t0.depot AND _t1.number = _t0.number"
                      + " WHERE _t1.degrees < ? FOR NO KEY UPDATE OF _t1),"
                      + " _p1 AS (UPDATE cold_lot SET degrees = ? FROM _found"
                      + " WHERE cold_lot.depot = _found.depot"
                      + " AND cold_lot.number = _found.number)"
                      + " UPDATE lot SET owner = ? FROM _found WHERE lot.depot = _found.depot"
                      + " AND lot.number = _found.number RETURNING lot.depot, lot.number");
          assertThat(lots.get(0).getDegrees()).isEqualTo(-20);
          assertThat(session.stateOf(lots.get(1))).isEqualTo(Lifecycle.DELETED);
        });

    assertThat(freight.query("SELECT depot, number, owner FROM lot ORDER BY 1, 2"))
        .containsExactly(List.of("north", "1", "ada"), List.of("north", "2", "eve"));
  }

  @Test
  void rowsOfCompositeKeysAreCopied() {
    freight.sessions.inTransaction(
        session ->
            session
                .bulk()
                .copy(
                    COLD,
                    List.of(
                        Map.of("depot", "west", "number", 7, "owner", "zoe", "degrees", 1),
                        Map.of("depot", "west", "number", 8, "owner", "zoe", "degrees", 2))));

    assertThat(
            freight.query(
                "SELECT number, owner, degrees FROM lot JOIN cold_lot USING (depot, number)"
                    + " WHERE depot = 'west' ORDER BY 1"))
        .containsExactly(List.of("7", "zoe", "1"), List.of("8", "zoe", "2"));
  }
}
