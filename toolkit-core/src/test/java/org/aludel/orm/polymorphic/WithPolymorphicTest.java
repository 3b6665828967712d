package org.aludel.orm.polymorphic;

import static org.aludel.orm.query.Loading.defer;
import static org.aludel.orm.query.Loading.joined;
import static org.aludel.orm.query.Loading.selectIn;
import static org.aludel.orm.query.Loading.subquery;
import static org.aludel.orm.query.Loading.undefer;
import static org.aludel.orm.query.Loading.withPolymorphic;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.error.DetachedInstanceException;
import org.aludel.error.UsageException;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.sql.StatementOption;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
final class WithPolymorphicTest {
  private static final CompanyT COMPANY = CompanyT.COMPANY;
  private static final EmployeeT EMPLOYEE = EmployeeT.EMPLOYEE;
  private static final EngineerT ENGINEER = EngineerT.ENGINEER;
  private static final LeaderT LEADER = LeaderT.LEADER;
  private static final DirectorT DIRECTOR = DirectorT.DIRECTOR;

  /** What is read of the root, and the table that it is in. */
  private static final String BASE =
      "SELECT employee.id, employee.name, employee.version, employee.company_id, employee.kind"
          + " FROM (SELECT employee.id, employee.name, employee.version, employee.company_id,"
          + " employee.kind FROM employee) AS employee";

  private static final String OWN_OF_ENGINEERS =
      "SELECT engineer.id, engineer.language, engineer.field, engineer.years FROM (SELECT"
          + " employee.id, employee.name, employee.version, employee.company_id,"
          + " engineer.language, engineer.field, engineer.years FROM employee JOIN engineer ON"
          + " engineer.id = employee.id) AS engineer WHERE engineer.id = ANY (?)";

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
  void ofNoneTheTableOfTheRootIsReadAlone() {
    try (Session session = staff.sessions.open()) {
      List<Employee> all = employees(session, withPolymorphic(EMPLOYEE));

      assertThat(all)
          .extracting(Employee::getName)
          .containsExactly("ada", "bob", "cid", "dan", "eve");
      assertThat(all.get(0)).isInstanceOf(Director.class);
      assertThat(all.get(2)).isInstanceOf(Engineer.class);
      assertThat(session.hasChanges()).isFalse();
    }
    assertThat(staff.sql()).containsExactly(BASE + " ORDER BY employee.name");
  }

  @Test
  void whatIsLeftOutIsReadByClassOnItsFirstUse() {
    try (Session session = staff.sessions.open()) {
      List<Employee> all = employees(session, withPolymorphic(EMPLOYEE));
      staff.sql();

      assertThat(((Engineer) all.get(2)).getSkill()).isEqualTo(new Skill("looms", 3));
      assertThat(((Engineer) all.get(3)).getLanguage()).isEqualTo("ada");
      assertThat(session.hasChanges()).isFalse();
    }
    assertThat(staff.sql()).containsExactly(OWN_OF_ENGINEERS);
  }

  @Test
  void referencesOfSubclassesAreReadWithTheirColumns() {
    try (Session session = staff.sessions.open()) {
      List<Employee> all = employees(session, withPolymorphic(EMPLOYEE));
      Leader bob = (Leader) all.get(1);

      assertThat(bob.getOffice().getTown()).isEqualTo("York");
      assertThat(bob.getMentor()).isSameAs(all.get(0));
      assertThat(session.hasChanges()).isFalse();
    }
    assertThat(staff.sql())
        .hasSize(3)
        .element(1)
        .asString()
        .startsWith(
            "SELECT leader.id, leader.bonus, leader.office_id, leader.mentor_id, leader.kind"
                + " FROM (SELECT employee.id, ")
        .endsWith(
            " FROM employee JOIN leader ON leader.id = employee.id) AS leader"
                + " WHERE leader.id = ANY (?)");
  }

  @Test
  void namedClassesAreReadWithTheRows() {
    try (Session session = staff.sessions.open()) {
      List<Employee> all = employees(session, withPolymorphic(EMPLOYEE, ENGINEER, LEADER));

      assertThat(((Engineer) all.get(2)).getSkill().years()).isEqualTo(3);
      assertThat(((Director) all.get(0)).getBonus()).isEqualTo(50);
      assertThat(staff.sql())
          .containsExactly(
              "SELECT employee.id, employee.name, employee.version, employee.company_id,"
                  + " employee.language, employee.field, employee.years, employee.bonus,"
                  + " employee.office_id, employee.mentor_id, employee.kind FROM (SELECT"
                  + " employee.id, employee.name, employee.version, employee.company_id,"
                  + " engineer.language, engineer.field, engineer.years, leader.bonus,"
                  + " leader.office_id, leader.mentor_id, employee.kind FROM employee"
                  + " LEFT JOIN engineer ON engineer.id = employee.id LEFT JOIN leader ON"
                  + " leader.id = employee.id) AS employee ORDER BY employee.name");
      assertThat(((Director) all.get(0)).getSeat()).isEqualTo("north");
      assertThat(staff.sql()).hasSize(1);
    }
  }

  @Test
  void aClassIsNamedWithThoseAboveIt() {
    try (Session session = staff.sessions.open()) {
      List<Employee> all = employees(session, withPolymorphic(EMPLOYEE, DIRECTOR));

      assertThat(((Director) all.get(0)).getSeat()).isEqualTo("north");
      assertThat(((Leader) all.get(1)).getBonus()).isEqualTo(30);
    }
    assertThat(staff.sql()).singleElement().asString().doesNotContain("engineer");
  }

  @Test
  void tablesThatTheStatementUsesAreJoinedThoughTheirColumnsAreNotRead() {
    try (Session session = staff.sessions.open()) {
      List<Employee> found =
          session
              .scalars(
                  select(EMPLOYEE)
                      .options(withPolymorphic(EMPLOYEE))
                      .where(ENGINEER.treat(EMPLOYEE).language.eq("java"))
                      .orderBy(ENGINEER.treat(EMPLOYEE).language))
              .all();

      assertThat(found).extracting(Employee::getName).containsExactly("cid");
    }
    assertThat(staff.sql())
        .containsExactly(
            "SELECT employee.id, employee.name, employee.version, employee.company_id,"
                + " employee.kind FROM (SELECT employee.id, employee.name, employee.version,"
                + " employee.company_id, engineer.language, engineer.field, engineer.years,"
                + " employee.kind FROM employee LEFT JOIN engineer ON engineer.id = employee.id)"
                + " AS employee WHERE employee.language = ? ORDER BY employee.language");
  }

  @Test
  void theClassOfARowIsAConditionAsEver() {
    try (Session session = staff.sessions.open()) {
      List<Employee> found =
          session
              .scalars(
                  select(EMPLOYEE)
                      .options(withPolymorphic(EMPLOYEE))
                      .where(EMPLOYEE.type().isA(Leader.class)))
              .all();

      assertThat(found).extracting(Employee::getName).containsExactlyInAnyOrder("ada", "bob");
    }
    assertThat(staff.sql()).singleElement().asString().startsWith(BASE + " WHERE ");
  }

  @Test
  void anAliasIsNarrowedAlone() {
    EmployeeT boss = EMPLOYEE.as("boss");
    try (Session session = staff.sessions.open()) {
      session.execute(
          select(EMPLOYEE, boss)
              .from(EMPLOYEE)
              .join(boss, boss.name.eq(EMPLOYEE.name))
              .options(withPolymorphic(boss)));
    }
    assertThat(staff.sql())
        .singleElement()
        .asString()
        .contains("LEFT JOIN director ON director.id = leader.id) AS employee JOIN (SELECT")
        .endsWith("employee.kind FROM employee) AS boss ON boss.name = employee.name");
  }

  @Test
  void singleColumnsOfAClassMayBeNamedBesideIt() {
    try (Session session = staff.sessions.open()) {
      List<Employee> all =
          employees(
              session,
              defer(LEADER.bonus),
              undefer(ENGINEER.language),
              withPolymorphic(EMPLOYEE, LEADER));

      assertThat(((Engineer) all.get(2)).getLanguage()).isEqualTo("java");
    }
    assertThat(staff.sql())
        .singleElement()
        .asString()
        .startsWith(
            "SELECT employee.id, employee.name, employee.version, employee.company_id,"
                + " employee.language, employee.office_id, employee.mentor_id, employee.kind");
  }

  @Test
  void collectionsTakeItOnTheirPath() {
    for (StatementOption way :
        List.of(
            selectIn(COMPANY.employees, withPolymorphic(EMPLOYEE)),
            subquery(COMPANY.employees).then(withPolymorphic(EMPLOYEE)),
            joined(COMPANY.employees).then(withPolymorphic(EMPLOYEE)))) {
      try (Session session = staff.sessions.open()) {
        Company mill = session.scalars(select(COMPANY).options(way)).one();

        assertThat(mill.getEmployees()).hasSize(5);
        assertThat(staff.sql())
            .filteredOn(sql -> sql.contains("employee.kind FROM employee)"))
            .isNotEmpty()
            .noneMatch(sql -> sql.contains("engineer"));
        assertThat(mill.getEmployees())
            .filteredOn(Engineer.class::isInstance)
            .extracting(one -> ((Engineer) one).getLanguage())
            .containsExactlyInAnyOrder("java", "ada");
        assertThat(session.hasChanges()).isFalse();
      }
      assertThat(staff.sql()).containsExactly(OWN_OF_ENGINEERS);
    }
  }

  @Test
  void aPageOfObjectsWithJoinedOnesLeavesTheTablesOutToo() {
    try (Session session = staff.sessions.open()) {
      List<Company> all =
          session
              .scalars(
                  select(COMPANY)
                      .options(joined(COMPANY.employees).then(withPolymorphic(EMPLOYEE)))
                      .limit(1))
              .all();
      assertThat(all.get(0).getEmployees()).hasSize(5);

      List<Employee> page =
          session
              .scalars(
                  select(EMPLOYEE)
                      .options(
                          withPolymorphic(EMPLOYEE),
                          joined(EMPLOYEE.company)
                              .then(joined(COMPANY.employees).then(withPolymorphic(EMPLOYEE))))
                      .orderBy(EMPLOYEE.name)
                      .limit(2))
              .all();
      assertThat(page).extracting(Employee::getName).containsExactly("ada", "bob");
    }
    assertThat(staff.sql()).noneMatch(sql -> sql.contains("leader") || sql.contains("engineer"));
  }

  @Test
  void getReadsTheRootAlone() {
    long id =
        Long.parseLong(staff.query("SELECT id FROM employee WHERE name = 'cid'").get(0).get(0));
    try (Session session = staff.sessions.open()) {
      Employee cid = session.get(Employee.class, id, withPolymorphic(EMPLOYEE));

      assertThat(((Engineer) cid).getLanguage()).isEqualTo("java");
    }
    assertThat(staff.sql())
        .containsExactly(BASE + " WHERE employee.id = ANY (?)", OWN_OF_ENGINEERS);
  }

  @Test
  void aPolymorphicReferenceTakesItOnItsPath() {
    try (Session session = staff.sessions.open()) {
      Company mill =
          session
              .scalars(select(COMPANY).options(selectIn(COMPANY.head, withPolymorphic(EMPLOYEE))))
              .one();

      assertThat(mill.getHead()).isInstanceOf(Leader.class);
      assertThat(staff.sql())
          .hasSize(2)
          .element(1)
          .isEqualTo(BASE + " WHERE employee.id = ANY (?)");
      assertThat(((Leader) mill.getHead()).getBonus()).isEqualTo(30);
    }
  }

  @Test
  void aStreamReadsTheRootAlone() {
    try (Session session = staff.sessions.open()) {
      List<String> names =
          session.stream(
                  select(EMPLOYEE).options(withPolymorphic(EMPLOYEE)).orderBy(EMPLOYEE.name), 10)
              .stream()
              .map(one -> one instanceof Engineer engineer ? engineer.getLanguage() : one.getName())
              .toList();

      assertThat(names).containsExactly("ada", "bob", "java", "ada", "eve");
    }
    assertThat(staff.sql()).hasSize(2);
  }

  @Test
  void anUpdateWritesWhatIsChangedAlone() {
    staff.sessions.inTransaction(
        session -> {
          List<Employee> all = employees(session, withPolymorphic(EMPLOYEE));
          staff.sql();
          all.get(1).setName("rob");
          session.flush();
          assertThat(staff.sql())
              .containsExactly(
                  "UPDATE employee SET name = ?, version = ? WHERE id = ? AND version = ?");

          ((Leader) all.get(1)).setBonus(31);
          session.flush();
          assertThat(staff.sql())
              .hasSize(3)
              .element(2)
              .isEqualTo("UPDATE leader SET bonus = ? WHERE id = ?");
        });
    assertThat(staff.query("SELECT bonus, office_id, mentor_id FROM leader ORDER BY bonus"))
        .contains(List.of("31", "1", "1"));
  }

  @Test
  void mergingAPartOfAnObjectLeavesTheRestOfItsRow() {
    List<Employee> detached;
    try (Session session = staff.sessions.open()) {
      detached = employees(session, withPolymorphic(EMPLOYEE));
    }
    Leader bob = (Leader) detached.get(1);
    assertThatThrownBy(bob::getBonus)
        .isInstanceOf(DetachedInstanceException.class)
        .hasMessageContaining("bonus, office, mentor");
    bob.setName("rob");

    staff.sessions.inTransaction(
        session -> {
          Leader merged = session.merge(bob);
          assertThat(merged.getBonus()).isEqualTo(30);
          assertThat(merged.getOffice()).isNotNull();
        });

    assertThat(
            staff.query(
                "SELECT name, bonus, office_id, mentor_id FROM employee JOIN leader USING (id)"
                    + " WHERE name = 'rob'"))
        .containsExactly(List.of("rob", "30", "1", "1"));
  }

  @Test
  void deletionsAreOrderedByReferencesThatWereNotRead() {
    staff.sessions.inTransaction(
        session -> {
          session.scalars(select(COMPANY)).one().setHead(null);
          List<Employee> all = employees(session, withPolymorphic(EMPLOYEE));
          all.forEach(session::delete);
        });

    assertThat(staff.query("SELECT count(*) FROM employee")).containsExactly(List.of("0"));
  }

  @Test
  void aRolledBackLoadIsDoneAgain() {
    try (Session session = staff.sessions.open()) {
      Engineer cid = (Engineer) employees(session, withPolymorphic(EMPLOYEE)).get(2);
      cid.setLanguage("go");
      session.flush();
      session.rollback();

      assertThat(cid.getLanguage()).isEqualTo("java");
      assertThat(cid.getSkill()).isEqualTo(new Skill("looms", 3));
    }
  }

  @Test
  void refreshReadsAllColumns() {
    try (Session session = staff.sessions.open()) {
      Engineer cid = (Engineer) employees(session, withPolymorphic(EMPLOYEE)).get(2);
      staff.sql();

      session.refresh(cid);
      assertThat(cid.getLanguage()).isEqualTo("java");
    }
    assertThat(staff.sql()).hasSize(1);
  }

  @Test
  void whatAnEarlierTransactionReadIsNotTakenForNew() {
    try (Session session = staff.sessions.open()) {
      Engineer whole = (Engineer) employees(session).get(2);
      session.commit();
      staff.run("UPDATE engineer SET language = 'rust' WHERE language = 'java'");
      staff.sql();

      employees(session, withPolymorphic(EMPLOYEE));
      assertThat(whole.getLanguage()).isEqualTo("rust");
      assertThat(session.hasChanges()).isFalse();
    }
  }

  @Test
  void changesOfWhatTheRowsLackAreKept() {
    try (Session session = staff.sessions.open()) {
      Engineer whole = (Engineer) employees(session).get(2);
      session.commit();
      whole.setLanguage("rust");
      employees(session, withPolymorphic(EMPLOYEE));

      assertThat(whole.getLanguage()).isEqualTo("rust");
      session.commit();
    }
    assertThat(staff.query("SELECT count(*) FROM engineer WHERE language = 'rust'"))
        .containsExactly(List.of("1"));
  }

  @Test
  void aRowOfAllColumnsCompletesAnObject() {
    try (Session session = staff.sessions.open()) {
      Engineer cid = (Engineer) employees(session, withPolymorphic(EMPLOYEE)).get(2);
      cid.setName("sid");
      session.scalars(select(ENGINEER)).all();
      staff.sql();

      assertThat(cid.getLanguage()).isEqualTo("java");
      assertThat(cid.getName()).isEqualTo("sid");
    }
    assertThat(staff.sql()).isEmpty();
  }

  @Test
  void classesThatAreNotBelowTheFirstAreRefused() {
    try (Session session = staff.sessions.open()) {
      assertThatThrownBy(() -> employees(session, selectIn(LEADER.office, withPolymorphic(LEADER))))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("ORM-SESSION-UNSUPPORTED");
      assertThatThrownBy(() -> employees(session, withPolymorphic(LEADER, DIRECTOR)))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("withPolymorphic(");
    }
  }
}
