package org.aludel.orm.loading;

import java.util.List;
import java.util.Objects;
import org.aludel.orm.mapping.ElementCollection;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.ElementValues;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.LazyCollection;
import org.aludel.orm.state.Lifecycle;
import org.aludel.orm.state.PersistenceContext;

/** The attributes of owners that their own rows say nothing of. */
final class OwnedElements {
  private OwnedElements() {}

  /** Whether loading it is wanted: the owner has a row, and nobody knows the elements. */
  static boolean isUnknown(InstanceState<?> owner, Relationship collection) {
    return owner.lifecycle() == Lifecycle.PERSISTENT
        && owner.contents(index(owner, collection)) == null;
  }

  /**
   * Takes elements from the database.
   *
   * @param partial whether there may be more of them
   */
  static <E> void fill(
      PersistenceContext context,
      InstanceState<E> owner,
      Relationship collection,
      List<?> elements,
      boolean partial) {
    if (!collection.isCollection() && elements.size() > 1) {
      throw LoadFailures.several(owner, collection, elements.size());
    }
    int index = index(owner, collection);
    context.contentsRead(owner, index, elements);
    owner.partial(index, partial);
    int slot = owner.model().slotOf(collection);
    if (collection.isInverseReference()) {
      owner.read(slot, elements.isEmpty() ? null : elements.get(0));
      return;
    }
    Object field = owner.model().access().get(owner.entity(), slot);
    if (field instanceof LazyCollection lazy && !lazy.isLoaded()) {
      lazy.fill(elements);
    }
  }

  /** Forgets what is known of all of them: rows replace what is in memory. */
  static <E> void forget(InstanceState<E> owner) {
    List<Relationship> collections = owner.model().collections();
    for (int index = 0; index < collections.size(); index++) {
      Relationship collection = collections.get(index);
      if (collection.isInverseReference()) {
        owner.contents(index, null);
      } else if (owner.model().access().get(owner.entity(), collection.slot())
          instanceof LazyCollection lazy) {
        lazy.unload();
        owner.contents(index, null);
      }
    }
    forgetValues(owner);
  }

  /** As {@link #fill} for values. */
  static <E> void fillValues(
      PersistenceContext context, InstanceState<E> owner, int number, List<?> values) {
    ElementCollection collection =
        Objects.requireNonNull(owner.model().elements(number), "a collection of values");
    context.contentsRead(owner, number, List.copyOf(values));
    Object field = owner.model().access().get(owner.entity(), collection.slot());
    if (field instanceof LazyCollection lazy && !lazy.isLoaded()) {
      lazy.fill(ElementValues.copied(collection, values));
    }
  }

  private static <E> void forgetValues(InstanceState<E> owner) {
    for (int index = 0; index < owner.model().elements().size(); index++) {
      int slot = owner.model().elements().get(index).slot();
      if (owner.model().access().get(owner.entity(), slot) instanceof LazyCollection lazy) {
        lazy.unload();
        owner.contents(owner.model().elementsAt(index), null);
      }
    }
  }

  static int index(InstanceState<?> owner, Relationship collection) {
    return owner.model().collections().indexOf(collection);
  }
}
