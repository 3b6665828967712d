package org.aludel.orm.unitofwork;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.orm.mapping.Cascade;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.LazyCollection;
import org.aludel.orm.state.Lifecycle;
import org.aludel.orm.state.PersistenceContext;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.ReferentialAction;
import org.jspecify.annotations.Nullable;

/**
 * Decides what happens to the rows that refer to deleted ones: with the delete cascade they are
 * deleted too, else their references become null. Children are loaded for that, those of all
 * deleted objects of a class together, unless the database itself acts on the foreign key.
 */
final class DeleteCascade {
  private final PersistenceContext context;
  private final CollectionSource source;
  private final List<InstanceState<?>> moved;

  /**
   * A cascade.
   *
   * @param modified the persistent objects whose references may have been changed
   */
  DeleteCascade(
      PersistenceContext context, CollectionSource source, List<InstanceState<?>> modified) {
    this.context = context;
    this.source = source;
    this.moved = new ArrayList<>(modified);
  }

  /** Extends the deletions marked so far until nothing follows from them any more. */
  void expand() {
    List<InstanceState<?>> level = context.deleted();
    if (!level.isEmpty()) {
      moved.addAll(context.pending());
    }
    while (!level.isEmpty()) {
      List<InstanceState<?>> unread = level.stream().filter(DeleteCascade::mustBeRead).toList();
      if (!unread.isEmpty()) {
        source.loadRows(unread);
      }
      source.loadReferences(level); // by which deletions are ordered, and cascade
      Map<EntityModel<?>, List<InstanceState<?>>> byModel = new LinkedHashMap<>();
      for (InstanceState<?> state : level) {
        byModel.computeIfAbsent(state.model(), any -> new ArrayList<>()).add(state);
      }
      List<InstanceState<?>> next = new ArrayList<>();
      byModel.forEach((model, states) -> follow(model, states, next));
      moved.forEach(child -> followMoved(child, next));
      level = next;
    }
  }

  /** A reference that nobody has read: its row says what it refers to, and its version. */
  private static boolean mustBeRead(InstanceState<?> state) {
    EntityModel<?> model = state.model();
    return !state.isLoaded()
        && (!model.foreignKeys().isEmpty() || model.mapper().version() != null);
  }

  private void follow(
      EntityModel<?> model, List<InstanceState<?>> states, List<InstanceState<?>> next) {
    for (int index = 0; index < model.collections().size(); index++) {
      followCollection(model.collections().get(index), index, states, next);
    }
    for (Relationship reference : model.references()) {
      if (reference.cascades().contains(Cascade.DELETE)) {
        states.forEach(state -> mark(target(state, reference), next));
      }
    }
  }

  /** What came to a deleted object since the last flush, by its reference alone. */
  private void followMoved(InstanceState<?> child, List<InstanceState<?>> next) {
    for (Relationship reference : child.model().foreignKeys()) {
      Relationship inverse = reference.inverse();
      Object target = inverse == null ? null : child.value(reference.slot());
      InstanceState<?> parent = target == null ? null : context.find(target);
      if (inverse != null && parent != null && parent.lifecycle() == Lifecycle.DELETED) {
        followChild(parent, inverse, child.entity(), next);
      }
    }
  }

  /** What the application put there since the last flush goes along. */
  private <E> void followAdded(InstanceState<E> parent, int index, List<InstanceState<?>> next) {
    Relationship collection = parent.model().collections().get(index);
    List<?> contents = parent.contents(index);
    Object field = parent.model().access().get(parent.entity(), collection.slot());
    boolean unread = field instanceof LazyCollection lazy && !lazy.isLoaded();
    if (collection.isPaired()) {
      CollectionWrapping.elements(unread ? null : field).forEach(one -> mark(find(one), next));
      return;
    }
    if (contents == null || unread || !collection.cascades().contains(Cascade.DELETE)) {
      return;
    }
    markAdded(CollectionWrapping.elements(field), contents, collection, next);
  }

  private void markAdded(
      List<?> elements, List<?> contents, Relationship collection, List<InstanceState<?>> next) {
    Set<Object> known = CollectionChange.identitySet(contents);
    Relationship owning = InverseSync.owning(collection);
    for (Object element : elements) {
      InstanceState<?> child = element == null || known.contains(element) ? null : find(element);
      int slot = child == null ? -1 : child.model().slotOf(owning);
      if (child != null && child.value(slot) == child.snapshotValue(slot)) {
        mark(child, next);
      }
    }
  }

  private @Nullable InstanceState<?> find(Object element) {
    return context.find(element);
  }

  private void followCollection(
      Relationship collection,
      int index,
      List<InstanceState<?>> states,
      List<InstanceState<?>> next) {
    boolean cascades = collection.cascades().contains(Cascade.DELETE);
    if (collection.isPaired() && !cascades) {
      return; // the rows between go with the object, what they lead to stays
    }
    if (cascades || !actedOnByServer(collection)) {
      List<InstanceState<?>> unknown =
          states.stream()
              .filter(state -> state.contents(index) == null || state.isPartial(index))
              .toList();
      if (!unknown.isEmpty()) {
        source.loadCollection(collection, unknown);
      }
    }
    for (InstanceState<?> state : states) {
      List<?> children = state.contents(index);
      if (children != null) {
        children.forEach(child -> followChild(state, collection, child, next));
      }
      followAdded(state, index, next);
    }
  }

  private void followChild(
      InstanceState<?> parent, Relationship collection, Object child, List<InstanceState<?>> next) {
    InstanceState<Object> state = context.find(child);
    if (collection.isPaired()) {
      mark(state, next);
      return;
    }
    Relationship owning = InverseSync.owning(collection);
    if (state == null
        || state.lifecycle() == Lifecycle.DELETED
        || state.value(state.model().slotOf(owning)) != parent.entity()) {
      return;
    }
    if (collection.cascades().contains(Cascade.DELETE) || deletedByServer(collection)) {
      mark(state, next);
    } else {
      InverseSync.release(
          state, owning, parent.model().describe(parent.key()) + " is deleted without a cascade");
    }
  }

  private void mark(@Nullable InstanceState<?> state, List<InstanceState<?>> next) {
    if (state == null) {
      return;
    }
    if (state.lifecycle() == Lifecycle.PENDING) {
      context.expunge(state);
    } else if (state.lifecycle() == Lifecycle.PERSISTENT) {
      context.markDeleted(state);
      next.add(state);
    }
  }

  private <E> @Nullable InstanceState<Object> target(
      InstanceState<E> state, Relationship reference) {
    Object target = state.model().access().get(state.entity(), reference.slot());
    return target == null ? null : context.find(target);
  }

  /** As SQLAlchemy's passive deletes, which there must be asked for. */
  private static boolean actedOnByServer(Relationship collection) {
    if (collection.isPaired()) {
      return false;
    }
    ReferentialAction action = action(collection);
    return action != ReferentialAction.NO_ACTION && action != ReferentialAction.RESTRICT;
  }

  private static boolean deletedByServer(Relationship collection) {
    return action(collection) == ReferentialAction.CASCADE;
  }

  private static ReferentialAction action(Relationship collection) {
    List<String> columns =
        InverseSync.owning(collection).localColumns().stream().map(one -> one.name()).toList();
    return collection.target().table().foreignKeys().stream()
        .filter(key -> key.columns().equals(columns))
        .map(ForeignKey::onDelete)
        .findFirst()
        .orElse(ReferentialAction.NO_ACTION);
  }
}
