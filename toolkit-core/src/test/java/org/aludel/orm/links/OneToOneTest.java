package org.aludel.orm.links;

import static org.aludel.orm.links.CitizenT.CITIZEN;
import static org.aludel.orm.links.PassportT.PASSPORT;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.error.UsageException;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.state.Lifecycle;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
final class OneToOneTest {
  private static final Registry REGISTRY = Registry.of(LinksBase.class);
  private static final String SELECT_CITIZEN = "SELECT id, name FROM citizen WHERE id = ?";
  private static final String SELECT_PASSPORTS =
      "SELECT id, number, citizen_id FROM passport WHERE citizen_id = ANY (?::bigint[])"
          + " ORDER BY id";
  private static final String SELECT_CARS =
      "SELECT id, plate, driver_id, licence_id FROM car WHERE driver_id = ANY (?::bigint[])"
          + " ORDER BY id";

  private LinkDatabase links;

  @BeforeEach
  void create(TestDatabase database) {
    links = LinkDatabase.fresh(database, REGISTRY);
  }

  private void addCitizens(String... names) {
    links.sessions.inTransaction(
        session -> {
          for (String name : names) {
            Citizen citizen = session.add(new Citizen(name));
            citizen.setPassport(new Passport("P-" + name));
          }
        });
    links.sql();
  }

  @Test
  void theForeignKeyIsUnique() {
    assertThat(
            links.query(
                "SELECT conname FROM pg_constraint WHERE contype = 'u' AND conrelid ="
                    + " 'passport'::regclass ORDER BY 1"))
        .containsExactly(List.of("uq_passport_citizen_id"), List.of("uq_passport_number"));
  }

  @Test
  void theInverseSideAloneSetsTheReference() {
    links.sessions.inTransaction(
        session -> session.add(new Citizen("Ada")).setPassport(new Passport("P1")));

    assertThat(links.sql())
        .containsExactly(
            "INSERT INTO citizen (name) VALUES (?) RETURNING id",
            "INSERT INTO passport (number, citizen_id) VALUES (?, ?) RETURNING id");
    assertThat(links.query("SELECT citizen_id FROM passport")).containsExactly(List.of("1"));
  }

  @Test
  void theInverseSideFollowsTheReferenceAtFlush() {
    addCitizens("Ada", "Eve");

    try (Session session = links.sessions.open()) {
      Citizen ada = session.getOne(Citizen.class, 1);
      Citizen eve = session.getOne(Citizen.class, 2);
      Car car = session.add(new Car("A 1"));
      car.setDriver(ada);
      session.flush();
      assertThat(ada.getCar()).isSameAs(car);
      car.setDriver(eve);
      session.flush();

      assertThat(ada.getCar()).isNull();
      assertThat(eve.getCar()).isSameAs(car);
      assertThat(session.hasChanges()).isFalse();
    }
  }

  @Test
  void loadsTheInverseSideOfAllRowsTogether() {
    addCitizens("Ada", "Eve", "Ann", "Bea");

    try (Session session = links.sessions.open()) {
      List<Citizen> all = session.scalars(select(CITIZEN).orderBy(CITIZEN.id)).all();

      assertThat(all)
          .extracting(one -> one.getPassport().getNumber())
          .containsExactly("P-Ada", "P-Eve", "P-Ann", "P-Bea");
      assertThat(all).extracting(Citizen::getCar).containsOnlyNulls();
    }
    assertThat(links.sql())
        .containsExactly(
            "SELECT citizen.id, citizen.name FROM citizen ORDER BY citizen.id",
            SELECT_PASSPORTS,
            SELECT_CARS);
  }

  @Test
  void loadsTheOwningSideOnFirstUse() {
    addCitizens("Ada");

    try (Session session = links.sessions.open()) {
      Passport passport = session.getOne(Passport.class, 1);
      assertThat(links.sql())
          .containsExactly("SELECT id, number, citizen_id FROM passport WHERE id = ?");

      assertThat(passport.getCitizen().getName()).isEqualTo("Ada");
      assertThat(passport.getCitizen().getPassport()).isSameAs(passport);
    }
    assertThat(links.sql()).containsExactly(SELECT_CITIZEN, SELECT_PASSPORTS, SELECT_CARS);
  }

  @Test
  void deletesTheOrphanThatWasReplacedBeforeItsUniqueKeyIsTaken() {
    addCitizens("Ada");

    links.sessions.inTransaction(
        session -> session.getOne(Citizen.class, 1).setPassport(new Passport("P2")));

    assertThat(links.sql())
        .endsWith(
            "DELETE FROM passport WHERE id = ANY (?::bigint[])",
            "INSERT INTO passport (number, citizen_id) VALUES (?, ?) RETURNING id");
    assertThat(links.query("SELECT id, number, citizen_id FROM passport"))
        .containsExactly(List.of("2", "P2", "1"));
  }

  @Test
  void deletesTheOrphanThatWasSetToNull() {
    addCitizens("Ada");

    links.sessions.inTransaction(session -> session.getOne(Citizen.class, 1).setPassport(null));

    assertThat(links.query("SELECT count(*) FROM passport")).containsExactly(List.of("0"));
  }

  @Test
  void deletesTheOrphanOfTheOwningSide() {
    Car car = new Car("A 1");
    car.setLicence(new Licence("old"));
    links.sessions.inTransaction(session -> session.add(car));

    links.sessions.inTransaction(
        session -> session.getOne(Car.class, 1).setLicence(new Licence("new")));

    assertThat(links.query("SELECT text FROM licence")).containsExactly(List.of("new"));
  }

  @Test
  void deletesWhatItCascadesToAndReleasesTheOther() {
    addCitizens("Ada");
    links.sessions.inTransaction(
        session -> session.add(new Car("A 1")).setDriver(session.getOne(Citizen.class, 1)));
    links.sql();

    links.sessions.inTransaction(session -> session.delete(session.getOne(Citizen.class, 1)));

    assertThat(links.sql())
        .containsExactly(
            SELECT_CITIZEN,
            SELECT_PASSPORTS,
            SELECT_CARS,
            "UPDATE car SET driver_id = ? WHERE id = ?",
            "DELETE FROM passport WHERE id = ANY (?::bigint[])",
            "DELETE FROM citizen WHERE id = ANY (?::bigint[])");
  }

  @Test
  void movesFromOneOwnerToAnother() {
    addCitizens("Ada", "Eve");
    links.sessions.inTransaction(
        session -> session.getOne(Citizen.class, 1).setCar(session.add(new Car("A 1"))));

    links.sessions.inTransaction(
        session -> {
          Citizen ada = session.getOne(Citizen.class, 1);
          session.getOne(Citizen.class, 2).setCar(ada.getCar());
          ada.setCar(null);
        });

    assertThat(links.query("SELECT driver_id FROM car")).containsExactly(List.of("2"));
  }

  @Test
  void refusesSidesThatDisagree() {
    addCitizens("Ada", "Eve");

    try (Session session = links.sessions.open()) {
      Car car = session.add(new Car("A 1"));
      session.getOne(Citizen.class, 1).setCar(car);
      car.setDriver(session.getOne(Citizen.class, 2));

      assertThatThrownBy(session::flush)
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("SESSION-CONTRADICTION");
      session.rollback();
    }
  }

  @Test
  void rollbackRestoresBothSides() {
    addCitizens("Ada");

    try (Session session = links.sessions.open()) {
      Citizen ada = session.getOne(Citizen.class, 1);
      Passport old = ada.getPassport();
      ada.setPassport(new Passport("P2"));
      session.flush();
      session.rollback();

      assertThat(ada.getPassport()).isSameAs(old);
      assertThat(old.getCitizen()).isSameAs(ada);
      assertThat(session.stateOf(old)).isEqualTo(Lifecycle.PERSISTENT);
      assertThat(session.hasChanges()).isFalse();
    }
  }

  @Test
  void refreshReadsTheInverseSideAgain() {
    addCitizens("Ada");

    try (Session session = links.sessions.open()) {
      Citizen ada = session.getOne(Citizen.class, 1);
      links.database.run("DELETE FROM passport");
      ada.setCar(new Car("never stored"));

      session.refresh(ada);

      assertThat(ada.getPassport()).isNull();
      assertThat(ada.getCar()).isNull();
      assertThat(session.hasChanges()).isFalse();
    }
  }

  @Test
  void mergesTheInverseSide() {
    addCitizens("Ada");
    Citizen detached = links.sessions.fromTransaction(session -> session.getOne(Citizen.class, 1));
    detached.getPassport().setNumber("P9");

    links.sessions.inTransaction(session -> session.merge(detached));

    assertThat(links.query("SELECT id, number FROM passport")).containsExactly(List.of("1", "P9"));
  }

  @Test
  void queriesAskAboutEitherSide() {
    addCitizens("Ada", "Eve");
    links.sessions.inTransaction(session -> session.add(new Citizen("Nobody")));
    links.sql();

    try (Session session = links.sessions.open()) {
      assertThat(
              session
                  .scalars(
                      select(CITIZEN.name).where(CITIZEN.passport.has(PASSPORT.number.eq("P-Eve"))))
                  .all())
          .containsExactly("Eve");
      assertThat(session.scalars(select(CITIZEN.name).where(CITIZEN.passport.isNull())).all())
          .containsExactly("Nobody");
      assertThat(
              session
                  .scalars(
                      select(PASSPORT.number).join(PASSPORT.citizen).where(CITIZEN.name.eq("Ada")))
                  .all())
          .containsExactly("P-Ada");
      assertThat(
              session
                  .scalars(
                      select(PASSPORT.number)
                          .from(CITIZEN)
                          .join(CITIZEN.passport)
                          .where(CITIZEN.name.eq("Ada")))
                  .all())
          .containsExactly("P-Ada");
    }
  }
}
