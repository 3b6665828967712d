package org.aludel.orm.session;

import java.util.List;
import org.aludel.error.UsageException;
import org.aludel.orm.event.AttributeHistory;
import org.aludel.orm.metamodel.BasicAttribute;
import org.aludel.orm.metamodel.RelationshipAttribute;
import org.aludel.orm.state.Histories;
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
  private final SessionEntities entities;

  SessionObjects(PersistenceContext context, SessionGuard guard, SessionEntities entities) {
    this.entities = entities;
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

  /**
   * What differs between an attribute and its row.
   *
   * @param attribute in a column, such as {@code USER.name}
   * @throws UsageException with {@code NOT_PERSISTENT} for an object that the session does not hold
   */
  public <E> AttributeHistory history(E entity, BasicAttribute<? super E, ?> attribute) {
    return history(entity, attribute.attribute());
  }

  /** As above for a reference or a collection; nothing is loaded for it. */
  public <E> AttributeHistory history(E entity, RelationshipAttribute<? super E, ?> attribute) {
    return history(entity, attribute.attribute());
  }

  private AttributeHistory history(Object entity, String attribute) {
    guard.requireOpen();
    InstanceState<?> state = context.find(entity);
    AttributeHistory found = state == null ? null : Histories.of(state, attribute);
    if (found == null) {
      String type = context.models().ofEntity(entity).mapper().type().getName();
      throw SessionRefusals.notPersistent(
          "compare \"" + attribute + "\" of", type, entities.stateOf(entity));
    }
    return found;
  }

  /**
   * Lets go of an object so that nothing shows any more that it stood for a row: an id that the
   * server made and the version are taken from it, loaded collections become ordinary ones. Added
   * to a session, it is inserted as a new row. A row that it had stays as it is.
   *
   * @throws UsageException with {@code UNSUPPORTED} for an instance of a lazy subclass
   */
  public void makeTransient(Object entity) {
    entities.makeTransient(entity);
  }

  private static List<Object> entities(List<? extends InstanceState<?>> states) {
    return states.stream().<Object>map(InstanceState::entity).toList();
  }
}
