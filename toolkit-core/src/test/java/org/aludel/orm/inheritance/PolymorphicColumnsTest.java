package org.aludel.orm.inheritance;

import static org.aludel.orm.query.Loading.selectInPolymorphic;
import static org.aludel.orm.query.Loading.withPolymorphic;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.orm.fleet.Car;
import org.aludel.orm.fleet.CarT;
import org.aludel.orm.fleet.FleetBase;
import org.aludel.orm.fleet.SportsCar;
import org.aludel.orm.fleet.Truck;
import org.aludel.orm.fleet.TruckT;
import org.aludel.orm.fleet.Vehicle;
import org.aludel.orm.fleet.VehicleT;
import org.aludel.orm.ledger.Document;
import org.aludel.orm.ledger.DocumentT;
import org.aludel.orm.ledger.Invoice;
import org.aludel.orm.ledger.LedgerBase;
import org.aludel.orm.ledger.Letter;
import org.aludel.orm.ledger.LetterT;
import org.aludel.orm.ledger.Reminder;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.zoo.Animal;
import org.aludel.orm.zoo.AnimalT;
import org.aludel.orm.zoo.Cat;
import org.aludel.orm.zoo.CatT;
import org.aludel.orm.zoo.Dog;
import org.aludel.orm.zoo.DogT;
import org.aludel.orm.zoo.Lion;
import org.aludel.orm.zoo.ZooBase;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** The columns of subclasses that a statement leaves out, by the way in which they are stored. */
@PostgresTest
final class PolymorphicColumnsTest {
  private static final AnimalT ANIMAL = AnimalT.ANIMAL;
  private static final VehicleT VEHICLE = VehicleT.VEHICLE;
  private static final DocumentT DOCUMENT = DocumentT.DOCUMENT;

  private static HierarchyDatabase zoo(TestDatabase database) {
    HierarchyDatabase zoo = new HierarchyDatabase(database, Registry.of(ZooBase.class));
    zoo.sessions.inTransaction(
        session -> {
          Cat tom = session.add(new Cat("tom", "grey", 9));
          session.add(new Lion("leo", "gold", "north"));
          session.add(new Dog("rex", true)).setEnemy(tom);
        });
    zoo.sql();
    return zoo;
  }

  @Test
  void ofOneTableTheColumnsAreNotSelected(TestDatabase database) {
    HierarchyDatabase zoo = zoo(database);

    try (Session session = zoo.sessions.open()) {
      List<Animal> all =
          session
              .scalars(
                  select(ANIMAL).options(withPolymorphic(ANIMAL, CatT.CAT)).orderBy(ANIMAL.name))
              .all();
      assertThat(zoo.sql())
          .containsExactly(
              "SELECT animal.id, animal.name, animal.version, animal.keeper_id, animal.fur,"
                  + " animal.lives, animal.kind FROM animal ORDER BY animal.name");

      assertThat(((Dog) all.get(1)).getEnemy()).isSameAs(all.get(2));
      assertThat(((Dog) all.get(1)).isTrained()).isTrue();
      assertThat(((Lion) all.get(0)).getPride()).isEqualTo("north");
      assertThat(session.hasChanges()).isFalse();
      assertThat(zoo.sql())
          .hasSize(2)
          .element(0)
          .asString()
          .startsWith("SELECT dog.id, dog.trained, dog.enemy_id FROM (SELECT ");
    }
  }

  @Test
  void ofOneTableSubclassesAreReadBehindTheRows(TestDatabase database) {
    HierarchyDatabase zoo = zoo(database);

    try (Session session = zoo.sessions.open()) {
      List<Animal> all =
          session
              .scalars(
                  select(ANIMAL)
                      .options(selectInPolymorphic(ANIMAL, CatT.CAT, DogT.DOG))
                      .orderBy(ANIMAL.name))
              .all();
      assertThat(zoo.sql())
          .hasSize(3)
          .contains(
              "SELECT animal.id, animal.name, animal.version, animal.keeper_id, animal.kind"
                  + " FROM animal ORDER BY animal.name");

      assertThat(((Cat) all.get(0)).getFur()).isEqualTo("gold");
      assertThat(((Cat) all.get(2)).getLives()).isEqualTo(9);
      assertThat(((Dog) all.get(1)).getEnemy()).isSameAs(all.get(2));
      assertThat(zoo.sql()).isEmpty();
    }
  }

  @Test
  void joinedTablesThatTellTheClassStayButTheirColumnsAreNotRead(TestDatabase database) {
    HierarchyDatabase fleet = new HierarchyDatabase(database, Registry.of(FleetBase.class));
    fleet.sessions.inTransaction(
        session -> {
          session.add(new Vehicle("bike"));
          session.add(new Car("mini", 3));
          session.add(new SportsCar("rocket", 500));
          session.add(new Truck("ox", 40L)).setLabel("heavy");
        });
    fleet.sql();

    try (Session session = fleet.sessions.open()) {
      List<Vehicle> all =
          session
              .scalars(
                  select(VEHICLE)
                      .options(withPolymorphic(VEHICLE, TruckT.TRUCK))
                      .orderBy(VEHICLE.name))
              .all();
      assertThat(fleet.sql())
          .containsExactly(
              "SELECT vehicle.id, vehicle.name, vehicle.version, vehicle.driver_id,"
                  + " vehicle.truck_label, vehicle.tonnage, vehicle.subclass FROM (SELECT"
                  + " vehicle.id, vehicle.name, vehicle.version, vehicle.driver_id, truck.label"
                  + " AS truck_label, truck.tonnage, CASE WHEN truck.id IS NOT NULL THEN 3 WHEN"
                  + " sports_car.vehicle_id IS NOT NULL THEN 2 WHEN car.vehicle_id IS NOT NULL"
                  + " THEN 1 WHEN vehicle.id IS NOT NULL THEN 0 END AS subclass FROM vehicle LEFT"
                  + " JOIN car ON car.vehicle_id = vehicle.id LEFT JOIN sports_car ON"
                  + " sports_car.vehicle_id = car.vehicle_id LEFT JOIN truck ON truck.id ="
                  + " vehicle.id) AS vehicle ORDER BY vehicle.name");

      assertThat(((Truck) all.get(2)).getLabel()).isEqualTo("heavy");
      assertThat(((Car) all.get(1)).getDoors()).isEqualTo(3);
      assertThat(((SportsCar) all.get(3)).getPower()).isEqualTo(500);
      assertThat(session.hasChanges()).isFalse();
    }
    assertThat(fleet.sql()).hasSize(2);
  }

  @Test
  void joinedSubclassesAreReadBehindTheRows(TestDatabase database) {
    HierarchyDatabase fleet = new HierarchyDatabase(database, Registry.of(FleetBase.class));
    fleet.sessions.inTransaction(
        session -> {
          session.add(new Car("mini", 3));
          session.add(new SportsCar("rocket", 500));
        });
    fleet.sql();

    try (Session session = fleet.sessions.open()) {
      List<Vehicle> all =
          session
              .scalars(
                  select(VEHICLE)
                      .options(selectInPolymorphic(VEHICLE, CarT.CAR, TruckT.TRUCK))
                      .orderBy(VEHICLE.name))
              .all();
      assertThat(fleet.sql()).hasSize(2);

      assertThat(all).extracting(one -> ((Car) one).getDoors()).containsExactly(3, 2);
      assertThat(fleet.sql()).isEmpty();
    }
  }

  @Test
  void ofTablesPerClassAllAreUnitedWithoutTheColumns(TestDatabase database) {
    HierarchyDatabase ledger = new HierarchyDatabase(database, Registry.of(LedgerBase.class));
    ledger.sessions.inTransaction(
        session -> {
          session.add(new Invoice("a", 10L));
          session.add(new Reminder("b", 20L, 2));
          session.add(new Letter("c", "much"));
        });
    ledger.sql();

    try (Session session = ledger.sessions.open()) {
      List<Document> all =
          session
              .scalars(
                  select(DOCUMENT)
                      .options(withPolymorphic(DOCUMENT, LetterT.LETTER))
                      .orderBy(DOCUMENT.title))
              .all();
      assertThat(ledger.sql())
          .containsExactly(
              "SELECT document.id, document.title, document.letter_amount, document.subclass FROM"
                  + " (SELECT invoice.id, invoice.title, CAST(NULL AS varchar(255)) AS"
                  + " letter_amount, 1 AS subclass FROM invoice UNION ALL SELECT reminder.id,"
                  + " reminder.title, CAST(NULL AS varchar(255)) AS letter_amount, 2 AS subclass"
                  + " FROM reminder UNION ALL SELECT letter.id, letter.title, letter.amount AS"
                  + " letter_amount, 3 AS subclass FROM letter) AS document"
                  + " ORDER BY document.title");

      assertThat(((Invoice) all.get(0)).getAmount()).isEqualTo(10L);
      assertThat(((Reminder) all.get(1)).getLevel()).isEqualTo(2);
      assertThat(((Letter) all.get(2)).getAmount()).isEqualTo("much");
      assertThat(session.hasChanges()).isFalse();
    }
    assertThat(ledger.sql()).hasSize(2);
  }
}
