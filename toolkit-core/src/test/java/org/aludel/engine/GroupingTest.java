package org.aludel.engine;

import static org.aludel.sql.Shop.USER;
import static org.aludel.sql.Shop.USER_AGE;
import static org.aludel.sql.Shop.USER_EMAIL;
import static org.aludel.sql.Shop.USER_ID;
import static org.aludel.sql.Shop.USER_NAME;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.columnOf;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.cube;
import static org.aludel.sql.Sql.function;
import static org.aludel.sql.Sql.group;
import static org.aludel.sql.Sql.grouping;
import static org.aludel.sql.Sql.groupingSets;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.part;
import static org.aludel.sql.Sql.recordsOf;
import static org.aludel.sql.Sql.rollup;
import static org.aludel.sql.Sql.rowsFrom;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.series;
import static org.aludel.sql.Sql.tableOf;
import static org.aludel.sql.Sql.unnest;
import static org.aludel.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Expression;
import org.aludel.sql.Row;
import org.aludel.sql.Row2;
import org.aludel.sql.Row3;
import org.aludel.sql.Select;
import org.aludel.sql.Shop;
import org.aludel.sql.Sql;
import org.aludel.sql.TableFunction;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sets of groups, and functions as sources. */
@PostgresTest
@SuppressWarnings("NullAway") // the rows expected hold NULL
final class GroupingTest {
  private static final ColumnReference<Long> NUMBER = column("nr", SqlTypes.BIGINT);
  private final ShopRows shop;

  GroupingTest(TestDatabase database) {
    this.shop = new ShopRows(database);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void groupsBySeveralSetsAtOnce() {
    Select<Row3<Integer, Long, Integer>> query =
        select(USER_AGE, count(), grouping(USER_AGE))
            .groupBy(groupingSets(USER_AGE, group(USER_AGE, USER_NAME), group()))
            .having(count().gt(1L))
            .orderBy(grouping(USER_AGE));

    assertThat(
            shop.rows(
                query,
                "SELECT user_account.age, count(*), grouping(user_account.age) FROM user_account"
                    + " GROUP BY GROUPING SETS (user_account.age, (user_account.age,"
                    + " user_account.name), ()) HAVING count(*) > ? ORDER BY"
                    + " grouping(user_account.age)"))
        .containsExactly(new Row3<>(36, 2L, 0), new Row3<>(null, 4L, 1));
  }

  @Test
  void rollsUpAndCubes() {
    assertThat(
            shop.rows(
                select(USER_AGE, count()).groupBy(rollup(USER_AGE, group(USER_NAME, USER_EMAIL))),
                "SELECT user_account.age, count(*) FROM user_account GROUP BY ROLLUP"
                    + " (user_account.age, (user_account.name, user_account.email))"))
        .hasSize(4 + 3 + 1);
    assertThat(
            shop.rows(
                select(count()).from(USER).groupBy(USER_ID, cube(USER_AGE, USER_NAME)),
                "SELECT count(*) FROM user_account GROUP BY user_account.id, CUBE"
                    + " (user_account.age, user_account.name)"))
        .hasSize(16);
  }

  @Test
  void groupsByALabelInsideOfSets() {
    Expression<Integer> decade = USER_AGE.dividedBy(10).as("decade");

    assertThat(Shop.sql(select(decade, count()).groupBy(rollup(decade))))
        .endsWith("GROUP BY ROLLUP (1)");
    assertThat(shop.rows(select(decade, count()).groupBy(rollup(decade)))).hasSize(4);
  }

  @Test
  void readsTheRowsOfAFunctionWithOneColumn() {
    TableFunction<Integer> days = series(literal(1), literal(5), literal(2), "d");

    assertThat(
            shop.rows(
                select(days.column().times(literal(10))).where(days.column().gt(1)),
                "SELECT d.d * 10 FROM generate_series(1, 5, 2) AS d WHERE d.d > ?"))
        .containsExactly(30, 50);
    assertThat(shop.rows(select(days))).containsExactly(1, 3, 5);
    assertThat(shop.rows(select(series(value(1L), value(2L), "s")))).containsExactly(1L, 2L);
  }

  @Test
  void numbersRows() {
    TableFunction<String> words =
        columnOf(
                function("regexp_split_to_table", SqlTypes.TEXT, literal("a b"), literal(" ")), "w")
            .withOrdinality(NUMBER);

    assertThat(
            shop.rows(
                select(words.column(), words.column(NUMBER)).orderBy(words.column(NUMBER)),
                "SELECT w.w, w.nr FROM regexp_split_to_table('a b', ' ') WITH ORDINALITY AS w (w,"
                    + " nr) ORDER BY w.nr"))
        .containsExactly(new Row2<>("a", 1L), new Row2<>("b", 2L));
  }

  @Test
  void takesArraysApart() {
    Expression<List<Integer>> numbers =
        Sql.bind(SqlTypes.array(SqlTypes.INTEGER), List.of(1, 2))
            .cast(SqlTypes.array(SqlTypes.INTEGER));
    Expression<List<String>> words =
        Sql.bind(SqlTypes.array(SqlTypes.TEXT), List.of("a")).cast(SqlTypes.array(SqlTypes.TEXT));
    TableFunction<Row2<Integer, String>> both = unnest(numbers, words, "t", List.of("n", "word"));

    assertThat(
            shop.rows(
                select(both),
                "SELECT t.n, t.word FROM unnest(CAST(? AS integer[]), CAST(? AS text[])) AS t (n,"
                    + " word)"))
        .containsExactly(new Row2<>(1, "a"), new Row2<>(2, null));
    assertThat(shop.rows(select(unnest(numbers, "n")))).containsExactly(1, 2);
  }

  @Test
  void definesTheColumnsOfRecords() {
    ColumnReference<Integer> a = column("a", SqlTypes.INTEGER);
    ColumnReference<String> b = column("b", SqlTypes.TEXT);
    Expression<String> json =
        literal("[{\"a\":1,\"b\":\"x\"},{\"a\":2}]").cast(SqlTypes.JSON).coerce(SqlTypes.TEXT);
    TableFunction<Row> records =
        recordsOf(function("json_to_recordset", SqlTypes.TEXT, json), "r", a, b);

    assertThat(
            shop.rows(
                select(records.column(a), records.column(b)),
                "SELECT r.a, r.b FROM"
                    + " json_to_recordset(CAST('[{\"a\":1,\"b\":\"x\"},{\"a\":2}]' AS json)) AS r"
                    + " (a integer, b text)"))
        .containsExactly(new Row2<>(1, "x"), new Row2<>(2, null));
    assertThatThrownBy(() -> Shop.sql(select(records.withOrdinality(NUMBER))))
        .hasMessageContaining("cannot number the rows of \"r\"");
  }

  @Test
  void readsFunctionsOfSeveralColumnsAndSeveralFunctions() {
    ColumnReference<String> key = column("key", SqlTypes.TEXT);
    ColumnReference<String> text = column("value", SqlTypes.TEXT);
    Expression<String> json = literal("{\"k\":\"v\"}").cast(SqlTypes.JSON).coerce(SqlTypes.TEXT);
    TableFunction<Row> pairs =
        tableOf(function("json_each_text", SqlTypes.TEXT, json), "p", key, text);
    ColumnReference<Integer> x = column("x", SqlTypes.INTEGER);
    ColumnReference<Integer> y = column("y", SqlTypes.INTEGER);
    TableFunction<Row> side =
        rowsFrom(
                "s",
                List.of(x, y),
                part(function("generate_series", SqlTypes.INTEGER, literal(1), literal(2))),
                part(function("generate_series", SqlTypes.INTEGER, literal(7), literal(7))))
            .withOrdinality(NUMBER);

    assertThat(shop.rows(select(pairs.column(key), pairs.column(text))))
        .containsExactly(new Row2<>("k", "v"));
    assertThat(
            shop.rows(
                select(side.column(x), side.column(y), side.column(NUMBER)),
                "SELECT s.x, s.y, s.nr FROM ROWS FROM (generate_series(1, 2), generate_series(7,"
                    + " 7)) WITH ORDINALITY AS s (x, y, nr)"))
        .containsExactly(new Row3<>(1, 7, 1L), new Row3<>(2, null, 2L));
  }

  @Test
  void usesColumnsOfTheSourcesBefore() {
    TableFunction<Integer> years = series(literal(19), USER_AGE, "y");

    assertThat(
            shop.rows(
                select(USER_NAME, years.column()).from(USER, years).where(USER_NAME.eq("bob")),
                "SELECT user_account.name, y.y FROM user_account, generate_series(19,"
                    + " user_account.age) AS y WHERE user_account.name = ?"))
        .containsExactly(new Row2<>("bob", 19), new Row2<>("bob", 20));
  }
}
