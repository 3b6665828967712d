package org.aludel.orm.unitofwork;

import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.PersistenceContext;
import org.jspecify.annotations.Nullable;

/** Column values of one object: as its fields say now, and as its snapshot says. */
final class RowValues {
  private final PersistenceContext context;

  RowValues(PersistenceContext context) {
    this.context = context;
  }

  /** The value now; null also for a reference whose target has no key yet. */
  <E> @Nullable Object now(InstanceState<E> state, ColumnSource source) {
    return source instanceof ColumnSource.Constant constant
        ? constant.value()
        : column(state.value(source.slot()), source);
  }

  /** The value in the database; null when the row was never read. */
  @Nullable Object before(InstanceState<?> state, ColumnSource source) {
    return source instanceof ColumnSource.Constant constant
        ? constant.value()
        : column(state.snapshotValue(source.slot()), source);
  }

  /** The column's part of an attribute's value. */
  @Nullable Object column(@Nullable Object value, ColumnSource source) {
    return source instanceof ColumnSource.Reference reference
        ? keyPart(value, reference.idIndex())
        : value;
  }

  private @Nullable Object keyPart(@Nullable Object target, int idIndex) {
    if (target == null) {
      return null;
    }
    InstanceState<?> state = context.find(target);
    Object key = state == null ? null : state.key();
    if (key == null) {
      key = keyOf(target);
    }
    return key == null ? null : part(target, key, idIndex);
  }

  private <T> @Nullable Object keyOf(T target) {
    return context.models().ofEntity(target).keyOf(target);
  }

  private Object part(Object target, Object key, int idIndex) {
    EntityModel<?> model = context.models().ofEntity(target);
    return model.keyPart(key, idIndex);
  }
}
