package org.aludel.migrations.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.aludel.schema.Column;
import org.aludel.schema.QualifiedName;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names as the server writes them on both sides, since the model was read back from it. */
final class TypeComparatorTest {
  private static ColumnPair pair(String database, String model) {
    return ColumnPair.of(
        QualifiedName.of("t"),
        Column.of("c", SqlTypes.named(database)),
        Column.of("c", SqlTypes.named(model)),
        false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "timestamp(3) | timestamp(6)",
        "timestamp | timestamp(3)",
        "timestamptz | timestamp",
        "time(2) | time(3)",
        "interval | interval day to second",
        "interval day to second(3) | interval day to second(6)",
        "interval year to month | interval year",
        "numeric(10,2) | numeric(10,3)",
        "varchar(30)[] | varchar(31)[]",
        "integer | integer[]"
      })
  void findsAnotherFieldOrPrecision(String database, String model) {
    assertThat(new TypeComparator().compare(pair(database, model))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "timestamp(3)",
        "time(2)",
        "interval day to second(3)",
        "interval",
        "numeric(10,2)"
      })
  void staysSilentWhereBothSayTheSame(String type) {
    assertThat(new TypeComparator().compare(pair(type, type))).isEmpty();
  }
}
