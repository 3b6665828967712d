package org.aludel.orm.unitofwork;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.PersistenceContext;
import org.aludel.orm.unitofwork.AssociationChanges.Pair;
import org.jspecify.annotations.Nullable;

/** Where the elements of changed lists stand whose positions are a column of the table between. */
final class Positions {
  /** One list. */
  private record Place(Relationship owning, InstanceState<?> owner) {}

  private final PersistenceContext context;
  private final Map<Place, IdentityHashMap<Object, Integer>> places = new LinkedHashMap<>();
  private final List<Pair> staying = new ArrayList<>();

  Positions(PersistenceContext context) {
    this.context = context;
  }

  /** Takes a list that has changed; one of which only a part is known keeps its positions. */
  void note(CollectionChange change) {
    if (change.relationship().position() == null || change.owner().isPartial(change.collection())) {
      return;
    }
    IdentityHashMap<Object, Integer> positions = new IdentityHashMap<>();
    Set<Object> added = CollectionChange.identitySet(change.added());
    for (Object element : change.now()) {
      InstanceState<?> state = context.find(element);
      if (positions.putIfAbsent(element, positions.size()) == null
          && state != null
          && !added.contains(element)) {
        staying.add(new Pair(change.relationship(), change.owner(), state));
      }
    }
    places.put(new Place(change.relationship(), change.owner()), positions);
  }

  /** Where an element stands; null where the list is not known, as when the other side added it. */
  @Nullable Integer of(Pair pair) {
    IdentityHashMap<Object, Integer> positions = places.get(new Place(pair.owning(), pair.owner()));
    return positions == null ? null : positions.get(pair.element().entity());
  }

  /** The pairs that had rows before and may stand elsewhere now. */
  List<Pair> staying() {
    return staying.stream().filter(AssociationChanges::stays).toList();
  }
}
