package org.aludel.orm.unitofwork;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.aludel.instrument.EntityAccess;
import org.aludel.orm.collection.WriteOnlyCollection;
import org.aludel.orm.mapping.ElementCollection;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.ElementValues;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.LazyCollection;
import org.jspecify.annotations.Nullable;

/**
 * Puts the session's collections into the fields of new objects, so that they can be expired and
 * kept in step; what the application put there becomes their content.
 */
final class CollectionWrapping {
  private final CollectionSource source;

  CollectionWrapping(CollectionSource source) {
    this.source = source;
  }

  <E> void wrap(InstanceState<E> state) {
    EntityAccess<E> access = state.model().access();
    for (Relationship collection : state.model().collections()) {
      Object field = access.get(state.entity(), collection.slot());
      if (collection.isCollection() && !(field instanceof LazyCollection)) {
        LazyCollection wrapped = source.wrap(state, collection, elements(field));
        wrapped.adopt(field);
        access.set(state.entity(), collection.slot(), wrapped);
      }
    }
    for (int index = 0; index < state.model().elements().size(); index++) {
      int slot = state.model().elements().get(index).slot();
      Object field = access.get(state.entity(), slot);
      if (!(field instanceof LazyCollection)) {
        int number = state.model().elementsAt(index);
        LazyCollection wrapped = source.wrapValues(state, number, ElementValues.of(field));
        wrapped.adopt(field);
        access.set(state.entity(), slot, wrapped);
      }
    }
  }

  /** Takes the elements as what the database holds. */
  <E> void remember(InstanceState<E> state) {
    for (int index = 0; index < state.model().collections().size(); index++) {
      Relationship collection = state.model().collections().get(index);
      if (!collection.isWriteOnly()) {
        Object field = state.model().access().get(state.entity(), collection.slot());
        state.contents(index, elements(field));
      }
    }
    for (int index = 0; index < state.model().elements().size(); index++) {
      ElementCollection values = state.model().elements().get(index);
      Object field = state.model().access().get(state.entity(), values.slot());
      state.contents(
          state.model().elementsAt(index), ElementValues.copied(values, ElementValues.of(field)));
    }
  }

  /**
   * What an attribute of other rows holds: the elements of a collection, or the only object. Of one
   * that is never loaded those that came since the last flush.
   */
  static List<?> elements(@Nullable Object field) {
    if (field instanceof Collection<?> elements) {
      return new ArrayList<>(elements);
    }
    if (field instanceof WriteOnlyCollection<?> waiting) {
      return waiting.added();
    }
    if (field instanceof Map<?, ?> map) {
      return new ArrayList<>(map.values());
    }
    return field == null ? List.of() : List.of(field);
  }
}
