package org.aludel.orm.inheritance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.orm.fleet.Car;
import org.aludel.orm.fleet.CarT;
import org.aludel.orm.fleet.FleetBase;
import org.aludel.orm.mapping.Registry;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Before PostgreSQL 17 there is no MERGE … RETURNING, which numbers what it returns. */
@PostgresTest(judge = true)
final class BulkHierarchyOlderServerTest {
  @Test
  void rowsOfTheRootAreInsertedOneByOneTheOthersTogether(TestDatabase database) {
    HierarchyDatabase fleet = new HierarchyDatabase(database, Registry.of(FleetBase.class));

    fleet.sessions.inTransaction(
        session -> session.bulk().insert(CarT.CAR, List.of(new Car("a", 3), new Car("b", 5))));

    assertThat(fleet.sql().stream().map(sql -> sql.substring(0, sql.indexOf('('))))
        .containsExactly("INSERT INTO vehicle ", "INSERT INTO vehicle ", "INSERT INTO car ");
    assertThat(
            fleet.query("SELECT name, doors FROM vehicle JOIN car ON vehicle_id = id ORDER BY 1"))
        .containsExactly(List.of("a", "3"), List.of("b", "5"));
  }
}
