package org.aludel.orm.polymorphic;

import static org.aludel.orm.query.Loading.populateExisting;
import static org.aludel.orm.query.Loading.selectIn;
import static org.aludel.orm.query.Loading.selectInPolymorphic;
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

@PostgresTest
final class SelectInPolymorphicTest {
  private static final CompanyT COMPANY = CompanyT.COMPANY;
  private static final EmployeeT EMPLOYEE = EmployeeT.EMPLOYEE;
  private static final EngineerT ENGINEER = EngineerT.ENGINEER;
  private static final LeaderT LEADER = LeaderT.LEADER;
  private static final DirectorT DIRECTOR = DirectorT.DIRECTOR;

  private static final String BASE =
      "SELECT employee.id, employee.name, employee.version, employee.company_id, employee.kind"
          + " FROM (SELECT employee.id, employee.name, employee.version, employee.company_id,"
          + " employee.kind FROM employee) AS employee";

  private static final String ENGINEERS =
      "SELECT engineer.id, engineer.language, engineer.field, engineer.years FROM (SELECT"
          + " employee.id, employee.name, employee.version, employee.company_id,"
          + " engineer.language, engineer.field, engineer.years FROM employee JOIN engineer ON"
          + " engineer.id = employee.id) AS engineer WHERE engineer.id = ANY (?)";

  private static final String LEADERS =
      "SELECT leader.id, leader.bonus, leader.office_id, leader.mentor_id, leader.kind"
          + " FROM (SELECT employee.id, employee.name, employee.version, employee.company_id,"
          + " leader.bonus, leader.office_id, leader.mentor_id, employee.kind FROM employee"
          + " JOIN leader ON leader.id = employee.id) AS leader WHERE leader.id = ANY (?)";

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
  void eachNamedClassIsOneFurtherStatement() {
    try (Session session = staff.sessions.open()) {
      List<Employee> all = employees(session, selectInPolymorphic(EMPLOYEE, ENGINEER, LEADER));
      assertThat(staff.sql())
          .containsExactlyInAnyOrder(BASE + " ORDER BY employee.name", ENGINEERS, LEADERS);

      assertThat(((Engineer) all.get(2)).getSkill()).isEqualTo(new Skill("looms", 3));
      assertThat(((Leader) all.get(1)).getMentor()).isSameAs(all.get(0));
      assertThat(((Director) all.get(0)).getBonus()).isEqualTo(50);
      assertThat(session.hasChanges()).isFalse();
      assertThat(staff.sql()).isEmpty();

      assertThat(((Director) all.get(0)).getSeat()).isEqualTo("north");
      assertThat(staff.sql()).hasSize(1);
    }
  }

  @Test
  void objectsGoWithTheDeepestClassThatIsNamed() {
    try (Session session = staff.sessions.open()) {
      List<Employee> all = employees(session, selectInPolymorphic(EMPLOYEE, LEADER, DIRECTOR));
      assertThat(staff.sql()).hasSize(3).contains(LEADERS);

      assertThat(((Director) all.get(0)).getSeat()).isEqualTo("north");
      assertThat(((Director) all.get(0)).getOffice()).isNotNull();
      assertThat(staff.sql()).isEmpty();
    }
  }

  @Test
  void classesWithoutObjectsCostNothing() {
    try (Session session = staff.sessions.open()) {
      session
          .scalars(
              select(EMPLOYEE)
                  .options(selectInPolymorphic(EMPLOYEE, ENGINEER, LEADER))
                  .where(EMPLOYEE.name.eq("cid")))
          .all();
    }
    assertThat(staff.sql()).containsExactly(BASE + " WHERE employee.name = ?", ENGINEERS);
  }

  @Test
  void oneClassMayComeWithTheRowsAndAnotherBehindThem() {
    try (Session session = staff.sessions.open()) {
      List<Employee> all =
          employees(
              session, selectInPolymorphic(EMPLOYEE, LEADER), withPolymorphic(EMPLOYEE, ENGINEER));
      assertThat(staff.sql()).hasSize(2).contains(LEADERS);

      assertThat(((Engineer) all.get(2)).getLanguage()).isEqualTo("java");
      assertThat(staff.sql()).isEmpty();
    }
  }

  @Test
  void whatSubclassesReferToIsLoadedBehindThem() {
    try (Session session = staff.sessions.open()) {
      List<Employee> all =
          employees(session, selectInPolymorphic(EMPLOYEE, LEADER), selectIn(LEADER.office));
      assertThat(staff.sql())
          .containsExactly(
              BASE + " ORDER BY employee.name",
              LEADERS,
              "SELECT id, town FROM office WHERE id = ?");

      assertThat(((Leader) all.get(1)).getOffice().getTown()).isEqualTo("York");
    }
    assertThat(staff.sql()).isEmpty();
  }

  @Test
  void collectionsTakeItOnTheirPath() {
    try (Session session = staff.sessions.open()) {
      Company mill =
          session
              .scalars(
                  select(COMPANY)
                      .options(
                          selectIn(COMPANY.employees, selectInPolymorphic(EMPLOYEE, ENGINEER))))
              .one();
      assertThat(staff.sql()).contains(ENGINEERS).hasSize(5);

      assertThat(mill.getEmployees())
          .filteredOn(Engineer.class::isInstance)
          .extracting(one -> ((Engineer) one).getLanguage())
          .containsExactlyInAnyOrder("java", "ada");
    }
    assertThat(staff.sql()).isEmpty();
  }

  @Test
  void getReadsTheNamedClassBehindTheRow() {
    long id =
        Long.parseLong(staff.query("SELECT id FROM employee WHERE name = 'cid'").get(0).get(0));
    try (Session session = staff.sessions.open()) {
      session.get(Employee.class, id, selectInPolymorphic(EMPLOYEE, ENGINEER));
    }
    assertThat(staff.sql()).containsExactly(BASE + " WHERE employee.id = ANY (?)", ENGINEERS);
  }

  @Test
  void aStreamReadsThemByItsBatches() {
    try (Session session = staff.sessions.open()) {
      List<Employee> all =
          session.stream(
                  select(EMPLOYEE)
                      .options(selectInPolymorphic(EMPLOYEE, ENGINEER))
                      .orderBy(EMPLOYEE.name),
                  10)
              .stream()
              .toList();
      assertThat(((Engineer) all.get(2)).getLanguage()).isEqualTo("java");
    }
    assertThat(staff.sql()).contains(ENGINEERS).hasSize(2);
  }

  @Test
  void populateExistingOverwritesThemToo() {
    try (Session session = staff.sessions.open()) {
      Engineer cid = (Engineer) employees(session).get(2);
      staff.run("UPDATE engineer SET language = 'rust' WHERE language = 'java'");
      employees(session, selectInPolymorphic(EMPLOYEE, ENGINEER), populateExisting());

      assertThat(cid.getLanguage()).isEqualTo("rust");
      assertThat(session.hasChanges()).isFalse();
    }
  }
}
