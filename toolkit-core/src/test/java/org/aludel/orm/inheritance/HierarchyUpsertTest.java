package org.aludel.orm.inheritance;

import static org.aludel.sql.Sql.excluded;
import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.aludel.error.DatabaseException;
import org.aludel.error.UsageException;
import org.aludel.orm.fleet.CarT;
import org.aludel.orm.fleet.FleetBase;
import org.aludel.orm.fleet.Vehicle;
import org.aludel.orm.fleet.VehicleT;
import org.aludel.orm.ledger.DocumentT;
import org.aludel.orm.ledger.Invoice;
import org.aludel.orm.ledger.InvoiceT;
import org.aludel.orm.ledger.LedgerBase;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.query.Loading;
import org.aludel.orm.session.Session;
import org.aludel.orm.zoo.Cat;
import org.aludel.orm.zoo.CatT;
import org.aludel.orm.zoo.Dog;
import org.aludel.orm.zoo.DogT;
import org.aludel.orm.zoo.Lion;
import org.aludel.orm.zoo.ZooBase;
import org.aludel.sql.Insert;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** INSERT … ON CONFLICT of classes of hierarchies. */
@PostgresTest
final class HierarchyUpsertTest {
  private static final CatT CAT = CatT.CAT;

  private static HierarchyDatabase zoo(TestDatabase database) {
    HierarchyDatabase zoo = new HierarchyDatabase(database, Registry.of(ZooBase.class));
    zoo.sessions.inTransaction(
        session -> {
          session.add(new Cat("tom", "grey", 7));
          session.add(new Dog("rex", true));
        });
    zoo.sql();
    return zoo;
  }

  private static Insert<Cat> cats(Object[]... rows) {
    Insert<Void> insert = insert(CAT).columns(CAT.name, CAT.fur, CAT.lives, CAT.version);
    for (Object[] row : rows) {
      insert = insert.values(row);
    }
    return insert.onConflict(CAT.name).doUpdate(set(CAT.lives, excluded(CAT.lives))).returning(CAT);
  }

  @Test
  void rowsOfOneTableGetTheirDiscriminator(TestDatabase database) {
    HierarchyDatabase zoo = zoo(database);

    try (Session session = zoo.sessions.open()) {
      Cat tom = session.scalars(select(CAT)).one();
      zoo.sql();
      List<Cat> written =
          session
              .execute(
                  cats(new Object[] {"tom", "red", 3, 1}, new Object[] {"kit", "red", 9, 1}),
                  Loading.populateExisting())
              .all();

      assertThat(written).extracting(Cat::getName).containsExactlyInAnyOrder("tom", "kit");
      assertThat(written).contains(tom);
      assertThat(tom.getLives()).isEqualTo(3);
      assertThat(tom.getFur()).isEqualTo("grey");
      assertThat(zoo.sql())
          .first()
          .asString()
          .startsWith(
              "INSERT INTO animal (name, fur, lives, version, kind) VALUES (?, ?, ?, ?, 'cat'),"
                  + " (?, ?, ?, ?, 'cat') ON CONFLICT (name) DO UPDATE SET lives = EXCLUDED.lives"
                  + " WHERE animal.kind IN ('cat', 'Lion') RETURNING ");
    }
  }

  @Test
  void aRowOfAnotherClassIsLeftAlone(TestDatabase database) {
    HierarchyDatabase zoo = zoo(database);

    zoo.sessions.inTransaction(
        session ->
            assertThat(session.execute(cats(new Object[][] {{"rex", "red", 3, 1}})).all())
                .isEmpty());

    assertThat(zoo.query("SELECT kind, fur, lives FROM animal WHERE name = 'rex'"))
        .containsExactly(Arrays.asList("dog", null, null));
  }

  @Test
  void anObjectOfASubclassIsUpdatedAsOne(TestDatabase database) {
    HierarchyDatabase zoo = zoo(database);
    zoo.sessions.inTransaction(session -> session.add(new Lion("leo", "gold", "north")));

    zoo.sessions.inTransaction(
        session ->
            assertThat(session.execute(cats(new Object[][] {{"leo", "red", 3, 1}})).all())
                .singleElement()
                .satisfies(leo -> assertThat(leo).isExactlyInstanceOf(Lion.class)));
  }

  @Test
  void aRowOfDefaultsHasTheDiscriminator(TestDatabase database) {
    HierarchyDatabase zoo = zoo(database);

    try (Session session = zoo.sessions.open()) {
      assertThatThrownBy(() -> session.execute(insert(DogT.DOG)))
          .isInstanceOf(DatabaseException.class);
    }

    assertThat(zoo.sql()).containsExactly("INSERT INTO animal (kind) VALUES ('dog')");
  }

  @Test
  void aClassWithRowsInSeveralTablesIsRefused(TestDatabase database) {
    HierarchyDatabase fleet = new HierarchyDatabase(database, Registry.of(FleetBase.class));
    CarT car = CarT.CAR;

    try (Session session = fleet.sessions.open()) {
      assertThatThrownBy(
              () ->
                  session.execute(
                      insert(car)
                          .columns(car.name, car.doors)
                          .values("mini", 3)
                          .onConflict(car.name)
                          .doUpdate(set(car.doors, 3))))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("ORM-SESSION-UNSUPPORTED")
          .hasMessageContaining("several tables")
          .hasMessageContaining("session.bulk().insert(…)");
    }
    assertThat(fleet.sql()).isEmpty();
  }

  @Test
  void theRootOfJoinedTablesHasOne(TestDatabase database) {
    HierarchyDatabase fleet = new HierarchyDatabase(database, Registry.of(FleetBase.class));
    VehicleT vehicle = VehicleT.VEHICLE;

    fleet.sessions.inTransaction(
        session -> {
          for (int time = 0; time < 2; time++) {
            session.execute(
                insert(vehicle)
                    .columns(vehicle.name, vehicle.version)
                    .values("bike", 1)
                    .onConflict(vehicle.name)
                    .doUpdate(set(vehicle.version, vehicle.version.plus(1))));
          }
          assertThat(session.scalars(select(vehicle)).one())
              .isExactlyInstanceOf(Vehicle.class)
              .extracting(Vehicle::getVersion)
              .isEqualTo(2);
          assertThatThrownBy(
                  () ->
                      session.execute(
                          insert(vehicle)
                              .columns(vehicle.name, vehicle.version)
                              .values("boat", 1)
                              .returning(vehicle)))
              .isInstanceOf(UsageException.class)
              .hasMessageContaining("several tables");
        });
  }

  @Test
  void aClassWithATableOfItsOwnIsWrittenThere(TestDatabase database) {
    HierarchyDatabase ledger = new HierarchyDatabase(database, Registry.of(LedgerBase.class));
    InvoiceT invoice = InvoiceT.INVOICE;

    ledger.sessions.inTransaction(
        session -> {
          for (long amount = 1; amount < 3; amount++) {
            session.execute(
                insert(invoice)
                    .columns(invoice.id, invoice.title, invoice.amount)
                    .values(7L, "a", amount)
                    .onConflict(invoice.id)
                    .doUpdate(set(invoice.amount, excluded(invoice.amount))));
          }
          assertThat(session.scalars(select(invoice)).one())
              .isExactlyInstanceOf(Invoice.class)
              .extracting(Invoice::getAmount)
              .isEqualTo(2L);
        });
  }

  @Test
  void anAbstractClassHasNoRows(TestDatabase database) {
    HierarchyDatabase ledger = new HierarchyDatabase(database, Registry.of(LedgerBase.class));
    DocumentT document = DocumentT.DOCUMENT;

    try (Session session = ledger.sessions.open()) {
      assertThatThrownBy(
              () ->
                  session.execute(
                      insert(document).columns(document.id, document.title).values(7L, "a")))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("an abstract class");
    }
  }
}
