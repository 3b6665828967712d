package org.aludel.orm.inheritance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aludel.error.StaleDataException;
import org.aludel.error.UsageException;
import org.aludel.orm.fleet.Car;
import org.aludel.orm.fleet.CarT;
import org.aludel.orm.fleet.CardPaymentT;
import org.aludel.orm.fleet.FleetBase;
import org.aludel.orm.fleet.PaymentT;
import org.aludel.orm.fleet.SportsCar;
import org.aludel.orm.fleet.SportsCarT;
import org.aludel.orm.ledger.Invoice;
import org.aludel.orm.ledger.InvoiceT;
import org.aludel.orm.ledger.LedgerBase;
import org.aludel.orm.ledger.Reminder;
import org.aludel.orm.ledger.ReminderT;
import org.aludel.orm.mapping.DeclarativeBase;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.BulkWrite;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.orm.session.SessionListener;
import org.aludel.orm.zoo.Cat;
import org.aludel.orm.zoo.CatT;
import org.aludel.orm.zoo.Lion;
import org.aludel.orm.zoo.ZooBase;
import org.aludel.schema.QualifiedName;
import org.aludel.sql.Sql;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Rows in bulk of classes that share tables with others. */
@PostgresTest
final class BulkHierarchyTest {
  private static final CatT CAT = CatT.CAT;
  private static final CarT CAR = CarT.CAR;

  private static HierarchyDatabase zoo(TestDatabase database) {
    return new HierarchyDatabase(database, Registry.of(ZooBase.class));
  }

  private static HierarchyDatabase fleet(TestDatabase database) {
    return new HierarchyDatabase(database, Registry.of(FleetBase.class));
  }

  private static List<Car> cars(String... names) {
    List<Car> cars = new ArrayList<>();
    for (String name : names) {
      cars.add(new Car(name, cars.size()));
    }
    return cars;
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
  void rowsOfJoinedTablesAreOneStatementATableWithTheIdsOfTheRoot(TestDatabase database) {
    HierarchyDatabase fleet = fleet(database);

    fleet.sessions.inTransaction(session -> session.bulk().insert(CAR, cars("mini", "beetle")));

    assertThat(fleet.sql())
        .containsExactly(
            "MERGE INTO vehicle AS t USING unnest(?::text[], ?::bigint[],"
                + " ?::integer[]) WITH ORDINALITY AS v(c1, c2, c3, ord) ON false WHEN NOT"
                + " MATCHED THEN INSERT (name, driver_id, version) VALUES (v.c1, v.c2,"
                + " v.c3) RETURNING v.ord, t.id",
            "INSERT INTO car (vehicle_id, doors, label) SELECT v.c1, v.c2, v.c3 FROM"
                + " unnest(?::bigint[], ?::integer[], ?::text[]) AS v(c1, c2, c3)");
    assertThat(
            fleet.query(
                "SELECT v.name, v.version, c.doors FROM vehicle v JOIN car c ON c.vehicle_id = v.id"
                    + " ORDER BY v.name"))
        .containsExactly(List.of("beetle", "1", "1"), List.of("mini", "1", "0"));
  }

  @Test
  void objectsOfJoinedTablesComeBackInTheOrderOfTheRows(TestDatabase database) {
    HierarchyDatabase fleet = fleet(database);

    try (Session session = fleet.sessions.open()) {
      List<Car> made = session.bulk().insertReturning(CAR, cars("mini", "beetle", "ant"));

      assertThat(made).extracting(Car::getName).containsExactly("mini", "beetle", "ant");
      assertThat(made).extracting(Car::getDoors).containsExactly(0, 1, 2);
      assertThat(fleet.sql()).hasSize(3).last().asString().startsWith("SELECT ");
    }
  }

  @Test
  void objectsOfASingleTableComeBackInTheOrderOfTheRows(TestDatabase database) {
    try (Session session = zoo(database).sessions.open()) {
      List<Cat> made =
          session
              .bulk()
              .insertReturning(
                  CAT, List.of(new Cat("tom", "grey", 7), Map.of("name", "kit", "lives", 9)));

      assertThat(made).extracting(Cat::getName).containsExactly("tom", "kit");
    }
  }

  @Test
  void updatesTouchTheTablesWithChangesAndCountTheVersion(TestDatabase database) {
    HierarchyDatabase fleet = fleet(database);
    fleet.sessions.inTransaction(session -> session.bulk().insert(CAR, cars("mini", "beetle")));
    fleet.sql();

    try (Session session = fleet.sessions.open()) {
      Car mini = session.scalars(Sql.select(CAR).where(CAR.name.eq("mini"))).one();
      fleet.sql();
      session
          .bulk()
          .update(
              CAR, List.of(Map.of("id", mini.getId(), "version", 1, "name", "maxi", "doors", 5)));

      assertThat(fleet.sql().subList(0, 3))
          .containsExactly(
              "SELECT id FROM (SELECT vehicle.id, vehicle.name, vehicle.version,"
                  + " vehicle.driver_id, car.doors, car.label, sports_car.power, CASE WHEN"
                  + " sports_car.vehicle_id IS NOT NULL THEN 2 WHEN car.vehicle_id IS NOT"
                  + " NULL THEN 1 END AS subclass FROM vehicle JOIN car ON car.vehicle_id ="
                  + " vehicle.id LEFT JOIN sports_car ON sports_car.vehicle_id ="
                  + " car.vehicle_id) AS t WHERE id = ANY (?::bigint[])",
              "UPDATE vehicle AS t SET name = v.c1, version = v.c2 FROM"
                  + " unnest(?::bigint[], ?::integer[], ?::text[], ?::integer[]) AS v(k1, k2,"
                  + " c1, c2) WHERE t.id = v.k1 AND t.version = v.k2 RETURNING t.id",
              "UPDATE car AS t SET doors = v.c1 FROM unnest(?::bigint[], ?::integer[])"
                  + " AS v(k1, c1) WHERE t.vehicle_id = v.k1 RETURNING t.vehicle_id");
      assertThat(mini.getName()).isEqualTo("maxi");
      assertThat(mini.getDoors()).isEqualTo(5);
      assertThat(mini.getVersion()).isEqualTo(2);
    }
  }

  @Test
  void anOldVersionIsFoundBeforeTheTablesBelowAreTouched(TestDatabase database) {
    HierarchyDatabase fleet = fleet(database);
    fleet.sessions.inTransaction(session -> session.bulk().insert(CAR, cars("mini")));
    String id = fleet.query("SELECT id FROM vehicle").get(0).get(0);

    try (Session session = fleet.sessions.open()) {
      assertThatThrownBy(
              () ->
                  session
                      .bulk()
                      .update(
                          CAR, List.of(Map.of("id", Long.valueOf(id), "version", 9, "doors", 5))))
          .isInstanceOf(StaleDataException.class);
      assertThat(fleet.sql()).noneMatch(sql -> sql.startsWith("UPDATE car"));
    }
  }

  @Test
  void rowsOfOtherClassesAreLeftAlone(TestDatabase database) {
    HierarchyDatabase fleet = fleet(database);
    fleet.run("INSERT INTO payment (number, kind) VALUES (1, 1), (2, 2), (3, 1)");
    fleet.run("INSERT INTO card_payment (number, card) VALUES (1, 'a'), (3, 'b')");
    fleet.run("INSERT INTO cash_payment (number) VALUES (2)");

    fleet.sessions.inTransaction(
        session ->
            assertThat(
                    session
                        .bulk()
                        .update(
                            CardPaymentT.CARD_PAYMENT,
                            List.of(
                                Map.of("number", 1, "card", "x"),
                                Map.of("number", 2, "card", "y"))))
                .isEqualTo(1));

    assertThat(fleet.query("SELECT number, card FROM card_payment ORDER BY number"))
        .containsExactly(List.of("1", "x"), List.of("3", "b"));
  }

  @Test
  void aSubclassOfASingleTableUpdatesItsOwnRowsAlone(TestDatabase database) {
    HierarchyDatabase zoo = zoo(database);
    zoo.run(
        "INSERT INTO animal (id, kind, name, version) OVERRIDING SYSTEM VALUE"
            + " VALUES (1, 'cat', 'tom', 1), (2, 'Dog', 'rex', 1)");

    try (Session session = zoo.sessions.open()) {
      assertThatThrownBy(
              () ->
                  session
                      .bulk()
                      .update(
                          CAT,
                          List.of(
                              Map.of("id", 1L, "version", 1, "name", "one"),
                              Map.of("id", 2L, "version", 1, "name", "two"))))
          .isInstanceOf(StaleDataException.class)
          .hasMessageContaining("1 of 2 rows");
    }
  }

  @Test
  void tablesPerClassAreUpdatedWhereTheRowIs(TestDatabase database) {
    HierarchyDatabase ledger = new HierarchyDatabase(database, Registry.of(LedgerBase.class));
    ledger.sessions.inTransaction(
        session -> {
          session.bulk().insert(InvoiceT.INVOICE, List.of(new Invoice("a", 10L)));
          session.bulk().insert(ReminderT.REMINDER, List.of(new Reminder("b", 20L, 2)));
        });
    List<Long> ids =
        ledger.query("SELECT id FROM invoice UNION ALL SELECT id FROM reminder").stream()
            .map(row -> Long.valueOf(row.get(0)))
            .toList();
    ledger.sql();

    ledger.sessions.inTransaction(
        session ->
            session
                .bulk()
                .update(
                    InvoiceT.INVOICE,
                    ids.stream().map(id -> Map.of("id", id, "amount", 100 + id)).toList()));

    assertThat(ledger.sql())
        .containsExactly(
            "UPDATE invoice AS t SET amount = v.c1 FROM unnest(?::bigint[],"
                + " ?::bigint[]) AS v(k1, c1) WHERE t.id = v.k1 RETURNING t.id",
            "UPDATE reminder AS t SET amount = v.c1 FROM unnest(?::bigint[],"
                + " ?::bigint[]) AS v(k1, c1) WHERE t.id = v.k1 RETURNING t.id");
    assertThat(
            ledger.query(
                "SELECT amount - 100 - id FROM invoice UNION ALL"
                    + " SELECT amount - 100 - id FROM reminder"))
        .containsExactly(List.of("0"), List.of("0"));
  }

  @Test
  void listenersAreToldOnceOfAllTables(TestDatabase database) {
    HierarchyDatabase fleet = fleet(database);
    List<String> told = new ArrayList<>();
    SessionFactory sessions = listened(fleet, FleetBase.class, told);

    sessions.inTransaction(session -> session.bulk().insert(CAR, cars("mini", "beetle")));

    assertThat(told).containsExactly("INSERT of 2: car, vehicle");
  }

  @Test
  void listenersAreToldOfEachTableThatAnUpdateAsked(TestDatabase database) {
    HierarchyDatabase ledger = new HierarchyDatabase(database, Registry.of(LedgerBase.class));
    List<String> told = new ArrayList<>();
    SessionFactory sessions = listened(ledger, LedgerBase.class, told);

    sessions.inTransaction(
        session -> {
          Reminder reminder = session.add(new Reminder("b", 20L, 2));
          session.flush();
          session
              .bulk()
              .update(InvoiceT.INVOICE, List.of(Map.of("id", reminder.getId(), "title", "again")));
        });

    assertThat(told).containsExactly("UPDATE of 1: invoice, reminder");
  }

  private static SessionFactory listened(
      HierarchyDatabase tables, Class<? extends DeclarativeBase> base, List<String> told) {
    SessionListener listener =
        new SessionListener() {
          @Override
          public void afterBulk(Session session, BulkWrite write) {
            told.add(
                write.kind()
                    + " of "
                    + write.rows()
                    + ": "
                    + write.tables().stream()
                        .map(QualifiedName::name)
                        .sorted()
                        .collect(Collectors.joining(", ")));
          }
        };
    return SessionFactory.of(
        tables.engine, Registry.of(base), options -> options.listener(listener));
  }
}
