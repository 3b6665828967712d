package org.aludel.schema;

import org.jspecify.annotations.Nullable;

/**
 * The numbers of a sequence. A bound of null is the data type's own.
 *
 * @param start the first value
 * @param increment the step, not 0
 * @param minimum the least value, or null
 * @param maximum the greatest value, or null
 * @param cache values that a session takes at once
 * @param cycle whether it starts again at its end
 */
public record SequenceOptions(
    long start,
    long increment,
    @Nullable Long minimum,
    @Nullable Long maximum,
    long cache,
    boolean cycle) {
  /** Where a sequence with these bounds and this step starts when nobody says where. */
  public long naturalStart() {
    Long first = increment < 0 ? maximum : minimum;
    return first == null ? Long.signum(increment) : first;
  }

  /** From 1 by 1, uncached, without a cycle. */
  public static SequenceOptions defaults() {
    return new SequenceOptions(1, 1, null, null, 1, false);
  }
}
