package org.aludel.orm.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.orm.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/**
 * Takes objects whose rows are gone for good out of the loaded attributes that hold them. Until the
 * commit they stay there, as in SQLAlchemy, whose commit makes collections load again.
 */
final class DeletedElements {
  private record Place(InstanceState<?> owner, int collection) {}

  private final PersistenceContext context;
  private final Map<Place, Set<Object>> places = new LinkedHashMap<>();

  DeletedElements(PersistenceContext context) {
    this.context = context;
  }

  void remove(Collection<? extends InstanceState<?>> deleted) {
    deleted.forEach(this::note);
    places.forEach((place, gone) -> remove(place.owner(), place.collection(), gone));
  }

  private void note(InstanceState<?> deleted) {
    for (Relationship key : deleted.model().foreignKeys()) {
      Relationship inverse = key.inverse();
      Object owner = inverse == null ? null : deleted.snapshotValue(key.slot());
      InstanceState<?> state = owner == null ? null : context.find(owner);
      if (inverse != null && state != null) {
        int index = state.model().collections().indexOf(inverse);
        if (state.contents(index) != null) {
          places
              .computeIfAbsent(
                  new Place(state, index),
                  any -> Collections.newSetFromMap(new IdentityHashMap<>()))
              .add(deleted.entity());
        }
      }
    }
  }

  private static <E> void remove(InstanceState<E> owner, int collection, Set<Object> gone) {
    Relationship relationship = owner.model().collections().get(collection);
    owner.contents(collection, without(owner.contents(collection), gone));
    Object field = owner.model().access().get(owner.entity(), relationship.slot());
    if (field instanceof LazyCollection lazy && lazy.isLoaded()) {
      lazy.fill(without(lazy.elements(), gone));
    } else if (field != null && gone.contains(field)) {
      owner.read(relationship.slot(), null);
    }
  }

  private static List<Object> without(@Nullable Collection<?> elements, Set<Object> gone) {
    List<Object> rest = new ArrayList<>();
    if (elements != null) {
      elements.forEach(element -> rest.add(element));
      rest.removeIf(gone::contains);
    }
    return rest;
  }
}
