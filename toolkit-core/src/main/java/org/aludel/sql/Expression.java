package org.aludel.sql;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Something that has one value in each row. Immutable; every method that combines returns a new
 * node.
 *
 * <p>A comparison with a Java null is refused with {@code NULL_COMPARISON}, since SQL would make it
 * unknown: use {@link #isNull()}.
 *
 * @param <T> the class of its values
 */
public sealed interface Expression<T> extends Selectable<T>, OrderTerm, GroupTerm
    permits ColumnReference, Bind, Scalar, Operation, Call, Construct, Predicate {
  /** The SQL type of its values. */
  SqlType<T> type();

  <V> V accept(ExpressionVisitor<V> visitor);

  default Predicate eq(T value) {
    return eq(Refusals.compared(this, value));
  }

  default Predicate eq(Expression<T> other) {
    return new Predicate.Comparison(this, Predicate.Operator.EQUAL, other);
  }

  default Predicate ne(T value) {
    return ne(Refusals.compared(this, value));
  }

  default Predicate ne(Expression<T> other) {
    return new Predicate.Comparison(this, Predicate.Operator.NOT_EQUAL, other);
  }

  default Predicate lt(T value) {
    return lt(Refusals.compared(this, value));
  }

  default Predicate lt(Expression<T> other) {
    return new Predicate.Comparison(this, Predicate.Operator.LESS, other);
  }

  default Predicate le(T value) {
    return le(Refusals.compared(this, value));
  }

  default Predicate le(Expression<T> other) {
    return new Predicate.Comparison(this, Predicate.Operator.LESS_OR_EQUAL, other);
  }

  default Predicate gt(T value) {
    return gt(Refusals.compared(this, value));
  }

  default Predicate gt(Expression<T> other) {
    return new Predicate.Comparison(this, Predicate.Operator.GREATER, other);
  }

  default Predicate ge(T value) {
    return ge(Refusals.compared(this, value));
  }

  default Predicate ge(Expression<T> other) {
    return new Predicate.Comparison(this, Predicate.Operator.GREATER_OR_EQUAL, other);
  }

  /** Equal, where two NULLs are equal too: {@code IS NOT DISTINCT FROM}. */
  default Predicate isNotDistinctFrom(Expression<T> other) {
    return new Predicate.Comparison(this, Predicate.Operator.NOT_DISTINCT, other);
  }

  /** Different, where NULL differs from every value: {@code IS DISTINCT FROM}. */
  default Predicate isDistinctFrom(Expression<T> other) {
    return new Predicate.Comparison(this, Predicate.Operator.DISTINCT, other);
  }

  /** From {@code low} to {@code high}, both included. */
  default Predicate between(T low, T high) {
    return between(Refusals.compared(this, low), Refusals.compared(this, high));
  }

  default Predicate between(Expression<T> low, Expression<T> high) {
    return new Predicate.Between(this, low, high, false, false);
  }

  /** One of the values; of none it is false. */
  @SuppressWarnings("unchecked") // the array is read as what its elements are
  default Predicate in(T... values) {
    return in(Arrays.asList(values));
  }

  /** From one bound to the other, both included, whichever is the lower. */
  default Predicate betweenSymmetric(T one, T other) {
    return betweenSymmetric(Refusals.compared(this, one), Refusals.compared(this, other));
  }

  /** From one bound to the other, both included, whichever is the lower. */
  default Predicate betweenSymmetric(Expression<T> one, Expression<T> other) {
    return new Predicate.Between(this, one, other, true, false);
  }

  /** One of the values; of none it is false. */
  default Predicate in(Collection<? extends T> values) {
    return Predicate.InValues.of(this, values, false);
  }

  /** One of the rows of a subquery with one column. */
  default Predicate in(Query<T> select) {
    return new Predicate.InSubquery(this, select, false);
  }

  /** None of the values; of none it is true. */
  @SuppressWarnings("unchecked") // the array is read as what its elements are
  default Predicate notIn(T... values) {
    return notIn(Arrays.asList(values));
  }

  /** None of the values; of none it is true. */
  default Predicate notIn(Collection<? extends T> values) {
    return Predicate.InValues.of(this, values, true);
  }

  /** None of the rows of a subquery with one column; of one that has NULL it is never true. */
  default Predicate notIn(Query<T> select) {
    return in(select).not();
  }

  /**
   * One of the elements of an array, or of a list that is given later: {@code in(parameter("ids",
   * array(BIGINT)))}.
   */
  default Predicate in(Expression<List<T>> list) {
    return list instanceof Bind<List<T>> bind
        ? new Predicate.InValues(this, bind, false)
        : eq(Sql.any(list));
  }

  /** Different from a value, where NULL differs from every value: {@code IS DISTINCT FROM}. */
  default Predicate isDistinctFrom(@Nullable T value) {
    return isDistinctFrom(new Bind<>(type(), value));
  }

  /** Equal to a value, where NULL equals NULL: {@code IS NOT DISTINCT FROM}. */
  default Predicate isNotDistinctFrom(@Nullable T value) {
    return isNotDistinctFrom(new Bind<>(type(), value));
  }

  default Predicate isNull() {
    return new Predicate.IsNull(this, false);
  }

  default Predicate isNotNull() {
    return new Predicate.IsNull(this, true);
  }

  /**
   * Matches a LIKE pattern: {@code %} any characters, {@code _} one. Text only. Another escape than
   * the server's is {@code like(…).escapedBy('/')}.
   */
  default Predicate.Like like(String pattern) {
    return like(Predicate.Like.bind(this, pattern));
  }

  /** As {@link #like(String)}, of a pattern that the database computes. */
  default Predicate.Like like(Expression<String> pattern) {
    return Predicate.Like.of(this, pattern, false);
  }

  /** As {@link #like(String)}, whatever the case. */
  default Predicate.Like ilike(String pattern) {
    return ilike(Predicate.Like.bind(this, pattern));
  }

  /** As {@link #like(Expression)}, whatever the case. */
  default Predicate.Like ilike(Expression<String> pattern) {
    return Predicate.Like.of(this, pattern, true);
  }

  /** Starts with exactly these characters; {@code %} and {@code _} are no patterns. Text only. */
  default Predicate startsWith(String prefix) {
    return Predicate.Like.literally(this, "", prefix, "%");
  }

  /** Starts with exactly the characters of another text. */
  default Predicate startsWith(Expression<String> prefix) {
    return Predicate.Like.literally(this, "", prefix, "%");
  }

  /** Ends with exactly these characters. Text only. */
  default Predicate endsWith(String suffix) {
    return Predicate.Like.literally(this, "%", suffix, "");
  }

  /** Ends with exactly the characters of another text. */
  default Predicate endsWith(Expression<String> suffix) {
    return Predicate.Like.literally(this, "%", suffix, "");
  }

  /** Contains exactly these characters. Text only. */
  default Predicate contains(String part) {
    return Predicate.Like.literally(this, "%", part, "%");
  }

  /** Contains exactly the characters of another text. */
  default Predicate contains(Expression<String> part) {
    return Predicate.Like.literally(this, "%", part, "%");
  }

  /** Matches a pattern of SQL as a whole: {@code SIMILAR TO}. Text only. */
  default Predicate similarTo(String pattern) {
    Expression<String> bind = Predicate.Like.bind(this, pattern);
    return Predicate.Match.of(this, bind, Predicate.Match.Language.SIMILAR);
  }

  /** Matches a regular expression somewhere, in the database's language. Text only. */
  default Predicate matchesRegex(String regex) {
    return matchesRegex(Predicate.Like.bind(this, regex));
  }

  /** As {@link #matchesRegex(String)}, of an expression that the database computes. */
  default Predicate matchesRegex(Expression<String> regex) {
    return Predicate.Match.of(this, regex, Predicate.Match.Language.REGEX);
  }

  /** As {@link #matchesRegex(String)}, whatever the case. */
  default Predicate matchesRegexIgnoringCase(String regex) {
    Expression<String> bind = Predicate.Like.bind(this, regex);
    return Predicate.Match.of(this, bind, Predicate.Match.Language.REGEX_ANY_CASE);
  }

  /** Compared and ordered by the rules of a collation: {@code COLLATE}. */
  default Expression<T> collate(String collation) {
    return new Operation.Collated<>(this, collation);
  }

  default Expression<T> plus(T value) {
    return plus(new Bind<>(type(), value));
  }

  default Expression<T> plus(Expression<T> other) {
    return new Scalar.Infix<>(type(), this, "+", Scalar.Rank.SUM, other);
  }

  default Expression<T> minus(T value) {
    return minus(new Bind<>(type(), value));
  }

  default Expression<T> minus(Expression<T> other) {
    return new Scalar.Infix<>(type(), this, "-", Scalar.Rank.SUM, other);
  }

  default Expression<T> times(T value) {
    return times(new Bind<>(type(), value));
  }

  default Expression<T> times(Expression<T> other) {
    return new Scalar.Infix<>(type(), this, "*", Scalar.Rank.PRODUCT, other);
  }

  default Expression<T> dividedBy(T value) {
    return dividedBy(new Bind<>(type(), value));
  }

  default Expression<T> dividedBy(Expression<T> other) {
    return new Scalar.Infix<>(type(), this, "/", Scalar.Rank.PRODUCT, other);
  }

  /** Joined text: {@code ||}. */
  default Expression<T> concat(Expression<T> other) {
    return new Scalar.Infix<>(type(), this, "||", Scalar.Rank.OTHER, other);
  }

  /** Joined text: {@code ||}. */
  default Expression<T> concat(T value) {
    return concat(new Bind<>(type(), value));
  }

  /** The rest of a division: {@code %}. */
  default Expression<T> modulo(T value) {
    return modulo(new Bind<>(type(), value));
  }

  /** The rest of a division: {@code %}. */
  default Expression<T> modulo(Expression<T> other) {
    return new Scalar.Infix<>(type(), this, "%", Scalar.Rank.PRODUCT, other);
  }

  /** The bits that both have: {@code &}. */
  default Expression<T> bitAnd(Expression<T> other) {
    return op("&", other, type());
  }

  /** The bits that both have: {@code &}. */
  default Expression<T> bitAnd(T value) {
    return bitAnd(new Bind<>(type(), value));
  }

  /** The bits that either has: {@code |}. */
  default Expression<T> bitOr(Expression<T> other) {
    return op("|", other, type());
  }

  /** The bits that either has: {@code |}. */
  default Expression<T> bitOr(T value) {
    return bitOr(new Bind<>(type(), value));
  }

  /** The bits that one of them has: {@code #}. */
  default Expression<T> bitXor(Expression<T> other) {
    return op("#", other, type());
  }

  /** The bits that one of them has: {@code #}. */
  default Expression<T> bitXor(T value) {
    return bitXor(new Bind<>(type(), value));
  }

  /** The bits that it has not: {@code ~}. */
  default Expression<T> bitNot() {
    return new Operation.Prefix<>(type(), "~", this);
  }

  /** With bits moved to the left: {@code <<}. */
  default Expression<T> shiftLeft(int bits) {
    return op("<<", new Bind<>(SqlTypes.INTEGER, bits), type());
  }

  /** With bits moved to the right: {@code >>}. */
  default Expression<T> shiftRight(int bits) {
    return op(">>", new Bind<>(SqlTypes.INTEGER, bits), type());
  }

  /**
   * Any other operator of the database, written as given; a question mark in it must be doubled for
   * the driver.
   *
   * <pre>{@code
   * PLACE.position.op("<->", bind(POINT, here), SqlTypes.DOUBLE).lt(5.0)
   * }</pre>
   *
   * @throws org.aludel.error.CompileException with {@code UNSUPPORTED_STATEMENT} for what is no
   *     operator
   */
  default <U> Expression<U> op(String operator, Expression<?> other, SqlType<U> result) {
    return op(operator, Scalar.Rank.OTHER, other, result);
  }

  /** Any other operator, which binds as tightly as said. */
  default <U> Expression<U> op(
      String operator, Scalar.Rank rank, Expression<?> other, SqlType<U> result) {
    return new Scalar.Infix<>(result, this, operator, rank, other);
  }

  /** Any other operator whose right side is a value of the same type. */
  default <U> Expression<U> op(String operator, T value, SqlType<U> result) {
    return op(operator, new Bind<>(type(), value), result);
  }

  /** Any other operator that is true or false. */
  default Predicate is(String operator, Expression<?> other) {
    return Sql.isTrue(op(operator, other, SqlTypes.BOOLEAN));
  }

  /** Any other operator that is true or false, whose right side is a value of the same type. */
  default Predicate is(String operator, T value) {
    return is(operator, Refusals.compared(this, value));
  }

  default Expression<T> negate() {
    return new Scalar.Negated<>(this);
  }

  /** {@code CAST(… AS …)}. */
  default <U> Expression<U> cast(SqlType<U> target) {
    return new Scalar.Cast<>(this, target);
  }

  /**
   * The same SQL with values of another type: without a CAST, for what the server has under that
   * type already. A value of one's own is {@code bind(type, value)}.
   */
  default <U> Expression<U> coerce(SqlType<U> target) {
    return new Scalar.Coerced<>(this, target);
  }

  /** The name of its column in the result. */
  default Expression<T> as(String label) {
    return new Scalar.Label<>(this, label);
  }

  default Ordering asc() {
    return new Ordering(this, false, Ordering.Nulls.DEFAULT);
  }

  default Ordering desc() {
    return new Ordering(this, true, Ordering.Nulls.DEFAULT);
  }

  @Override
  default Ordering ordering() {
    return asc();
  }
}
