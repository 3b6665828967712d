package org.aludel.orm.unitofwork;

import java.util.ArrayDeque;
import java.util.Deque;
import org.aludel.error.AludelException;
import org.aludel.error.DetachedInstanceException;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.instrument.EntityAccess;
import org.aludel.orm.mapping.Cascade;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.LazyCollection;
import org.aludel.orm.state.Lifecycle;
import org.aludel.orm.state.PersistenceContext;
import org.jspecify.annotations.Nullable;

/** Adds objects to a session and, along relationships that cascade, what they refer to. */
public final class SaveCascade {
  private final PersistenceContext context;

  /** Those whose relationships are yet to be followed; empty between two calls. */
  private final Deque<InstanceState<?>> open = new ArrayDeque<>();

  public SaveCascade(PersistenceContext context) {
    this.context = context;
  }

  /**
   * Makes an object and what it cascades to pending. Does nothing for objects that are pending or
   * persistent; takes back a deletion that was not flushed.
   *
   * @throws DetachedInstanceException with {@code DETACHED} for an object of another session
   */
  public <E> void add(E entity) {
    InstanceState<E> known = context.find(entity);
    if (known != null) {
      if (known.lifecycle() == Lifecycle.DELETED && !context.unmarkDeleted(known)) {
        throw alreadyDeleted(known);
      }
      return;
    }
    requireOwn(entity, null);
    addCopy(entity);
  }

  /** As {@link #add} for a new object that the session itself has made. */
  public void addCopy(Object entity) {
    walk(context.addPending(entity));
    while (!open.isEmpty()) {
      walk(open.remove());
    }
  }

  /**
   * Makes the target of a relationship pending unless it is known; null when it is, or when the
   * relationship does not cascade and {@code strict} is off.
   *
   * @param strict refuses a target that is unknown and not cascaded to
   */
  @Nullable InstanceState<?> reach(
      InstanceState<?> owner, Relationship relationship, Object target, boolean strict) {
    if (context.find(target) != null) {
      return null;
    }
    if (relationship.cascades().contains(Cascade.SAVE_UPDATE)) {
      requireOwn(target, relationship);
      return context.addPending(target);
    }
    if (strict && !isOnlyRead(relationship)) {
      throw unsaved(owner, relationship, target);
    }
    return null;
  }

  /** What it holds is of no row, and is refused as a change where changes are gathered. */
  private static boolean isOnlyRead(Relationship relationship) {
    return relationship.isByCondition();
  }

  private <E> void walk(InstanceState<E> state) {
    EntityAccess<E> access = state.model().access();
    for (Relationship relationship : state.model().mapper().relationships()) {
      Object value = access.get(state.entity(), relationship.slot());
      if (relationship.isCollection()) {
        if (!(value instanceof LazyCollection lazy) || lazy.isLoaded()) {
          CollectionWrapping.elements(value).forEach(element -> step(state, relationship, element));
        }
      } else if (value != null) {
        step(state, relationship, value);
      }
    }
  }

  private void step(InstanceState<?> owner, Relationship relationship, @Nullable Object target) {
    if (target == null) {
      return; // in a collection: the flush refuses it and names the place
    }
    InstanceState<?> added = reach(owner, relationship, target, false);
    if (added != null) {
      open.add(added);
    }
  }

  private void requireOwn(Object entity, @Nullable Relationship via) {
    Lifecycle past = context.unknown(entity);
    if (past != Lifecycle.TRANSIENT) {
      String how = via == null ? "" : " through \"" + via + "\"";
      throw detached("add an object of class \"" + className(entity) + "\"" + how, past);
    }
  }

  private static DetachedInstanceException detached(String what, Lifecycle past) {
    return new DetachedInstanceException(
        Problem.of(SessionCode.DETACHED, "cannot " + what)
            .found(
                past == Lifecycle.PERSISTENT
                    ? "an object that another open session holds"
                    : "an object that stood for a row in another session or was deleted")
            .expected("a new object, or one of this session")
            .fix("session.get(…) the row, or session.merge(…) the object"));
  }

  /** The entity class, never that of a lazy instance. */
  private String className(Object entity) {
    return context.models().ofEntity(entity).mapper().type().getName();
  }

  private static UsageException alreadyDeleted(InstanceState<?> state) {
    return new UsageException(
        Problem.of(
                SessionCode.NOT_PERSISTENT,
                "cannot add \"" + state.model().describe(state.key()) + "\" again")
            .found("its row was deleted by a flush of this transaction")
            .fix("add a new object, or roll back"));
  }

  private AludelException unsaved(
      InstanceState<?> owner, Relationship relationship, Object target) {
    Lifecycle past = context.unknown(target);
    if (past != Lifecycle.TRANSIENT) {
      return detached(
          "flush \""
              + owner.model().describe(owner.key())
              + "\", whose \""
              + relationship
              + "\" refers to an object of class \""
              + className(target)
              + "\"",
          past);
    }
    return new UsageException(
        Problem.of(
                SessionCode.TRANSIENT_REFERENCE,
                "cannot flush \"" + owner.model().describe(owner.key()) + "\"")
            .found(
                "\""
                    + relationship
                    + "\" holds an object of class "
                    + className(target)
                    + " that was never added")
            .fix("session.add(…) it, or give the relationship cascade = PERSIST"));
  }
}
