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

  void contents(int collection, @Nullable List<?> elements, int count) {
    @Nullable List<?>[] known = contents;
    if (known == null) {
      known = new List<?>[count];
      contents = known;
    }
    known[collection] = elements;
  }

  void partial(int collection, boolean value) {
    BitSet known = partial;
    if (known == null) {
      known = new BitSet();
      partial = known;
    }
    known.set(collection, value);
  }

  void momentMade(int slot) {
    BitSet made = moments;
    if (made == null) {
      made = new BitSet();
      moments = made;
    }
    made.set(slot);
  }
}
