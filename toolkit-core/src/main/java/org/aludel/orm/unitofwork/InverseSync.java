package org.aludel.orm.unitofwork;

import java.util.ArrayList;
import java.util.List;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.Lifecycle;
import org.aludel.orm.state.PersistenceContext;
import org.jspecify.annotations.Nullable;

/**
 * Carries what happened to collections over to the references that own the foreign keys. A
 * reference that the application changed itself decides; where it contradicts the collection, the
 * flush is refused.
 */
final class InverseSync {
  private final PersistenceContext context;
  private final CollectionSource source;
  private final List<InstanceState<?>> moved = new ArrayList<>();

  InverseSync(PersistenceContext context, CollectionSource source) {
    this.context = context;
    this.source = source;
  }

  /** The objects whose references were set. */
  List<InstanceState<?>> moved() {
    return moved;
  }

  /** Sets the references of all elements; additions first, so that a move is no removal. */
  void apply(List<CollectionChange> changes) {
    List<CollectionChange> keys =
        changes.stream().filter(one -> !one.relationship().isPaired()).toList();
    for (CollectionChange change : keys) {
      change.added().forEach(element -> added(change, element));
    }
    for (CollectionChange change : keys) {
      change.removed().forEach(element -> removed(change, element));
    }
  }

  /** Deletes what owners with orphan removal gave up through the reference itself. */
  <E> void orphanByReference(InstanceState<E> child) {
    if (child.lifecycle() != Lifecycle.PERSISTENT) {
      return;
    }
    for (Relationship reference : child.model().references()) {
      if (reference.orphanRemoval()) {
        deleteReplaced(child, reference);
      }
    }
    for (Relationship reference : child.model().references()) {
      Relationship inverse = reference.inverse();
      if (inverse != null
          && inverse.orphanRemoval()
          && child.snapshotValue(reference.slot()) != null
          && child.model().access().get(child.entity(), reference.slot()) == null) {
        context.markDeleted(child);
        return;
      }
    }
  }

  /** The one-to-one's other object had this owner alone. */
  private <E> void deleteReplaced(InstanceState<E> owner, Relationship reference) {
    Object before = owner.snapshotValue(reference.slot());
    if (before == null || before == owner.model().access().get(owner.entity(), reference.slot())) {
      return;
    }
    InstanceState<Object> replaced = context.find(before);
    if (replaced != null && replaced.lifecycle() == Lifecycle.PERSISTENT) {
      context.markDeleted(replaced);
    }
  }

  private void added(CollectionChange change, Object element) {
    InstanceState<Object> child = known(element);
    if (child == null || child.lifecycle() == Lifecycle.DELETED) {
      return;
    }
    int slot = child.model().slotOf(owning(change.relationship()));
    Object parent = change.owner().entity();
    Object now = child.value(slot);
    if (now == parent) {
      return;
    }
    if (now != child.snapshotValue(slot)) {
      throw contradiction(change, child, now);
    }
    child.value(slot, parent);
    moved.add(child);
  }

  private void removed(CollectionChange change, Object element) {
    InstanceState<Object> child = known(element);
    if (child == null || child.lifecycle() != Lifecycle.PERSISTENT) {
      return;
    }
    Relationship relationship = change.relationship();
    Relationship owning = owning(relationship);
    if (child.value(child.model().slotOf(owning)) != change.owner().entity()) {
      return;
    }
    if (relationship.orphanRemoval()) {
      context.markDeleted(child);
    } else {
      release(child, owning, "it left \"" + relationship + "\"");
    }
  }

  /**
   * Sets a reference to null.
   *
   * @throws UsageException with {@code NOT_NULL} when its columns do not allow that
   */
  static <C> void release(InstanceState<C> child, Relationship owning, String why) {
    if (!owning.optional() || owning.localColumns().stream().anyMatch(one -> !one.nullable())) {
      throw new UsageException(
          Problem.of(
                  SessionCode.NOT_NULL,
                  "cannot set \""
                      + owning
                      + "\" of \""
                      + child.model().describe(child.key())
                      + "\" to null")
              .found(why + ", and the foreign key is NOT NULL")
              .fix(
                  "give the collection orphanRemoval or cascade = REMOVE, or delete or move the"
                      + " object yourself"));
    }
    child.value(child.model().slotOf(owning), null);
  }

  /** The state of an element, its columns loaded, because its reference is about to be set. */
  private @Nullable InstanceState<Object> known(Object element) {
    InstanceState<Object> child = context.find(element);
    if (child != null && child.lifecycle() == Lifecycle.PERSISTENT && !child.isLoaded()) {
      source.loadRows(List.of(child));
    }
    return child;
  }

  static Relationship owning(Relationship collection) {
    Relationship owning = collection.inverse();
    if (owning == null) {
      throw new IllegalStateException(collection + " has no owning side");
    }
    return owning;
  }

  private UsageException contradiction(
      CollectionChange change, InstanceState<?> child, @Nullable Object now) {
    InstanceState<?> other = now == null ? null : context.find(now);
    return new UsageException(
        Problem.of(
                SessionCode.CONTRADICTION,
                "cannot flush \"" + child.model().describe(child.key()) + "\"")
            .found(
                "it is in \""
                    + change.relationship().name()
                    + "\" of "
                    + change.owner().model().describe(change.owner().key())
                    + ", and its \""
                    + owning(change.relationship()).name()
                    + "\" is "
                    + (other == null ? now : other.model().describe(other.key())))
            .expected("both sides of a relationship to agree")
            .fix("set one side only, or both to the same object"));
  }
}
