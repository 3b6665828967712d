package org.aludel.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns that an heir declares itself, beside those of its parent or under the same name. */
@PostgresTest
final class HeirColumnTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "i int, j text / j text, k int | i int / j text, k int | ALTER TABLE p DROP COLUMN j",
        "i int / j text, k int | i int, j text / j text, k int | ALTER TABLE p ADD COLUMN j text",
        "i int, j text / j text, k int | i int / k int"
            + " | ALTER TABLE p DROP COLUMN j; ALTER TABLE h DROP COLUMN j",
        "i int / k int | i int / k int, l text | ALTER TABLE h ADD COLUMN l text",
        "i int / k int | i int / k bigint | ALTER TABLE h ALTER COLUMN k TYPE bigint"
      })
  void areChangedBothWaysBesideTheirParents(
      String before, String after, String expected, TestDatabase database) {
    Evolution evolution = Evolution.on(database);
    evolution.before(tables(before) + "INSERT INTO h (i, k) VALUES (1, 2);");
    evolution.after(tables(after));

    List<String> found = evolution.check().upgrade();

    assertThat(String.join("; ", found)).isEqualTo(expected);
    assertThat(evolution.live().query("SELECT i, k FROM h")).containsExactly(List.of("1", "2"));
  }

  /** Of the columns of a parent and those of its heir. */
  private static String tables(String columns) {
    String[] parts = columns.split(" / ", -1);
    return "CREATE TABLE p (" + parts[0] + "); CREATE TABLE h (" + parts[1] + ") INHERITS (p);";
  }
}
