package org.aludel.orm.loading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.LazyCollection;
import org.jspecify.annotations.Nullable;

/**
 * What the application did to the collections of one object while it waited to be read again: done
 * once more to what the database has by then.
 */
final class CollectionEdits {
  /** One collection's elements, compared by identity. */
  record Edit(int collection, LazyCollection field, List<?> added, Set<Object> removed) {
    void redo() {
      List<Object> elements = new ArrayList<>();
      for (Object element : field.elements()) {
        if (!removed.contains(element)) {
          elements.add(element);
        }
      }
      Set<Object> present = identitySet(elements);
      for (Object element : added) {
        if (present.add(element)) {
          elements.add(element);
        }
      }
      field.fill(elements);
    }
  }

  private CollectionEdits() {}

  static <E> List<Edit> of(InstanceState<E> state) {
    List<Edit> edits = new ArrayList<>();
    List<Relationship> collections = state.model().collections();
    for (int index = 0; index < collections.size(); index++) {
      Object field = state.model().access().get(state.entity(), collections.get(index).slot());
      Edit edit = edit(index, field, state.contents(index));
      if (edit != null) {
        edits.add(edit);
      }
    }
    return edits;
  }

  private static @Nullable Edit edit(
      int collection, @Nullable Object field, @Nullable List<?> before) {
    if (before == null || !(field instanceof LazyCollection lazy) || !lazy.isLoaded()) {
      return null;
    }
    Collection<?> now = lazy.elements();
    List<Object> added = without(now, before);
    Set<Object> removed = identitySet(without(before, now));
    return added.isEmpty() && removed.isEmpty() ? null : new Edit(collection, lazy, added, removed);
  }

  private static List<Object> without(Collection<?> elements, Collection<?> others) {
    Set<Object> known = identitySet(others);
    List<Object> rest = new ArrayList<>();
    for (Object element : elements) {
      if (!known.contains(element)) {
        rest.add(element);
      }
    }
    return rest;
  }

  private static Set<Object> identitySet(Collection<?> elements) {
    Set<Object> set = Collections.newSetFromMap(new IdentityHashMap<>());
    set.addAll(elements);
    return set;
  }
}
