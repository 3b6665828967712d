package org.aludel.orm.session;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.loading.Loader;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.metamodel.BasicAttribute;
import org.aludel.orm.query.QueryResolver;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.Lifecycle;
import org.aludel.orm.state.PersistenceContext;
import org.aludel.orm.state.Provenance;
import org.aludel.orm.state.ViewRows;
import org.aludel.orm.unitofwork.SaveCascade;
import org.aludel.sql.Expression;
import org.jspecify.annotations.Nullable;

/** What a session does with single objects. Not thread-safe. */
final class SessionEntities {
  private final PersistenceContext context;
  private final Loader loader;
  private final SessionStatements statements;
  private final SessionSource source;
  private final SessionGuard guard;
  private final SessionFlush flush;

  /** The parts of a session that know its objects. */
  record Parts(SessionGuard guard, SessionSource source, SessionFlush flush) {}

  SessionEntities(
      PersistenceContext context, Loader loader, SessionStatements statements, Parts parts) {
    this.context = context;
    this.loader = loader;
    this.statements = statements;
    this.source = parts.source();
    this.guard = parts.guard();
    this.flush = parts.flush();
  }

  void addAll(Collection<?> entities) {
    guard.requireActive();
    source.requireWritable("add an object");
    context.expectPending(entities.size());
    SaveCascade cascade = new SaveCascade(context);
    entities.forEach(cascade::add);
  }

  <E> List<E> mergeAll(Session session, Collection<? extends E> entities) {
    source.prepare();
    source.requireWritable("merge an object");
    flush.before();
    flush.suspend();
    try {
      Merge merge = new Merge(session, context, loader);
      List<E> merged = new ArrayList<>();
      for (E entity : entities) {
        merged.add(merge.merge(entity));
      }
      return merged;
    } finally {
      flush.resume();
    }
  }

  void delete(Object entity) {
    guard.requireActive();
    source.requireWritable("delete an object");
    InstanceState<?> state = context.find(entity);
    if (state == null || state.lifecycle() == Lifecycle.PENDING) {
      ViewRows.refuseRecord("delete", context.models().ofEntity(entity), null);
      throw notPersistent("delete", entity);
    }
    if (state.lifecycle() == Lifecycle.PERSISTENT) {
      context.markDeleted(state);
    }
  }

  void refresh(Object entity, StatementWishes wishes) {
    source.prepare();
    InstanceState<?> state = persistent("refresh", entity);
    ViewRows.refuseRecord("refresh", state.model(), state.key());
    state.forgetExpressions();
    boolean plain = wishes.lock() == null && wishes.loading().isEmpty();
    boolean found =
        plain ? loader.reload(List.of(state)).isEmpty() : statements.refresh(state, wishes);
    requireFound(found, state);
  }

  void refresh(Object entity, List<BasicAttribute<?, ?>> attributes) {
    source.prepare();
    InstanceState<?> state = persistent("refresh", entity);
    ViewRows.refuseRecord("refresh", state.model(), state.key());
    BitSet slots = new BitSet();
    for (BasicAttribute<?, ?> attribute : attributes) {
      slots.set(slot(state.model(), attribute));
    }
    requireFound(loader.reloadColumns(state, slots), state);
  }

  private static int slot(EntityModel<?> model, BasicAttribute<?, ?> attribute) {
    if (model.mapper().property(attribute.attribute()).orElse(null) instanceof BasicProperty basic
        && !model.ids().contains(basic)) {
      return basic.slot();
    }
    throw new UsageException(
        Problem.of(SessionCode.UNSUPPORTED, "cannot refresh \"" + attribute + "\"")
            .found("an id, or an attribute that " + model.mapper() + " has in no column")
            .expected("attributes in columns of the object's class"));
  }

  private void requireFound(boolean found, InstanceState<?> state) {
    if (!found) {
      context.expunge(state);
      throw notPersistent("refresh", state.entity());
    }
  }

  void expire(Object entity) {
    guard.requireActive();
    InstanceState<?> state = persistent("expire", entity);
    context.dropChanges(state);
    context.expire(List.of(state));
  }

  void expunge(Object entity) {
    guard.requireActive();
    InstanceState<?> state = context.find(entity);
    if (state == null) {
      throw notPersistent("expunge", entity);
    }
    context.expunge(state);
  }

  void makeTransient(Object entity) {
    guard.requireActive();
    if (isLazy(entity)) {
      throw new UsageException(
          Problem.of(SessionCode.UNSUPPORTED, "cannot make an object transient")
              .found("an instance of the lazy subclass of " + entity.getClass().getSuperclass())
              .expected("an object whose class is the entity's own")
              .fix("copy its values into a new object"));
    }
    InstanceState<?> state = context.find(entity);
    if (state != null) {
      context.expunge(state);
    }
    context.forget(entity);
    forgetPast(entity);
  }

  private <E> void forgetPast(E entity) {
    Provenance.forget(context.models().ofEntity(entity), entity);
  }

  private <E> boolean isLazy(E entity) {
    return Provenance.isLazy(context.models().ofEntity(entity), entity);
  }

  <E> E reference(Class<E> type, Object id) {
    source.prepare();
    EntityModel<E> model = context.models().of(type);
    return loader.reference(model, Keys.of(model, id));
  }

  <E, T> void set(
      QueryResolver resolver, E entity, BasicAttribute<E, T> attribute, Expression<T> value) {
    source.prepare();
    source.requireWritable("set an attribute");
    InstanceState<E> state = context.find(entity);
    if (state == null || state.lifecycle() == Lifecycle.DELETED) {
      throw notPersistent("set an attribute of", entity);
    }
    ViewRows.refuseRecord("set an attribute of", state.model(), state.key());
    AttributeExpression.set(resolver, state, attribute, value);
  }

  /** See {@link Session#stateOf}. */
  Lifecycle stateOf(Object entity) {
    guard.requireOpen();
    InstanceState<?> state = context.find(entity);
    if (state != null) {
      return state.lifecycle();
    }
    return context.unknown(entity) == Lifecycle.TRANSIENT
        ? Lifecycle.TRANSIENT
        : Lifecycle.DETACHED;
  }

  private InstanceState<?> persistent(String what, Object entity) {
    @Nullable InstanceState<?> state = context.find(entity);
    if (state == null || state.lifecycle() != Lifecycle.PERSISTENT) {
      throw notPersistent(what, entity);
    }
    return state;
  }

  private UsageException notPersistent(String what, Object entity) {
    String type = context.models().ofEntity(entity).mapper().type().getName();
    return SessionRefusals.notPersistent(what, type, stateOf(entity));
  }
}
