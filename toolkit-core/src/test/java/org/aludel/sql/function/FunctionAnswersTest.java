package org.aludel.sql.function;

import static org.aludel.sql.Sql.array;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aludel.engine.Engine;
import org.aludel.sql.Answer;
import org.aludel.sql.Expression;
import org.aludel.sql.Operation.DatePart;
import org.aludel.sql.Sql;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.aludel.type.value.Interval;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each function of the catalogue with its SQL and the server's answer. */
@PostgresTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FunctionAnswersTest {
  private static final Expression<String> TEXT = literal("Aludel");
  private static final Expression<BigDecimal> PI = literal("3.14159").cast(SqlTypes.NUMERIC);
  private static final String PI_SQL = "CAST('3.14159' AS numeric)";
  private static final Expression<LocalDate> DAY =
      literal(SqlTypes.DATE, LocalDate.of(2026, 11, 28));
  private static final String DAY_SQL = "'2026-11-28'::date";
  private static final Expression<LocalDateTime> TIME =
      literal(SqlTypes.TIMESTAMP, LocalDateTime.of(2026, 11, 28, 10, 30));
  private static final String TIME_SQL = "'2026-11-28T10:30'::timestamp";
  private static final Expression<OffsetDateTime> MOMENT =
      literal(SqlTypes.TIMESTAMPTZ, OffsetDateTime.parse("2026-11-28T10:30:00Z"));
  private static final String MOMENT_SQL = "'2026-11-28T10:30Z'::timestamptz";
  private static final Interval MONTH = Interval.of(Period.ofMonths(1));
  private static final Interval HOURS = Interval.of(Duration.ofHours(36));

  private final Engine engine;

  FunctionAnswersTest(TestDatabase database) {
    engine = Engine.create(database.dataSource());
  }

  @AfterAll
  void close() {
    engine.close();
  }

  @ParameterizedTest
  @MethodSource({"texts", "numbers", "dates", "documents"})
  void theServerAnswers(Answer<?> answer) {
    answer.ask(engine);
  }

  @Test
  void keysDifferWhereverTextsDo() {
    List<Answer<?>> all =
        Stream.of(texts(), numbers(), dates(), documents())
            .flatMap(answers -> answers)
            .collect(Collectors.toList());

    long texts = all.stream().map(Answer::sql).distinct().count();
    assertThat(all.stream().map(Answer::key).distinct().count()).isEqualTo(texts);
  }

  static Stream<Answer<?>> texts() {
    return Stream.of(
        Answer.of("length('Aludel')", TextFunctions.length(TEXT), 6),
        Answer.of("octet_length('Aludel')", TextFunctions.octetLength(TEXT), 6),
        Answer.of("substring('Aludel', ?)", TextFunctions.substring(TEXT, 2), "ludel"),
        Answer.of("substring('Aludel', ?, ?)", TextFunctions.substring(TEXT, 2, 3), "lud"),
        Answer.of("left('Aludel', ?)", TextFunctions.left(TEXT, -4), "Al"),
        Answer.of("right('Aludel', ?)", TextFunctions.right(TEXT, 3), "del"),
        Answer.of("btrim('Aludel')", TextFunctions.trim(TEXT), "Aludel"),
        Answer.of("btrim('Aludel', ?)", TextFunctions.trim(TEXT, "Al"), "ude"),
        Answer.of("ltrim('Aludel')", TextFunctions.trimStart(TEXT), "Aludel"),
        Answer.of("rtrim('Aludel')", TextFunctions.trimEnd(TEXT), "Aludel"),
        Answer.of("lpad('Aludel', ?, ?)", TextFunctions.padStart(TEXT, 8, "-"), "--Aludel"),
        Answer.of("rpad('Aludel', ?, ?)", TextFunctions.padEnd(TEXT, 8, "-"), "Aludel--"),
        Answer.of("replace('Aludel', ?, ?)", TextFunctions.replace(TEXT, "del", "x"), "Alux"),
        Answer.of("translate('Aludel', ?, ?)", TextFunctions.translate(TEXT, "le", "1"), "A1ud1"),
        Answer.of("strpos('Aludel', ?)", TextFunctions.position(TEXT, "del"), 4),
        Answer.of("repeat('Aludel', ?)", TextFunctions.repeat(TEXT, 2), "AludelAludel"),
        Answer.of("reverse('Aludel')", TextFunctions.reverse(TEXT), "ledulA"),
        Answer.of("initcap('Aludel')", TextFunctions.initcap(TEXT), "Aludel"),
        Answer.of("split_part('Aludel', ?, ?)", TextFunctions.splitPart(TEXT, "u", 2), "del"),
        Answer.of(
            "string_to_array('Aludel', ?)", TextFunctions.split(TEXT, "u"), List.of("Al", "del")),
        Answer.of("concat('Aludel', 1)", TextFunctions.concatenation(TEXT, literal(1)), "Aludel1"),
        Answer.of(
            "concat_ws(?, 'Aludel', 1)", TextFunctions.joined("-", TEXT, literal(1)), "Aludel-1"),
        Answer.of(
            "regexp_replace('Aludel', ?, ?)",
            TextFunctions.regexReplace(TEXT, "(l)", "<\\1>"),
            "A<l>udel"),
        Answer.of(
            "regexp_replace('Aludel', ?, ?, ?)",
            TextFunctions.regexReplace(TEXT, "L", "_", "gi"),
            "A_ude_"),
        Answer.of(
            "regexp_match('Aludel', ?)",
            TextFunctions.regexGroups(TEXT, "(l)(.)"),
            List.of("l", "u")),
        Answer.of(
            "regexp_split_to_array('Aludel', ?)",
            TextFunctions.regexSplit(TEXT, "[ue]"),
            List.of("Al", "d", "l")),
        Answer.of("md5('Aludel')", TextFunctions.md5(TEXT), "b5944825e0aac9dbbf70417011c35f20"),
        Answer.of(
            "to_char(" + DAY_SQL + ", ?)", TextFunctions.format(DAY, "DD.MM.YYYY"), "28.11.2026"),
        Answer.of("lower('Aludel')", Sql.lower(TEXT), "aludel"),
        Answer.of("upper('Aludel')", Sql.upper(TEXT), "ALUDEL"));
  }

  static Stream<Answer<?>> numbers() {
    return Stream.of(
        Answer.of("abs(-3)", NumberFunctions.abs(literal(-3)), 3),
        Answer.of(
            "sign(CAST(-3 AS numeric))", NumberFunctions.sign(literal(-3)), new BigDecimal("-1")),
        Answer.of("ceil(" + PI_SQL + ")", NumberFunctions.ceil(PI), new BigDecimal("4")),
        Answer.of("floor(" + PI_SQL + ")", NumberFunctions.floor(PI), new BigDecimal("3")),
        Answer.of("round(" + PI_SQL + ")", NumberFunctions.round(PI), new BigDecimal("3")),
        Answer.of("round(" + PI_SQL + ", ?)", NumberFunctions.round(PI, 2), new BigDecimal("3.14")),
        Answer.of(
            "trunc(" + PI_SQL + ", ?)", NumberFunctions.truncate(PI, 4), new BigDecimal("3.1415")),
        Answer.of(
            "CAST(2 AS double precision) ^ CAST(10 AS double precision)",
            NumberFunctions.power(literal(2), literal(10)),
            1024.0),
        Answer.of("sqrt(CAST(9 AS double precision))", NumberFunctions.sqrt(literal(9)), 3.0),
        Answer.of("ln(CAST(1 AS double precision))", NumberFunctions.ln(literal(1)), 0.0),
        Answer.of("exp(CAST(0 AS double precision))", NumberFunctions.exp(literal(0)), 1.0),
        Answer.of(
            "random() < CAST(? AS double precision)",
            NumberFunctions.random().lt(value(1.0).cast(SqlTypes.DOUBLE)),
            true),
        Answer.of(
            "width_bucket(CAST(? AS double precision), CAST(? AS double precision),"
                + " CAST(? AS double precision), ?)",
            NumberFunctions.widthBucket(value(5.0).cast(SqlTypes.DOUBLE), 0, 10, 4),
            3));
  }

  static Stream<Answer<?>> dates() {
    return Stream.of(
        Answer.of("CURRENT_DATE >= " + DAY_SQL, DateFunctions.currentDate().ge(DAY), true),
        Answer.of("LOCALTIMESTAMP IS NULL", DateFunctions.localTimestamp().isNull(), false),
        Answer.of("LOCALTIME IS NULL", DateFunctions.localTime().isNull(), false),
        Answer.of("clock_timestamp() >= now()", DateFunctions.clockTimestamp().ge(Sql.now()), true),
        Answer.of(
            "EXTRACT(DOY FROM " + DAY_SQL + ")",
            DateFunctions.extract(DatePart.DOY, DAY),
            new BigDecimal("332")),
        Answer.of(
            "date_trunc('month', " + TIME_SQL + ")",
            DateFunctions.dateTrunc(DatePart.MONTH, TIME),
            LocalDateTime.of(2026, 11, 1, 0, 0)),
        Answer.of(
            TIME_SQL + " + CAST(? AS interval)",
            DateFunctions.plus(TIME, HOURS),
            LocalDateTime.of(2026, 11, 29, 22, 30)),
        Answer.of(
            "CAST(" + DAY_SQL + " - CAST(? AS interval) AS date)",
            DateFunctions.minus(DAY, MONTH),
            LocalDate.of(2026, 10, 28)),
        Answer.of(DAY_SQL + " + ?", DateFunctions.plusDays(DAY, 4), LocalDate.of(2026, 12, 2)),
        Answer.of(
            DAY_SQL + " - (" + DAY_SQL + " + ?)",
            DateFunctions.daysBetween(DateFunctions.plusDays(DAY, 3), DAY),
            -3),
        Answer.of(
            TIME_SQL + " + CAST(? AS interval) - " + TIME_SQL,
            DateFunctions.between(TIME, DateFunctions.plus(TIME, HOURS)),
            new Interval(0, 1, Duration.ofHours(12).toNanos() / 1000)),
        Answer.of(
            "age(" + TIME_SQL + " + CAST(? AS interval), " + TIME_SQL + ")",
            DateFunctions.age(TIME, DateFunctions.plus(TIME, MONTH)),
            MONTH),
        Answer.of(
            "CAST(? AS interval) * CAST(? AS double precision)",
            DateFunctions.times(DateFunctions.interval(HOURS), 2),
            Interval.of(Duration.ofHours(72))),
        Answer.of(
            MOMENT_SQL + " AT TIME ZONE ?",
            DateFunctions.atZone(MOMENT, "Europe/Berlin"),
            LocalDateTime.of(2026, 11, 28, 11, 30)),
        Answer.of(
            "(" + TIME_SQL + " + CAST(? AS interval)) AT TIME ZONE ?",
            DateFunctions.inZone(DateFunctions.plus(TIME, HOURS), "Europe/Berlin"),
            OffsetDateTime.parse("2026-11-29T21:30:00Z")),
        Answer.of(
            "(" + TIME_SQL + ", " + TIME_SQL + ") OVERLAPS (" + TIME_SQL + ", " + TIME_SQL + ")",
            DateFunctions.overlaps(TIME, TIME, TIME, TIME),
            true),
        Answer.of(
            "make_date(2026, 2, 1)",
            DateFunctions.makeDate(literal(2026), literal(2), literal(1)),
            LocalDate.of(2026, 2, 1)),
        Answer.of(
            "to_timestamp(CAST(? AS double precision))",
            DateFunctions.ofEpoch(value(0.0).cast(SqlTypes.DOUBLE)),
            OffsetDateTime.parse("1970-01-01T00:00:00Z")));
  }

  static Stream<Answer<?>> documents() {
    Map<String, Expression<?>> members = new LinkedHashMap<>();
    members.put("a", literal(1));
    members.put("b", array(literal("x")));
    return Stream.of(
        Answer.of("to_jsonb(1)", JsonFunctions.toJsonb(literal(1)), "1"),
        Answer.of(
            "jsonb_build_array(1, 'x')",
            JsonFunctions.jsonbArray(literal(1), literal("x")),
            "[1, \"x\"]"),
        Answer.of(
            "jsonb_build_object('a', 1, 'b', ARRAY['x'])",
            JsonFunctions.jsonbObject(members),
            "{\"a\": 1, \"b\": [\"x\"]}"),
        Answer.of(
            "jsonb_strip_nulls(jsonb_build_object('a', CAST(NULL AS integer)))",
            JsonFunctions.stripNulls(JsonFunctions.jsonbObject("a", Sql.nullOf(SqlTypes.INTEGER))),
            "{}"),
        Answer.of(
            "jsonb_pretty(to_jsonb(1))",
            JsonFunctions.pretty(JsonFunctions.toJsonb(literal(1))),
            "1"),
        Answer.of(
            "array_cat(ARRAY[1], ARRAY[2])",
            ArrayFunctions.arrayConcat(array(literal(1)), array(literal(2))),
            List.of(1, 2)),
        Answer.of(
            "array_replace(ARRAY[1], 1, 3)",
            ArrayFunctions.arrayReplace(array(literal(1)), literal(1), literal(3)),
            List.of(3)),
        Answer.of(
            "array_fill(CAST(7 AS integer), CAST(? AS integer[]))",
            ArrayFunctions.arrayFill(literal(7), 2),
            List.of(7, 7)),
        Answer.of("unnest(ARRAY[5])", ArrayFunctions.unnest(array(literal(5))), 5),
        Answer.of(
            "make_interval(days => 2)",
            Sql.function(
                "make_interval",
                org.aludel.type.PostgresTypes.INTERVAL,
                Sql.argument("days", literal(2))),
            Interval.of(Period.ofDays(2))));
  }

  private static final NamedFunction<Integer> STRPOS =
      NamedFunction.of("pg_catalog.strpos", SqlTypes.INTEGER, SqlTypes.TEXT, SqlTypes.TEXT);

  @Test
  void aDeclaredFunctionTakesExpressionsAndValues() {
    Answer.of("pg_catalog.strpos('Aludel', ?)", STRPOS.call(TEXT, "u"), 3).ask(engine);
  }

  @Test
  void aDeclaredFunctionRefusesOtherArguments() {
    assertThatThrownBy(() -> STRPOS.call(TEXT))
        .hasMessageContaining("ORM-SQL-UNSUPPORTED-STATEMENT")
        .hasMessageContaining("1 arguments")
        .hasMessageContaining("2, as declared");
    assertThatThrownBy(() -> STRPOS.call(TEXT, 5))
        .hasMessageContaining("ORM-TYPE-WRONG-VALUE")
        .hasMessageContaining("argument 2 of class java.lang.Integer");
  }

  @Test
  void dateArithmeticStandsInConditions() {
    assertThat(engine.execute(select(DAY).where(DateFunctions.plus(DAY, MONTH).gt(DAY))))
        .containsExactly(LocalDate.of(2026, 11, 28));
  }
}
