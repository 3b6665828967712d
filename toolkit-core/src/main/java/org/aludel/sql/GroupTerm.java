package org.aludel.sql;

import java.util.Arrays;
import java.util.List;

/** What may stand in GROUP BY: an expression, or several sets of them at once. */
public sealed interface GroupTerm permits Expression, GroupTerm.Sets {
  /** Several sets of keys at once. */
  record Sets(Kind kind, List<GroupTerm> parts) implements GroupTerm {
    public Sets {
      parts = List.copyOf(parts);
    }

    static Sets of(Kind kind, GroupTerm... parts) {
      return new Sets(kind, Arrays.asList(parts));
    }
  }

  /** Which sets are meant. */
  enum Kind {
    /** One set of several keys; of none, all rows as one group. */
    SET,
    /** Each part by itself. */
    GROUPING_SETS,
    /** All parts, then without the last, down to none. */
    ROLLUP,
    /** Every choice of the parts. */
    CUBE,
    /** All parts, sets that come twice once; nothing else stands beside it. */
    DISTINCT
  }
}
