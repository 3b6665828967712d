package org.aludel.sql;

import java.util.Arrays;
import java.util.Collection;
import org.aludel.type.SqlType;

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
    permits ColumnReference, Bind, Scalar, Predicate {
  /** The SQL type of its values. */
  SqlType<T> type();

  <V> V accept(ExpressionVisitor<V> visitor);

  default Predicate eq(T value) {
    return eq(Bind.compared(type(), value, this));
  }

  default Predicate eq(Expression<T> other) {
    return new Predicate.Comparison(this, Predicate.Operator.EQUAL, other);
  }

  default Predicate ne(T value) {
    return ne(Bind.compared(type(), value, this));
  }

  default Predicate ne(Expression<T> other) {
    return new Predicate.Comparison(this, Predicate.Operator.NOT_EQUAL, other);
  }

  default Predicate lt(T value) {
    return lt(Bind.compared(type(), value, this));
  }

  default Predicate lt(Expression<T> other) {
    return new Predicate.Comparison(this, Predicate.Operator.LESS, other);
  }

  default Predicate le(T value) {
    return le(Bind.compared(type(), value, this));
  }

  default Predicate le(Expression<T> other) {
    return new Predicate.Comparison(this, Predicate.Operator.LESS_OR_EQUAL, other);
  }

  default Predicate gt(T value) {
    return gt(Bind.compared(type(), value, this));
  }

  default Predicate gt(Expression<T> other) {
    return new Predicate.Comparison(this, Predicate.Operator.GREATER, other);
  }

  default Predicate ge(T value) {
    return ge(Bind.compared(type(), value, this));
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
    return between(Bind.compared(type(), low, this), Bind.compared(type(), high, this));
  }

  default Predicate between(Expression<T> low, Expression<T> high) {
    return new Predicate.Between(this, low, high, false);
  }

  /** One of the values; of none it is false. */
  @SuppressWarnings("unchecked") // the array is read as what its elements are
  default Predicate in(T... values) {
    return in(Arrays.asList(values));
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

  default Predicate isNull() {
    return new Predicate.IsNull(this, false);
  }

  default Predicate isNotNull() {
    return new Predicate.IsNull(this, true);
  }

  /** Matches a LIKE pattern: {@code %} any characters, {@code _} one. Text only. */
  default Predicate like(String pattern) {
    return Predicate.Like.of(this, pattern, false);
  }

  /** As {@link #like}, whatever the case. */
  default Predicate ilike(String pattern) {
    return Predicate.Like.of(this, pattern, true);
  }

  /** Starts with exactly these characters; {@code %} and {@code _} are no patterns. Text only. */
  default Predicate startsWith(String prefix) {
    return Predicate.Like.literally(this, "", prefix, "%");
  }

  /** Ends with exactly these characters. Text only. */
  default Predicate endsWith(String suffix) {
    return Predicate.Like.literally(this, "%", suffix, "");
  }

  /** Contains exactly these characters. Text only. */
  default Predicate contains(String part) {
    return Predicate.Like.literally(this, "%", part, "%");
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

  /** Any other operator of the database, written as given. */
  default <U> Expression<U> op(String operator, Expression<?> other, SqlType<U> result) {
    return new Scalar.Infix<>(result, this, operator, Scalar.Rank.OTHER, other);
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
