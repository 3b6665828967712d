package org.aludel.orm.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.aludel.instrument.EntityAccess;
import org.aludel.orm.collection.WriteOnlyCollection;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Generation;

/**
 * What an object that a session does not hold shows of its past. Plain classes keep no record of
 * sessions, so this is what can be known: lazy instances and the collections that sessions put into
 * fields come from a session; an id that the server always makes, or a version beside an id, comes
 * from a row. A given id alone tells nothing: new objects may bring their own, as in SQLAlchemy.
 */
public final class Provenance {
  private Provenance() {}

  /** TRANSIENT, DETACHED, or PERSISTENT for an object of another session that is open. */
  public static <E> Lifecycle of(EntityModel<E> model, E entity) {
    if (model.keyOf(entity) == null) {
      return Lifecycle.TRANSIENT;
    }
    for (int index = 0; index < model.contentsCount(); index++) {
      if (model.access().get(entity, model.contentsSlot(index)) instanceof LazyCollection lazy
          && lazy.owner().entity() == entity) {
        Lifecycle last = lazy.owner().lifecycle();
        return last == Lifecycle.DELETED ? Lifecycle.DETACHED : last;
      }
    }
    return isLazy(model, entity) || idAlwaysMade(model) || isVersioned(model, entity)
        ? Lifecycle.DETACHED
        : Lifecycle.TRANSIENT;
  }

  /** Takes all of that from an object: server-made ids, the version, the session's collections. */
  public static <E> void forget(EntityModel<E> model, E entity) {
    EntityAccess<E> access = model.access();
    for (int index = 0; index < model.contentsCount(); index++) {
      int slot = model.contentsSlot(index);
      if (access.get(entity, slot) instanceof LazyCollection lazy) {
        access.set(entity, slot, plain(lazy));
      }
    }
    clearIds(model, entity);
    clearVersion(model, entity);
  }

  private static Object plain(LazyCollection lazy) {
    if (lazy instanceof WriteOnlyCollection<?> waiting) {
      return WriteOnlyCollection.of(waiting.added().toArray());
    }
    boolean loaded = lazy.isLoaded();
    if (lazy instanceof Map<?, ?> entries) {
      return loaded ? new LinkedHashMap<>(entries) : new LinkedHashMap<>();
    }
    if (lazy instanceof Set<?> elements) {
      return loaded ? new LinkedHashSet<>(elements) : new LinkedHashSet<>();
    }
    return loaded ? new ArrayList<>(lazy.elements()) : new ArrayList<>();
  }

  /** Ids that are not the application's become null, or the zero of a primitive. */
  static <E> void clearIds(EntityModel<E> model, E entity) {
    for (BasicProperty id : model.ids()) {
      if (id.generation() != Generation.NONE) {
        model.access().set(entity, id.slot(), id.none());
      }
    }
  }

  /** As {@link #clearIds} for the version, where there is one. */
  static <E> void clearVersion(EntityModel<E> model, E entity) {
    BasicProperty version = model.mapper().version();
    if (version != null) {
      model.access().set(entity, version.slot(), version.none());
    }
  }

  /** Whether an object is of a generated subclass, which only sessions make. */
  public static <E> boolean isLazy(EntityModel<E> model, E entity) {
    return !EntityAccess.isLoaded(entity) || !model.mapper().type().equals(entity.getClass());
  }

  private static boolean idAlwaysMade(EntityModel<?> model) {
    return model.ids().stream()
        .anyMatch(id -> id.generation() == Generation.IDENTITY && !id.insertable());
  }

  private static <E> boolean isVersioned(EntityModel<E> model, E entity) {
    BasicProperty version = model.mapper().version();
    Object value = version == null ? null : model.access().get(entity, version.slot());
    return value instanceof Number counted ? counted.longValue() != 0 : value != null;
  }
}
