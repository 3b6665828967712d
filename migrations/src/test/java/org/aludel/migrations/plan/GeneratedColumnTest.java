package org.aludel.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.aludel.migrations.lint.Hazard;
import org.aludel.migrations.lint.Lint;
import org.aludel.migrations.operation.Operation;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of values where a column stops or begins to be generated. */
@PostgresTest(perMethod = true)
final class GeneratedColumnTest {
  private static final String PLAIN = "CREATE TABLE t (id integer PRIMARY KEY, x text, y text)";

  @ParameterizedTest
  @ValueSource(strings = {"STORED", "VIRTUAL"})
  void aColumnThatBecomesPlainKeepsItsValues(String kind, TestDatabase database) {
    Evolution evolution =
        Evolution.on(database)
            .before(generated(kind) + "INSERT INTO t VALUES (1, 'pearl'), (2, NULL);")
            .after(PLAIN);

    MigrationPlan plan = evolution.plan();
    evolution.apply(plan);

    assertThat(evolution.live().query("SELECT y FROM t ORDER BY id"))
        .containsExactly(List.of("PEARL"), Collections.singletonList(null));
    assertThat(plan.lossy()).containsExactly("t.y");
  }

  @Test
  void rewritingTheTableForItIsAHazard(TestDatabase database) {
    assertThat(hazards(database, generated("VIRTUAL"), PLAIN)).contains("A16");
  }

  @Test
  void aStoredColumnBecomesPlainWithoutAHazard(TestDatabase database) {
    assertThat(hazards(database, generated("STORED"), PLAIN)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"STORED", "VIRTUAL"})
  void aColumnThatBecomesGeneratedLosesItsValuesAndSaysSo(String kind, TestDatabase database) {
    assertThat(hazards(database, PLAIN, generated(kind))).contains("C02");
  }

  /** The change of the other column stands between dropping and adding. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x int, y int GENERATED ALWAYS AS (x * 2) STORED"
            + " | x bigint, y bigint GENERATED ALWAYS AS (x * 2) STORED",
        "x varchar(10), y text GENERATED ALWAYS AS (upper(x)) STORED"
            + " | x varchar(20), y text GENERATED ALWAYS AS (lower(x)) STORED",
        "x int, y int GENERATED ALWAYS AS (x * 2) STORED, z int"
            + " | x bigint, y bigint GENERATED ALWAYS AS (x * 3) STORED,"
            + " z int GENERATED ALWAYS AS (x::int + 1) STORED",
        "x int, y int GENERATED ALWAYS AS (x * 2) STORED"
            + " | x int NOT NULL DEFAULT 1, y int GENERATED ALWAYS AS (x * 3) STORED"
      })
  void itsExpressionChangesTogetherWithWhatItReads(
      String before, String after, TestDatabase database) {
    String index = "CREATE INDEX ON t (y);";
    Evolution evolution =
        Evolution.on(database)
            .before("CREATE TABLE t (id int PRIMARY KEY, " + before + ");" + index)
            .before("INSERT INTO t (id, x) VALUES (1, '2');")
            .after("CREATE TABLE t (id int PRIMARY KEY, " + after + ");" + index);

    assertThat(evolution.check().operations().stream().map(each -> each.operation().describe()))
        .contains("drop column  t.y")
        .anyMatch(each -> each.startsWith("add column  t.y "));
  }

  private static String generated(String kind) {
    return "CREATE TABLE t (id integer PRIMARY KEY, x text,"
        + " y text GENERATED ALWAYS AS (upper(x)) "
        + kind
        + ");";
  }

  private static List<String> hazards(TestDatabase database, String before, String after) {
    List<Operation> operations =
        Evolution.on(database).before(before).after(after).plan().operations().stream()
            .map(MigrationPlan.Planned::operation)
            .toList();
    return Lint.hazards(operations).stream().map(Hazard::code).toList();
  }
}
