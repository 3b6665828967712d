package org.aludel.orm.writeonly.staff;

import static org.aludel.orm.writeonly.staff.BossT.BOSS;
import static org.aludel.orm.writeonly.staff.PersonT.PERSON;
import static org.aludel.orm.writeonly.staff.TicketT.TICKET;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.aludel.error.IntegrityViolation;
import org.aludel.orm.collection.WriteOnlyCollection;
import org.aludel.orm.links.LinkDatabase;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.NestedTransaction;
import org.aludel.orm.session.Session;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Collections that are never loaded: composite keys, hierarchies, savepoints and rollbacks. */
@PostgresTest
final class WriteOnlyStaffTest {
  private static final Registry REGISTRY = Registry.of(StaffBase.class);
  private static final String DESKS =
      "SELECT serial, desk_room, desk_number FROM ticket ORDER BY serial";

  private LinkDatabase staff;

  @BeforeEach
  void create(TestDatabase database) {
    staff = LinkDatabase.fresh(database, REGISTRY);
  }

  private void storeDesks() {
    staff.sessions.inTransaction(
        session -> {
          Desk first = session.add(new Desk("A", 1));
          first.getTickets().addAll(List.of(new Ticket(2026, 1), new Ticket(2026, 2)));
          first.getWatched().add(new Ticket(2025, 9));
          session.add(new Desk("A", 2)).getWatched().add(new Ticket(2025, 8));
        });
    staff.sql();
  }

  private void storePersons() {
    staff.sessions.inTransaction(
        session -> {
          Boss ada = session.add(new Boss("Ada", 1));
          Boss bob = new Boss("Bob", 2);
          Person eve = new Person("Eve");
          ada.getReports().addAll(List.of(bob, eve));
          ada.getFriends().addAll(List.of(ada, eve));
          bob.getReports().add(new Person("Kim"));
        });
    staff.sql();
  }

  @Test
  void compositeKeysOnBothSidesAreComparedPartByPart() {
    storeDesks();

    staff.sessions.inTransaction(
        session -> {
          Desk desk = session.getOne(Desk.class, List.of("A", 1));
          staff.sql();
          assertThat(session.scalars(desk.getTickets().select(TICKET)).all())
              .extracting(Ticket::getSerial)
              .containsExactlyInAnyOrder(1, 2);
          assertThat(session.scalars(desk.getWatched().select(TICKET)).all())
              .extracting(Ticket::getSerial)
              .containsExactly(9);
        });

    assertThat(staff.sql())
        .satisfiesExactly(
            sql ->
                assertThat(sql).endsWith("WHERE ticket.desk_room = ? AND ticket.desk_number = ?"),
            sql ->
                assertThat(sql)
                    .endsWith(
                        "WHERE EXISTS (SELECT 1 FROM desk_ticket WHERE desk_ticket.desk_room = ?"
                            + " AND desk_ticket.desk_number = ? AND desk_ticket.watched_year ="
                            + " ticket.year AND desk_ticket.watched_serial = ticket.serial)"));
  }

  @Test
  void elementsOfCompositeKeysComeAndGo() {
    storeDesks();

    staff.sessions.inTransaction(
        session -> {
          Desk first = session.getOne(Desk.class, List.of("A", 1));
          Desk second = session.getOne(Desk.class, List.of("A", 2));
          Ticket moved = session.getOne(Ticket.class, List.of(2026, 1));
          first.getTickets().remove(moved);
          second.getTickets().add(moved);
          second.getWatched().removeAll(session.scalars(second.getWatched().select(TICKET)).all());
          second.getWatched().add(moved);
        });

    assertThat(staff.query(DESKS)).contains(List.of("1", "A", "2"), List.of("2", "A", "1"));
    assertThat(staff.query("SELECT desk_number, watched_serial FROM desk_ticket ORDER BY 1"))
        .containsExactly(List.of("1", "9"), List.of("2", "1"));
  }

  @Test
  void elementsOfAHierarchyAreSelectedAsAnyClassOfIt() {
    storePersons();

    staff.sessions.inTransaction(
        session -> {
          Boss ada = session.getOne(Boss.class, 1L);
          assertThat(session.scalars(ada.getReports().select(PERSON).orderBy(PERSON.name)).all())
              .extracting(Person::getName)
              .containsExactly("Bob", "Eve");
          assertThat(session.scalars(ada.getReports().select(BOSS).where(BOSS.grade.gt(1))).all())
              .extracting(Boss::getGrade)
              .containsExactly(2);
        });
  }

  @Test
  void anObjectMayBeAnElementOfItsOwnCollection() {
    storePersons();

    staff.sessions.inTransaction(
        session -> {
          Boss ada = session.getOne(Boss.class, 1L);
          assertThat(session.scalars(ada.getFriends().select(PERSON).orderBy(PERSON.name)).all())
              .extracting(Person::getName)
              .containsExactly("Ada", "Eve");
          var alias = PERSON.as("f");
          assertThat(session.scalars(ada.getFriends().select(alias)).all()).hasSize(2);
          ada.getFriends().remove(ada);
        });

    assertThat(staff.query("SELECT count(*) FROM friendship")).containsExactly(List.of("1"));
  }

  @Test
  void elementsAreCountedByAStatement() {
    storePersons();

    staff.sessions.inTransaction(
        session -> {
          Boss ada = session.getOne(Boss.class, 1L);
          staff.sql();
          assertThat(
                  session.scalar(
                      select(count()).from(ada.getReports().select(PERSON).as("reports"))))
              .isEqualTo(2);
        });

    assertThat(staff.sql())
        .singleElement()
        .asString()
        .startsWith("SELECT count(*) FROM (SELECT ")
        .endsWith("WHERE person.boss_id = ?) AS reports");
  }

  @Test
  void aSavepointTakesBackWhatWasFlushedInsideIt() {
    storeDesks();
    try (Session session = staff.sessions.open()) {
      Desk desk = session.getOne(Desk.class, List.of("A", 1));
      Ticket old = session.getOne(Ticket.class, List.of(2026, 2));
      desk.getTickets().add(new Ticket(2027, 3));
      try (NestedTransaction nested = session.beginNested()) {
        desk.getTickets().add(new Ticket(2027, 4));
        desk.getTickets().remove(old);
        session.flush();
        nested.rollback();
      }

      assertThat(old.getDesk()).isSameAs(desk);
      assertThat(desk.getTickets().added()).isEmpty();
      assertThat(desk.getTickets().removed()).isEmpty();
      session.commit();
    }
    assertThat(staff.query("SELECT serial FROM ticket WHERE desk_room = 'A' ORDER BY serial"))
        .containsExactly(List.of("1"), List.of("2"), List.of("3"));
  }

  @Test
  void aRolledBackNewOwnerKeepsItsElements() {
    Desk desk = new Desk("B", 1);
    desk.getTickets().addAll(List.of(new Ticket(2026, 5), new Ticket(2026, 6)));
    desk.getWatched().add(new Ticket(2026, 7));
    try (Session session = staff.sessions.open()) {
      session.add(desk);
      session.flush();
      session.rollback();

      session.add(desk);
      session.commit();
    }

    assertThat(staff.query(DESKS))
        .containsExactly(
            List.of("5", "B", "1"), List.of("6", "B", "1"), Arrays.asList("7", null, null));
    assertThat(staff.query("SELECT count(*) FROM desk_ticket")).containsExactly(List.of("1"));
  }

  @Test
  void aHandleOfANewOwnerServesAfterTheFlush() {
    Boss ada = new Boss("Ada", 1);
    WriteOnlyCollection<Person> reports = ada.getReports();
    reports.add(new Person("Eve"));
    staff.sessions.inTransaction(
        session -> {
          session.add(ada);
          session.flush();
          reports.add(new Person("late"));
        });

    assertThat(staff.query("SELECT name FROM person WHERE boss_id = 1 ORDER BY id"))
        .containsExactly(List.of("Eve"), List.of("late"));
  }

  @Test
  void aNewOwnerThatASavepointTookBackKeepsItsElements() {
    Boss ada = new Boss("Ada", 1);
    ada.getReports().add(new Person("Eve"));
    try (Session session = staff.sessions.open()) {
      session.add(new Person("Zoe"));
      try (NestedTransaction nested = session.beginNested()) {
        session.add(ada);
        session.flush();
        ada.getReports().add(new Person("late"));
        nested.rollback();
      }
      assertThat(ada.getReports().added()).extracting(Person::getName).containsExactly("Eve");
      assertThatThrownBy(() -> ada.getReports().select(PERSON))
          .hasMessageContaining("ORM-SESSION-NOT-PERSISTENT");
      session.add(ada);
      session.flush();
      assertThat(session.scalars(ada.getReports().select(PERSON)).all()).hasSize(1);
      session.commit();
    }

    assertThat(staff.query("SELECT name FROM person WHERE boss_id IS NOT NULL"))
        .containsExactly(List.of("Eve"));
  }

  @Test
  void afterTheCommitNothingIsKept() {
    Boss ada = new Boss("Ada", 1);
    ada.getReports().add(new Person("Eve"));
    try (Session session = staff.sessions.open()) {
      session.add(ada);
      session.commit();
      ada.getReports().add(new Person("late"));
      session.flush();
      session.rollback();

      assertThat(ada.getReports().added()).isEmpty();
      session.commit();
    }
    assertThat(staff.query("SELECT count(*) FROM person")).containsExactly(List.of("2"));
  }

  @Test
  void aNewOwnerWhoseFlushFailedKeepsItsElements() {
    storeDesks();
    Desk desk = new Desk("A", 1);
    desk.getTickets().add(new Ticket(2026, 5));
    Desk other = new Desk("C", 1);
    other.getTickets().add(new Ticket(2026, 6));
    try (Session session = staff.sessions.open()) {
      session.addAll(List.of(other, desk));
      assertThatThrownBy(session::commit).isInstanceOf(IntegrityViolation.class);
      session.rollback();
    }

    staff.sessions.inTransaction(session -> session.add(other));

    assertThat(staff.query(DESKS)).contains(List.of("6", "C", "1"));
  }
}
