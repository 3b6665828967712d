package org.aludel.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One join of a SELECT.
 *
 * @param match which rows belong together
 * @param left the source that it begins at; null where any of those before it may be meant
 */
public record Join(Kind kind, JoinTarget target, Match match, @Nullable FromItem left) {
  /**
   * Which rows belong together: by a condition, by columns of equal names, or neither to take it
   * from the foreign keys or from the path.
   *
   * @param using names of columns that both sides have, which become one; empty and not null for
   *     all of them: NATURAL
   */
  public record Match(@Nullable Predicate on, @Nullable List<String> using) {
    /** From the foreign keys. */
    public static final Match INFERRED = new Match(null, null);

    public Match {
      using = using == null ? null : List.copyOf(using);
    }

    /** Whether all columns of equal names are meant. */
    public boolean isNatural() {
      return using != null && using.isEmpty();
    }
  }

  /** A join to any of the sources before it. */
  public Join(Kind kind, JoinTarget target, @Nullable Predicate on) {
    this(kind, target, new Match(on, null), null);
  }

  /** The condition, or null where there is none yet or none is needed. */
  public @Nullable Predicate on() {
    return match.on;
  }

  /** Whether its condition comes from the foreign keys. */
  public boolean isInferred() {
    return kind != Kind.CROSS && match.equals(Match.INFERRED);
  }

  /** How rows without a partner are treated. */
  public enum Kind {
    /** Left out. */
    INNER,
    /** Kept on the left side. */
    LEFT,
    /** Kept on the right side. */
    RIGHT,
    /** Kept on both sides. */
    FULL,
    /** There are none: every row meets every row. */
    CROSS
  }
}
