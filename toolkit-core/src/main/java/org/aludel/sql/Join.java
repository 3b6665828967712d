package org.aludel.sql;

import org.jspecify.annotations.Nullable;

/**
 * One join of a SELECT.
 *
 * @param on null to take it from the foreign keys, or from the path
 */
public record Join(Kind kind, JoinTarget target, @Nullable Predicate on) {
  /** How rows without a partner are treated. */
  public enum Kind {
    /** Left out. */
    INNER,
    /** Kept on the left side. */
    LEFT,
    /** There are none: every row meets every row. */
    CROSS
  }
}
