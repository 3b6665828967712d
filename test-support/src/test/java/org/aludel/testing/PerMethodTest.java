package org.aludel.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PostgresTest(perMethod = true)
final class PerMethodTest {
  private final TestDatabase ofConstructor;

  PerMethodTest(TestDatabase database) {
    this.ofConstructor = database;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void findsNothingOfOtherTests(int round, TestDatabase database) {
    assertThat(database).isSameAs(ofConstructor);

    database.run(
        "CREATE TABLE only_once (round int); INSERT INTO only_once VALUES (" + round + ")");

    assertThat(database.query("SELECT round FROM only_once").get(0))
        .containsExactly(String.valueOf(round));
  }
}
