package org.aludel.sql.function;

import java.util.List;
import org.aludel.sql.Expression;
import org.aludel.sql.OrderTerm;
import org.aludel.sql.Scalar;
import org.aludel.sql.Sql;
import org.aludel.sql.Window;
import org.aludel.type.SqlTypes;

/**
 * Functions that look at other rows from a row, and the windows through which they do. Any
 * aggregate is one too.
 *
 * <pre>{@code
 * select(
 *     SALE.day,
 *     rank().over(partitionBy(SALE.region).orderBy(SALE.amount.desc())),
 *     avg(SALE.amount).over(orderedBy(SALE.day).rows(preceding(6), currentRow())))
 * }</pre>
 *
 * <p>Source: PostgreSQL 18 §9.22, §4.2.8.
 */
public final class Windows {
  private Windows() {}

  /** A window of the rows that have these values in common with the current one. */
  public static Window partitionBy(Expression<?>... keys) {
    return window().partitionBy(keys);
  }

  /** A window of all rows in an order. */
  public static Window orderedBy(OrderTerm... terms) {
    return window().orderBy(terms);
  }

  /** A window of all rows. */
  public static Window window() {
    return new Window(null, List.of(), List.of(), null);
  }

  /** The first row there is. */
  public static Window.Edge unboundedPreceding() {
    return new Window.Edge(Window.Side.PRECEDING, null);
  }

  /** So many rows, or groups, before the current one, or the value less so much. */
  public static Window.Edge preceding(int offset) {
    return preceding(Sql.literal(offset));
  }

  /** As {@link #preceding(int)}, also of intervals. */
  public static Window.Edge preceding(Expression<?> offset) {
    return new Window.Edge(Window.Side.PRECEDING, offset);
  }

  /** The current row; in RANGE and GROUPS its peers too. */
  public static Window.Edge currentRow() {
    return new Window.Edge(Window.Side.CURRENT_ROW, null);
  }

  /** So many rows, or groups, behind the current one, or the value and so much. */
  public static Window.Edge following(int offset) {
    return following(Sql.literal(offset));
  }

  /** As {@link #following(int)}, also of intervals. */
  public static Window.Edge following(Expression<?> offset) {
    return new Window.Edge(Window.Side.FOLLOWING, offset);
  }

  /** The last row there is. */
  public static Window.Edge unboundedFollowing() {
    return new Window.Edge(Window.Side.FOLLOWING, null);
  }

  /** The number of the row in its partition, from 1. */
  public static Scalar.FunctionCall<Long> rowNumber() {
    return Calls.call("row_number", SqlTypes.BIGINT);
  }

  /** The rank, with gaps behind equal rows. */
  public static Scalar.FunctionCall<Long> rank() {
    return Calls.call("rank", SqlTypes.BIGINT);
  }

  /** The rank without gaps. */
  public static Scalar.FunctionCall<Long> denseRank() {
    return Calls.call("dense_rank", SqlTypes.BIGINT);
  }

  /** The rank from 0 to 1. */
  public static Scalar.FunctionCall<Double> percentRank() {
    return Calls.call("percent_rank", SqlTypes.DOUBLE);
  }

  /** The share of the partition up to the row and its peers. */
  public static Scalar.FunctionCall<Double> cumeDist() {
    return Calls.call("cume_dist", SqlTypes.DOUBLE);
  }

  /** The number, from 1, of the part of equal size in which the row lies. */
  public static Scalar.FunctionCall<Integer> ntile(int parts) {
    return Calls.call("ntile", SqlTypes.INTEGER, Calls.number(parts));
  }

  /** The value in the row before; NULL in the first. */
  public static <T> Scalar.FunctionCall<T> lag(Expression<T> value) {
    return Calls.call("lag", value.type(), value);
  }

  /** The value so many rows before, or another where there is none. */
  public static <T> Scalar.FunctionCall<T> lag(Expression<T> value, int rows, T otherwise) {
    return Calls.call(
        "lag", value.type(), value, Calls.number(rows), Calls.cast(value.type(), otherwise));
  }

  /** The value in the row behind; NULL in the last. */
  public static <T> Scalar.FunctionCall<T> lead(Expression<T> value) {
    return Calls.call("lead", value.type(), value);
  }

  /** The value so many rows behind, or another where there is none. */
  public static <T> Scalar.FunctionCall<T> lead(Expression<T> value, int rows, T otherwise) {
    return Calls.call(
        "lead", value.type(), value, Calls.number(rows), Calls.cast(value.type(), otherwise));
  }

  /** The value in the first row of the frame. */
  public static <T> Scalar.FunctionCall<T> firstValue(Expression<T> value) {
    return Calls.call("first_value", value.type(), value);
  }

  /**
   * The value in the last row of the frame, which ends at the current row unless said otherwise.
   */
  public static <T> Scalar.FunctionCall<T> lastValue(Expression<T> value) {
    return Calls.call("last_value", value.type(), value);
  }

  /** The value in a row of the frame, counted from 1. */
  public static <T> Scalar.FunctionCall<T> nthValue(Expression<T> value, int row) {
    return Calls.call("nth_value", value.type(), value, Calls.number(row));
  }
}
