package org.aludel.instrument;

import org.jspecify.annotations.Nullable;

/**
 * What {@link RecordReader} asks of an identity map. Keys are those of {@link EntitySink}.
 *
 * @param <E> the record class
 */
public interface RecordSink<E> {
  /** The record of a key for which the row need not be read, or null. Called once a row. */
  @Nullable E known(Object key);

  /**
   * Receives what a row became.
   *
   * @return the record that stands for the row from now on: an older one of the same values stays
   */
  E made(Object key, E record);
}
