package org.aludel.orm.loading;

import java.util.Objects;
import java.util.stream.IntStream;
import org.aludel.instrument.EntityAccess;
import org.aludel.instrument.RecordSink;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.PersistenceContext;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a record in one result. A record cannot take over what its row has become since an
 * earlier transaction: another takes its place, and the old one is detached.
 */
final class RecordRows<E> implements RecordSink<E> {
  private final PersistenceContext context;
  private final EntityRows<E> rows;

  RecordRows(PersistenceContext context, EntityRows<E> rows) {
    this.context = context;
    this.rows = rows;
  }

  /**
   * Whether an object is known that need not be read again to be referred to: a record only while
   * it is of this transaction, since what its row has become is another record.
   */
  static boolean isCurrent(PersistenceContext context, EntityModel<?> model, Object key) {
    InstanceState<?> found = context.find(model, key);
    if (found == null || !model.mapper().isRecord()) {
      return found != null;
    }
    return found.readIn() == context.transaction() && !found.isExpired();
  }

  @Override
  public @Nullable E known(Object key) {
    InstanceState<E> found = context.find(rows.model(), key);
    boolean stays = !rows.plan().overwrite() && isCurrent(context, rows.model(), key);
    return found == null || !stays ? null : rows.again(found);
  }

  @Override
  public E made(Object key, E made) {
    InstanceState<E> found = context.find(rows.model(), key);
    if (found != null && isSame(found.entity(), made)) {
      context.loaded(found);
      return rows.again(found);
    }
    if (found != null) {
      context.expunge(found);
    }
    return rows.made(context.addPersistent(rows.model(), key, made));
  }

  /** By components: a record's own equals may look at some of them only. */
  private boolean isSame(E older, E newer) {
    EntityAccess<E> access = rows.model().access();
    return IntStream.range(0, access.basicCount())
        .allMatch(slot -> Objects.deepEquals(access.get(older, slot), access.get(newer, slot)));
  }
}
