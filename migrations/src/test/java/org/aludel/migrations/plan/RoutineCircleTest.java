package org.aludel.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Routines whose parsed bodies call each other. */
@PostgresTest(perMethod = true)
final class RoutineCircleTest {
  private static final String HEADS =
      "CREATE FUNCTION even(n integer) RETURNS boolean LANGUAGE sql AS 'SELECT true';"
          + "CREATE FUNCTION odd(n integer) RETURNS boolean LANGUAGE sql AS 'SELECT true';";
  private static final String CIRCLE =
      HEADS
          + "CREATE OR REPLACE FUNCTION even(n integer) RETURNS boolean LANGUAGE sql"
          + " BEGIN ATOMIC SELECT CASE WHEN n = 0 THEN true ELSE odd(n - 1) END; END;"
          + "CREATE OR REPLACE FUNCTION odd(n integer) RETURNS boolean LANGUAGE sql"
          + " RETURN CASE WHEN n = 0 THEN false ELSE even(n - 1) END;"
          + "COMMENT ON FUNCTION even(integer) IS 'by two';"
          + "CREATE TABLE t (n integer CHECK (even(n)));";

  @Test
  void comeWithoutBodiesFirst(TestDatabase database) {
    Evolution evolution = Evolution.on(database).after(CIRCLE);

    evolution.apply(evolution.plan());

    assertThat(evolution.plan().upgrade()).isEmpty();
    assertThat(evolution.live().query("SELECT even(10), odd(10)"))
        .containsExactly(List.of("t", "f"));
  }

  @Test
  void goWithoutBodiesLast(TestDatabase database) {
    Evolution evolution = Evolution.on(database).before(CIRCLE).after("SELECT 1");

    evolution.check();

    assertThat(evolution.live().query("SELECT even(10), odd(10)"))
        .containsExactly(List.of("t", "f"));
  }

  @Test
  void standAsTheyAreWhereOneCallsTheOther(TestDatabase database) {
    Evolution evolution =
        Evolution.on(database)
            .after(
                "CREATE FUNCTION a() RETURNS integer LANGUAGE sql RETURN 1;"
                    + "CREATE FUNCTION b() RETURNS integer LANGUAGE sql RETURN a();");

    MigrationPlan plan = evolution.check();

    assertThat(plan.upgrade()).noneMatch(each -> each.contains("AS ''")).hasSize(4);
  }
}
