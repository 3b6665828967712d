package org.aludel.orm.polymorphic;

import static org.aludel.orm.query.Loading.defer;
import static org.aludel.orm.query.Loading.selectInPolymorphic;
import static org.aludel.orm.query.Loading.withCriteria;
import static org.aludel.orm.query.Loading.withPolymorphic;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.sql.StatementOption;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of objects whose rows lacked the columns of their class. */
@PostgresTest
final class PartialObjectTest {
  private static final CompanyT COMPANY = CompanyT.COMPANY;
  private static final EmployeeT EMPLOYEE = EmployeeT.EMPLOYEE;
  private static final EngineerT ENGINEER = EngineerT.ENGINEER;
  private static final LeaderT LEADER = LeaderT.LEADER;
  private static final OfficeT OFFICE = OfficeT.OFFICE;

  private StaffDatabase staff;

  @BeforeEach
  void fill(TestDatabase database) {
    staff = new StaffDatabase(database, Registry.of(StaffBase.class));
    staff.fill();
  }

  private static List<Employee> employees(Session session, StatementOption... options) {
    return session.scalars(select(EMPLOYEE).options(options).orderBy(EMPLOYEE.name)).all();
  }

  @Test
  void aStatementReadsFiveHundredObjects() {
    staff.run(
        "WITH made AS (INSERT INTO employee (name, version, kind) SELECT 'z' || i, 0, 'Engineer'"
            + " FROM generate_series(1, 1001) AS i RETURNING id)"
            + " INSERT INTO engineer (id, language) SELECT id, 'c' FROM made");
    try (Session session = staff.sessions.open()) {
      employees(session, selectInPolymorphic(EMPLOYEE, ENGINEER));
      assertThat(staff.sql()).hasSize(1 + 3);
    }
    try (Session session = staff.sessions.open()) {
      List<Employee> all = employees(session, withPolymorphic(EMPLOYEE));
      assertThat(all)
          .filteredOn(Engineer.class::isInstance)
          .extracting(one -> ((Engineer) one).getLanguage())
          .hasSize(1003)
          .doesNotContainNull();
      assertThat(staff.sql()).hasSize(1 + 3);
    }
  }

  @Test
  void aSelectedSubclassReadsItsOwnColumnsWhateverTheRootLeavesOut() {
    try (Session session = staff.sessions.open()) {
      List<Leader> all = session.scalars(select(LEADER).options(withPolymorphic(EMPLOYEE))).all();
      assertThat(all).extracting(Leader::getBonus).containsExactlyInAnyOrder(50, 30);
    }
    assertThat(staff.sql()).hasSize(1).noneMatch(sql -> sql.contains("director"));
  }

  @Test
  void expiredObjectsAreReadWhole() {
    try (Session session = staff.sessions.open()) {
      Engineer cid = (Engineer) employees(session, withPolymorphic(EMPLOYEE)).get(2);
      session.commit();
      staff.run("UPDATE engineer SET language = 'rust' WHERE language = 'java'");

      assertThat(cid.getLanguage()).isEqualTo("rust");
      session.expire(cid);
      cid.setLanguage("go");
      session.commit();
    }
    assertThat(staff.query("SELECT count(*) FROM engineer WHERE language = 'go'"))
        .containsExactly(List.of("1"));
  }

  @Test
  void aSavepointTakesBackWhatWasReadAndChangedInIt() {
    try (Session session = staff.sessions.open()) {
      Engineer cid = (Engineer) employees(session, withPolymorphic(EMPLOYEE)).get(2);
      try {
        session.inNested(
            inner -> {
              cid.setLanguage("go");
              session.flush();
              throw new IllegalStateException("not so");
            });
      } catch (IllegalStateException expected) {
        assertThat(expected).hasMessage("not so");
      }
      assertThat(cid.getLanguage()).isEqualTo("java");
      assertThat(cid.getSkill()).isEqualTo(new Skill("looms", 3));
      assertThat(session.hasChanges()).isFalse();
    }
  }

  @Test
  void criteriaHideNoRowOfAKnownObjectAndHoldForWhatItRefersTo() {
    try (Session session = staff.sessions.open()) {
      List<Employee> all =
          employees(
              session,
              withPolymorphic(EMPLOYEE),
              withCriteria(EMPLOYEE, EMPLOYEE.name.ne("eve")),
              withCriteria(OFFICE, OFFICE.town.eq("York")));
      assertThat(all).hasSize(4);
      Leader bob = (Leader) all.get(1);
      bob.setName("eve");
      session.flush();

      assertThat(bob.getBonus()).isEqualTo(30);
      assertThat(bob.getOffice().getTown()).isEqualTo("York");
    }
  }

  @Test
  void aNewValueOfAReferenceThatWasNotReadIsWritten() {
    staff.sessions.inTransaction(
        session -> {
          Leader bob = (Leader) employees(session, withPolymorphic(EMPLOYEE)).get(1);
          bob.setOffice(null);
          bob.setMentor(null);
        });

    assertThat(staff.query("SELECT office_id, mentor_id FROM leader WHERE bonus = 30"))
        .hasSize(1)
        .first()
        .satisfies(row -> assertThat(row).containsOnlyNulls());
  }

  @Test
  void aFurtherStatementKeepsChangesOfTheObject() {
    try (Session session = staff.sessions.open()) {
      Engineer cid = (Engineer) employees(session, withPolymorphic(EMPLOYEE)).get(2);
      cid.setLanguage("go");
      cid.setName("sid");
      employees(session, selectInPolymorphic(EMPLOYEE, ENGINEER, LEADER));

      assertThat(cid.getLanguage()).isEqualTo("go");
      assertThat(cid.getName()).isEqualTo("sid");
    }
  }

  @Test
  void aDeletionReadsTheReferencesOfAllThatLackThemAtOnce() {
    staff.run("UPDATE company SET head_id = NULL");
    try (Session session = staff.sessions.open()) {
      List<Employee> all = employees(session, withPolymorphic(EMPLOYEE));
      staff.sql();
      session.delete(all.get(2));
      session.flush();
      assertThat(staff.sql()).hasSize(2).allMatch(sql -> sql.startsWith("DELETE "));

      session.delete(all.get(0));
      session.delete(all.get(1));
      session.flush();
      assertThat(staff.sql())
          .filteredOn(sql -> sql.startsWith("SELECT "))
          .hasSize(2)
          .allMatch(sql -> sql.contains("office_id, ") && sql.contains("mentor_id"));
    }
  }

  @Test
  void aChangedReferenceStaysWhereARowCompletesItsObject() {
    try (Session session = staff.sessions.open()) {
      Company mill = session.scalars(select(COMPANY).options(defer(COMPANY.name))).one();
      Employee eve = session.scalars(select(EMPLOYEE).where(EMPLOYEE.name.eq("eve"))).one();
      session.noAutoflush(
          quiet -> {
            mill.setHead(eve);
            quiet.scalars(select(COMPANY)).one();
          });

      assertThat(mill.getHead()).isSameAs(eve);
    }
  }

  @Test
  void aUnionBringsWholeObjects() {
    try (Session session = staff.sessions.open()) {
      List<Employee> all =
          session
              .scalars(
                  select(EMPLOYEE)
                      .options(withPolymorphic(EMPLOYEE))
                      .where(EMPLOYEE.name.eq("cid"))
                      .unionAll(select(EMPLOYEE).where(EMPLOYEE.name.eq("dan"))))
              .all();
      staff.sql();

      assertThat(all)
          .extracting(one -> ((Engineer) one).getLanguage())
          .containsExactlyInAnyOrder("java", "ada");
    }
    assertThat(staff.sql()).isEmpty();
  }

  @Test
  void readOnlySessionsReadTheRestToo() {
    try (Session session = staff.sessions.readOnly().open()) {
      List<Employee> all = employees(session, withPolymorphic(EMPLOYEE));

      assertThat(((Engineer) all.get(2)).getLanguage()).isEqualTo("java");
      assertThat(((Leader) all.get(1)).getMentor()).isSameAs(all.get(0));
    }
    assertThat(staff.sql()).hasSize(4).contains("SET TRANSACTION READ ONLY");
  }
}
