package org.aludel.orm.inheritance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.aludel.error.UsageException;
import org.aludel.orm.fleet.CarT;
import org.aludel.orm.fleet.FleetBase;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.zoo.Cat;
import org.aludel.orm.zoo.CatT;
import org.aludel.orm.zoo.Lion;
import org.aludel.orm.zoo.ZooBase;
import org.aludel.sql.Sql;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@PostgresTest
final class BulkHierarchyTest {
  private static final CatT CAT = CatT.CAT;

  private static HierarchyDatabase zoo(TestDatabase database) {
    return new HierarchyDatabase(database, Registry.of(ZooBase.class));
  }

  @Test
  void rowsOfASingleTableGetTheirDiscriminator(TestDatabase database) {
    HierarchyDatabase zoo = zoo(database);

    zoo.sessions.inTransaction(
        session ->
            session
                .bulk()
                .insert(CAT, List.of(new Cat("tom", "grey", 7), new Cat("kit", "red", 9))));

    assertThat(zoo.sql())
        .singleElement()
        .asString()
        .startsWith("INSERT INTO animal (")
        .contains(", kind) SELECT v.c1, ");
    try (Session session = zoo.sessions.open()) {
      List<Cat> cats = session.scalars(Sql.select(CAT).orderBy(CAT.name)).all();
      assertThat(cats).extracting(Cat::getName).containsExactly("kit", "tom");
      assertThat(cats).allMatch(cat -> cat.getClass() == Cat.class);
    }
  }

  @Test
  void aRowOfASubclassIsRefused(TestDatabase database) {
    try (Session session = zoo(database).sessions.open()) {
      assertThatThrownBy(
              () -> session.bulk().insert(CAT, List.of(new Lion("leo", "gold", "north"))))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("zoo.Lion");
    }
  }

  @Test
  void joinedTablesAreRefused(TestDatabase database) {
    HierarchyDatabase fleet = new HierarchyDatabase(database, Registry.of(FleetBase.class));

    try (Session session = fleet.sessions.open()) {
      assertThatThrownBy(
              () -> session.bulk().insert(CarT.CAR, List.of(Map.of("name", "mini", "doors", 3))))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("several tables");
    }
  }
}
