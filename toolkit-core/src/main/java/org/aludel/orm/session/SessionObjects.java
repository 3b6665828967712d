package org.aludel.orm.session;

import java.util.List;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.Lifecycle;
import org.aludel.orm.state.PersistenceContext;
import org.aludel.orm.unitofwork.UnitOfWork;

/**
 * The objects of a session by what the next flush does with them. Lists are copies of this moment,
 * and looking at them runs no SQL. Objects are compared with what was read, so that one whose
 * attribute was set to an equal value is not among the changed ones; SQLAlchemy lists it as dirty.
 */
public final class SessionObjects {
  private final PersistenceContext context;
  private final SessionGuard guard;

  SessionObjects(PersistenceContext context, SessionGuard guard) {
    this.context = context;
    this.guard = guard;
  }

  /** What was added and has no row yet, in the order of adding. */
  public List<Object> added() {
    guard.requireOpen();
    return entities(context.pending());
  }

  /** What has a row that differs from it, in the order of arrival by class. */
  public List<Object> changed() {
    guard.requireOpen();
    return entities(context.persistent().stream().filter(UnitOfWork::isChanged).toList());
  }

  /** What was marked for deletion and still has its row, in the order of marking. */
  public List<Object> deleted() {
    guard.requireOpen();
    return entities(context.deleted());
  }

  /** What stands for a row and is not marked for deletion, in the order of arrival by class. */
  public List<Object> persistent() {
    guard.requireOpen();
    return entities(
        context.persistent().stream()
            .filter(state -> state.lifecycle() == Lifecycle.PERSISTENT)
            .toList());
  }

  private static List<Object> entities(List<? extends InstanceState<?>> states) {
    return states.stream().<Object>map(InstanceState::entity).toList();
  }
}
