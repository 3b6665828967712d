package org.aludel.orm.loading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.InstanceState;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of one result hold of the objects behind a relationship. Not thread-safe; used for
 * one result.
 */
final class JoinedRows {
  private final Relationship relationship;
  private final LoadedRows<?> target;
  private final boolean partial;
  private final IdentityHashMap<InstanceState<?>, Elements> byOwner = new IdentityHashMap<>();

  /** The elements of one owner; a row of several collections names each of them several times. */
  private static final class Elements {
    private final List<Object> inOrder = new ArrayList<>();
    private final Set<Object> known = Collections.newSetFromMap(new IdentityHashMap<>());

    void add(Object element) {
      if (known.add(element)) {
        inOrder.add(element);
      }
    }
  }

  /**
   * @param partial whether there may be elements that the rows do not hold
   */
  JoinedRows(Relationship relationship, LoadedRows<?> target, boolean partial) {
    this.relationship = relationship;
    this.target = target;
    this.partial = partial;
  }

  Relationship relationship() {
    return relationship;
  }

  LoadedRows<?> target() {
    return target;
  }

  /** Whether the object is read before the one that refers to it, which then finds it. */
  boolean comesFirst() {
    return relationship.isReference();
  }

  void add(InstanceState<?> owner, @Nullable Object element) {
    Elements elements = byOwner.computeIfAbsent(owner, any -> new Elements());
    if (element != null) {
      elements.add(element);
    }
  }

  /** An element that has no attribute for its owner knows it by its state alone. */
  private void tellOwner(Object element, InstanceState<?> owner) {
    InstanceState<Object> state = target.context().find(element);
    Relationship owning = relationship.inverse();
    if (owning != null
        && state != null
        && state.model().mapper().impliedReferences().contains(owning)) {
      state.read(state.model().slotOf(owning), owner.entity());
    }
  }

  /** Fills the collections of the owners. */
  void finish() {
    if (!comesFirst()) {
      byOwner.forEach(
          (owner, elements) -> {
            if (OwnedElements.isUnknown(owner, relationship)) {
              OwnedElements.fill(target.context(), owner, relationship, elements.inOrder, partial);
              elements.inOrder.forEach(element -> tellOwner(element, owner));
            }
          });
    }
    target.finish();
  }
}
