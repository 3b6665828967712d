package org.aludel.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.aludel.testing.PostgresTest;
import org.aludel.testing.SchemaDump;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Privileges on a relation change beside those on its columns, both ways, judged by the dump. */
@PostgresTest(judge = true)
final class PrivilegeEvolutionTest {
  private static final SchemaDump DUMP = SchemaDump.standard().withPrivileges();

  private static final String RELATIONS =
      "CREATE TABLE t (id integer, a integer, b integer); CREATE VIEW v AS SELECT id, a FROM t;";

  private final Evolution evolution;

  PrivilegeEvolutionTest(TestDatabase database) {
    evolution = Evolution.on(database);
  }

  @AfterEach
  void close() {
    evolution.live().close();
    evolution.wanted().close();
  }

  /** What is granted before, separated by semicolons, and what after. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT ON t; SELECT (a) ON t             | SELECT (a) ON t
          SELECT ON t; SELECT (a) ON t             | UPDATE ON t; SELECT (a) ON t
          UPDATE ON t; SELECT (a) ON t             | SELECT (a) ON t
          SELECT, UPDATE ON t; UPDATE (a, b) ON t  | SELECT ON t; UPDATE (a) ON t; INSERT (b) ON t
          INSERT ON t; SELECT (a) ON t             | SELECT ON t; UPDATE (a) ON t
          SELECT ON t                              | SELECT (a, id) ON t
          SELECT ON v; SELECT (a) ON v             | SELECT (a) ON v
          SELECT ON t; SELECT (a) ON v             | SELECT (a) ON v
          """)
  void thoseOnColumnsOutliveARevocationOnTheRelation(String before, String after) {
    SchemaDump.assumeAvailable();
    evolution.before(RELATIONS + granted(before)).after(RELATIONS + granted(after));
    String dump = DUMP.of(evolution.live());

    MigrationPlan plan = evolution.check();
    evolution.apply(plan);

    assertThat(DUMP.of(evolution.live())).isEqualTo(DUMP.of(evolution.wanted()));
    evolution.revert(plan);
    assertThat(DUMP.of(evolution.live())).isEqualTo(dump);
  }

  private static String granted(String grants) {
    StringBuilder sql = new StringBuilder();
    for (String grant : grants.split(";")) {
      sql.append(" GRANT ").append(grant).append(" TO PUBLIC;");
    }
    return sql.toString();
  }
}
