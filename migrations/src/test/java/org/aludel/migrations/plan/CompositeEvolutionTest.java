package org.aludel.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row types that columns are of, with other attributes. */
@PostgresTest(perMethod = true)
final class CompositeEvolutionTest {
  private static final String TABLE =
      "CREATE TABLE t (id integer, at spot); CREATE VIEW v AS SELECT (at).x FROM t;";
  private static final String ROWS =
      "INSERT INTO t VALUES (1, ROW(1, 'a')), (2, ROW(2, NULL)), (3, NULL);";

  private static Evolution evolution(TestDatabase database, String attributes) {
    return Evolution.on(database)
        .before("CREATE TYPE spot AS (x integer, name text);" + TABLE + ROWS)
        .after("CREATE TYPE spot AS (" + attributes + ");" + TABLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x integer, name text, y numeric | (1,a,)",
        "x integer                       | (1)",
        "name text, x integer            | (a,1)",
        "y date, x bigint, name text     | (,1,a)",
        "x text, name text               | (1,a)",
        "y numeric, x integer            | (,1)",
      })
  void valuesKeepTheirNames(String attributes, String value, TestDatabase database) {
    Evolution evolution = evolution(database, attributes);
    MigrationPlan plan = evolution.plan();

    evolution.apply(plan);

    assertThat(evolution.plan().upgrade()).isEmpty();
    assertThat(evolution.live().query("SELECT at FROM t WHERE id = 1"))
        .containsExactly(List.of(value));
    assertThat(evolution.live().query("SELECT id FROM t WHERE at IS NOT DISTINCT FROM NULL"))
        .containsExactly(List.of("3"));

    evolution.revert(plan);

    assertThat(evolution.live().query("SELECT (at).x FROM t ORDER BY id LIMIT 2"))
        .containsExactly(List.of("1"), List.of("2"));
  }

  @Test
  void anotherOrderGoesByName(TestDatabase database) {
    assertThat(evolution(database, "name text, x integer").plan().upgrade())
        .contains(
            "ALTER TABLE t ALTER COLUMN at TYPE pg_catalog.jsonb USING to_jsonb(at)",
            "ALTER TABLE t ALTER COLUMN at TYPE spot"
                + " USING jsonb_populate_record(NULL::spot, at)");
  }

  @Test
  void newAttributesBehindTheOldOnesChangeNoColumn(TestDatabase database) {
    assertThat(evolution(database, "x integer, name text, y numeric").plan().upgrade())
        .containsExactly("ALTER TYPE spot ADD ATTRIBUTE y numeric");
  }

  @Test
  void aLostAttributeIsHeldBackWithItsValues(TestDatabase database) {
    Evolution evolution = evolution(database, "x integer, y numeric");
    evolution.options(evolution.options().withDrops(CompareOptions.Drops.pending()));

    MigrationPlan plan = evolution.plan();
    evolution.apply(plan);

    assertThat(plan.upgrade()).containsExactly("ALTER TYPE spot ADD ATTRIBUTE y numeric");
    assertThat(evolution.plan().upgrade()).isEmpty();
    assertThat(evolution.live().query("SELECT at FROM t WHERE id = 1"))
        .containsExactly(List.of("(1,a,)"));
  }

  @Test
  void arraysOfRowsAreRefusedByName(TestDatabase database) {
    String table = "CREATE TABLE t (id integer, path spot[]);";
    Evolution evolution =
        Evolution.on(database)
            .before("CREATE TYPE spot AS (x integer, name text);" + table)
            .after("CREATE TYPE spot AS (name text, x integer);" + table);

    assertThatThrownBy(evolution::plan)
        .hasMessageContaining("ORM-MIG-UNSUPPORTED-OBJECT")
        .hasMessageContaining("\"t.path\"");
  }
}
