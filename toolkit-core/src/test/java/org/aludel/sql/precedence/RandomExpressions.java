package org.aludel.sql.precedence;

import static org.aludel.sql.Sql.all;
import static org.aludel.sql.Sql.any;
import static org.aludel.sql.Sql.array;
import static org.aludel.sql.Sql.caseOf;
import static org.aludel.sql.Sql.coalesce;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.exists;
import static org.aludel.sql.Sql.fragment;
import static org.aludel.sql.Sql.function;
import static org.aludel.sql.Sql.isTrue;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.row;
import static org.aludel.sql.Sql.scalar;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.sum;
import static org.aludel.sql.Sql.table;
import static org.aludel.sql.Sql.value;
import static org.aludel.sql.Sql.when;
import static org.aludel.sql.function.Conditionals.greatest;
import static org.aludel.sql.function.Conditionals.nullIf;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Construct;
import org.aludel.sql.ConstructSql;
import org.aludel.sql.ConstructWriter;
import org.aludel.sql.Expression;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Operation.DatePart;
import org.aludel.sql.Predicate;
import org.aludel.sql.Row2;
import org.aludel.sql.Scalar;
import org.aludel.sql.function.DateFunctions;
import org.aludel.sql.function.Windows;
import org.aludel.sql.operator.ArrayExpression;
import org.aludel.sql.operator.JsonExpression;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;

/** Expressions of every kind, nested at random; the same for the same seed. */
final class RandomExpressions {
  /** The tables that the expressions read. */
  static final String SCRIPT =
      """
      CREATE TABLE t (id integer, i integer, j integer, b boolean, c boolean, s text, r text,
        a integer[], d double precision, w timestamp, z timestamptz, doc jsonb);
      INSERT INTO t VALUES
        (1, 3, -2, true, false, 'Ab', 'b', '{1,2,3}', 1.5, '2026-01-02 03:04', '2026-05-06 07:08Z',
          '{"k": "Ab", "n": {"k": 3}}'),
        (2, NULL, 5, NULL, true, '50%', NULL, '{}', 2, '2025-12-31 23:59', NULL, '{"k": null}'),
        (3, 0, 0, false, NULL, '', 'a_', '{NULL,7}', -1, NULL, '2024-02-29 00:00Z', NULL);
      CREATE TABLE u (id integer, n integer, s text);
      INSERT INTO u VALUES (1, 3, 'Ab'), (2, 5, 'b'), (3, NULL, NULL);
      """;

  static final NamedTable T = table("t");
  private static final NamedTable U = table("u");
  private static final ColumnReference<Integer> N = U.c("n", SqlTypes.INTEGER);
  private static final ColumnReference<Integer> ID = U.c("id", SqlTypes.INTEGER);
  private static final ColumnReference<String> S = U.c("s", SqlTypes.TEXT);

  private final Random random;

  RandomExpressions(long seed) {
    this.random = new Random(seed);
  }

  /** A construct of a user that asks for nothing but its own spelling. */
  record Doubled(Expression<Integer> operand) implements Construct<Integer> {
    private static final ConstructSql<Doubled> SQL =
        ConstructSql.common(
            (node, out) -> out.operand(node.operand).sql(" + ").operand(node.operand));

    @Override
    public SqlType<Integer> type() {
      return SqlTypes.INTEGER;
    }

    @Override
    public List<Expression<?>> operands() {
      return List.of(operand);
    }

    @Override
    public Doubled withOperands(Operands operands) {
      return new Doubled(operands.next(operand));
    }

    @Override
    public void write(ConstructWriter out) {
      SQL.write(this, out);
    }
  }

  /** An expression of any type. */
  Expression<?> next(int depth) {
    List<Supplier<Expression<?>>> kinds =
        List.of(
            () -> number(depth),
            () -> condition(depth),
            () -> condition(depth),
            () -> text(depth),
            () -> list(depth),
            () -> real(depth),
            () -> time(depth));
    return one(kinds);
  }

  private <T> T one(List<Supplier<T>> choices) {
    return choices.get(random.nextInt(choices.size())).get();
  }

  private <T> Expression<T> column(String name, SqlType<T> type) {
    return T.c(name, type);
  }

  private Expression<Integer> small() {
    int value = random.nextInt(7) - 3;
    return random.nextBoolean() ? literal(value) : value(value);
  }

  private Expression<Integer> number(int depth) {
    if (depth == 0) {
      return one(
          List.of(
              this::small,
              () -> column("i", SqlTypes.INTEGER),
              () -> column("j", SqlTypes.INTEGER)));
    }
    int next = depth - 1;
    return one(
        List.of(
            () -> number(next).plus(number(next)),
            () -> number(next).minus(number(next)),
            () -> number(next).minus(number(next).minus(number(0))),
            () -> number(next).times(literal(random.nextInt(3))),
            () -> number(next).modulo(5),
            () -> number(next).dividedBy(literal(3)),
            () -> number(next).bitAnd(number(next)),
            () -> number(next).bitOr(number(next)),
            () -> number(next).bitXor(number(next)),
            () -> number(next).shiftLeft(1),
            () -> number(next).shiftRight(1),
            () -> number(next).bitNot(),
            () -> number(next).negate(),
            () -> function("abs", SqlTypes.INTEGER, number(next)),
            () -> coalesce(number(next), number(next)),
            () -> nullIf(number(next), number(0)),
            () -> greatest(number(next), number(next)),
            () -> when(condition(next), number(next)).otherwise(number(next)),
            () -> caseOf(number(next)).when(number(0), number(next)).otherwise(number(next)),
            () -> ArrayExpression.of(list(next)).at(number(0)),
            () -> function("length", SqlTypes.INTEGER, text(next)),
            () -> scalar(select(N.plus(number(0))).from(U).orderBy(ID.asc()).limit(1)),
            () ->
                scalar(select(count().filter(N.gt(literal(2)).or(condition(0)))).from(U))
                    .cast(SqlTypes.INTEGER),
            () ->
                scalar(
                        select(sum(N).over(Windows.partitionBy(S).orderBy(ID.desc())))
                            .from(U)
                            .orderBy(ID.asc())
                            .limit(1))
                    .cast(SqlTypes.INTEGER),
            () -> new Doubled(number(next)),
            () -> number(next).as("ignored"),
            () -> number(next).coerce(SqlTypes.INTEGER),
            () -> fragment(SqlTypes.INTEGER, "? + ? * 2", number(next), number(next)),
            () -> DateFunctions.extract(DatePart.MONTH, time(next)).cast(SqlTypes.INTEGER)));
  }

  private Expression<Double> real(int depth) {
    if (depth == 0) {
      return random.nextBoolean() ? column("d", SqlTypes.DOUBLE) : value(random.nextInt(3) + 0.5);
    }
    int next = depth - 1;
    return one(
        List.of(
            () -> real(next).plus(real(next)),
            () -> real(next).times(real(next)),
            () -> real(next).negate(),
            () -> power(real(next), literal(2)),
            () -> power(power(real(0), literal(2)), literal(2)),
            () -> power(real(0), number(0).modulo(2).bitAnd(1)),
            () -> number(next).cast(SqlTypes.DOUBLE)));
  }

  private static Expression<Double> power(Expression<Double> base, Expression<Integer> exponent) {
    return base.op("^", Scalar.Rank.POWER, exponent, SqlTypes.DOUBLE);
  }

  private Expression<String> text(int depth) {
    if (depth == 0) {
      return one(
          List.of(
              () -> column("s", SqlTypes.TEXT),
              () -> column("r", SqlTypes.TEXT),
              () -> literal("a%"),
              () -> value("B")));
    }
    int next = depth - 1;
    return one(
        List.of(
            () -> text(next).concat(text(next)),
            () -> text(next).concat(text(next).concat(text(0))),
            () -> text(next).collate("C"),
            () -> function("lower", SqlTypes.TEXT, text(next)),
            () -> number(next).cast(SqlTypes.TEXT),
            () -> condition(next).cast(SqlTypes.TEXT),
            () -> coalesce(text(next), text(0)),
            () -> when(condition(next), text(next)).otherwise(text(0)),
            () -> doc().get("k").asText(),
            () -> doc().get("n").get("k").asText().concat(text(0))));
  }

  private JsonExpression doc() {
    return JsonExpression.of(column("doc", SqlTypes.JSONB));
  }

  private Expression<List<Integer>> list(int depth) {
    if (depth == 0) {
      return column("a", SqlTypes.array(SqlTypes.INTEGER));
    }
    int next = depth - 1;
    return one(
        List.of(
            () -> list(0),
            () -> array(number(next), number(next)),
            () -> array(select(N.plus(number(0))).from(U).where(N.gt(number(0)))),
            () -> list(next).concat(list(0)),
            () -> ArrayExpression.of(list(next)).slice(1, 2),
            () -> ArrayExpression.of(list(next)).sliceFrom(2),
            () -> ArrayExpression.of(list(next)).sliceTo(1)));
  }

  private Expression<LocalDateTime> time(int depth) {
    if (depth == 0) {
      return column("w", SqlTypes.TIMESTAMP);
    }
    int next = depth - 1;
    Expression<OffsetDateTime> moment = column("z", SqlTypes.TIMESTAMPTZ);
    return one(
        List.of(
            () ->
                DateFunctions.plus(
                    time(next), org.aludel.type.value.Interval.of(java.time.Period.ofDays(2))),
            () -> DateFunctions.atZone(moment, "Europe/Berlin"),
            () -> DateFunctions.atZone(DateFunctions.inZone(time(next), "Asia/Tokyo"), "UTC"),
            () -> coalesce(time(next), time(0))));
  }

  private Predicate condition(int depth) {
    if (depth == 0) {
      return one(
          List.of(
              () -> isTrue(column("b", SqlTypes.BOOLEAN)),
              () -> isTrue(column("c", SqlTypes.BOOLEAN)),
              () -> isTrue(value(random.nextBoolean())),
              () -> isTrue(literal(random.nextBoolean())),
              () ->
                  random.nextBoolean() ? org.aludel.sql.Sql.always() : org.aludel.sql.Sql.never()));
    }
    int next = depth - 1;
    return random.nextInt(3) == 0
        ? logic(next)
        : one(List.of(() -> numbers(next), () -> texts(next), () -> sets(next)));
  }

  private Predicate logic(int next) {
    return one(
        List.of(
            () -> condition(next).and(condition(next)),
            () -> condition(next).or(condition(next)),
            () -> condition(next).or(condition(next)).and(condition(next)),
            () -> condition(next).not(),
            () -> new Predicate.Not(condition(next)),
            () -> condition(next).isTrue(),
            () -> condition(next).isFalse().not(),
            () -> condition(next).isUnknown(),
            () -> condition(next).isNull(),
            () -> condition(next).eq(condition(next)),
            () -> condition(next).isDistinctFrom(condition(next)),
            () -> condition(next).in(true, false),
            () -> isTrue(coalesce(condition(next), condition(0))),
            () ->
                org.aludel.sql.Sql.condition("? IS NULL OR ?", condition(next), condition(next))));
  }

  private Predicate numbers(int next) {
    return one(
        List.of(
            () -> number(next).lt(number(next)),
            () -> number(next).ge(number(next)),
            () -> number(next).ne(number(next)),
            () -> number(next).isNotNull(),
            () -> number(next).isNotDistinctFrom(number(next)),
            () -> number(next).between(number(next), number(next)),
            () -> number(next).betweenSymmetric(number(next), number(next)).not(),
            () -> number(next).in(1, 2, 3),
            () -> number(next).notIn(List.of()),
            () -> number(next).in(select(N).from(U)),
            () -> number(next).notIn(select(N).from(U).where(N.isNotNull())),
            () -> number(next).gt(any(select(N).from(U))),
            () -> number(next).le(all(list(next))),
            () -> number(next).eq(any(list(next))),
            () -> exists(select(literal(1)).from(U).where(N.eq(number(next)))),
            () -> real(next).gt(real(next)),
            () -> time(next).lt(time(next)),
            () -> DateFunctions.currentDate().cast(SqlTypes.TIMESTAMP).gt(time(next))));
  }

  private Predicate texts(int next) {
    return one(
        List.of(
            () -> text(next).eq(text(next)),
            () -> text(next).lt(text(next).collate("C")),
            () -> text(next).like(text(next)),
            () -> text(next).like("%b%").escapedBy('!').not(),
            () -> text(next).ilike(text(next)),
            () -> text(next).startsWith(text(next)),
            () -> text(next).contains("%"),
            () -> text(next).similarTo("(a|b)%"),
            () -> text(next).similarTo("b").not(),
            () -> text(next).matchesRegex("^a").eq(condition(next)),
            () -> text(next).matchesRegex("b$").not(),
            () -> text(next).matchesRegexIgnoringCase("AB"),
            () -> text(next).is("^@", text(next))));
  }

  private Predicate sets(int next) {
    return one(
        List.of(
            () -> row(number(next), text(next)).eq(row(number(next), text(next))),
            () -> row(number(next), text(next)).lt(row(number(next), text(next))),
            () -> row(number(next), text(next)).in(new Row2<>(3, "Ab"), new Row2<>(0, "")),
            () -> row(number(next), text(next)).notIn(List.of(new Row2<>(3, "Ab"))),
            () -> row(number(next), text(next)).in(select(N, S).from(U)),
            () -> row(number(next), text(next)).isNull(),
            () -> ArrayExpression.of(list(next)).overlaps(list(next)),
            () -> list(next).is("@>", list(next)),
            () -> list(next).isNull(),
            () -> list(next).eq(list(next))));
  }
}
