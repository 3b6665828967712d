package org.aludel.type.value;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The values between two bounds, as the range types hold them. Immutable if its bounds are.
 *
 * <pre>{@code
 * Range<Integer> teens = Range.closedOpen(13, 20);
 * Range<LocalDate> sinceThen = Range.atLeast(LocalDate.of(2026, 1, 1));
 * }</pre>
 *
 * <p>Equal means equal bounds: {@code [1,4]} and {@code [1,5)} hold the same integers and are not
 * equal here. The server writes ranges of integers and dates in the second form, so that form is
 * what comes back. Source: PostgreSQL 18 §8.17.7.
 *
 * @param <T> the class of the bounds
 * @param lower null where there is no lower bound
 * @param upper null where there is no upper bound
 * @param lowerInclusive whether the lower bound belongs to the range; false where there is none
 * @param upperInclusive whether the upper bound belongs to the range; false where there is none
 * @param empty whether it holds no value at all; it has no bounds then
 */
public record Range<T>(
    @Nullable T lower,
    @Nullable T upper,
    boolean lowerInclusive,
    boolean upperInclusive,
    boolean empty) {
  public Range {
    lower = empty ? null : lower;
    upper = empty ? null : upper;
    lowerInclusive = lowerInclusive && lower != null;
    upperInclusive = upperInclusive && upper != null;
  }

  /** {@code [lower,upper)}: the form that the server gives integers and dates. */
  public static <T> Range<T> closedOpen(@Nullable T lower, @Nullable T upper) {
    return new Range<>(lower, upper, true, false, false);
  }

  /** {@code [lower,upper]}. */
  public static <T> Range<T> closed(@Nullable T lower, @Nullable T upper) {
    return new Range<>(lower, upper, true, true, false);
  }

  /** {@code (lower,upper)}. */
  public static <T> Range<T> open(@Nullable T lower, @Nullable T upper) {
    return new Range<>(lower, upper, false, false, false);
  }

  /** {@code (lower,upper]}. */
  public static <T> Range<T> openClosed(@Nullable T lower, @Nullable T upper) {
    return new Range<>(lower, upper, false, true, false);
  }

  /** {@code [lower,)}. */
  public static <T> Range<T> atLeast(T lower) {
    return closedOpen(lower, null);
  }

  /** {@code (,upper)}. */
  public static <T> Range<T> lessThan(T upper) {
    return open(null, upper);
  }

  /** {@code (,)}: every value. */
  public static <T> Range<T> all() {
    return open(null, null);
  }

  /** {@code empty}: no value. */
  public static <T> Range<T> none() {
    return new Range<>(null, null, false, false, true);
  }

  /** The range over what the bounds become. */
  public <U> Range<U> map(Function<? super T, ? extends U> conversion) {
    U from = lower == null ? null : conversion.apply(lower);
    U to = upper == null ? null : conversion.apply(upper);
    return new Range<>(from, to, lowerInclusive, upperInclusive, empty);
  }

  @Override
  public String toString() {
    return empty
        ? "empty"
        : (lowerInclusive ? "[" : "(")
            + (lower == null ? "" : lower)
            + ","
            + (upper == null ? "" : upper)
            + (upperInclusive ? "]" : ")");
  }
}
