package org.aludel.orm.state;

import java.util.BitSet;
import java.util.List;
import org.aludel.instrument.EntityAccess;
import org.aludel.orm.mapping.ElementCollection;

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
    for (int index = 0; index < state.model().contentsCount(); index++) {
      Object field = access.get(state.entity(), state.model().contentsSlot(index));
      if (field instanceof LazyCollection lazy && lazy.isLoaded()) {
        List<?> elements = state.contents(index);
        if (elements == null) {
          lazy.unload();
        } else {
          ElementCollection values = state.model().elements(index);
          lazy.fill(values == null ? elements : ElementValues.copied(values, elements));
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
              Object field =
                  state.model().access().get(state.entity(), state.model().contentsSlot(index));
              if (field instanceof LazyCollection lazy) {
                state.contents(index, null);
                lazy.unload();
              } else if (state.model().elements(index) != null) {
                state.contents(index, null);
              } else if (state.model().collections().get(index).isInverseReference()) {
                context.expire(List.of(state));
              }
            });
  }

  /** The row of a new object is undone: what is never loaded is given back what was written. */
  static <E> void unstore(InstanceState<E> state) {
    EntityAccess<E> access = state.model().access();
    for (int slot : state.model().writeOnlySlots()) {
      if (access.get(state.entity(), slot) instanceof LazyCollection lazy) {
        access.set(state.entity(), slot, lazy.unstored());
      }
    }
  }

  /** The rows of new objects are there for good. */
  static void stored(EntityModels models, MemoryLevel level) {
    if (models.hasWriteOnly()) {
      level.inserted().forEach(Restoring::stored);
    }
  }

  private static <E> void stored(InstanceState<E> state) {
    for (int slot : state.model().writeOnlySlots()) {
      if (state.model().access().get(state.entity(), slot) instanceof LazyCollection lazy) {
        lazy.stored();
      }
    }
  }
}
