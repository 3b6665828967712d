package org.aludel.orm.state;

import java.util.BitSet;
import java.util.List;
import org.aludel.instrument.EntityAccess;
import org.aludel.orm.mapping.Relationship;

/** Takes objects back to their snapshots. */
final class Restoring {
  private Restoring() {}

  /** Puts back what the database holds as far as the session knows. */
  static <E> void restore(InstanceState<E> state) {
    Object snapshot = state.snapshot();
    if (snapshot == null || !state.isTracked()) {
      return;
    }
    EntityAccess<E> access = state.model().access();
    state.restoreImplied();
    state.forgetExpressions();
    if (access.isChanged(state.entity(), snapshot)) {
      access.restore(state.entity(), snapshot);
    }
    List<Relationship> collections = state.model().collections();
    for (int index = 0; index < collections.size(); index++) {
      Object field = access.get(state.entity(), collections.get(index).slot());
      if (field instanceof LazyCollection lazy && lazy.isLoaded()) {
        List<?> elements = state.contents(index);
        if (elements == null) {
          lazy.unload();
        } else {
          lazy.fill(elements);
        }
      }
    }
  }

  /** They are loaded again on their next use; an inverse side with its owner. */
  static <E> void forgetContents(
      PersistenceContext context, InstanceState<E> state, BitSet doubtful) {
    doubtful.stream()
        .forEach(
            index -> {
              Relationship collection = state.model().collections().get(index);
              Object field = state.model().access().get(state.entity(), collection.slot());
              if (field instanceof LazyCollection lazy) {
                state.contents(index, null);
                lazy.unload();
              } else if (collection.isInverseReference()) {
                context.expire(List.of(state));
              }
            });
  }
}
