package org.aludel.sql.function;

import static org.aludel.sql.Sql.avg;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.selectRow;
import static org.aludel.sql.Sql.sum;
import static org.aludel.sql.Sql.table;
import static org.aludel.sql.function.Aggregates.arrayAgg;
import static org.aludel.sql.function.Aggregates.stringAgg;
import static org.aludel.sql.function.Windows.currentRow;
import static org.aludel.sql.function.Windows.following;
import static org.aludel.sql.function.Windows.orderedBy;
import static org.aludel.sql.function.Windows.partitionBy;
import static org.aludel.sql.function.Windows.preceding;
import static org.aludel.sql.function.Windows.rank;
import static org.aludel.sql.function.Windows.rowNumber;
import static org.aludel.sql.function.Windows.unboundedFollowing;
import static org.aludel.sql.function.Windows.unboundedPreceding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aludel.engine.Engine;
import org.aludel.sql.Answer;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Expression;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Row2;
import org.aludel.sql.Select;
import org.aludel.sql.Shop;
import org.aludel.sql.Window;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Aggregates and windows over a few sales, with their SQL and the server's answer. */
@PostgresTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AggregateAnswersTest {
  private static final NamedTable SALE = table("sale");
  private static final ColumnReference<Integer> ID = SALE.c("id", SqlTypes.INTEGER);
  private static final ColumnReference<String> REGION = SALE.c("region", SqlTypes.TEXT);
  private static final ColumnReference<Integer> AMOUNT = SALE.c("amount", SqlTypes.INTEGER);

  private final Engine engine;

  AggregateAnswersTest(TestDatabase database) {
    database.run(
        """
        CREATE TABLE sale (id integer PRIMARY KEY, region text, amount integer);
        INSERT INTO sale VALUES (1, 'north', 10), (2, 'north', 20), (3, 'south', 20), (4, NULL, 5);
        """);
    engine = Engine.create(database.dataSource());
  }

  @AfterAll
  void close() {
    engine.close();
  }

  private static <T> Answer<T> answer(
      String sql, Expression<T> expression, @Nullable Object expected) {
    return new Answer<>(sql, expression, expected, SALE);
  }

  @ParameterizedTest
  @MethodSource({"aggregates", "figures", "windows", "windowFunctions"})
  void theServerAnswers(Answer<?> answer) {
    answer.ask(engine);
  }

  @Test
  void keysDifferWhereverTextsDo() {
    List<Answer<?>> all =
        Stream.of(aggregates(), figures(), windows(), windowFunctions())
            .flatMap(answers -> answers)
            .collect(Collectors.toList());

    assertThat(all.stream().map(Answer::sql).distinct().count()).isEqualTo(all.size());
    assertThat(all.stream().map(Answer::key).distinct().count()).isEqualTo(all.size());
  }

  static Stream<Answer<?>> aggregates() {
    return Stream.of(
        answer("count(DISTINCT sale.amount)", count(AMOUNT).distinct(), 3L),
        answer("count(*) FILTER (WHERE sale.amount > ?)", count().filter(AMOUNT.gt(5)), 3L),
        answer(
            "count(*) FILTER (WHERE sale.amount > ? AND sale.region = ?)",
            count().filter(AMOUNT.gt(5)).filter(REGION.eq("south")),
            1L),
        answer("sum(sale.amount)", sum(AMOUNT), new BigDecimal("55")),
        answer("avg(sale.amount)", avg(AMOUNT), new BigDecimal("13.75")),
        answer(
            "array_agg(sale.id ORDER BY sale.amount DESC, sale.id)",
            arrayAgg(ID).orderBy(AMOUNT.desc(), ID),
            List.of(2, 3, 1, 4)),
        answer(
            "array_agg(DISTINCT sale.amount ORDER BY sale.amount)",
            arrayAgg(AMOUNT).distinct().orderBy(AMOUNT),
            List.of(5, 10, 20)),
        answer(
            "string_agg(sale.region, ', ' ORDER BY sale.id DESC)",
            stringAgg(REGION, ", ").orderBy(ID.desc()),
            "south, north, north"),
        answer(
            "json_agg(sale.id ORDER BY sale.id)",
            Aggregates.jsonAgg(ID).orderBy(ID),
            "[1, 2, 3, 4]"),
        answer(
            "jsonb_agg(sale.region ORDER BY sale.id) FILTER (WHERE sale.region IS NOT NULL)",
            Aggregates.jsonbAgg(REGION).orderBy(ID).filter(REGION.isNotNull()),
            "[\"north\", \"north\", \"south\"]"),
        answer(
            "json_object_agg(sale.id, sale.amount ORDER BY sale.id) FILTER (WHERE sale.id < ?)",
            Aggregates.jsonObjectAgg(ID, AMOUNT).orderBy(ID).filter(ID.lt(2)),
            "{ \"1\" : 10 }"),
        answer(
            "jsonb_object_agg(sale.id, sale.amount) FILTER (WHERE sale.id < ?)",
            Aggregates.jsonbObjectAgg(ID, AMOUNT).filter(ID.lt(3)),
            "{\"1\": 10, \"2\": 20}"));
  }

  static Stream<Answer<?>> figures() {
    return Stream.of(
        answer("bool_and(sale.amount > ?)", Aggregates.boolAnd(AMOUNT.gt(5)), false),
        answer("bool_or(sale.amount > ?)", Aggregates.boolOr(AMOUNT.gt(5)), true),
        answer("bit_and(sale.amount)", Aggregates.bitAndAgg(AMOUNT), 0),
        answer("bit_or(sale.amount)", Aggregates.bitOrAgg(AMOUNT), 31),
        answer("var_pop(sale.id)", Aggregates.variancePop(ID), new BigDecimal("1.25")),
        answer(
            "stddev_samp(sale.id) FILTER (WHERE sale.id = ?)",
            Aggregates.stddev(ID).filter(ID.eq(1)),
            null),
        answer("corr(sale.id, sale.id)", Aggregates.correlation(ID, ID), 1.0),
        answer(
            "percentile_cont(CAST(? AS double precision)) WITHIN GROUP (ORDER BY sale.amount)",
            Aggregates.percentileCont(0.5, AMOUNT),
            15.0),
        answer(
            "percentile_disc(CAST(? AS double precision)) WITHIN GROUP (ORDER BY sale.amount)",
            Aggregates.percentileDisc(0.5, AMOUNT),
            10),
        answer("mode() WITHIN GROUP (ORDER BY sale.amount)", Aggregates.mode(AMOUNT), 20),
        answer(
            "rank(CAST(? AS integer)) WITHIN GROUP (ORDER BY sale.amount)",
            Aggregates.rankAmong(25, AMOUNT),
            5L),
        answer(
            "dense_rank(CAST(? AS integer)) WITHIN GROUP (ORDER BY sale.amount)",
            Aggregates.denseRankAmong(25, AMOUNT),
            4L),
        answer(
            "percent_rank(CAST(? AS integer)) WITHIN GROUP (ORDER BY sale.amount)",
            Aggregates.percentRankAmong(25, AMOUNT),
            1.0),
        answer(
            "CAST(count(*) FILTER (WHERE sale.region IS NULL) AS double precision)"
                + " / CAST(nullif(count(*), ?) AS double precision)",
            Aggregates.share(REGION.isNull()),
            0.25));
  }

  static Stream<Answer<?>> windows() {
    Window byRegion = partitionBy(REGION).orderBy(AMOUNT.desc());
    return Stream.of(
        answer("count(*) OVER ()", count().over(), 4L),
        answer(
            "count(*) FILTER (WHERE sale.amount > ?) OVER (PARTITION BY sale.region)",
            count().filter(AMOUNT.gt(5)).over(partitionBy(REGION)),
            2L),
        answer(
            "rank() OVER (PARTITION BY sale.region ORDER BY sale.amount DESC)",
            rank().over(byRegion),
            1L),
        answer(
            "sum(sale.amount) OVER (ORDER BY sale.id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT"
                + " ROW)",
            sum(AMOUNT).over(orderedBy(ID).rows(unboundedPreceding(), currentRow())),
            new BigDecimal("10")),
        answer(
            "sum(sale.amount) OVER (ORDER BY sale.id"
                + " RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE CURRENT ROW)",
            sum(AMOUNT)
                .over(
                    orderedBy(ID)
                        .range(preceding(1), following(1))
                        .excluding(Window.Exclusion.CURRENT_ROW)),
            new BigDecimal("20")),
        answer(
            "count(*) OVER (ORDER BY sale.amount"
                + " GROUPS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING EXCLUDE TIES)",
            count()
                .over(
                    orderedBy(AMOUNT)
                        .groups(currentRow(), unboundedFollowing())
                        .excluding(Window.Exclusion.TIES)),
            4L),
        answer(
            "count(*) OVER (ORDER BY sale.amount"
                + " GROUPS BETWEEN 1 PRECEDING AND ? FOLLOWING EXCLUDE GROUP)",
            count()
                .over(
                    orderedBy(AMOUNT)
                        .groups(preceding(1), following(org.aludel.sql.Sql.value(1)))
                        .excluding(Window.Exclusion.GROUP)),
            1L));
  }

  static Stream<Answer<?>> windowFunctions() {
    return Stream.of(
        answer("row_number() OVER (ORDER BY sale.id)", rowNumber().over(orderedBy(ID)), 1L),
        answer("dense_rank() OVER (ORDER BY sale.id)", Windows.denseRank().over(orderedBy(ID)), 1L),
        answer(
            "percent_rank() OVER (ORDER BY sale.id)",
            Windows.percentRank().over(orderedBy(ID)),
            0.0),
        answer("cume_dist() OVER (ORDER BY sale.id)", Windows.cumeDist().over(orderedBy(ID)), 0.25),
        answer("ntile(?) OVER (ORDER BY sale.id)", Windows.ntile(2).over(orderedBy(ID)), 1),
        answer(
            "lag(sale.amount) OVER (ORDER BY sale.id)",
            Windows.lag(AMOUNT).over(orderedBy(ID)),
            null),
        answer(
            "lag(sale.amount, ?, CAST(? AS integer)) OVER (ORDER BY sale.id)",
            Windows.lag(AMOUNT, 1, -1).over(orderedBy(ID)),
            -1),
        answer(
            "lead(sale.amount) OVER (ORDER BY sale.id)",
            Windows.lead(AMOUNT).over(orderedBy(ID)),
            20),
        answer(
            "lead(sale.amount, ?, CAST(? AS integer)) OVER (ORDER BY sale.id)",
            Windows.lead(AMOUNT, 9, -1).over(orderedBy(ID)),
            -1),
        answer(
            "first_value(sale.id) OVER (ORDER BY sale.id)",
            Windows.firstValue(ID).over(orderedBy(ID)),
            1),
        answer(
            "last_value(sale.id) OVER (ORDER BY sale.id)",
            Windows.lastValue(ID).over(orderedBy(ID)),
            1),
        answer(
            "nth_value(sale.id, ?) OVER (ORDER BY sale.id)",
            Windows.nthValue(ID, 2).over(orderedBy(ID)),
            null));
  }

  @Test
  void aQueryNamesWindowsForItsFunctions() {
    Select<Row2<Long, BigDecimal>> select =
        select(
                rank().over("w"),
                sum(AMOUNT).over(Window.named("w").rows(currentRow(), currentRow())))
            .from(SALE)
            .window("w", partitionBy(REGION).orderBy(AMOUNT.desc()))
            .window("rest", Windows.window())
            .orderBy(ID);

    assertThat(Shop.sql(select))
        .isEqualTo(
            "SELECT rank() OVER w, sum(sale.amount) OVER (w ROWS BETWEEN CURRENT ROW AND CURRENT"
                + " ROW) FROM sale WINDOW w AS (PARTITION BY sale.region ORDER BY sale.amount"
                + " DESC), rest AS () ORDER BY sale.id");
    assertThat(engine.execute(select).get(0)).isEqualTo(new Row2<>(2L, new BigDecimal("10")));
  }

  @Test
  void anAggregateIsNamedInTheResultAsTheServerNamesIt() {
    assertThat(
            engine
                .execute(
                    selectRow(
                            count().filter(AMOUNT.gt(5)),
                            rank().over("w"),
                            count(AMOUNT).distinct())
                        .from(SALE)
                        .groupBy(REGION)
                        .window("w", orderedBy(REGION)))
                .get(0)
                .labels())
        .containsExactly("count", "rank", "count");
    assertThat(
            select(count().filter(AMOUNT.gt(5)))
                .from(SALE)
                .as("s")
                .c("count", SqlTypes.BIGINT)
                .name())
        .isEqualTo("count");
  }

  @Test
  void anExclusionNeedsAFrame() {
    assertThatThrownBy(() -> orderedBy(ID).excluding(Window.Exclusion.TIES))
        .hasMessageContaining("cannot build EXCLUDE of a window")
        .hasMessageContaining("rows(…), range(…) or groups(…)");
  }

  @Test
  void anAggregateStandsInHavingAndOrder() {
    Select<Integer> select =
        select(literal(1))
            .from(SALE)
            .groupBy(REGION)
            .having(count().filter(AMOUNT.gt(5)).gt(1L))
            .orderBy(sum(AMOUNT).filter(AMOUNT.gt(0)).desc());

    assertThat(Shop.sql(select))
        .isEqualTo(
            "SELECT 1 FROM sale GROUP BY sale.region"
                + " HAVING count(*) FILTER (WHERE sale.amount > ?) > ?"
                + " ORDER BY sum(sale.amount) FILTER (WHERE sale.amount > ?) DESC");
    assertThat(engine.execute(select)).containsExactly(1);
  }
}
