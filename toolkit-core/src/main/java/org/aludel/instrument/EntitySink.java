package org.aludel.instrument;

import org.jspecify.annotations.Nullable;

/**
 * What {@link EntityReader} asks of an identity map, so that the map needs no JDBC. Keys are the id
 * value for an id of one attribute, a {@code List} of id values in key order for more.
 *
 * @param <E> the entity class
 */
public interface EntitySink<E> {
  /**
   * The instance to fill from the current row, or null when the row must not be read: then {@link
   * #present} answers. Called once a row, for ids that are one long; the answer has this id.
   */
  @Nullable E target(long id);

  /** As {@link #target(long)} for every other id. */
  @Nullable E target(Object key);

  /** The instance that is already known under the key that was just asked for. */
  E present();

  /**
   * Receives the key of a to-one reference of the entity that is being filled.
   *
   * @param reference index of the foreign key in the reader's list
   * @param key the key in the same form as for {@code target}, or null where a column is NULL
   */
  void reference(E entity, int reference, @Nullable Object key);

  /** Called after all slots and references of an instance are read. */
  void filled(E entity);
}
