package org.aludel.orm.inheritance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.aludel.error.UsageException;
import org.aludel.orm.fleet.Car;
import org.aludel.orm.fleet.CarT;
import org.aludel.orm.fleet.CardPaymentT;
import org.aludel.orm.fleet.FleetBase;
import org.aludel.orm.fleet.PaymentT;
import org.aludel.orm.fleet.SportsCar;
import org.aludel.orm.fleet.SportsCarT;
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

/** Rows in bulk of classes that share tables with others. */
@PostgresTest
final class BulkHierarchyTest {
  private static final CatT CAT = CatT.CAT;

  private static HierarchyDatabase zoo(TestDatabase database) {
    return new HierarchyDatabase(database, Registry.of(ZooBase.class));
  }

  private static HierarchyDatabase fleet(TestDatabase database) {
    return new HierarchyDatabase(database, Registry.of(FleetBase.class));
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
  void joinedTablesGetTheirRowsByTheIdsOfTheRoot(TestDatabase database) {
    HierarchyDatabase fleet = fleet(database);

    fleet.sessions.inTransaction(
        session ->
            session
                .bulk()
                .insert(
                    SportsCarT.SPORTS_CAR,
                    List.of(new SportsCar("fast", 300), new SportsCar("faster", 400))));

    assertThat(fleet.sql().stream().map(sql -> sql.substring(0, sql.indexOf('('))))
        .containsExactly(
            "MERGE INTO vehicle AS t USING unnest", "INSERT INTO car ", "INSERT INTO sports_car ");
    try (Session session = fleet.sessions.open()) {
      List<SportsCar> cars =
          session
              .scalars(Sql.select(SportsCarT.SPORTS_CAR).orderBy(SportsCarT.SPORTS_CAR.name))
              .all();
      assertThat(cars)
          .extracting(SportsCar::getName, SportsCar::getDoors, SportsCar::getPower)
          .containsExactly(tuple("fast", 2, 300), tuple("faster", 2, 400));
      assertThat(cars).extracting(SportsCar::getVersion).containsOnly(1);
    }
  }

  @Test
  void idsThatRowsGiveAreTakenForAllTables(TestDatabase database) {
    HierarchyDatabase fleet = fleet(database);

    fleet.sessions.inTransaction(
        session ->
            session
                .bulk()
                .insert(
                    CardPaymentT.CARD_PAYMENT,
                    List.of(
                        Map.of("number", 7, "card", "visa"), Map.of("number", 8, "card", "none"))));

    assertThat(fleet.sql()).hasSize(2).allMatch(sql -> sql.startsWith("INSERT INTO "));
    assertThat(
            fleet.query(
                "SELECT p.number, p.kind, c.card FROM payment p JOIN card_payment c USING (number)"
                    + " ORDER BY 1"))
        .containsExactly(List.of("7", "1", "visa"), List.of("8", "1", "none"));
  }

  @Test
  void anAbstractClassHasNoRows(TestDatabase database) {
    try (Session session = fleet(database).sessions.open()) {
      assertThatThrownBy(
              () -> session.bulk().insert(PaymentT.PAYMENT, List.of(Map.of("number", 1))))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("an abstract class");
    }
  }

  @Test
  void joinedTablesCannotBeCopiedInto(TestDatabase database) {
    try (Session session = fleet(database).sessions.open()) {
      assertThatThrownBy(() -> session.bulk().copy(CarT.CAR, List.of(new Car("mini", 3))))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("several tables");
    }
  }
}
