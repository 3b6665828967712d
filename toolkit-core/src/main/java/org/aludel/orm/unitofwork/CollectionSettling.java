package org.aludel.orm.unitofwork;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.instrument.EntityAccess;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.LazyCollection;
import org.aludel.orm.state.Lifecycle;
import org.aludel.orm.state.PersistenceContext;
import org.jspecify.annotations.Nullable;

/**
 * Brings collections in step after a flush: what references moved appears in the collections of the
 * other side that are loaded, and what the collections hold is what the database holds.
 */
final class CollectionSettling {
  private record Place(InstanceState<?> owner, int collection) {}

  /** What reached a collection and left it through references. */
  private static final class Moves {
    final List<Object> added = new ArrayList<>();
    final List<Object> removed = new ArrayList<>();

    /** Does to elements what was noted; whether that changed them. */
    boolean apply(List<Object> elements) {
      Set<Object> gone = CollectionChange.identitySet(removed);
      boolean changed = !gone.isEmpty() && elements.removeIf(gone::contains);
      Set<Object> present = CollectionChange.identitySet(elements);
      for (Object element : added) {
        if (present.add(element)) {
          changed = true;
          elements.add(element);
        }
      }
      return changed;
    }
  }

  private final PersistenceContext context;
  private final CollectionWrapping wrapping;
  private final Map<Place, Moves> places = new LinkedHashMap<>();

  CollectionSettling(PersistenceContext context, CollectionSource source) {
    this.context = context;
    this.wrapping = new CollectionWrapping(source);
  }

  /** Collections that the application changed. */
  void note(List<CollectionChange> changes) {
    changes.forEach(change -> moves(change.owner(), change.collection()));
  }

  /** References that the batches are about to write. */
  void noteMoves(List<Batch> batches) {
    for (Batch batch : batches) {
      if (batch.kind() != RowOperation.Kind.DELETE) {
        batch.operations().forEach(operation -> noteMoves(operation.state()));
      }
    }
  }

  private <E> void noteMoves(InstanceState<E> child) {
    for (Relationship reference : child.model().foreignKeys()) {
      Relationship inverse = reference.inverse();
      if (inverse != null) {
        Object before = child.snapshotValue(reference.slot());
        Object now = child.value(reference.slot());
        if (before != now) {
          noteMove(child, inverse, before, now);
        }
      }
    }
  }

  private void noteMove(
      InstanceState<?> child, Relationship inverse, @Nullable Object before, @Nullable Object now) {
    Moves left = movesOf(before, inverse);
    if (left != null) {
      left.removed.add(child.entity());
    }
    Moves reached = movesOf(now, inverse);
    if (reached != null) {
      reached.added.add(child.entity());
    }
  }

  /** An object that came to a collection of the other side, or left it. */
  void noteMove(InstanceState<?> owner, Relationship collection, Object element, boolean comes) {
    Moves moves = movesOf(owner.entity(), collection);
    if (moves != null) {
      (comes ? moves.added : moves.removed).add(element);
    }
  }

  private @Nullable Moves movesOf(@Nullable Object parent, Relationship inverse) {
    InstanceState<?> state = parent == null ? null : context.find(parent);
    if (state == null) {
      return null;
    }
    int index = state.model().collections().indexOf(inverse);
    boolean known = state.lifecycle() == Lifecycle.PENDING || state.contents(index) != null;
    return known ? moves(state, index) : null;
  }

  private Moves moves(InstanceState<?> owner, int collection) {
    return places.computeIfAbsent(new Place(owner, collection), any -> new Moves());
  }

  /** After the rows are written. */
  void settle() {
    places.forEach((place, moves) -> settle(place.owner(), place.collection(), moves));
  }

  private <E> void settle(InstanceState<E> owner, int collection, Moves moves) {
    if (owner.lifecycle() != Lifecycle.PERSISTENT) {
      return;
    }
    wrapping.wrap(owner);
    Relationship relationship = owner.model().collections().get(collection);
    Object field = owner.model().access().get(owner.entity(), relationship.slot());
    if (relationship.isWriteOnly() && field instanceof LazyCollection waiting) {
      waiting.unload(); // it is written
    } else {
      settleElements(owner, collection, field, moves);
    }
  }

  private <E> void settleElements(
      InstanceState<E> owner, int collection, @Nullable Object field, Moves moves) {
    EntityAccess<E> access = owner.model().access();
    Relationship relationship = owner.model().collections().get(collection);
    List<Object> elements = new ArrayList<>(CollectionWrapping.elements(field));
    boolean changed = moves.apply(elements);
    if (!relationship.isCollection() && elements.size() > 1) {
      elements = elements.subList(elements.size() - 1, elements.size());
    }
    if (field instanceof LazyCollection lazy && (changed || isToBeHashed(field, elements))) {
      lazy.fill(elements);
    } else if (changed && !relationship.isCollection()) {
      access.set(owner.entity(), relationship.slot(), elements.isEmpty() ? null : elements.get(0));
    }
    context.contents(owner, collection, elements);
  }

  /**
   * Whether a set is filled anew, as ids that the flush has made may have changed the hashes of its
   * elements. Not where elements came to be equal: one would be lost, and deleted by the next
   * flush.
   */
  private static boolean isToBeHashed(Object field, List<Object> elements) {
    return field instanceof Set<?> && new HashSet<>(elements).size() == elements.size();
  }
}
