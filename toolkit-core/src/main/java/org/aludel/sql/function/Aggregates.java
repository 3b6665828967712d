package org.aludel.sql.function;

import java.math.BigDecimal;
import java.util.List;
import org.aludel.sql.Call;
import org.aludel.sql.Expression;
import org.aludel.sql.OrderTerm;
import org.aludel.sql.Predicate;
import org.aludel.sql.Scalar;
import org.aludel.sql.Sql;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;

/**
 * Functions over many rows, besides {@code count}, {@code sum}, {@code avg}, {@code min} and {@code
 * max} of {@link Sql}. Of no rows all give NULL unless they say otherwise.
 *
 * <pre>{@code
 * select(USER.city, arrayAgg(USER.name).orderBy(USER.name), count().filter(USER.age.ge(18)))
 *     .groupBy(USER.city)
 * }</pre>
 *
 * <p>Source: PostgreSQL 18 §9.21.
 */
public final class Aggregates {
  private Aggregates() {}

  /** All values, NULLs included, as an array. */
  public static <E> Scalar.FunctionCall<List<E>> arrayAgg(Expression<E> value) {
    return Calls.call("array_agg", SqlTypes.array(value.type()), value);
  }

  /** All texts but NULLs as one, with a separator between them. */
  public static Scalar.FunctionCall<String> stringAgg(Expression<String> text, String separator) {
    return Calls.call("string_agg", SqlTypes.TEXT, text, Sql.literal(separator));
  }

  /** All values, NULLs included, as a JSON array. */
  public static Scalar.FunctionCall<String> jsonAgg(Expression<?> value) {
    return Calls.call("json_agg", SqlTypes.JSON, value);
  }

  /** All values, NULLs included, as a JSON array. */
  public static Scalar.FunctionCall<String> jsonbAgg(Expression<?> value) {
    return Calls.call("jsonb_agg", SqlTypes.JSONB, value);
  }

  /** All pairs as one JSON object; keys must not be NULL. */
  public static Scalar.FunctionCall<String> jsonObjectAgg(Expression<?> key, Expression<?> value) {
    return Calls.call("json_object_agg", SqlTypes.JSON, key, value);
  }

  /** All pairs as one JSON object; of equal keys the last wins. */
  public static Scalar.FunctionCall<String> jsonbObjectAgg(Expression<?> key, Expression<?> value) {
    return Calls.call("jsonb_object_agg", SqlTypes.JSONB, key, value);
  }

  /** Whether all that are not NULL are true. */
  public static Scalar.FunctionCall<Boolean> boolAnd(Expression<Boolean> value) {
    return Calls.call("bool_and", SqlTypes.BOOLEAN, value);
  }

  /** Whether one that is not NULL is true. */
  public static Scalar.FunctionCall<Boolean> boolOr(Expression<Boolean> value) {
    return Calls.call("bool_or", SqlTypes.BOOLEAN, value);
  }

  /** The bits that all have. */
  public static <T extends Number> Scalar.FunctionCall<T> bitAndAgg(Expression<T> value) {
    return Calls.call("bit_and", value.type(), value);
  }

  /** The bits that one has. */
  public static <T extends Number> Scalar.FunctionCall<T> bitOrAgg(Expression<T> value) {
    return Calls.call("bit_or", value.type(), value);
  }

  /** The standard deviation of a sample; NULL of one row. */
  public static Scalar.FunctionCall<BigDecimal> stddev(Expression<? extends Number> value) {
    return Calls.call("stddev_samp", SqlTypes.NUMERIC, value);
  }

  /** The standard deviation of the whole. */
  public static Scalar.FunctionCall<BigDecimal> stddevPop(Expression<? extends Number> value) {
    return Calls.call("stddev_pop", SqlTypes.NUMERIC, value);
  }

  /** The variance of a sample; NULL of one row. */
  public static Scalar.FunctionCall<BigDecimal> variance(Expression<? extends Number> value) {
    return Calls.call("var_samp", SqlTypes.NUMERIC, value);
  }

  /** The variance of the whole. */
  public static Scalar.FunctionCall<BigDecimal> variancePop(Expression<? extends Number> value) {
    return Calls.call("var_pop", SqlTypes.NUMERIC, value);
  }

  /** How closely two figures go together, from -1 to 1. */
  public static Scalar.FunctionCall<Double> correlation(
      Expression<? extends Number> dependent, Expression<? extends Number> independent) {
    return Calls.call("corr", SqlTypes.DOUBLE, dependent, independent);
  }

  /** The value below which a fraction of the ordered ones lies, between two of them if need be. */
  public static Call.Aggregate<Double> percentileCont(double fraction, OrderTerm orderedBy) {
    return Calls.call("percentile_cont", SqlTypes.DOUBLE, fraction(fraction))
        .withinGroup(orderedBy);
  }

  /** The first of the ordered values at or beyond a fraction of them. */
  public static <T> Call.Aggregate<T> percentileDisc(double fraction, Expression<T> orderedBy) {
    return Calls.call("percentile_disc", orderedBy.type(), fraction(fraction))
        .withinGroup(orderedBy);
  }

  /** The first of the most frequent values. */
  public static <T> Call.Aggregate<T> mode(Expression<T> value) {
    return Calls.call("mode", value.type()).withinGroup(value);
  }

  /** The rank, gaps included, that a value would have among those of a group. */
  public static <T> Call.Aggregate<Long> rankAmong(T value, Expression<T> orderedBy) {
    return Calls.call("rank", SqlTypes.BIGINT, Calls.cast(orderedBy.type(), value))
        .withinGroup(orderedBy);
  }

  /** The rank without gaps that a value would have among those of a group. */
  public static <T> Call.Aggregate<Long> denseRankAmong(T value, Expression<T> orderedBy) {
    return Calls.call("dense_rank", SqlTypes.BIGINT, Calls.cast(orderedBy.type(), value))
        .withinGroup(orderedBy);
  }

  /** The share of a group, from 0 to 1, that would come before a value. */
  public static <T> Call.Aggregate<Double> percentRankAmong(T value, Expression<T> orderedBy) {
    return Calls.call("percent_rank", SqlTypes.DOUBLE, Calls.cast(orderedBy.type(), value))
        .withinGroup(orderedBy);
  }

  /** The share of rows of which a condition holds, from 0 to 1. */
  public static Expression<Double> share(Predicate condition) {
    Expression<Double> held = Sql.count().filter(condition).cast(SqlTypes.DOUBLE);
    return held.dividedBy(Conditionals.nullIf(Sql.count(), 0L).cast(SqlTypes.DOUBLE));
  }

  /** Any other aggregate. */
  public static <T> Scalar.FunctionCall<T> aggregate(
      String name, SqlType<T> type, Expression<?>... arguments) {
    return Sql.function(name, type, arguments);
  }

  private static Expression<Double> fraction(double value) {
    return Calls.cast(SqlTypes.DOUBLE, value);
  }
}
