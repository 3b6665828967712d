package org.aludel.sql.precedence;

import static org.aludel.sql.Sql.array;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.not;
import static org.aludel.sql.Sql.row;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Expression;
import org.aludel.sql.Predicate;
import org.aludel.sql.Scalar;
import org.aludel.sql.Shop;
import org.aludel.sql.function.DateFunctions;
import org.aludel.sql.operator.ArrayExpression;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Parentheses stand where they must, and nowhere else. */
final class ParenthesesTest {
  private static final ColumnReference<Integer> A = column("a", SqlTypes.INTEGER);
  private static final ColumnReference<Integer> B = column("b", SqlTypes.INTEGER);
  private static final ColumnReference<Integer> C = column("c", SqlTypes.INTEGER);
  private static final ColumnReference<String> S = column("s", SqlTypes.TEXT);
  private static final Predicate P = A.eq(B);
  private static final Predicate Q = A.lt(C);
  private static final Predicate R = S.isNull();

  @ParameterizedTest
  @MethodSource({"arithmetic", "conditions", "others"})
  void standsAs(String sql, Expression<?> expression) {
    assertThat(Shop.sql(select(expression))).isEqualTo("SELECT " + sql);
  }

  static Stream<Arguments> arithmetic() {
    return Stream.of(
        Arguments.of("a + b + c", A.plus(B).plus(C)),
        Arguments.of("a + (b + c)", A.plus(B.plus(C))),
        Arguments.of("a + b * c", A.plus(B.times(C))),
        Arguments.of("(a + b) * c", A.plus(B).times(C)),
        Arguments.of("a * b / c % a", A.times(B).dividedBy(C).modulo(A)),
        Arguments.of("a * (b / c)", A.times(B.dividedBy(C))),
        Arguments.of("-a * b", A.negate().times(B)),
        Arguments.of("-(a * b)", A.times(B).negate()),
        Arguments.of("a - -b", A.minus(B.negate())),
        Arguments.of("a ^ b ^ c", power(power(A, B), C)),
        Arguments.of("a ^ (b ^ c)", power(A, power(B, C))),
        Arguments.of("-a ^ b", power(A.negate(), B)),
        Arguments.of("-(a ^ b)", power(A, B).negate()),
        Arguments.of("a * b ^ c", A.times(power(B, C))),
        Arguments.of("a & b | c", A.bitAnd(B).bitOr(C)),
        Arguments.of("a & (b | c)", A.bitAnd(B.bitOr(C))),
        Arguments.of("a & b + c", A.bitAnd(B.plus(C))),
        Arguments.of("(a & b) + c", A.bitAnd(B).plus(C)),
        Arguments.of("~ a + b", A.plus(B).bitNot()),
        Arguments.of("(~ a) + b", A.bitNot().plus(B)),
        Arguments.of("~ a & b", A.bitNot().bitAnd(B)),
        Arguments.of("a & (~ b)", A.bitAnd(B.bitNot())));
  }

  private static Expression<Integer> power(Expression<Integer> base, Expression<Integer> exponent) {
    return base.op("^", Scalar.Rank.POWER, exponent, SqlTypes.INTEGER);
  }

  static Stream<Arguments> conditions() {
    return Stream.of(
        Arguments.of("a = b AND a < c AND s IS NULL", P.and(Q).and(R)),
        Arguments.of("a = b AND a < c AND s IS NULL", P.and(Q.and(R))),
        Arguments.of("a = b OR a < c AND s IS NULL", P.or(Q.and(R))),
        Arguments.of("(a = b OR a < c) AND s IS NULL", P.or(Q).and(R)),
        Arguments.of("a + b = c", A.plus(B).eq(C)),
        Arguments.of("(a = b) = (a < c)", P.eq(Q)),
        Arguments.of("(a = b AND a < c) IS NULL", P.and(Q).isNull()),
        Arguments.of("a = b IS NULL", P.isNull()),
        Arguments.of("a = b IS NOT TRUE", P.isTrue().not()),
        Arguments.of("a IS DISTINCT FROM b + c", A.isDistinctFrom(B.plus(C))),
        Arguments.of("a BETWEEN b AND b + c", A.between(B, B.plus(C))),
        Arguments.of("a BETWEEN b AND c IS UNKNOWN", A.between(B, C).isUnknown()),
        Arguments.of("a NOT BETWEEN b AND c", not(A.between(B, C))),
        Arguments.of("s || s LIKE s || s", S.concat(S).like(S.concat(S))),
        Arguments.of("s LIKE s = s ~ s", S.like(S).eq(S.matchesRegex(S))),
        Arguments.of("s ~ (s || s)", S.matchesRegex(S.concat(S))),
        Arguments.of("NOT (a = b)", not(P)),
        Arguments.of("a = b", not(not(P))),
        Arguments.of("(a, b) = (b, c)", row(A, B).eq(row(B, C))));
  }

  static Stream<Arguments> others() {
    Expression<LocalDateTime> time = column("t", SqlTypes.TIMESTAMP);
    return Stream.of(
        Arguments.of("s || s COLLATE \"C\"", S.concat(S.collate("C"))),
        Arguments.of("(s || s) COLLATE \"C\"", S.concat(S).collate("C")),
        Arguments.of("t AT TIME ZONE ? AT TIME ZONE ?", zoned(time)),
        Arguments.of("CAST(a + b AS text) || s", A.plus(B).cast(SqlTypes.TEXT).concat(S)),
        Arguments.of("(ARRAY[a, b])[a + b]", ArrayExpression.of(array(A, B)).at(A.plus(B))),
        Arguments.of("(SELECT 1) + a", org.aludel.sql.Sql.scalar(select(literal(1))).plus(A)),
        Arguments.of("a + b", A.coerce(SqlTypes.INTEGER).plus(B)));
  }

  private static Expression<?> zoned(Expression<LocalDateTime> time) {
    return DateFunctions.atZone(DateFunctions.inZone(time, "UTC"), "UTC");
  }
}
