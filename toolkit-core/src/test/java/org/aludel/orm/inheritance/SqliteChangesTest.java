package org.aludel.orm.inheritance;

import static org.aludel.sql.Sql.delete;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.Engine;
import org.aludel.engine.Execution;
import org.aludel.engine.ExecutionListener;
import org.aludel.error.UsageException;
import org.aludel.orm.fleet.Car;
import org.aludel.orm.fleet.CarT;
import org.aludel.orm.fleet.FleetBase;
import org.aludel.orm.fleet.SportsCar;
import org.aludel.orm.fleet.SportsCarT;
import org.aludel.orm.fleet.Truck;
import org.aludel.orm.fleet.Vehicle;
import org.aludel.orm.fleet.VehicleT;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.notice.Alert;
import org.aludel.orm.notice.AlertT;
import org.aludel.orm.notice.Notice;
import org.aludel.orm.notice.NoticeBase;
import org.aludel.orm.notice.NoticeT;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.orm.state.Lifecycle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes of several tables on a database whose WITH changes no rows. */
final class SqliteChangesTest {
  private static final Registry REGISTRY = Registry.of(FleetBase.class);
  private static final VehicleT VEHICLE = VehicleT.VEHICLE;
  private static final CarT CAR = CarT.CAR;

  private final List<String> sql = new ArrayList<>();
  @TempDir private Path folder;
  private Engine engine;
  private SessionFactory sessions;

  @BeforeEach
  void create() {
    ExecutionListener listener =
        new ExecutionListener() {
          @Override
          public void executed(Execution execution) {
            sql.add(execution.sql());
          }
        };
    engine =
        Engine.create(
            "sqlite:" + folder.resolve("fleet.db"), options -> options.listener(listener));
    engine.createAll(REGISTRY.metaData());
    sessions = SessionFactory.of(engine, REGISTRY);
    sessions.inTransaction(
        session -> {
          session.add(new Vehicle("bike"));
          session.add(new Car("mini", 3));
          session.add(new SportsCar("rocket", 500));
          session.add(new Truck("ox", 40L));
        });
    sql.clear();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private List<String> names() {
    try (Session session = sessions.open()) {
      return session.scalars(select(VEHICLE.name).orderBy(VEHICLE.name)).all();
    }
  }

  @Test
  void rowsAreFoundAndDeletedTableByTable() {
    try (Session session = sessions.open()) {
      SportsCar rocket = session.scalars(select(SportsCarT.SPORTS_CAR)).one();
      sql.clear();

      assertThat(session.execute(delete(CAR).where(CAR.name.eq("rocket"))).rowCount()).isEqualTo(1);

      assertThat(sql)
          .satisfiesExactly(
              one ->
                  assertThat(one)
                      .isEqualTo(
                          "SELECT _t0.id FROM vehicle AS _t0"
                              + " JOIN car AS _t1 ON _t1.vehicle_id = _t0.id WHERE _t0.name = ?"),
              one -> assertThat(one).startsWith("DELETE FROM sports_car WHERE vehicle_id IN"),
              one -> assertThat(one).startsWith("DELETE FROM car WHERE vehicle_id IN"),
              one -> assertThat(one).startsWith("DELETE FROM vehicle WHERE id IN"));
      assertThat(session.stateOf(rocket)).isEqualTo(Lifecycle.DELETED);
      session.commit();
    }
    assertThat(names()).containsExactly("bike", "mini", "ox");
  }

  @Test
  void columnsOfSeveralTablesAreSetFromWhatTheyWere() {
    sessions.inTransaction(
        session -> {
          Car mini = session.scalars(select(CAR).where(CAR.name.eq("mini"))).one();
          sql.clear();
          long changed =
              session
                  .execute(
                      update(CAR)
                          .set(CAR.label, CAR.name)
                          .set(CAR.name, CAR.name.concat("!"))
                          .set(CAR.version, 7)
                          .where(CAR.doors.eq(3)))
                  .rowCount();

          assertThat(changed).isEqualTo(1);
          assertThat(mini.getLabel()).isEqualTo("mini");
          assertThat(mini.getName()).isEqualTo("mini!");
          assertThat(mini.getVersion()).isEqualTo(7);
          assertThat(sql).hasSize(4); // found, two tables, and the object read again
        });
  }

  @Test
  void aRowThatFitsSeveralOthersIsCountedOnce() {
    VehicleT other = VEHICLE.as("other");

    sessions.inTransaction(
        session ->
            assertThat(
                    session
                        .execute(delete(CAR).using(other).where(CAR.doors.eq(3), other.id.gt(0L)))
                        .rowCount())
                .isEqualTo(1));
  }

  @Test
  void whatFindsNothingChangesNothing() {
    sessions.inTransaction(
        session ->
            assertThat(session.execute(delete(CAR).where(CAR.name.eq("none"))).rowCount())
                .isZero());

    assertThat(sql).hasSize(1);
  }

  @Test
  void rowsOfSeveralTablesAreNotReturned() {
    try (Session session = sessions.open()) {
      assertThatThrownBy(() -> session.execute(delete(CAR).all().returning(CAR.name)))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("ORM-SESSION-UNSUPPORTED");
    }
    assertThat(names()).hasSize(4);
  }

  @Test
  void tablesPerClassAreChangedOneAfterTheOther() {
    Registry registry = Registry.of(NoticeBase.class);
    NoticeT notice = NoticeT.NOTICE;
    engine.createAll(registry.metaData());
    SessionFactory.of(engine, registry)
        .inTransaction(
            session -> {
              session.add(new Notice("a", "one"));
              Alert alert = session.add(new Alert("b", "two", 2));
              session.add(new Alert("c", "three", 3));
              session.flush();
              sql.clear();

              long changed =
                  session
                      .execute(
                          update(notice)
                              .set(notice.text, notice.text.concat("!"))
                              .where(notice.code.ne("c")))
                      .rowCount();
              long gone =
                  session
                      .execute(delete(notice).where(AlertT.ALERT.treat(notice).level.eq(3)))
                      .rowCount();

              assertThat(changed).isEqualTo(2);
              assertThat(gone).isEqualTo(1);
              assertThat(alert.getText()).isEqualTo("two!");
              assertThat(session.scalars(select(notice.text).orderBy(notice.code)).all())
                  .containsExactly("one!", "two!");
            });

    assertThat(sql)
        .startsWith(
            "UPDATE notice AS _t0 SET text = _t0.text || ? WHERE _t0.code <> ?" + " RETURNING code",
            "UPDATE alert AS _t0 SET text = _t0.text || ? WHERE _t0.code <> ? RETURNING code");
  }
}
