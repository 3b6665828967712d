package org.aludel.orm.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.aludel.orm.deferred.ColumnChoice;
import org.aludel.orm.mapping.LoadStrategy;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.PersistenceContext;
import org.jspecify.annotations.Nullable;

/** Begins results for one session. Not thread-safe. */
final class Results {
  private final PersistenceContext context;
  private final ModelStatements statements;
  private final Wrappers wrappers;
  private final Eager eager;
  private final ColumnReads columns;

  /** Loads what a finished result wants at once. */
  @FunctionalInterface
  interface Eager {
    /**
     * @param joined the relationships that the rows themselves have filled
     */
    void load(EntityRows<?> rows, Set<Relationship> joined);
  }

  Results(
      PersistenceContext context,
      ModelStatements statements,
      Wrappers wrappers,
      LoadSource source,
      Eager eager) {
    this.context = context;
    this.columns = new ColumnReads(this, source);
    this.statements = statements;
    this.wrappers = wrappers;
    this.eager = eager;
  }

  PersistenceContext context() {
    return context;
  }

  ModelStatements statements() {
    return statements;
  }

  /** A result of one class. */
  <E> LoadedRows<E> of(EntityModel<E> model, LoadPlan plan, Origin origin) {
    return new LoadedRows<>(
        this, model, rows(model, plan, origin, ColumnChoice.WHOLE), List.of(), ColumnChoice.WHOLE);
  }

  /** A result of a class and what is joined to it. */
  LoadedRows<?> of(EntityNode node, Origin origin) {
    return of(node.model(), node, origin);
  }

  /** As above for a model whose class the caller knows. */
  <E> LoadedRows<E> of(EntityModel<E> model, EntityNode node, Origin origin) {
    LoadPlan plan = node.plan();
    List<JoinedRows> joined = new ArrayList<>();
    for (EntityNode.Child child : node.children()) {
      joined.add(
          new JoinedRows(
              child.relationship(),
              of(child.node(), origin.behind(null)),
              !child.isAdded() || plan.condition(child.relationship()) != null));
    }
    return new LoadedRows<>(
        this, model, rows(model, plan, origin, node.choice()), joined, node.choice());
  }

  private <E> List<EntityRows<? extends E>> rows(
      EntityModel<E> model, LoadPlan plan, Origin origin, ColumnChoice choice) {
    if (!model.mapper().isPolymorphic()) {
      ResultGroup group = new ResultGroup(plan, origin, false);
      RowLayout layout =
          choice.isWhole()
              ? statements.layout(context.models(), model)
              : RowLayout.of(context.models(), model, choice);
      return List.of(new EntityRows<>(context, model, layout, group, wrappers));
    }
    List<EntityRows<? extends E>> rows = new ArrayList<>();
    for (Mapper<?> each : model.mapper().selfAndBelow()) {
      if (!each.isAbstract()) {
        rows.add(rowsBelow(model, each, new ResultGroup(plan, origin, false), choice));
      }
    }
    return rows;
  }

  private <E> EntityRows<? extends E> rowsBelow(
      EntityModel<E> above, Mapper<?> mapper, ResultGroup group, ColumnChoice choice) {
    @SuppressWarnings("unchecked") // the class of a mapper below extends that of the one above
    EntityModel<? extends E> model =
        (EntityModel<? extends E>) (EntityModel<?>) context.models().of(mapper);
    RowLayout layout =
        choice.isWhole()
            ? statements.layout(context.models(), model, above)
            : RowLayout.within(context.models(), model, above.view(), choice);
    return new EntityRows<>(context, model, layout, group, wrappers);
  }

  /** What is known of an object that was just read. */
  InstanceState<?> state(Object entity) {
    return Objects.requireNonNull(context.find(entity), "just read");
  }

  Eager eager() {
    return eager;
  }

  /** What reads columns that the rows lack. */
  ColumnReads columns() {
    return columns;
  }

  /**
   * A class with what its plan wants joined, for a statement that the loader makes; null where
   * nothing asks for more than the rows by their keys.
   */
  @Nullable EntityNode node(Mapper<?> mapper, LoadPlan plan, boolean conditional) {
    EntityModel<?> model = context.models().of(mapper);
    boolean plain =
        !conditional
            && plan.terms().criteria().of(mapper) == null
            && !model.view().lacksColumns()
            && plan.columns(model).isPlain();
    for (Relationship one : mapper.relationships()) {
      plain &= plan.strategy(one) != LoadStrategy.JOINED;
    }
    return plain
        ? null
        : new EagerJoins(context.models(), Set.of()).node(mapper, plan, NodeSource.own(model));
  }
}
