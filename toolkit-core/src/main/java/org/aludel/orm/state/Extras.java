package org.aludel.orm.state;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What most objects never need; apart, because there is a state for each row read. */
final class Extras {
  @Nullable Object committed;
  @Nullable List<?> @Nullable [] contents;
  @Nullable List<?> @Nullable [] committedContents;
  @Nullable ImpliedValues implied;
  @Nullable AssignedExpressions expressions;
  @Nullable BitSet partial;
  @Nullable BitSet moments;
  @Nullable UnloadedSlots unloaded;
  boolean expired;
}
