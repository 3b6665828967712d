package org.aludel.type.value;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Ranges that do not touch, in ascending order, as the multirange types hold them. Immutable if the
 * bounds are. The server sorts and joins what it is given, and leaves empty ranges out; equal means
 * equal lists. Source: PostgreSQL 18 §8.17.
 *
 * @param <T> the class of the bounds
 * @param ranges none for the empty multirange
 */
public record MultiRange<T>(List<Range<T>> ranges) {
  public MultiRange {
    ranges = List.copyOf(ranges);
  }

  /** A multirange of these ranges. */
  @SafeVarargs
  public static <T> MultiRange<T> of(Range<T>... ranges) {
    @SuppressWarnings("varargs") // the array is only read
    List<Range<T>> list = Arrays.asList(ranges);
    return new MultiRange<>(list);
  }

  @Override
  public String toString() {
    return ranges.stream().map(Range::toString).collect(Collectors.joining(",", "{", "}"));
  }
}
