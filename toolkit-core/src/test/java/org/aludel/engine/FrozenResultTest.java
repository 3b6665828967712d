package org.aludel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.aludel.error.UsageException;
import org.aludel.sql.Row;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Results that are kept, and results that are read as one. */
@PostgresTest
final class FrozenResultTest {
  private final Engine engine;
  private final Connection connection;

  FrozenResultTest(TestDatabase database) {
    this.engine = Engine.create(database.dataSource());
    this.connection = engine.connect();
  }

  @AfterEach
  void close() {
    connection.close();
    engine.close();
  }

  @Test
  void isReadAgainAndAgainWithoutAConnection() {
    FrozenResult<@Nullable Integer> frozen =
        numbers("(1), (NULL), (3)").scalars(Integer.class).freeze();
    connection.close();

    assertThat(frozen.result().all()).containsExactly(1, null, 3);
    assertThat(frozen.result().first()).contains(1);
    assertThat(frozen.result().map(n -> n == null ? 0 : -n).all()).containsExactly(-1, 0, -3);
    assertThat(frozen.result().columnNames()).containsExactly("n");
    assertThat(frozen.result().rowCount()).isEqualTo(-1);
    assertThat(frozen).isEqualTo(new FrozenResult<>(List.of("n"), Arrays.asList(1, null, 3)));
  }

  @Test
  void keepsWhatUniqueLeft() {
    FrozenResult<@Nullable Integer> frozen =
        numbers("(1), (2), (1)").scalars(Integer.class).unique().freeze();

    assertThat(frozen.rows()).containsExactly(1, 2);
    assertThat(frozen.result().unique(n -> 0).all()).containsExactly(1);
  }

  @Test
  void rowsBecomeMapsAndScalarsOfTheirOwnClass() {
    FrozenResult<Row> frozen = numbers("(7)").freeze();

    assertThat(frozen.result().mappings().all()).isEqualTo(List.of(Map.of("n", 7)));
    assertThat(frozen.result().scalar(Integer.class)).isEqualTo(7);
    assertThatThrownBy(() -> frozen.result().scalar(Long.class))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("cannot read the first column of a frozen result")
        .hasMessageContaining("java.lang.Integer");
  }

  @Test
  void aRowThatForgotItsColumnsIsNoMap() {
    FrozenResult<String> frozen = numbers("(7)").map(row -> "seven").freeze();

    assertThatThrownBy(() -> frozen.result().mappings().all())
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("cannot give a frozen row as a map")
        .hasMessageContaining("result.mappings().freeze()");
  }

  @Test
  void eachResultOfAFrozenOneIsReadOnce() {
    Result<Row> result = numbers("(7)").freeze().result();
    assertThat(result.one().get("n")).isEqualTo(7);

    assertThatThrownBy(result::all).hasMessageContaining("cannot read a result twice");
    Result<Row> closed = numbers("(7)").freeze().result();
    closed.close();
    assertThatThrownBy(closed::all).hasMessageContaining("cannot read a closed result");
  }

  @Test
  void whatGaveNoRowsOrWasReadIsNotFrozen() {
    Result<Row> read = numbers("(7)");
    read.all();

    assertThatThrownBy(read::freeze).hasMessageContaining("cannot read a result twice");
    assertThatThrownBy(() -> connection.execute("CREATE TEMPORARY TABLE t ()").freeze())
        .hasMessageContaining("cannot read rows of a statement that returns none");
  }

  @Test
  void mergedResultsAreReadOneAfterTheOther() {
    try (Connection other = engine.connect()) {
      Result<Row> merged =
          numbers("(1), (2)")
              .merge(other.execute("SELECT 3 AS m WHERE false"), other.execute("SELECT 4 AS m"));

      assertThat(merged.columnNames()).containsExactly("n");
      assertThat(merged.map(row -> row.get(0)).all()).containsExactly(1, 2, 4);
    }
  }

  @Test
  void mergedResultsAreUniqueTogetherAndMixWithFrozenOnes() {
    FrozenResult<@Nullable Integer> frozen = numbers("(2), (3)").scalars(Integer.class).freeze();
    Result<@Nullable Integer> first = numbers("(1), (2), (1)").scalars(Integer.class).unique();

    assertThat(first.merge(frozen.result()).unique().all()).containsExactly(1, 2, 3);
    assertThat(numbers("(1)").merge(numbers("(2)")).mappings().all())
        .isEqualTo(List.of(Map.of("n", 1), Map.of("n", 2)));
    assertThat(numbers("(1)").merge(numbers("(2)")).scalars(Integer.class).all())
        .containsExactly(1, 2);
  }

  @Test
  void mergedResultsCloseTogether() {
    Result<Row> first = numbers("(1)");
    Result<Row> second = numbers("(2)");

    first.merge(second).close();

    assertThatThrownBy(() -> first.mappings().all()).hasMessageContaining("closed");
    assertThatThrownBy(() -> second.mappings().all()).hasMessageContaining("closed");
  }

  @Test
  void whatIsMergedIsReadNoMoreByItself() {
    Result<Row> result = numbers("(1)");

    assertThatThrownBy(() -> result.merge(result))
        .hasMessageContaining("cannot read a result twice");
    assertThatThrownBy(result::all).hasMessageContaining("cannot read a result twice");
    assertThatThrownBy(
            () -> numbers("(1)").merge(connection.execute("CREATE TEMPORARY TABLE t ()")))
        .hasMessageContaining("cannot read rows of a statement that returns none");
  }

  private Result<Row> numbers(String values) {
    return connection.execute("SELECT n FROM (VALUES " + values + ") AS t (n)");
  }
}
