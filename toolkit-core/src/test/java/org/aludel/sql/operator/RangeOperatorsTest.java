package org.aludel.sql.operator;

import static org.aludel.sql.operator.Question.condition;
import static org.aludel.sql.operator.Question.onlyFirst;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.aludel.engine.Engine;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.PostgresTypes;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;
import org.aludel.type.value.MultiRange;
import org.aludel.type.value.Range;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@PostgresTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RangeOperatorsTest {
  private final Engine engine;

  RangeOperatorsTest(TestDatabase database) {
    database.run(
        """
        CREATE TABLE t (id integer, days daterange, numbers int4multirange);
        INSERT INTO t VALUES (1, '[2026-01-01,2026-01-10)', '{[1,3),[5,8)}'), (2, 'empty', '{}');
        """);
    engine = Engine.create(database.dataSource());
  }

  @AfterAll
  void close() {
    engine.close();
  }

  @ParameterizedTest
  @MethodSource("questions")
  void theServerAnswers(Question<?> question) {
    question.ask(engine);
  }

  private static LocalDate january(int day) {
    return LocalDate.of(2026, 1, day);
  }

  private static Range<LocalDate> days(int from, int to) {
    return Range.closedOpen(january(from), january(to));
  }

  static Stream<Question<?>> questions() {
    RangeExpression<LocalDate> days =
        RangeExpression.of(Question.column("days", PostgresTypes.DATERANGE));
    String cast = " CAST(? AS daterange)";
    return Stream.of(
        condition("t.days @> CAST(? AS date)", days.containsValue(january(9))),
        condition("t.days @>" + cast, days.covers(days(2, 5))),
        new Question<>("t.days <@" + cast, days.coveredBy(days(5, 9)), false, true),
        condition("t.days &&" + cast, days.overlaps(days(9, 20))),
        condition("t.days <<" + cast, days.before(days(10, 12))),
        condition("t.days >>" + cast, days.after(Range.lessThan(january(1)))),
        condition("t.days &<" + cast, days.endsBy(days(5, 10))),
        condition("t.days &>" + cast, days.beginsFrom(days(1, 2))),
        condition("t.days -|-" + cast, days.adjacentTo(days(10, 12))),
        onlyFirst("lower(t.days)", days.lower(), january(1)),
        onlyFirst("upper(t.days)", days.upper(), january(10)),
        new Question<>("isempty(t.days)", days.isEmpty(), false, true),
        condition("lower_inc(t.days)", days.lowerIncluded()),
        new Question<>("upper_inc(t.days)", days.upperIncluded(), false, false),
        new Question<>("lower_inf(t.days)", days.lowerUnbounded(), false, false),
        new Question<>("upper_inf(t.days)", days.upperUnbounded(), false, false),
        new Question<>("t.days +" + cast, days.union(days(5, 12)), days(1, 12), days(5, 12)),
        new Question<>(
            "t.days *" + cast, days.intersection(days(5, 12)), days(5, 10), Range.none()),
        new Question<>("t.days -" + cast, days.difference(days(5, 12)), days(1, 5), Range.none()),
        new Question<>(
            "range_merge(t.days, CAST(? AS daterange))",
            days.hull(days(20, 21)),
            days(1, 21),
            days(20, 21)));
  }

  @ParameterizedTest
  @MethodSource("questionsOfMany")
  void multirangesAnswerToo(Question<?> question) {
    question.ask(engine);
  }

  static Stream<Question<?>> questionsOfMany() {
    MultiRangeExpression<Integer> numbers =
        MultiRangeExpression.of(Question.column("numbers", PostgresTypes.INT4MULTIRANGE));
    return Stream.of(
        condition("t.numbers @> CAST(? AS integer)", numbers.containsValue(6)),
        condition(
            "t.numbers && CAST(? AS int4multirange)",
            numbers.overlaps(MultiRange.of(Range.closedOpen(2, 4)))),
        onlyFirst("upper(t.numbers)", numbers.upper(), 8));
  }

  @Test
  void aRangeOfUsersIsCastToItsOwnType() {
    SqlType<Range<Integer>> type = PostgresTypes.range("int4range", SqlTypes.INTEGER);

    condition(
            "t.id <@ CAST(? AS int4range)",
            org.aludel.sql.Sql.isTrue(
                Question.column("id", SqlTypes.INTEGER)
                    .op(
                        "<@",
                        new org.aludel.sql.Scalar.Cast<>(
                            org.aludel.sql.Sql.bind(type, Range.closedOpen(1, 2)), type),
                        SqlTypes.BOOLEAN)))
        .ask(engine);
  }
}
