package org.aludel.dialect.suite;

import static org.aludel.dialect.suite.fleet.BerthT.BERTH;
import static org.aludel.dialect.suite.fleet.SailorT.SAILOR;
import static org.aludel.dialect.suite.fleet.ShipT.SHIP;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.aludel.dialect.suite.fleet.Berth;
import org.aludel.dialect.suite.fleet.FleetBase;
import org.aludel.dialect.suite.fleet.Hull;
import org.aludel.dialect.suite.fleet.Sailor;
import org.aludel.dialect.suite.fleet.Ship;
import org.aludel.engine.Engine;
import org.aludel.error.IntegrityViolation;
import org.aludel.error.StaleDataException;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions read and write objects alike. */
public abstract class SessionSuite {
  private static final Registry REGISTRY = Registry.of(FleetBase.class);

  /** Characters that texts round a value could take for their own. */
  private static final List<String> NAMES =
      List.of(
          "plain", "\"quoted\"", "back\\slash", "it's", "line\nand\ttab", "Ægir ☃ 🚢", "", "{1}");

  private Engine engine;
  private SessionFactory sessions;

  /** As {@code DialectSuite} has it. */
  protected abstract Engine openEngine();

  @BeforeEach
  void createTables() {
    engine = openEngine();
    engine.createAll(REGISTRY.metaData());
    sessions = SessionFactory.of(engine, FleetBase.class);
  }

  @AfterEach
  void dropTables() {
    try (Engine used = engine) {
      used.dropExisting(REGISTRY.metaData());
    }
  }

  private List<String> names() {
    return engine.execute(select(SHIP.name).orderBy(SHIP.name));
  }

  @Test
  void manyNewObjectsGetTheKeysOfTheirRows() {
    List<Ship> ships = NAMES.stream().map(Ship::new).toList();

    sessions.inTransaction(session -> session.addAll(ships));

    assertThat(ships).allSatisfy(ship -> assertThat(rowOf(ship)).isEqualTo(ship.getName()));
  }

  private String rowOf(Ship ship) {
    return engine.execute(select(SHIP.name).where(SHIP.id.eq(ship.getId()))).get(0);
  }

  @Test
  void aValueOfEachKindComesBack() {
    Ship one =
        new Ship("one").equip(new BigDecimal("1234.50"), LocalDate.MIN.withYear(1650), noon());
    one.mark(
        true, 0.1, UUID.fromString("0b2f8e0a-5f0e-4c53-9a62-2d5f6f6e9d11"), new byte[] {0, -1, 7});
    Ship other = new Ship("other").mark(false, 1e300, new UUID(1, 2), new byte[0]);
    Ship none = new Ship("none");
    sessions.inTransaction(session -> session.addAll(List.of(one, other, none)));

    one.setHull(new Hull("oak", 5.5, LocalDate.EPOCH.atTime(12, 30)));
    sessions.inTransaction(session -> session.merge(one));

    List<Ship> found =
        sessions.fromTransaction(session -> session.scalars(select(SHIP).orderBy(SHIP.id)).all());

    assertThat(found)
        .usingRecursiveComparison()
        .ignoringFields("crew", "berths", "version")
        .isEqualTo(List.of(one, other, none));
  }

  private static Instant noon() {
    return Instant.parse("2026-03-29T12:00:00.123456Z");
  }

  @Test
  void oneObjectIsWrittenAsManyAre() {
    Ship alone = new Ship("alone").equip(new BigDecimal("0.01"), LocalDate.EPOCH, noon());
    sessions.inTransaction(session -> session.add(alone));

    Ship found = sessions.fromTransaction(session -> session.getOne(Ship.class, alone.getId()));

    assertThat(found).usingRecursiveComparison().ignoringFields("crew", "berths").isEqualTo(alone);
  }

  @Test
  void changedObjectsAreWrittenTogether() {
    sessions.inTransaction(session -> NAMES.forEach(name -> session.add(new Ship(name))));

    sessions.inTransaction(
        session ->
            session
                .scalars(select(SHIP))
                .all()
                .forEach(ship -> ship.setName(ship.getName() + "!")));

    assertThat(names())
        .containsExactlyInAnyOrderElementsOf(NAMES.stream().map(name -> name + "!").toList());
  }

  @Test
  void anObjectThatAnotherSessionChangedIsStale() {
    sessions.inTransaction(session -> session.addAll(List.of(new Ship("a"), new Ship("b"))));
    try (Session session = sessions.open()) {
      List<Ship> mine = session.scalars(select(SHIP).orderBy(SHIP.id)).all();
      session.rollback();
      sessions.inTransaction(other -> other.scalars(select(SHIP)).all().get(0).setName("c"));
      mine.forEach(ship -> ship.setName(ship.getName() + "!"));

      assertThatThrownBy(session::commit).isInstanceOf(StaleDataException.class);
    }
    assertThat(names()).containsExactly("b", "c");
  }

  @Test
  void partsComeWithTheirWholeAndLeaveWithIt() {
    Ship ship = new Ship("Fram").hire("Roald").hire("Hjalmar");
    sessions.inTransaction(
        session -> session.addAll(List.of(ship, new Ship("Gjøa").hire("Helmer"))));

    sessions.inTransaction(
        session -> {
          Ship found = session.getOne(Ship.class, ship.getId());
          assertThat(found.getCrew())
              .extracting(Sailor::getName)
              .containsExactly("Roald", "Hjalmar");
          session.delete(found);
        });

    assertThat(engine.execute(select(SAILOR.name))).containsExactly("Helmer");
  }

  @Test
  void collectionsOfSeveralOwnersAreReadTogether() {
    sessions.inTransaction(
        session ->
            IntStream.range(0, 20)
                .forEach(number -> session.add(new Ship("ship " + number).hire("s" + number))));

    List<Ship> ships =
        sessions.fromTransaction(
            session -> {
              List<Ship> all = session.scalars(select(SHIP).orderBy(SHIP.id)).all();
              assertThat(all).noneMatch(ship -> ship.getCrew().isEmpty());
              return all;
            });

    assertThat(ships).allSatisfy(ship -> assertThat(ship.getCrew()).hasSize(1));
  }

  @Test
  void aReferenceIsReadOnItsFirstUse() {
    sessions.inTransaction(session -> session.add(new Ship("Fram").hire("Roald")));

    String found =
        sessions.fromTransaction(
            session -> session.scalars(select(SAILOR)).all().get(0).getShip().getName());

    assertThat(found).isEqualTo("Fram");
  }

  @Test
  void anOrphanIsDeleted() {
    Ship ship = new Ship("Fram").hire("Roald").hire("Hjalmar");
    sessions.inTransaction(session -> session.add(ship));

    sessions.inTransaction(session -> session.getOne(Ship.class, ship.getId()).getCrew().remove(0));

    assertThat(engine.execute(select(SAILOR.name))).containsExactly("Hjalmar");
  }

  @Test
  void keysOfTwoColumnsAreReadChangedAndDeleted() {
    sessions.inTransaction(
        session ->
            session.addAll(
                List.of(new Berth("Oslo", 1), new Berth("Oslo", 2), new Berth("Bergen", 1))));

    sessions.inTransaction(
        session -> {
          session.getOne(Berth.class, List.of("Oslo", 2)).setNote("deep");
          session.getOne(Berth.class, List.of("Bergen", 1)).setNote("narrow");
          session.delete(session.getOne(Berth.class, List.of("Oslo", 1)));
        });

    assertThat(engine.execute(select(BERTH.note).orderBy(BERTH.note)))
        .containsExactly("deep", "narrow");
  }

  @Test
  void whatIsRolledBackIsAsItWasInMemoryToo() {
    Ship ship = new Ship("Fram");
    sessions.inTransaction(session -> session.add(ship));
    try (Session session = sessions.open()) {
      Ship found = session.getOne(Ship.class, ship.getId());
      found.setName("Gjøa");
      session.flush();
      session.rollback();

      assertThat(found.getName()).isEqualTo("Fram");
    }
    assertThat(names()).containsExactly("Fram");
  }

  @Test
  void aBrokenRuleNamesTheObjectAndLeavesNothing() {
    sessions.inTransaction(session -> session.add(new Ship("Fram")));

    assertThatThrownBy(
            () ->
                sessions.inTransaction(
                    session -> session.addAll(List.of(new Ship("Gjøa"), new Ship("Fram")))))
        .isInstanceOf(IntegrityViolation.class);

    assertThat(names()).containsExactly("Fram");
  }

  @Test
  void aDetachedObjectIsMerged() {
    Ship ship = new Ship("Fram").hire("Roald");
    sessions.inTransaction(session -> session.add(ship));
    ship.setName("Maud");
    ship.hire("Oscar");

    sessions.inTransaction(session -> session.merge(ship));

    assertThat(names()).containsExactly("Maud");
    assertThat(engine.execute(select(SAILOR.name).orderBy(SAILOR.name)))
        .containsExactly("Oscar", "Roald");
  }

  @Test
  void objectsAreFoundByWhatBelongsToThem() {
    sessions.inTransaction(
        session -> session.addAll(List.of(new Ship("Fram").hire("Roald"), new Ship("Maud"))));

    List<String> found =
        engine.execute(select(SHIP.name).where(SHIP.name.isNotNull()).orderBy(SHIP.name));
    List<Ship> crewed =
        sessions.fromTransaction(
            session ->
                session.scalars(select(SHIP).where(SHIP.crew.any(SAILOR.name.eq("Roald")))).all());

    assertThat(found).containsExactly("Fram", "Maud");
    assertThat(crewed).extracting(Ship::getName).containsExactly("Fram");
  }

  @Test
  void objectsOfTwoClassesBelongTogetherByRowsBetweenThem() {
    Ship ship = new Ship("Fram");
    List<Berth> berths = List.of(new Berth("Oslo", 1), new Berth("Oslo", 2));
    ship.getBerths().addAll(berths);
    sessions.inTransaction(
        session -> {
          session.addAll(berths);
          session.add(ship);
        });

    sessions.inTransaction(
        session -> {
          Ship found = session.getOne(Ship.class, ship.getId());
          Berth first = session.getOne(Berth.class, List.of("Oslo", 1));
          assertThat(found.getBerths()).hasSize(2);
          assertThat(first.getShips()).containsExactly(found);
          found.getBerths().remove(first);
        });

    assertThat(engine.execute(select(BERTH.number).where(BERTH.ships.any(SHIP.name.eq("Fram")))))
        .containsExactly(2);
  }
}
