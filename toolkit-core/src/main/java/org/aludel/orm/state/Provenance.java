package org.aludel.orm.state;

import org.aludel.instrument.EntityAccess;
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

  private static <E> boolean isLazy(EntityModel<E> model, E entity) {
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
