package org.aludel.schema;

/** {@code GENERATED … AS IDENTITY} with the options of its sequence. */
public record Identity(boolean always, SequenceOptions options) {
  /** {@code BY DEFAULT} over a bigint, from 1 by 1. */
  public static Identity byDefault() {
    return new Identity(false, SequenceOptions.defaults());
  }
}
