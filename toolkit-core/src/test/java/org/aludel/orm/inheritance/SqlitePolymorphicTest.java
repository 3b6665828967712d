package org.aludel.orm.inheritance;

import static org.aludel.orm.query.Loading.selectInPolymorphic;
import static org.aludel.orm.query.Loading.withPolymorphic;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.Engine;
import org.aludel.engine.Execution;
import org.aludel.engine.ExecutionListener;
import org.aludel.orm.fleet.Car;
import org.aludel.orm.fleet.CarT;
import org.aludel.orm.fleet.FleetBase;
import org.aludel.orm.fleet.SportsCar;
import org.aludel.orm.fleet.Truck;
import org.aludel.orm.fleet.TruckT;
import org.aludel.orm.fleet.Vehicle;
import org.aludel.orm.fleet.VehicleT;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that are left out, on a database whose keys are no arrays. */
final class SqlitePolymorphicTest {
  private static final Registry REGISTRY = Registry.of(FleetBase.class);
  private static final VehicleT VEHICLE = VehicleT.VEHICLE;

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
          session.add(new Truck("ox", 40L)).setLabel("heavy");
        });
    sql.clear();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void whatIsLeftOutIsReadOnItsFirstUse() {
    try (Session session = sessions.open()) {
      List<Vehicle> all =
          session
              .scalars(select(VEHICLE).options(withPolymorphic(VEHICLE)).orderBy(VEHICLE.name))
              .all();
      assertThat(sql).hasSize(1);

      assertThat(((Truck) all.get(2)).getLabel()).isEqualTo("heavy");
      assertThat(((SportsCar) all.get(3)).getPower()).isEqualTo(500);
      assertThat(session.hasChanges()).isFalse();
      assertThat(sql).hasSize(3);
    }
  }

  @Test
  void aFurtherStatementReadsThemBehindTheRows() {
    try (Session session = sessions.open()) {
      List<Vehicle> all =
          session
              .scalars(
                  select(VEHICLE)
                      .options(selectInPolymorphic(VEHICLE, CarT.CAR, TruckT.TRUCK))
                      .orderBy(VEHICLE.name))
              .all();
      assertThat(sql).hasSize(3);

      assertThat(((Car) all.get(1)).getDoors()).isEqualTo(3);
      assertThat(((Car) all.get(3)).getDoors()).isEqualTo(2);
      assertThat(((Truck) all.get(2)).getTonnage()).isEqualTo(40L);
      assertThat(sql).hasSize(3);
    }
  }
}
