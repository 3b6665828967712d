package org.aludel.sql;

import org.jspecify.annotations.Nullable;

/**
 * A way to other rows that is known by mapping, such as a relationship of a class. The session
 * turns it into tables and conditions before the statement is compiled; without a session the
 * compiler asks the path itself.
 */
public non-sealed interface JoinPath extends JoinTarget {
  /** How a person would name it, such as {@code User.addresses}. */
  String describe();

  /**
   * The table it leads to with the condition, as far as names alone tell; null where only a session
   * knows, which the compiler refuses with {@code NEEDS_SESSION}.
   */
  default @Nullable Join toJoin(Join.Kind kind) {
    return null;
  }
}
