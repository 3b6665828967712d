package org.aludel.orm.loading;

import org.jspecify.annotations.Nullable;

/**
 * Where a result comes from.
 *
 * @param statement stands for the statement of the application, compared by identity
 * @param depth how many relationships lie between it and the objects of the result
 * @param query what selected them, for statements that repeat it; null where keys did
 */
record Origin(Object statement, int depth, @Nullable OwnerQuery query) {
  /** A statement of its own. */
  static Origin root(@Nullable OwnerQuery query) {
    return new Origin(new Object(), 0, query);
  }

  /** One relationship further. */
  Origin behind(@Nullable OwnerQuery next) {
    return new Origin(statement, depth + 1, next);
  }
}
