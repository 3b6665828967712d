package org.aludel.orm.inheritance;

import static org.aludel.orm.query.Loading.defer;
import static org.aludel.orm.query.Loading.joined;
import static org.aludel.orm.query.Loading.loadOnly;
import static org.aludel.orm.query.Loading.raise;
import static org.aludel.orm.query.Loading.selectIn;
import static org.aludel.orm.query.Loading.subquery;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import org.aludel.error.UsageException;
import org.aludel.orm.fleet.Car;
import org.aludel.orm.fleet.Driver;
import org.aludel.orm.fleet.DriverT;
import org.aludel.orm.fleet.FleetBase;
import org.aludel.orm.fleet.Seat;
import org.aludel.orm.fleet.SportsCar;
import org.aludel.orm.fleet.Truck;
import org.aludel.orm.fleet.TruckT;
import org.aludel.orm.fleet.Vehicle;
import org.aludel.orm.fleet.VehicleT;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.sql.Sql;
import org.aludel.sql.StatementOption;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Loader strategies where what is loaded is of several classes. */
@PostgresTest
final class HierarchyLoadingTest {
  private static final DriverT DRIVER = DriverT.DRIVER;

  private HierarchyDatabase fleet;

  @BeforeEach
  void fill(TestDatabase database) {
    fleet = new HierarchyDatabase(database, Registry.of(FleetBase.class));
    fleet.sessions.inTransaction(
        session -> {
          for (String name : List.of("ada", "bob")) {
            Driver driver = session.add(new Driver(name));
            Car car = new Car(name + "'s car", 3);
            car.getSeats().add(new Seat("front", null));
            driver.getVehicles().add(car);
            driver.getVehicles().add(new SportsCar(name + "'s rocket", 500));
            driver.getVehicles().add(new Truck(name + "'s truck", 40L));
            session.addAll(driver.getVehicles());
            driver.setFavourite(car);
          }
        });
    fleet.sql();
  }

  private void drivers(int statements, Consumer<List<Driver>> asking, StatementOption... options) {
    try (Session session = fleet.sessions.open()) {
      asking.accept(
          session.scalars(Sql.select(DRIVER).options(options).orderBy(DRIVER.name)).all());
      assertThat(session.hasChanges()).isFalse();
    }
    assertThat(fleet.sql()).hasSize(statements);
  }

  private static void requireVehicles(List<Driver> drivers) {
    assertThat(drivers)
        .hasSize(2)
        .allSatisfy(
            driver -> {
              assertThat(driver.getVehicles())
                  .extracting(Object::getClass)
                  .containsExactlyInAnyOrder(Car.class, SportsCar.class, Truck.class);
              assertThat(driver.getVehicles()).contains(driver.getFavourite());
            });
  }

  @Test
  void aPolymorphicReferenceCostsOneStatementForAllRows() {
    drivers(
        2,
        drivers ->
            assertThat(drivers)
                .extracting(Driver::getFavourite)
                .extracting(Vehicle::getName)
                .containsExactly("ada's car", "bob's car"));
  }

  @Test
  void columnsOfSubclassesAreDeferredAndReadByClass() {
    try (Session session = fleet.sessions.open()) {
      List<Vehicle> vehicles =
          session
              .scalars(
                  Sql.select(VehicleT.VEHICLE)
                      .orderBy(VehicleT.VEHICLE.id)
                      .options(defer(TruckT.TRUCK.tonnage), loadOnly(VehicleT.VEHICLE.id)))
              .all();
      assertThat(fleet.sql())
          .singleElement()
          .asString()
          .startsWith(
              "SELECT vehicle.id, vehicle.version, vehicle.driver_id, vehicle.subclass FROM");

      assertThat(vehicles).extracting(Vehicle::getName).hasSize(6).contains("bob's truck");
      assertThat(fleet.sql()).hasSize(3);
      assertThat(session.hasChanges()).isFalse();
    }
  }

  @Test
  void aPolymorphicReferenceCanBeJoined() {
    drivers(
        1,
        drivers ->
            assertThat(drivers)
                .extracting(Driver::getFavourite)
                .hasOnlyElementsOfType(Car.class)
                .extracting(Vehicle::getName)
                .containsExactly("ada's car", "bob's car"),
        joined(DRIVER.favourite));
  }

  @Test
  void aPolymorphicCollectionCanBeJoined() {
    drivers(1, HierarchyLoadingTest::requireVehicles, joined(DRIVER.vehicles));
  }

  @Test
  void aPolymorphicCollectionCanBeSelected() {
    drivers(3, HierarchyLoadingTest::requireVehicles, selectIn(DRIVER.vehicles));
  }

  @Test
  void aPolymorphicCollectionCanBeSelectedBySubquery() {
    drivers(3, HierarchyLoadingTest::requireVehicles, subquery(DRIVER.vehicles));
  }

  @Test
  void aPolymorphicReferenceThatMustNotBeLoadedIsRefused() {
    try (Session session = fleet.sessions.open()) {
      assertThatThrownBy(() -> session.scalars(Sql.select(DRIVER).options(raise(DRIVER.favourite))))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("ORM-SESSION-RAISE-ON-LOAD");
    }
  }

  @Test
  void aChangedReferenceStaysChangedWhenItsRowIsReadAgain() {
    try (Session session = fleet.sessions.open()) {
      Driver ada = session.scalars(Sql.select(DRIVER).where(DRIVER.name.eq("ada"))).one();
      ada.setFavourite(null);
      session.commit();
      assertThat(fleet.query("SELECT count(*) FROM driver WHERE favourite_id IS NULL"))
          .containsExactly(List.of("1"));
    }
  }
}
