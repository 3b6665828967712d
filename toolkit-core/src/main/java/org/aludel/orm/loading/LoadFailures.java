package org.aludel.orm.loading;

import java.util.BitSet;
import java.util.stream.Collectors;
import org.aludel.error.DetachedInstanceException;
import org.aludel.error.NoResultException;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.instrument.LazyObstacle;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.EntityModels;
import org.aludel.orm.state.InstanceState;

/** Why something could not be loaded. */
final class LoadFailures {
  private LoadFailures() {}

  static <E> DetachedInstanceException detachedReference(EntityModels models, E instance) {
    EntityModel<E> model = models.ofEntity(instance);
    String references =
        models.registry().mappers().stream()
            .flatMap(mapper -> mapper.relationships().stream())
            .filter(Relationship::isReference)
            .filter(one -> one.target() == model.mapper())
            .map(one -> one.owner().type().getSimpleName() + "." + one.name())
            .sorted()
            .collect(Collectors.joining(", "));
    return new DetachedInstanceException(
        Problem.of(
                SessionCode.DETACHED,
                "cannot load \"" + model.describe(model.keyOf(instance)) + "\"")
            .found("an object behind a reference (" + references + "), which no open session holds")
            .expected("an object of an open session, or one that is loaded already")
            .fix("use it before the session is closed, or load it by options(selectIn(…))"));
  }

  /** A reference by a condition that more than one row fulfils. */
  static UsageException several(InstanceState<?> owner, Relationship reference, int count) {
    return new UsageException(
        Problem.of(SessionCode.SEVERAL_TARGETS, "cannot load \"" + reference + "\"")
            .found(count + " rows for " + owner.model().describe(owner.key()))
            .expected("one row or none that its @JoinCondition holds for")
            .fix("narrow the condition, or make the attribute a collection"));
  }

  static DetachedInstanceException detached(String attribute, String owner) {
    return new DetachedInstanceException(
        Problem.of(SessionCode.DETACHED, "cannot load \"" + attribute + "\"")
            .found(owner + ", which no open session holds")
            .expected("an object of an open session, or an attribute that is loaded already")
            .fix("use it before the session is closed, or load it with options(selectIn(…))"));
  }

  /** As above for values, of which no option of a statement speaks. */
  static DetachedInstanceException detachedValues(String attribute, String owner) {
    return new DetachedInstanceException(
        Problem.of(SessionCode.DETACHED, "cannot load \"" + attribute + "\"")
            .found(owner + ", which no open session holds")
            .expected("an object of an open session, or values that are loaded already")
            .fix("use them before the session is closed, or map them with @Load(SELECT_IN)"));
  }

  private static String names(BitSet slots, EntityModel<?> model) {
    return slots.stream()
        .mapToObj(slot -> model.access().attributes().get(slot).name())
        .collect(Collectors.joining(", "));
  }

  static UsageException notDeferred(BitSet slots, EntityModel<?> model) {
    String type = model.mapper().type().getName();
    return new UsageException(
        Problem.of(
                SessionCode.UNSUPPORTED,
                "cannot defer \"" + names(slots, model) + "\" of \"" + type + "\"")
            .found(
                "a class without a lazy subclass, whose use nothing would notice"
                    + LazyObstacle.phrase(model.mapper().type(), model.mapper().annotated()))
            .expected("private fields, no final methods, a constructor that a subclass can call")
            .fix("change the class, or read the columns with undeferAll(…) or withPolymorphic(…)"));
  }

  static UsageException noReference(EntityModel<?> model) {
    String type = model.mapper().type().getName();
    return new UsageException(
        Problem.of(SessionCode.UNSUPPORTED, "cannot refer to \"" + type + "\" without reading it")
            .found("a class without a lazy subclass, or one with mapped classes below it")
            .fix("read the object with get(…)"));
  }

  static DetachedInstanceException detached(BitSet slots, InstanceState<?> state) {
    String attributes = names(slots, state.model());
    return new DetachedInstanceException(
        Problem.of(SessionCode.DETACHED, "cannot load \"" + attributes + "\"")
            .found(state.model().describe(state.key()) + ", which no open session holds")
            .expected("an object of an open session, or attributes that are loaded already")
            .fix("use them before the session is closed, or load them with options(undefer(…))"));
  }

  /**
   * @param hidden whether criteria may have left the row out
   */
  static NoResultException gone(InstanceState<?> state, boolean hidden) {
    return gone(state.model().describe(state.key()), hidden);
  }

  static NoResultException gone(String object, boolean hidden) {
    return new NoResultException(
        Problem.of(SessionCode.NOT_PERSISTENT, "cannot load \"" + object + "\"")
            .found(
                hidden
                    ? "no row with this key that fulfils the criteria of its class"
                    : "no row with this key")
            .fix(
                hidden
                    ? "leave out objects that refer to it: where(REFERENCE.has(…))"
                    : "another transaction deleted it, or no foreign key protects the reference"));
  }
}
