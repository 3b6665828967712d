package org.aludel.sql.function;

import java.math.BigDecimal;
import org.aludel.sql.Expression;
import org.aludel.sql.Scalar;
import org.aludel.type.SqlTypes;

/** Functions of numbers. Source: PostgreSQL 18 §9.3. */
public final class NumberFunctions {
  private NumberFunctions() {}

  /** Without its sign. */
  public static <T extends Number> Expression<T> abs(Expression<T> value) {
    return Calls.same("abs", value);
  }

  /** -1, 0 or 1. */
  public static Expression<BigDecimal> sign(Expression<? extends Number> value) {
    return Calls.call("sign", SqlTypes.NUMERIC, value.cast(SqlTypes.NUMERIC));
  }

  /** The next whole number upwards. */
  public static <T extends Number> Expression<T> ceil(Expression<T> value) {
    return Calls.same("ceil", value);
  }

  /** The next whole number downwards. */
  public static <T extends Number> Expression<T> floor(Expression<T> value) {
    return Calls.same("floor", value);
  }

  /** The nearest whole number. */
  public static <T extends Number> Expression<T> round(Expression<T> value) {
    return Calls.same("round", value);
  }

  /** With so many decimals, halves away from zero. */
  public static Expression<BigDecimal> round(Expression<BigDecimal> value, int decimals) {
    return Calls.call("round", SqlTypes.NUMERIC, value, Calls.number(decimals));
  }

  /** With so many decimals, the rest cut off. */
  public static Expression<BigDecimal> truncate(Expression<BigDecimal> value, int decimals) {
    return Calls.call("trunc", SqlTypes.NUMERIC, value, Calls.number(decimals));
  }

  /** {@code base ^ exponent}: from the left, and tighter than a product. */
  public static Expression<Double> power(
      Expression<? extends Number> base, Expression<? extends Number> exponent) {
    return new Scalar.Infix<>(
        SqlTypes.DOUBLE,
        base.cast(SqlTypes.DOUBLE),
        "^",
        Scalar.Rank.POWER,
        exponent.cast(SqlTypes.DOUBLE));
  }

  /** The square root. */
  public static Expression<Double> sqrt(Expression<? extends Number> value) {
    return Calls.call("sqrt", SqlTypes.DOUBLE, value.cast(SqlTypes.DOUBLE));
  }

  /** The natural logarithm. */
  public static Expression<Double> ln(Expression<? extends Number> value) {
    return Calls.call("ln", SqlTypes.DOUBLE, value.cast(SqlTypes.DOUBLE));
  }

  /** The power of e. */
  public static Expression<Double> exp(Expression<? extends Number> value) {
    return Calls.call("exp", SqlTypes.DOUBLE, value.cast(SqlTypes.DOUBLE));
  }

  /** A number from 0 up to, and not including, 1; another at each row. */
  public static Expression<Double> random() {
    return Calls.call("random", SqlTypes.DOUBLE);
  }

  /** The number, from 1, of the part of equal width in which the value lies. */
  public static Expression<Integer> widthBucket(
      Expression<Double> value, double low, double high, int count) {
    return Calls.call(
        "width_bucket",
        SqlTypes.INTEGER,
        value,
        Calls.cast(SqlTypes.DOUBLE, low),
        Calls.cast(SqlTypes.DOUBLE, high),
        Calls.number(count));
  }
}
