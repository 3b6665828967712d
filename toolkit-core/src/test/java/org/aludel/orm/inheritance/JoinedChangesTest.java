package org.aludel.orm.inheritance;

import static org.aludel.orm.query.Loading.synchronise;
import static org.aludel.orm.query.Loading.withCriteria;
import static org.aludel.sql.Sql.delete;
import static org.aludel.sql.Sql.exists;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aludel.error.CompileException;
import org.aludel.error.UsageException;
import org.aludel.orm.fleet.Car;
import org.aludel.orm.fleet.CarT;
import org.aludel.orm.fleet.CardPayment;
import org.aludel.orm.fleet.CashPayment;
import org.aludel.orm.fleet.DriverT;
import org.aludel.orm.fleet.FleetBase;
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
import org.aludel.orm.query.Synchronisation;
import org.aludel.orm.session.BulkWrite;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.orm.session.SessionListener;
import org.aludel.orm.state.Lifecycle;
import org.aludel.schema.QualifiedName;
import org.aludel.sql.Row3;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** UPDATE and DELETE of classes whose rows lie in several joined tables. */
@PostgresTest
final class JoinedChangesTest {
  private static final Registry REGISTRY = Registry.of(FleetBase.class);
  private static final VehicleT VEHICLE = VehicleT.VEHICLE;
  private static final CarT CAR = CarT.CAR;
  private static final SportsCarT SPORTS_CAR = SportsCarT.SPORTS_CAR;

  private HierarchyDatabase fleet;

  @BeforeEach
  void create(TestDatabase database) {
    fleet = new HierarchyDatabase(database, REGISTRY);
    fleet.sessions.inTransaction(
        session -> {
          session.add(new Vehicle("bike"));
          session.add(new Car("mini", 3));
          session.add(new SportsCar("rocket", 500));
          session.add(new Truck("ox", 40L));
        });
    fleet.sql();
  }

  private List<List<@Nullable String>> rows() {
    return fleet.query(
        "SELECT v.name, v.version, c.doors, c.label, s.power, t.label FROM vehicle v"
            + " LEFT JOIN car c ON c.vehicle_id = v.id"
            + " LEFT JOIN sports_car s ON s.vehicle_id = v.id"
            + " LEFT JOIN truck t ON t.id = v.id ORDER BY v.name");
  }

  private static List<@Nullable String> row(@Nullable String... values) {
    return Arrays.asList(values);
  }

  @Test
  void aDeleteTakesTheRowsOfAllTablesByOneStatement() {
    try (Session session = fleet.sessions.open()) {
      long gone = session.execute(delete(CAR).where(CAR.name.eq("rocket"))).rowCount();
      session.commit();

      assertThat(gone).isEqualTo(1);
    }

    assertThat(fleet.sql())
        .containsExactly(
            "WITH _found AS (SELECT _t0.id FROM vehicle AS _t0"
                + " JOIN car AS _t1 ON _t1.vehicle_id = _t0.id"
                + " WHERE _t0.name = ? FOR UPDATE OF _t0),"
                + " _p1 AS (DELETE FROM sports_car USING _found"
                + " WHERE sports_car.vehicle_id = _found.id),"
                + " _p2 AS (DELETE FROM car USING _found WHERE car.vehicle_id = _found.id)"
                + " DELETE FROM vehicle USING _found WHERE vehicle.id = _found.id"
                + " RETURNING vehicle.id");
    assertThat(rows()).extracting(row -> row.get(0)).containsExactly("bike", "mini", "ox");
    assertThat(fleet.query("SELECT count(*) FROM sports_car")).containsExactly(List.of("0"));
  }

  @Test
  void aDeleteOfTheRootTakesTheRowsOfItsSubclasses() {
    try (Session session = fleet.sessions.open()) {
      assertThat(session.execute(delete(VEHICLE).all()).rowCount()).isEqualTo(4);
      session.commit();
    }

    assertThat(
            fleet.query(
                "SELECT (SELECT count(*) FROM vehicle), (SELECT count(*) FROM car),"
                    + " (SELECT count(*) FROM sports_car), (SELECT count(*) FROM truck)"))
        .containsExactly(List.of("0", "0", "0", "0"));
  }

  @Test
  void aRollbackBringsBackWhatADeleteThatReturnsRowsHasTaken() {
    try (Session session = fleet.sessions.open()) {
      Car mini = session.scalars(select(CAR).where(CAR.name.eq("mini"))).one();
      session.execute(delete(CAR).where(CAR.name.eq("mini")).returning(CAR.name)).all();
      assertThat(session.stateOf(mini)).isEqualTo(Lifecycle.DELETED);

      session.rollback();

      assertThat(session.stateOf(mini)).isEqualTo(Lifecycle.PERSISTENT);
      assertThat(session.scalars(select(CAR).where(CAR.name.eq("mini"))).one()).isSameAs(mini);
    }
  }

  @Test
  void theOrderOfThePartsDoesNotMatterToForeignKeysThatRestrict() {
    fleet.run(
        "ALTER TABLE sports_car DROP CONSTRAINT fk_sports_car_vehicle_id_car,"
            + " ADD FOREIGN KEY (vehicle_id) REFERENCES car ON DELETE RESTRICT");

    fleet.sessions.inTransaction(session -> session.execute(delete(SPORTS_CAR).all()));

    assertThat(rows()).extracting(row -> row.get(0)).containsExactly("bike", "mini", "ox");
  }

  @Test
  void conditionsMayReadTablesBelowTheClass() {
    fleet.sessions.inTransaction(
        session ->
            session.execute(delete(VEHICLE).where(TruckT.TRUCK.treat(VEHICLE).tonnage.gt(30L))));

    assertThat(fleet.sql())
        .singleElement()
        .asString()
        .startsWith(
            "WITH _found AS (SELECT _t0.id FROM vehicle AS _t0"
                + " LEFT JOIN truck AS _t3 ON _t3.id = _t0.id WHERE _t3.tonnage > ?),");
    assertThat(rows()).extracting(row -> row.get(0)).containsExactly("bike", "mini", "rocket");
  }

  @Test
  void theClassOfARowMayBeAsked() {
    fleet.sessions.inTransaction(
        session -> session.execute(delete(VEHICLE).where(VEHICLE.type().eq(Car.class))));

    assertThat(rows()).extracting(row -> row.get(0)).containsExactly("bike", "ox", "rocket");
  }

  @Test
  void otherTablesMayBeReadAndJoined() {
    fleet.run(
        "INSERT INTO driver (name) VALUES ('ada');"
            + " UPDATE vehicle SET driver_id = 1 WHERE name IN ('mini', 'ox')");
    DriverT driver = DriverT.DRIVER;

    fleet.sessions.inTransaction(
        session ->
            session.execute(
                delete(CAR)
                    .using(driver)
                    .where(CAR.driver.id.eq(driver.id), driver.name.eq("ada"))));

    assertThat(fleet.sql())
        .singleElement()
        .asString()
        .contains(
            "FROM vehicle AS _t0 JOIN car AS _t1 ON _t1.vehicle_id = _t0.id, driver"
                + " WHERE _t0.driver_id = driver.id AND driver.name = ? FOR UPDATE OF _t0)");
    assertThat(rows()).extracting(row -> row.get(0)).containsExactly("bike", "ox", "rocket");
  }

  @Test
  void collectionsMayBeAsked() {
    fleet.sessions.inTransaction(
        session -> {
          Car mini = session.scalars(select(CAR).where(CAR.name.eq("mini"))).one();
          session.add(new Seat("front", mini));
        });

    fleet.sessions.inTransaction(
        session ->
            session.execute(
                update(CAR)
                    .set(CAR.label, "seated")
                    .set(CAR.name, "taxi")
                    .where(CAR.seats.any(SeatT.SEAT.place.eq("front")))));

    assertThat(rows()).contains(row("taxi", "1", "3", "seated", null, null));
  }

  @Test
  void columnsOfSeveralTablesAreSetByOneStatement() {
    fleet.sessions.inTransaction(
        session -> {
          long changed =
              session
                  .execute(
                      update(SPORTS_CAR)
                          .set(SPORTS_CAR.power, SPORTS_CAR.power.plus(SPORTS_CAR.doors))
                          .set(SPORTS_CAR.label, SPORTS_CAR.name)
                          .set(SPORTS_CAR.version, SPORTS_CAR.version.plus(1))
                          .set(SPORTS_CAR.name, "comet")
                          .where(SPORTS_CAR.power.ge(500)))
                  .rowCount();

          assertThat(changed).isEqualTo(1);
        });

    assertThat(fleet.sql())
        .containsExactly(
            "WITH _found AS (SELECT _t0.id, _t2.power + _t1.doors AS _v1, _t0.name AS _v2,"
                + " _t0.version + ? AS _v3 FROM vehicle AS _t0"
                + " JOIN car AS _t1 ON _t1.vehicle_id = _t0.id"
                + " JOIN sports_car AS _t2 ON _t2.vehicle_id = _t1.vehicle_id"
                + " WHERE _t2.power >= ? FOR NO KEY UPDATE OF _t0, _t1, _t2),"
                + " _p1 AS (UPDATE sports_car SET power = _found._v1 FROM _found"
                + " WHERE sports_car.vehicle_id = _found.id),"
                + " _p2 AS (UPDATE car SET label = _found._v2 FROM _found"
                + " WHERE car.vehicle_id = _found.id)"
                + " UPDATE vehicle SET version = _found._v3, name = ? FROM _found"
                + " WHERE vehicle.id = _found.id RETURNING vehicle.id");
    assertThat(rows()).contains(row("comet", "2", "2", "rocket", "502", null));
  }

  @Test
  void aValueOfAnotherTableIsReadOnce() {
    fleet.sessions.inTransaction(
        session -> session.execute(update(CAR).set(CAR.label, CAR.name).where(CAR.doors.eq(2))));

    assertThat(fleet.sql())
        .containsExactly(
            "WITH _found AS (SELECT _t0.id, _t0.name AS _v1 FROM vehicle AS _t0"
                + " JOIN car AS _t1 ON _t1.vehicle_id = _t0.id WHERE _t1.doors = ?"
                + " FOR NO KEY UPDATE OF _t0, _t1)"
                + " UPDATE car SET label = _found._v1 FROM _found"
                + " WHERE car.vehicle_id = _found.id RETURNING car.vehicle_id");
    assertThat(rows()).contains(row("rocket", "1", "2", "rocket", "500", null));
  }

  @Test
  void nullsAndBindsKeepTheTypesOfTheirColumns() {
    fleet.run("UPDATE car SET label = 'x'");

    fleet.sessions.inTransaction(
        session ->
            session.execute(
                update(CAR)
                    .setNull(CAR.label)
                    .set(CAR.doors, 9)
                    .set(CAR.version, 3)
                    .where(CAR.name.eq("mini"))));

    assertThat(rows()).contains(row("mini", "3", "9", null, null, null));
  }

  @Test
  void anUpdateReturnsWhatTheRowsAreThen() {
    fleet.sessions.inTransaction(
        session -> {
          List<Row3<String, Integer, String>> returned =
              session
                  .execute(
                      update(CAR)
                          .set(CAR.doors, CAR.doors.plus(1))
                          .set(CAR.name, CAR.name.concat("!"))
                          .where(CAR.doors.le(3))
                          .returning(CAR.name, CAR.doors, CAR.label))
                  .all();

          assertThat(returned)
              .extracting(Row3::first, Row3::second)
              .containsExactlyInAnyOrder(tuple("mini!", 4), tuple("rocket!", 3));
        });

    assertThat(fleet.sql()).hasSize(1);
  }

  @Test
  void objectsAreReturnedWholeOfTheirOwnClass() {
    fleet.sessions.inTransaction(
        session -> {
          List<Vehicle> changed =
              session
                  .execute(
                      update(VEHICLE)
                          .set(VEHICLE.name, VEHICLE.name.concat("!"))
                          .where(VEHICLE.name.in("rocket", "ox"))
                          .returning(VEHICLE))
                  .all();

          assertThat(changed)
              .extracting(Vehicle::getName)
              .containsExactlyInAnyOrder("rocket!", "ox!");
          assertThat(changed)
              .filteredOn(SportsCar.class::isInstance)
              .singleElement()
              .satisfies(one -> assertThat(((SportsCar) one).getPower()).isEqualTo(500));
        });
  }

  @Test
  void columnsThatSeveralTablesNameAlikeAreToldApart() {
    TruckT truck = TruckT.TRUCK;
    fleet.sessions.inTransaction(
        session ->
            assertThat(
                    session
                        .execute(
                            update(truck)
                                .set(truck.label, truck.name)
                                .set(truck.name, "bull")
                                .where(truck.label.isNull())
                                .returning(truck.name, truck.label))
                        .all())
                .singleElement()
                .satisfies(
                    row -> {
                      assertThat(row.first()).isEqualTo("bull");
                      assertThat(row.second()).isEqualTo("ox");
                    }));
  }

  @Test
  void listenersAreToldOnceOfAllTables() {
    List<BulkWrite> told = new ArrayList<>();
    SessionFactory sessions =
        SessionFactory.of(
            fleet.engine,
            REGISTRY,
            options ->
                options.listener(
                    new SessionListener() {
                      @Override
                      public void afterBulk(Session session, BulkWrite write) {
                        told.add(write);
                      }
                    }));

    sessions.inTransaction(session -> session.execute(delete(CAR).where(CAR.name.eq("rocket"))));

    assertThat(told)
        .singleElement()
        .satisfies(
            write -> {
              assertThat(write.kind()).isEqualTo(BulkWrite.Kind.DELETE);
              assertThat(write.rows()).isEqualTo(1);
              assertThat(write.tables())
                  .extracting(QualifiedName::name)
                  .containsExactlyInAnyOrder("vehicle", "car", "sports_car");
            });
  }

  @Test
  void aDeleteReturnsWhatTheRowsWere() {
    fleet.sessions.inTransaction(
        session ->
            assertThat(
                    session
                        .execute(
                            delete(SPORTS_CAR)
                                .where(SPORTS_CAR.doors.eq(2))
                                .returning(SPORTS_CAR.name, SPORTS_CAR.power))
                        .all())
                .singleElement()
                .satisfies(
                    row -> {
                      assertThat(row.first()).isEqualTo("rocket");
                      assertThat(row.second()).isEqualTo(500);
                    }));

    assertThat(rows()).extracting(row -> row.get(0)).containsExactly("bike", "mini", "ox");
  }

  @Test
  void objectsOfTheSessionFollow() {
    try (Session session = fleet.sessions.open()) {
      List<Vehicle> all = session.scalars(select(VEHICLE).orderBy(VEHICLE.name)).all();
      fleet.sql();

      session.execute(update(CAR).set(CAR.doors, 7).set(CAR.version, 5).where(CAR.name.eq("mini")));
      session.execute(delete(CAR).where(CAR.name.eq("rocket")));

      assertThat(((Car) all.get(1)).getDoors()).isEqualTo(7);
      assertThat(all.get(1).getVersion()).isEqualTo(5);
      assertThat(session.stateOf(all.get(3))).isEqualTo(Lifecycle.DELETED);
      assertThat(fleet.sql()).hasSize(3); // two changes, and one object read again
      session.rollback();

      assertThat(session.stateOf(all.get(3))).isEqualTo(Lifecycle.PERSISTENT);
      assertThat(session.getOne(Car.class, all.get(1).getId()).getDoors()).isEqualTo(3);
    }
  }

  @Test
  void noneLeavesObjectsAsTheyAreAndCountsTheRows() {
    try (Session session = fleet.sessions.open()) {
      Car mini = session.scalars(select(CAR).where(CAR.name.eq("mini"))).one();
      long changed =
          session
              .execute(
                  update(CAR).set(CAR.doors, 7).set(CAR.version, 5).all(),
                  synchronise(Synchronisation.NONE))
              .rowCount();

      assertThat(changed).isEqualTo(2);
      assertThat(mini.getDoors()).isEqualTo(3);
    }
  }

  @Test
  void newObjectsAreWrittenBefore() {
    fleet.sessions.inTransaction(
        session -> {
          Car car = session.add(new Car("new", 4));

          assertThat(session.execute(delete(CAR).where(CAR.name.eq("new"))).rowCount())
              .isEqualTo(1);
          assertThat(session.stateOf(car)).isEqualTo(Lifecycle.DELETED);
        });
  }

  @Test
  void criteriaHold() {
    fleet.sessions.inTransaction(
        session ->
            session.execute(
                delete(VEHICLE).where(VEHICLE.name.ne("bike")),
                withCriteria(VEHICLE, VEHICLE.name.ne("ox"))));

    assertThat(rows()).extracting(row -> row.get(0)).containsExactly("bike", "ox");
  }

  @Test
  void anAliasOfTheClassMayBeReadBeside() {
    CarT other = CAR.as("other");
    fleet.sessions.inTransaction(
        session ->
            session.execute(
                delete(CAR).where(exists(select(other.id).where(other.doors.gt(CAR.doors))))));

    assertThat(rows()).extracting(row -> row.get(0)).containsExactly("bike", "mini", "ox");
  }

  @Test
  void aDiscriminatorTellsTheRows() {
    PaymentT payment = PaymentT.PAYMENT;
    fleet.sessions.inTransaction(
        session -> {
          session.add(new CardPayment(1, "visa"));
          session.add(new CashPayment(2));
        });

    fleet.sessions.inTransaction(
        session -> session.execute(delete(payment).where(payment.type().eq(CashPayment.class))));

    assertThat(fleet.query("SELECT number, kind FROM payment")).containsExactly(List.of("1", "1"));
  }

  @Test
  void namedQueriesOfTheApplicationStandBefore() {
    fleet.sessions.inTransaction(
        session -> {
          var few = select(SPORTS_CAR.id).where(SPORTS_CAR.power.gt(1)).cte("few");
          Car mini = session.scalars(select(CAR).where(CAR.name.eq("mini"))).one();
          fleet.sql();

          long gone =
              session
                  .execute(
                      delete(CAR)
                          .where(CAR.id.in(select(few.column(SPORTS_CAR.id)).from(few)))
                          .with(few))
                  .rowCount();

          assertThat(gone).isEqualTo(1);
          assertThat(session.stateOf(mini)).isEqualTo(Lifecycle.PERSISTENT);
          assertThat(fleet.sql()).first().asString().startsWith("WITH few AS (SELECT ");
        });
  }

  @Test
  void rowsThatOthersChangedMeanwhileAreAskedAgain() throws Exception {
    try (Session first = fleet.sessions.open()) {
      first.execute(update(VEHICLE).set(VEHICLE.name, "kept").where(VEHICLE.name.eq("rocket")));
      Thread second =
          new Thread(
              () ->
                  fleet.sessions.inTransaction(
                      session -> session.execute(delete(CAR).where(CAR.name.eq("rocket")))));
      second.start();
      awaitLock(second);
      first.commit();
      second.join();
    }

    assertThat(rows()).contains(row("kept", "1", "2", null, "500", null));
  }

  /** Until the other session waits for the row; one that ended instead fails the test. */
  private void awaitLock(Thread other) throws InterruptedException {
    String waiting =
        "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname ="
            + " current_database()";
    while (fleet.query(waiting).isEmpty()) {
      assertThat(other.isAlive()).as("the other session is at work").isTrue();
      other.join(5);
    }
  }

  @Test
  void aChangeOfSeveralTablesInsideOfAQueryIsRefused() {
    var gone = delete(CAR).all().returning(CAR.name).cte("gone");

    try (Session session = fleet.sessions.open()) {
      assertThatThrownBy(
              () -> session.execute(select(gone.column(CAR.name)).from(gone).with(gone)).all())
          .isInstanceOf(CompileException.class)
          .hasMessageContaining("ORM-SQL-UNSUPPORTED-STATEMENT");
    }
    assertThat(fleet.sql()).isEmpty();
  }

  @Test
  void aSubqueryUnderTheNameThatIsChangedIsRefused() {
    try (Session session = fleet.sessions.open()) {
      assertThatThrownBy(
              () ->
                  session.execute(
                      delete(CAR).where(CAR.id.in(select(CAR.id).where(CAR.doors.eq(2))))))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("ORM-SESSION-UNSUPPORTED")
          .hasMessageContaining("under an alias");
    }
  }

  @Test
  void aStatementWithoutAConditionIsRefused() {
    try (Session session = fleet.sessions.open()) {
      assertThatThrownBy(() -> session.execute(delete(CAR)))
          .isInstanceOf(CompileException.class)
          .hasMessageContaining("ORM-SQL-UNSAFE-STATEMENT");
      assertThatThrownBy(() -> session.execute(update(CAR).set(CAR.name, "x").set(CAR.doors, 1)))
          .isInstanceOf(CompileException.class)
          .hasMessageContaining("ORM-SQL-UNSAFE-STATEMENT");
    }
    assertThat(fleet.sql()).isEmpty();
  }
}
