package org.aludel.schema;

import org.jspecify.annotations.Nullable;

/**
 * {@code GENERATED … AS IDENTITY} with the options of its sequence.
 *
 * @param always false for {@code BY DEFAULT}
 * @param options of the sequence; a bound of null is the column type's own
 * @param sequenceName the name of the sequence where it is not the one that the server would
 *     choose, in the table's schema; null leaves the choice to the server, so null is no difference
 *     to a name
 */
public record Identity(boolean always, SequenceOptions options, @Nullable String sequenceName) {
  /** An identity whose sequence the server names. */
  public Identity(boolean always, SequenceOptions options) {
    this(always, options, null);
  }

  /** {@code BY DEFAULT} over a bigint, from 1 by 1. */
  public static Identity byDefault() {
    return new Identity(false, SequenceOptions.defaults());
  }

  public Identity withSequenceName(@Nullable String value) {
    return new Identity(always, options, value);
  }
}
