package org.aludel.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sequence that gets an owner goes on behind the values of its rows, whichever way it counts. */
@PostgresTest(perMethod = true)
final class SequencePositionTest {
  @ParameterizedTest
  @CsvSource({"1, 40, 41", "5, 40, 45", "-1, -40, -41", "-5, -40, -45", "-1, 40, -1"})
  void goesOnBehindTheRows(int increment, int row, int next, TestDatabase database) {
    String sequence = "CREATE SEQUENCE s INCREMENT " + increment + ";";
    String table = "CREATE TABLE t (id bigint PRIMARY KEY DEFAULT nextval('s'));";
    Evolution evolution =
        Evolution.on(database)
            .before(sequence + table + "INSERT INTO t VALUES (" + row + ");")
            .after(sequence + table + "ALTER SEQUENCE s OWNED BY t.id;");

    evolution.apply(evolution.plan());

    assertThat(evolution.live().query("SELECT nextval('s')"))
        .containsExactly(List.of(Integer.toString(next)));
  }
}
