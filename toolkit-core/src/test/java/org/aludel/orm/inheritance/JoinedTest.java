package org.aludel.orm.inheritance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.aludel.error.StaleDataException;
import org.aludel.orm.fleet.Car;
import org.aludel.orm.fleet.CarT;
import org.aludel.orm.fleet.CardPayment;
import org.aludel.orm.fleet.CashPayment;
import org.aludel.orm.fleet.Driver;
import org.aludel.orm.fleet.DriverT;
import org.aludel.orm.fleet.FleetBase;
import org.aludel.orm.fleet.Payment;
import org.aludel.orm.fleet.PaymentT;
import org.aludel.orm.fleet.Seat;
import org.aludel.orm.fleet.SeatT;
import org.aludel.orm.fleet.SportsCar;
import org.aludel.orm.fleet.SportsCarT;
import org.aludel.orm.fleet.Truck;
import org.aludel.orm.fleet.TruckT;
import org.aludel.orm.fleet.Vehicle;
import org.aludel.orm.fleet.VehicleT;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.sql.Sql;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
final class JoinedTest {
  private static final Registry REGISTRY = Registry.of(FleetBase.class);
  private static final VehicleT VEHICLE = VehicleT.VEHICLE;
  private static final CarT CAR = CarT.CAR;

  private HierarchyDatabase fleet;

  @BeforeEach
  void create(TestDatabase database) {
    fleet = new HierarchyDatabase(database, REGISTRY);
  }

  private void fill() {
    fleet.sessions.inTransaction(
        session -> {
          Driver ada = session.add(new Driver("ada"));
          ada.getVehicles().add(new Vehicle("bike"));
          Car mini = new Car("mini", 3);
          mini.setLabel("red");
          mini.getSeats().add(new Seat("front", null));
          ada.getVehicles().add(mini);
          ada.getVehicles().add(new SportsCar("rocket", 500));
          Truck truck = new Truck("ox", 40L);
          truck.setLabel("heavy");
          ada.getVehicles().add(truck);
          session.addAll(ada.getVehicles());
          ada.setFavourite(mini);
          ada.setTruck(truck);
        });
    fleet.sql();
  }

  private long idOf(String name) {
    return Long.parseLong(
        fleet.query("SELECT id FROM vehicle WHERE name = '" + name + "'").get(0).get(0));
  }

  @Test
  void eachClassHasATableWhoseKeyRefersToTheOneAbove() {
    assertThat(String.join("\n", HierarchyDatabase.ddl(REGISTRY)))
        .contains(
            "FOREIGN KEY (vehicle_id) REFERENCES vehicle (id)",
            "CONSTRAINT fk_sports_car_vehicle_id_car FOREIGN KEY (vehicle_id)"
                + " REFERENCES car (vehicle_id)",
            "kind integer NOT NULL",
            "FOREIGN KEY (car_id) REFERENCES car (vehicle_id)",
            "FOREIGN KEY (truck_id) REFERENCES truck (id)");
  }

  @Test
  void anObjectHasARowInEachTableOfItsLineage() {
    fill();

    assertThat(
            fleet.query(
                "SELECT v.name, c.doors, c.label, s.power, t.label, t.tonnage FROM vehicle v"
                    + " LEFT JOIN car c ON c.vehicle_id = v.id"
                    + " LEFT JOIN sports_car s ON s.vehicle_id = v.id"
                    + " LEFT JOIN truck t ON t.id = v.id ORDER BY v.name"))
        .containsExactly(
            Arrays.asList("bike", null, null, null, null, null),
            Arrays.asList("mini", "3", "red", null, null, null),
            Arrays.asList("ox", null, null, null, "heavy", "40"),
            Arrays.asList("rocket", "2", null, "500", null, null));
  }

  @Test
  void insertsGoInBulkTableByTable() {
    fleet.sessions.inTransaction(
        session -> {
          for (int number = 0; number < 50; number++) {
            session.add(new SportsCar("car " + number, number));
          }
        });

    assertThat(fleet.sql())
        .hasSize(3)
        .satisfies(
            sql -> {
              assertThat(sql.get(0)).contains("INTO vehicle");
              assertThat(sql.get(1)).contains("INTO car");
              assertThat(sql.get(2)).contains("INTO sports_car");
            });
    assertThat(
            fleet.query(
                "SELECT count(*) FROM vehicle v JOIN sports_car s ON s.vehicle_id = v.id"
                    + " WHERE v.name = 'car ' || s.power"))
        .containsExactly(List.of("50"));
  }

  @Test
  void theRootGivesObjectsOfAllClassesWithOneStatement() {
    fill();

    try (Session session = fleet.sessions.open()) {
      List<Vehicle> all = session.scalars(Sql.select(VEHICLE).orderBy(VEHICLE.name)).all();

      assertThat(all)
          .extracting(Object::getClass)
          .containsExactly(Vehicle.class, Car.class, Truck.class, SportsCar.class);
      assertThat(((Car) all.get(1)).getLabel()).isEqualTo("red");
      assertThat(((Truck) all.get(2)).getLabel()).isEqualTo("heavy");
      assertThat(((SportsCar) all.get(3)).getPower()).isEqualTo(500);
    }

    assertThat(fleet.sql())
        .containsExactly(
            "SELECT vehicle.id, vehicle.name, vehicle.version, vehicle.driver_id, vehicle.doors,"
                + " vehicle.label, vehicle.power, vehicle.truck_label, vehicle.tonnage,"
                + " vehicle.subclass FROM (SELECT vehicle.id, vehicle.name, vehicle.version,"
                + " vehicle.driver_id, car.doors, car.label, sports_car.power,"
                + " truck.label AS truck_label, truck.tonnage, CASE WHEN truck.id IS NOT NULL"
                + " THEN 3 WHEN sports_car.vehicle_id IS NOT NULL THEN 2 WHEN car.vehicle_id IS"
                + " NOT NULL THEN 1 WHEN vehicle.id IS NOT NULL THEN 0 END AS subclass"
                + " FROM vehicle LEFT JOIN car ON car.vehicle_id = vehicle.id"
                + " LEFT JOIN sports_car ON sports_car.vehicle_id = car.vehicle_id"
                + " LEFT JOIN truck ON truck.id = vehicle.id) AS vehicle ORDER BY vehicle.name");
  }

  @Test
  void aClassWithoutOthersBelowItIsReadByInnerJoins() {
    fill();

    try (Session session = fleet.sessions.open()) {
      SportsCarT sports = SportsCarT.SPORTS_CAR;
      SportsCar rocket = session.scalars(Sql.select(sports).where(sports.name.eq("rocket"))).one();

      assertThat(rocket.getDoors()).isEqualTo(2);
    }

    assertThat(fleet.sql())
        .singleElement()
        .asString()
        .contains(
            "FROM vehicle JOIN car ON car.vehicle_id = vehicle.id"
                + " JOIN sports_car ON sports_car.vehicle_id = car.vehicle_id) AS sports_car")
        .doesNotContain("LEFT JOIN", "CASE");
  }

  @Test
  void anUpdateTouchesTheTablesWithChangesAndTheVersion() {
    fill();

    fleet.sessions.inTransaction(
        session -> {
          SportsCar rocket = session.getOne(SportsCar.class, idOf("rocket"));
          fleet.sql();
          rocket.setPower(600);
        });

    assertThat(fleet.sql())
        .containsExactly(
            "UPDATE vehicle SET version = ? WHERE id = ? AND version = ?",
            "UPDATE sports_car SET power = ? WHERE vehicle_id = ?");
  }

  @Test
  void aRowThatAnotherChangedIsStale() {
    fill();

    try (Session session = fleet.sessions.open()) {
      Car mini = session.getOne(Car.class, idOf("mini"));
      fleet.run("UPDATE vehicle SET version = version + 1");
      mini.setDoors(5);

      assertThatThrownBy(session::flush).isInstanceOf(StaleDataException.class);
    }
  }

  @Test
  void deletesGoFromTheLastTableToTheRoot() {
    fill();

    fleet.sessions.inTransaction(
        session -> {
          SportsCar rocket = session.getOne(SportsCar.class, idOf("rocket"));
          assertThat(rocket.getSeats()).isEmpty();
          fleet.sql();
          session.delete(rocket);
        });

    assertThat(fleet.sql())
        .containsExactly(
            "DELETE FROM sports_car WHERE vehicle_id = ANY (?::bigint[])",
            "DELETE FROM car WHERE vehicle_id = ANY (?::bigint[])",
            "DELETE FROM vehicle AS t USING unnest(?::bigint[], ?::integer[]) AS v(k1, k2)"
                + " WHERE t.id = v.k1 AND t.version = v.k2 RETURNING t.id");
  }

  @Test
  void referencesToTheRootAndToASubclassLoad() {
    fill();

    try (Session session = fleet.sessions.open()) {
      Driver ada = session.scalars(Sql.select(DriverT.DRIVER)).one();

      assertThat(ada.getFavourite()).isExactlyInstanceOf(Car.class);
      assertThat(ada.getTruck().getTonnage()).isEqualTo(40L);
      assertThat(ada.getVehicles())
          .extracting(Vehicle::getName)
          .containsExactly("bike", "mini", "ox", "rocket");
      assertThat(((Car) ada.getFavourite()).getSeats())
          .singleElement()
          .satisfies(seat -> assertThat(seat.getCar()).isSameAs(ada.getFavourite()));
    }
  }

  @Test
  void queriesOrderAndFilterByAttributesOfAnyTable() {
    fill();
    DriverT driver = DriverT.DRIVER;
    TruckT truck = TruckT.TRUCK;
    CarT other = CAR.as("other");

    try (Session session = fleet.sessions.open()) {
      assertThat(
              session
                  .scalars(Sql.select(CAR.name).where(CAR.doors.ge(2)).orderBy(CAR.doors.desc()))
                  .all())
          .containsExactly("mini", "rocket");
      assertThat(
              session
                  .scalars(
                      Sql.select(driver.name)
                          .where(driver.vehicles.any(VEHICLE.name.eq("ox")))
                          .where(driver.truck.has(truck.tonnage.gt(30L))))
                  .all())
          .containsExactly("ada");
      assertThat(
              session
                  .scalars(Sql.select(CAR.name).where(CAR.seats.any(SeatT.SEAT.place.eq("front"))))
                  .all())
          .containsExactly("mini");
      assertThat(
              session
                  .execute(Sql.select(CAR.name, other.name).join(other, other.doors.lt(CAR.doors)))
                  .all())
          .hasSize(1);
      assertThat(session.scalars(Sql.select(driver.name, truck).join(driver.truck)).all())
          .singleElement()
          .satisfies(row -> assertThat(row.second().getLabel()).isEqualTo("heavy"));
    }
  }

  @Test
  void subclassesCanBeMeantInTheRowsOfTheRoot() {
    fill();
    DriverT driver = DriverT.DRIVER;
    CarT car = CAR.treat(VEHICLE);
    TruckT truck = TruckT.TRUCK.treat(VEHICLE);

    try (Session session = fleet.sessions.open()) {
      assertThat(
              session
                  .scalars(
                      Sql.select(VEHICLE)
                          .where(Sql.or(car.label.eq("red"), truck.label.eq("heavy")))
                          .orderBy(VEHICLE.name))
                  .all())
          .extracting(Vehicle::getName)
          .containsExactly("mini", "ox");
      assertThat(
              session.scalars(Sql.select(VEHICLE.name).where(VEHICLE.type().isA(Car.class))).all())
          .containsExactlyInAnyOrder("mini", "rocket");
      assertThat(
              session
                  .scalars(
                      Sql.select(VEHICLE.name).where(car.seats.any(SeatT.SEAT.place.eq("front"))))
                  .all())
          .containsExactly("mini");
      assertThat(
              session
                  .scalars(
                      Sql.select(driver.name)
                          .where(driver.vehicles.ofType(CAR).any(CAR.doors.eq(3))))
                  .all())
          .containsExactly("ada");
    }
  }

  @Test
  void anUpdateOfOneTableFindsItsRowsOverAllTables() {
    fill();

    fleet.sessions.inTransaction(
        session -> {
          session.execute(
              Sql.update(CAR).set(CAR.doors, 5).where(CAR.name.eq("mini"), CAR.label.eq("red")));
          session.execute(Sql.update(CAR).set(CAR.name, "gone").where(CAR.doors.eq(2)));
          session.execute(Sql.update(VEHICLE).set(VEHICLE.version, 7).all());
        });

    assertThat(fleet.sql())
        .element(0)
        .asString()
        .startsWith(
            "UPDATE car SET doors = ? WHERE vehicle_id IN (SELECT car.id FROM (SELECT vehicle.id,")
        .endsWith("AS car WHERE car.name = ? AND car.label = ?) RETURNING vehicle_id");
    assertThat(
            fleet.query(
                "SELECT v.name, c.doors, v.version FROM vehicle v JOIN car c ON c.vehicle_id ="
                    + " v.id ORDER BY v.name"))
        .containsExactly(List.of("gone", "2", "7"), List.of("mini", "5", "7"));
  }

  @Test
  void autoflushKnowsAllTables() {
    fill();

    try (Session session = fleet.sessions.open()) {
      session.getOne(SportsCar.class, idOf("rocket")).setPower(9);

      assertThat(
              session
                  .scalars(
                      Sql.select(SportsCarT.SPORTS_CAR.power)
                          .where(SportsCarT.SPORTS_CAR.name.eq("rocket")))
                  .one())
          .isEqualTo(9);
    }
  }

  @Test
  void aUniqueValueGoesFromOneClassToAnother() {
    fill();

    fleet.sessions.inTransaction(
        session -> {
          session.scalars(Sql.select(DriverT.DRIVER)).one().setTruck(null);
          session.delete(session.getOne(Truck.class, idOf("ox")));
          session.add(new Car("ox", 4));
        });

    assertThat(
            fleet.query(
                "SELECT doors FROM car c JOIN vehicle v ON v.id = c.vehicle_id"
                    + " WHERE v.name = 'ox'"))
        .containsExactly(List.of("4"));
  }

  @Test
  void mergeAndRefreshWorkOnSubclasses() {
    fill();
    Car detached;
    try (Session session = fleet.sessions.open()) {
      detached = session.getOne(Car.class, idOf("mini"));
      assertThat(detached.getSeats()).hasSize(1);
    }
    detached.setDoors(7);

    fleet.sessions.inTransaction(
        session -> {
          Vehicle merged = session.<Vehicle>merge(detached);
          assertThat(merged).isExactlyInstanceOf(Car.class).isNotSameAs(detached);
          session.flush();
          fleet.run("SELECT 1");
          session.refresh(merged);
          assertThat(((Car) merged).getDoors()).isEqualTo(7);
        });

    assertThat(fleet.query("SELECT doors FROM car WHERE label = 'red'"))
        .containsExactly(List.of("7"));
  }

  @Test
  void rollbackRestoresSubclassAttributes() {
    fill();

    try (Session session = fleet.sessions.open()) {
      Car mini = session.getOne(Car.class, idOf("mini"));
      mini.setDoors(1);
      session.flush();
      session.rollback();

      assertThat(mini.getDoors()).isEqualTo(3);
      assertThat(session.hasChanges()).isFalse();
    }
  }

  @Test
  void aDiscriminatorTellsJoinedClassesApart() {
    fleet.sessions.inTransaction(
        session -> {
          session.add(new CardPayment(1, "visa"));
          session.add(new CashPayment(2));
        });
    fleet.sql();

    try (Session session = fleet.sessions.open()) {
      PaymentT payment = PaymentT.PAYMENT;
      List<Payment> all = session.scalars(Sql.select(payment).orderBy(payment.number)).all();

      assertThat(all)
          .extracting(Object::getClass)
          .containsExactly(CardPayment.class, CashPayment.class);
      assertThat(all).extracting(Payment::getKind).containsExactly(1, 2);
    }

    assertThat(fleet.sql())
        .singleElement()
        .asString()
        .contains("payment.kind")
        .doesNotContain("CASE");
  }
}
