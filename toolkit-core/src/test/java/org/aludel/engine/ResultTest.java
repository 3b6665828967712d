package org.aludel.engine;

import static org.aludel.sql.Shop.ADDRESS;
import static org.aludel.sql.Shop.USER;
import static org.aludel.sql.Shop.USER_AGE;
import static org.aludel.sql.Shop.USER_ID;
import static org.aludel.sql.Shop.USER_NAME;
import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aludel.error.UsageException;
import org.aludel.schema.MetaData;
import org.aludel.sql.Row2;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@PostgresTest
final class ResultTest {
  private static final String NUMBERS = "SELECT n FROM generate_series(1, 5) AS n";
  private final Engine engine;
  private final Connection connection;

  ResultTest(TestDatabase database) {
    this.engine = Engine.create(database.dataSource());
    this.connection = engine.connect();
    database.run("DROP TABLE IF EXISTS address, user_account, t");
    engine.createAll(MetaData.ofTables(List.of(USER, ADDRESS)));
    connection.execute(
        insert(USER).columns(USER_NAME, USER_AGE).values("ada", 36).values("bob", null));
  }

  @AfterEach
  void close() {
    connection.close();
    engine.close();
  }

  /** What a row with a primitive becomes. */
  record Aged(String name, int age) {}

  @Test
  void namesItsColumns() {
    Result<?> result = connection.execute("SELECT 1 AS one, 2 AS two");

    assertThat(result.columnNames()).containsExactly("one", "two");
    result.close();
    assertThat(result.columnNames()).containsExactly("one", "two");
    assertThat(connection.execute("CREATE TABLE t ()").columnNames()).isEmpty();
  }

  @Test
  void givesRowsAsMaps() {
    List<Map<String, @Nullable Object>> maps =
        connection
            .execute(select(USER_NAME, USER_AGE.as("years")).orderBy(USER_ID))
            .mappings()
            .all();

    assertThat(maps.get(0)).isEqualTo(Map.of("name", "ada", "years", 36));
    assertThat(maps.get(1)).containsEntry("years", null);
    assertThat(connection.execute("SELECT 1 AS a, NULL AS b").mappings().one().keySet())
        .containsExactly("a", "b");
  }

  @Test
  void givesEqualRowsOnce() {
    String some = "SELECT * FROM (VALUES (1), (2), (1), (NULL), (NULL), (3)) AS t";

    assertThat(connection.execute(some).scalars(Integer.class).unique().all())
        .containsExactly(1, 2, null, 3);
    Result<String> parity =
        connection.execute(NUMBERS).scalars(Integer.class).unique(n -> n % 2).map(n -> "no. " + n);
    assertThat(parity.all()).containsExactly("no. 1", "no. 2");
    assertThat(connection.execute("SELECT 7 FROM generate_series(1, 3)").unique().one().get(0))
        .isEqualTo(7);
  }

  @Test
  void givesRowsInParts() {
    List<List<@Nullable Integer>> parts = new ArrayList<>();
    connection.execute(NUMBERS).scalars(Integer.class).partitions(2).forEach(parts::add);

    assertThat(parts).containsExactly(List.of(1, 2), List.of(3, 4), List.of(5));
    assertThat(connection.execute("SELECT 1 WHERE false").partitions(2)).isEmpty();
    assertThatThrownBy(() -> connection.execute(NUMBERS).partitions(0))
        .hasMessageContaining("ORM-ENGINE-INVALID-OPTION");
  }

  @Test
  void aStreamClosesItsResult() {
    Iterator<Row2<Long, String>> rows;
    try (Stream<Row2<Long, String>> stream =
        connection.execute(select(USER_ID, USER_NAME)).stream()) {
      rows = stream.iterator();
      assertThat(rows.next().second()).isEqualTo("ada");
    }
    assertThatThrownBy(rows::next).hasMessageContaining("cannot read a closed result");
  }

  @Test
  void whoWantedOneRowIsToldOfWhatAndByWhichStatement() {
    assertThatThrownBy(() -> connection.execute(NUMBERS).one())
        .hasMessageContaining("ORM-SQL-MULTIPLE-ROWS")
        .hasMessageContaining("two rows or more")
        .hasMessageContaining("columns: n")
        .hasMessageContaining("in: " + NUMBERS);
    assertThatThrownBy(() -> connection.execute("SELECT 1 AS a, 2 AS b WHERE false").one())
        .hasMessageContaining("ORM-SQL-NO-ROWS")
        .hasMessageContaining("columns: a, b");
    assertThatThrownBy(() -> connection.execute(select(USER_NAME)).oneOrNone())
        .hasMessageContaining("in: SELECT user_account.name FROM user_account");
  }

  @Test
  void aNullIsNoOptional() {
    assertThatThrownBy(() -> connection.execute(select(USER_AGE).orderBy(USER_ID.desc())).first())
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("ORM-SQL-NULL-VALUE")
        .hasMessageContaining("columns: age");
    assertThat(connection.execute(select(USER_AGE).orderBy(USER_ID.desc())).scalar()).isNull();
  }

  @Test
  void aNullIsNoPrimitive() {
    assertThat(connection.execute(select(Aged::new, USER_NAME, USER_AGE).orderBy(USER_ID)).first())
        .contains(new Aged("ada", 36));
    assertThatThrownBy(() -> connection.execute(select(Aged::new, USER_NAME, USER_AGE)).all())
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("ORM-SQL-NULL-VALUE")
        .hasMessageContaining("NULL in \"age\"")
        .hasMessageContaining("Integer for int");
    assertThatThrownBy(() -> connection.execute("SELECT 1").scalar(int.class))
        .hasMessageContaining("ORM-TYPE-WRONG-VALUE")
        .hasMessageContaining("a primitive class");
  }

  @Test
  void aColumnOfAnotherTypeIsNamed() {
    assertThatThrownBy(() -> connection.execute("SELECT 1 AS n").scalar(LocalDate.class))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("cannot read the column \"n\"")
        .hasMessageContaining("\"int4\"")
        .hasMessageContaining("java.time.LocalDate");
  }

  @Test
  @SuppressWarnings({"unchecked", "rawtypes"})
  void aValueThatGotPastTheCompilerIsRefusedWithoutBeingShown() {
    org.aludel.sql.ColumnReference raw = USER_AGE;

    assertThatThrownBy(() -> connection.execute(select(USER_ID).where(raw.eq("secret"))))
        .hasMessageContaining("ORM-")
        .hasMessageNotContaining("secret");
  }
}
