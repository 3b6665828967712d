package org.aludel.sql;

import static org.aludel.sql.Sql.all;
import static org.aludel.sql.Sql.always;
import static org.aludel.sql.Sql.and;
import static org.aludel.sql.Sql.any;
import static org.aludel.sql.Sql.array;
import static org.aludel.sql.Sql.caseOf;
import static org.aludel.sql.Sql.coalesce;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.never;
import static org.aludel.sql.Sql.not;
import static org.aludel.sql.Sql.nullOf;
import static org.aludel.sql.Sql.row;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.value;
import static org.aludel.sql.Sql.when;
import static org.aludel.sql.function.ArrayFunctions.emptyArray;
import static org.aludel.sql.function.Conditionals.greatest;
import static org.aludel.sql.function.Conditionals.least;
import static org.aludel.sql.function.Conditionals.nullIf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aludel.engine.Engine;
import org.aludel.sql.operator.ArrayExpression;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Operators and constructs, each with its SQL and the server's answer. */
@PostgresTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OperatorAnswersTest {
  private static final Expression<Integer> ONE = literal(1);
  private static final Expression<Integer> TWO = literal(2);
  private static final Expression<String> TEXT = literal("Aludel 50%");
  private static final Expression<Integer> NONE = nullOf(SqlTypes.INTEGER);

  private final Engine engine;

  OperatorAnswersTest(TestDatabase database) {
    engine = Engine.create(database.dataSource());
  }

  @AfterAll
  void close() {
    engine.close();
  }

  @ParameterizedTest
  @MethodSource({"comparisons", "patterns", "arithmetic", "constructs", "rows", "logic"})
  void theServerAnswers(Answer<?> answer) {
    answer.ask(engine);
  }

  @Test
  void keysDifferWhereverTextsDo() {
    List<Answer<?>> all =
        Stream.of(comparisons(), patterns(), arithmetic(), constructs(), rows(), logic())
            .flatMap(answers -> answers)
            .collect(Collectors.toList());

    assertThat(all.stream().map(Answer::sql).distinct().count()).isEqualTo(all.size());
    assertThat(all.stream().map(Answer::key).distinct().count()).isEqualTo(all.size());
  }

  static Stream<Answer<?>> comparisons() {
    String none = "CAST(NULL AS integer)";
    return Stream.of(
        Answer.of("1 IS DISTINCT FROM " + none, ONE.isDistinctFrom(NONE), true),
        Answer.of(none + " IS NOT DISTINCT FROM ?", NONE.isNotDistinctFrom((Integer) null), true),
        Answer.of("? IS DISTINCT FROM ?", value(1).isDistinctFrom(1), false),
        Answer.of("2 BETWEEN SYMMETRIC ? AND ?", TWO.betweenSymmetric(3, 1), true),
        Answer.of("2 NOT BETWEEN ? AND ?", not(TWO.between(3, 1)), true),
        Answer.of("1 = ANY (?)", ONE.in(1, 2), true),
        Answer.of("2 <> ALL (?)", not(TWO.in(1, 2)), false),
        Answer.of("1 IN (SELECT 2)", ONE.in(select(TWO)), false),
        Answer.of("1 NOT IN (SELECT 2)", ONE.notIn(select(TWO)), true),
        Answer.of("2 > ANY (SELECT 1)", TWO.gt(any(select(ONE))), true),
        Answer.of("2 <= ALL (SELECT 1)", TWO.le(all(select(ONE))), false),
        Answer.of("2 = ANY(ARRAY[1, 2])", TWO.eq(any(array(ONE, TWO))), true),
        Answer.of("2 >= ALL(ARRAY[1, 2])", TWO.ge(all(array(ONE, TWO))), true),
        Answer.of("2 = ANY(ARRAY[1])", TWO.in(array(ONE)), false),
        Answer.of("'a' COLLATE \"C\" < 'B'", literal("a").collate("C").lt(literal("B")), false));
  }

  static Stream<Answer<?>> patterns() {
    return Stream.of(
        Answer.of("'Aludel 50%' LIKE ?", TEXT.like("A%"), true),
        Answer.of("'Aludel 50%' NOT LIKE ?", not(TEXT.like("a%")), true),
        Answer.of("'Aludel 50%' ILIKE ?", TEXT.ilike("a%"), true),
        Answer.of("'Aludel 50%' NOT ILIKE ?", not(TEXT.ilike("a%")), false),
        Answer.of("'Aludel 50%' LIKE ? ESCAPE '!'", TEXT.like("%0!%").escapedBy('!'), true),
        Answer.of("'Aludel 50%' LIKE ? ESCAPE '/'", TEXT.contains("0%"), true),
        Answer.of("? LIKE ? ESCAPE '/'", value("a_b").startsWith("a_"), true),
        Answer.of("'ab' LIKE ? ESCAPE '/'", literal("ab").endsWith("_"), false),
        Answer.of(
            "'50%' LIKE replace(replace(replace('0%', '/', '//'), '%', '/%'), '_', '/_') || '%'"
                + " ESCAPE '/'",
            literal("50%").startsWith(literal("0%")), false),
        Answer.of(
            "'50%' LIKE '%' || replace(replace(replace('0%', '/', '//'), '%', '/%'), '_', '/_')"
                + " ESCAPE '/'",
            literal("50%").endsWith(literal("0%")), true),
        Answer.of(
            "'a' LIKE '%' || replace(replace(replace('_', '/', '//'), '%', '/%'), '_', '/_')"
                + " || '%' ESCAPE '/'",
            literal("a").contains(literal("_")), false),
        Answer.of("'abc' SIMILAR TO ?", literal("abc").similarTo("(a|x)b_"), true),
        Answer.of("'abc' NOT SIMILAR TO ?", not(literal("abc").similarTo("a|b")), true),
        Answer.of("'abc' ~ ?", literal("abc").matchesRegex("^a.c$"), true),
        Answer.of("'abc' !~ ?", not(literal("abc").matchesRegex("^A")), true),
        Answer.of("'abc' ~* ?", literal("abc").matchesRegexIgnoringCase("^A"), true),
        Answer.of("'abc' !~* ?", not(literal("abc").matchesRegexIgnoringCase("^A")), false));
  }

  static Stream<Answer<?>> arithmetic() {
    return Stream.of(
        Answer.of("7 % ?", literal(7).modulo(4), 3),
        Answer.of("6 & ?", literal(6).bitAnd(3), 2),
        Answer.of("6 | 1", literal(6).bitOr(ONE), 7),
        Answer.of("6 # ?", literal(6).bitXor(3), 5),
        Answer.of("~ 6", literal(6).bitNot(), -7),
        Answer.of("~ (6 & 2)", literal(6).bitAnd(TWO).bitNot(), -3),
        Answer.of("1 << ?", ONE.shiftLeft(4), 16),
        Answer.of("16 >> ?", literal(16).shiftRight(2), 4),
        Answer.of("(1 << ?) + 1", ONE.shiftLeft(4).plus(ONE), 17),
        Answer.of("1 << 2 + 1", ONE.op("<<", TWO.plus(ONE), SqlTypes.INTEGER), 8),
        Answer.of("'a' || 'b' || ?", literal("a").concat(literal("b")).concat("c"), "abc"),
        Answer.of(
            "2 ^ 3 ^ 2",
            literal(2)
                .op("^", Scalar.Rank.POWER, literal(3), SqlTypes.DOUBLE)
                .op("^", Scalar.Rank.POWER, TWO, SqlTypes.DOUBLE),
            64.0),
        Answer.of(
            "1 OPERATOR(pg_catalog.+) 2",
            ONE.op("OPERATOR(pg_catalog.+)", TWO, SqlTypes.INTEGER),
            3),
        Answer.of("ARRAY[1] @> ARRAY[2]", array(ONE).is("@>", array(TWO)), false));
  }

  static Stream<Answer<?>> constructs() {
    return Stream.of(
        Answer.of(
            "CASE WHEN 1 = 2 THEN 'a' ELSE ? END",
            when(ONE.eq(TWO), literal("a")).otherwise("b"),
            "b"),
        Answer.of(
            "CASE 2 WHEN ? THEN 'one' WHEN ? THEN ? ELSE ? END",
            caseOf(TWO).when(1, literal("one")).when(2, "two").otherwise("more"),
            "two"),
        Answer.of("coalesce(CAST(NULL AS integer), 1)", coalesce(NONE, ONE), 1),
        Answer.of("nullif(1, ?)", nullIf(ONE, 1), null),
        Answer.of("greatest(1, 2, CAST(NULL AS integer))", greatest(ONE, TWO, NONE), 2),
        Answer.of("least(1, 2)", least(ONE, TWO), 1),
        Answer.of("CAST(ARRAY[] AS integer[])", emptyArray(SqlTypes.INTEGER), List.of()),
        Answer.of("ARRAY[1, ?]", array(ONE, value(2)), List.of(1, 2)),
        Answer.of("ARRAY(SELECT 1)", array(select(ONE)), List.of(1)),
        Answer.of("(ARRAY[1, 2])[2]", ArrayExpression.of(array(ONE, TWO)).at(2), 2),
        Answer.of(
            "(ARRAY[1, 2])[1:1]", ArrayExpression.of(array(ONE, TWO)).slice(1, 1), List.of(1)),
        Answer.of("CAST(1 AS text)", ONE.cast(SqlTypes.TEXT), "1"),
        Answer.of("'1' || CAST(1 AS text)", literal("1").concat(ONE.cast(SqlTypes.TEXT)), "11"));
  }

  static Stream<Answer<?>> rows() {
    Operation.RowValue<Row2<Integer, String>> pair = row(ONE, literal("a"));
    return Stream.of(
        Answer.of("(1, 'a')", pair, new Row2<>(1, "a")),
        Answer.of("(1, 'a') = (?, ?)", pair.eq(new Row2<>(1, "a")), true),
        Answer.of("(1, 'a') < (1, 'b')", pair.lt(row(ONE, literal("b"))), true),
        Answer.of("(1, 'a') = (SELECT 1, 'a')", pair.eq(select(ONE, literal("a"))), true),
        Answer.of("(1, 'a') IN (SELECT 1, 'b')", pair.in(select(ONE, literal("b"))), false),
        Answer.of("(1, 'a') = ANY (SELECT 1, 'a')", pair.eq(any(select(ONE, literal("a")))), true),
        Answer.of(
            "(1, 'a') IN (SELECT * FROM unnest(?, ?))",
            pair.in(new Row2<>(2, "a"), new Row2<>(1, "a")),
            true),
        Answer.of("(1, 'a') NOT IN (SELECT * FROM unnest(?, ?))", pair.notIn(List.of()), true),
        Answer.of("(1, 'a') IS NULL", pair.isNull(), false),
        Answer.of("NOT ((1, 'a') IS NULL)", not(pair.isNull()), true));
  }

  static Stream<Answer<?>> logic() {
    Predicate unknown = ONE.eq(NONE);
    String text = "1 = CAST(NULL AS integer)";
    return Stream.of(
        Answer.of(text, unknown, null),
        Answer.of(text + " IS TRUE", unknown.isTrue(), false),
        Answer.of(text + " IS NOT TRUE", not(unknown.isTrue()), true),
        Answer.of(text + " IS FALSE", unknown.isFalse(), false),
        Answer.of(text + " IS UNKNOWN", unknown.isUnknown(), true),
        Answer.of(
            "(" + text + " IS UNKNOWN) IS NOT UNKNOWN", not(unknown.isUnknown().isUnknown()), true),
        Answer.of("TRUE", and(always(), always()), true),
        Answer.of("FALSE", not(and()), false),
        Answer.of("1 = 1", and(always(), ONE.eq(ONE)).or(never()), true));
  }

  @Test
  void refusesWhatIsNoOperator() {
    for (String wrong : List.of("; DROP TABLE x", "--", "+ 1 OR 1 =", "", "'", "a/**/b")) {
      assertThatThrownBy(() -> ONE.op(wrong, TWO, SqlTypes.INTEGER))
          .hasMessageContaining("ORM-SQL-UNSUPPORTED-STATEMENT")
          .hasMessageContaining("cannot use \"" + wrong + "\" as operator");
    }
  }

  @Test
  void aListOfAnyLengthIsOneText() {
    Operation.RowValue<Row2<Integer, Integer>> pair = row(ONE, TWO);
    Select<Boolean> none = select(pair.in(List.of()));
    Select<Boolean> two = select(pair.in(new Row2<>(1, 2), new Row2<>(3, 4)));

    assertThat(Shop.sql(none)).isEqualTo(Shop.sql(two));
    assertThat(engine.execute(none)).containsExactly(false);
    assertThat(engine.execute(two)).containsExactly(true);
  }
}
