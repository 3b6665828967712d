package org.aludel.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds a statement with some nodes replaced; subclasses override the visits of what they
 * replace. Nodes without a change below them are rebuilt equal. Stateless here; keep what a
 * subclass needs in its own fields.
 */
public abstract class Rewriter extends ExpressionRewriter
    implements StatementVisitor<Statement<?>> {
  /** A source of FROM, or the target of a DML statement. */
  protected FromItem source(FromItem item) {
    return item instanceof DerivedTable derived
        ? new DerivedTable(select(derived.select()), derived.alias())
        : item;
  }

  /** The target of a DML statement. */
  protected TableSource<?> target(TableSource<?> table) {
    return table;
  }

  /** What is selected or returned. */
  protected <R> Projection<R> projection(Projection<R> projection) {
    List<Selectable<?>> items = projection.items().stream().<Selectable<?>>map(this::item).toList();
    return new Projection<>(items, projection.maker());
  }

  /** One item of a projection. */
  protected Selectable<?> item(Selectable<?> item) {
    return item instanceof Expression<?> expression ? expression(expression) : item;
  }

  /** One join. */
  protected Join join(Join join) {
    Predicate on = join.on();
    JoinTarget target = join.target() instanceof FromItem item ? source(item) : join.target();
    return new Join(join.kind(), target, on == null ? null : predicate(on));
  }

  @Override
  protected <R> Select<R> select(Select<R> node) {
    Select.From from = node.from();
    Select.Criteria criteria = node.criteria();
    Select.Paging paging = node.paging();
    return new Select<>(
        projection(node.projection()),
        new Select.From(
            from.items().stream().map(this::source).toList(),
            from.joins().stream().map(this::join).toList()),
        new Select.Criteria(
            predicates(criteria.where()),
            expressions(criteria.groupBy()),
            predicates(criteria.having()),
            criteria.windows().stream()
                .map(named -> new Select.NamedWindow(named.name(), window(named.window())))
                .toList()),
        new Select.Paging(
            paging.orderBy().stream().map(this::ordering).toList(),
            nullable(paging.limit()),
            nullable(paging.offset())),
        node.modifiers());
  }

  @Override
  public Statement<?> visitSelect(Select<?> node) {
    return select(node);
  }

  @Override
  public Statement<?> visitInsert(Insert<?> node) {
    return insert(node);
  }

  private <R> Insert<R> insert(Insert<R> node) {
    return new Insert<>(
        new Insert.Into(target(node.table()), columns(node.columns()), node.into().overriding()),
        source(node.source()),
        conflict(node.conflict()),
        returning(node.projection()));
  }

  private Insert.Source source(Insert.Source source) {
    if (source instanceof Insert.Query query) {
      return new Insert.Query(select(query.select()));
    }
    List<List<Expression<?>>> rows = ((Insert.Values) source).rows();
    return new Insert.Values(rows.stream().map(this::expressions).toList());
  }

  private Insert.@Nullable Conflict conflict(Insert.@Nullable Conflict conflict) {
    return conflict == null
        ? null
        : new Insert.Conflict(
            new Insert.Arbiter(
                expressions(conflict.target().keys()),
                predicates(conflict.target().where()),
                conflict.target().constraint()),
            assignments(conflict.assignments()),
            predicates(conflict.where()));
  }

  @Override
  public Statement<?> visitUpdate(Update<?> node) {
    return update(node);
  }

  private <R> Update<R> update(Update<R> node) {
    return new Update<>(
        target(node.table()),
        assignments(node.assignments()),
        reach(node.reach()),
        returning(node.projection()));
  }

  @Override
  public Statement<?> visitDelete(Delete<?> node) {
    return delete(node);
  }

  private <R> Delete<R> delete(Delete<R> node) {
    return new Delete<>(target(node.table()), reach(node.reach()), returning(node.projection()));
  }

  private Reach reach(Reach reach) {
    return new Reach(
        new Select.From(
            reach.from().items().stream().map(this::source).toList(),
            reach.from().joins().stream().map(this::join).toList()),
        predicates(reach.where()),
        reach.everyRow());
  }

  @Override
  public Statement<?> visitMerge(Merge<?> node) {
    return merge(node);
  }

  private <R> Merge<R> merge(Merge<R> node) {
    return new Merge<>(
        target(node.table()),
        source(node.source()),
        predicate(node.on()),
        node.clauses().stream().map(this::clause).toList(),
        returning(node.projection()));
  }

  private Merge.Clause clause(Merge.Clause clause) {
    Predicate condition = clause.condition();
    return new Merge.Clause(
        clause.match(), condition == null ? null : predicate(condition), action(clause.action()));
  }

  private Merge.Action action(Merge.Action action) {
    if (action instanceof Merge.Change change) {
      return new Merge.Change(assignments(change.assignments()));
    }
    return action instanceof Merge.Addition addition
        ? new Merge.Addition(assignments(addition.assignments()))
        : action;
  }

  @Override
  public Statement<?> visitText(TextStatement<?> node) {
    return node;
  }

  private <R> @Nullable Projection<R> returning(@Nullable Projection<R> projection) {
    return projection == null ? null : projection(projection);
  }

  private List<ColumnReference<?>> columns(List<ColumnReference<?>> columns) {
    return columns.stream().<ColumnReference<?>>map(this::column).toList();
  }

  private List<Assignment> assignments(List<Assignment> assignments) {
    return assignments.stream().map(this::assignment).toList();
  }

  /** One assignment of an UPDATE or ON CONFLICT. */
  protected Assignment assignment(Assignment assignment) {
    return new Assignment(columns(assignment.columns()), expression(assignment.value()));
  }

  private <T> @Nullable Expression<T> nullable(@Nullable Expression<T> expression) {
    return expression == null ? null : expression(expression);
  }
}
