package org.aludel.orm.polymorphic;

import static org.aludel.orm.polymorphic.CompanyT.COMPANY;
import static org.aludel.orm.polymorphic.EmployeeT.EMPLOYEE;
import static org.aludel.orm.polymorphic.EngineerT.ENGINEER;
import static org.aludel.orm.polymorphic.LeaderT.LEADER;
import static org.aludel.orm.query.Loading.selectIn;
import static org.aludel.orm.query.Loading.selectInPolymorphic;
import static org.aludel.orm.query.Loading.withPolymorphic;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.sql.Select;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** The statements of docs/orm/inheritance.md about fewer columns, as they stand there. */
@PostgresTest
final class PolymorphicPageTest {
  @Test
  void fewerColumns(TestDatabase database) {
    StaffDatabase staff = new StaffDatabase(database, Registry.of(StaffBase.class));
    staff.fill();

    Select<Employee> base = select(EMPLOYEE).options(withPolymorphic(EMPLOYEE));
    Select<Employee> some = select(EMPLOYEE).options(withPolymorphic(EMPLOYEE, ENGINEER));
    Select<Employee> after = select(EMPLOYEE).options(selectInPolymorphic(EMPLOYEE, LEADER));
    Select<Company> behind =
        select(COMPANY).options(selectIn(COMPANY.employees, withPolymorphic(EMPLOYEE)));

    assertThat(tables(staff, base)).containsExactly("employee");
    assertThat(tables(staff, some)).containsExactly("employee engineer");
    assertThat(tables(staff, after)).containsExactly("employee", "employee leader");
    assertThat(tables(staff, behind)).contains("company", "employee");
  }

  /** Those that each statement reads which the query runs. */
  private static List<String> tables(StaffDatabase staff, Select<?> query) {
    try (Session session = staff.sessions.open()) {
      assertThat(session.scalars(query).all()).isNotEmpty();
    }
    return staff.sql().stream().map(PolymorphicPageTest::tables).toList();
  }

  private static String tables(String sql) {
    return List.of("company", "employee", "engineer", "leader", "director").stream()
        .filter(table -> sql.contains("FROM " + table) || sql.contains("JOIN " + table + " "))
        .reduce((first, next) -> first + " " + next)
        .orElse("");
  }
}
