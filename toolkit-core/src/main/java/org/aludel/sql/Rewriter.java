package org.aludel.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds a statement with some nodes replaced; subclasses override the visits of what they
 * replace. Nodes without a change below them are rebuilt equal. A named query is rebuilt once,
 * however often it is read; so an instance is for one statement.
 */
public abstract class Rewriter extends ExpressionRewriter
    implements StatementVisitor<Statement<?>> {
  private final SourceRewriter sources = new SourceRewriter(this);

  /** A source of FROM, or the target of a DML statement. */
  protected FromItem source(FromItem item) {
    return item.accept(sources);
  }

  /** A query that another statement reads by the names of its columns, which must stay. */
  protected <R> Query<R> named(Query<R> query) {
    return select(query);
  }

  /** The statement of a named query. */
  final <R> Statement<R> namedStatement(Statement<R> statement) {
    return statement instanceof Query<R> query ? named(query) : statement(statement);
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
    if (item instanceof Expression<?> expression) {
      return expression(expression);
    }
    // A derived source is rebuilt as one; whether it is is known by its kind alone.
    return item instanceof DerivedSource<?> derived ? (Selectable<?>) source(derived) : item;
  }

  /** One join. */
  protected Join join(Join join) {
    Predicate on = join.on();
    FromItem left = join.left();
    JoinTarget target = join.target() instanceof FromItem item ? source(item) : join.target();
    return new Join(
        join.kind(),
        target,
        new Join.Match(on == null ? null : predicate(on), join.match().using()),
        left == null ? null : source(left));
  }

  @Override
  @SuppressWarnings("unchecked") // a visit gives back the kind that it was given
  protected <R> Query<R> select(Query<R> node) {
    return (Query<R>) node.accept(this);
  }

  /** A statement of any kind. */
  @SuppressWarnings("unchecked") // a visit gives back the kind that it was given
  protected final <R> Statement<R> statement(Statement<R> node) {
    return (Statement<R>) node.accept(this);
  }

  /** A SELECT. */
  protected <R> Select<R> plain(Select<R> node) {
    Select.From from = node.from();
    Select.Criteria criteria = node.criteria();
    Select.Paging paging = node.paging();
    return new Select<>(
        projection(node.projection()),
        new Select.From(
            from.items().stream().map(this::source).toList(),
            from.joins().stream().map(this::join).toList(),
            correlation(from.correlation())),
        new Select.Criteria(
            predicates(criteria.where()),
            criteria.groupBy().stream().map(this::groupTerm).toList(),
            predicates(criteria.having()),
            criteria.windows().stream()
                .map(named -> new Select.NamedWindow(named.name(), window(named.window())))
                .toList()),
        paging(paging),
        modifiers(node.modifiers()));
  }

  private Select.Correlation correlation(Select.Correlation correlation) {
    List<FromItem> named = correlation.sources();
    return named == null
        ? correlation
        : new Select.Correlation(named.stream().map(this::source).toList(), correlation.except());
  }

  private GroupTerm groupTerm(GroupTerm term) {
    if (term instanceof Expression<?> expression) {
      return expression(expression);
    }
    GroupTerm.Sets sets = (GroupTerm.Sets) term;
    return new GroupTerm.Sets(sets.kind(), sets.parts().stream().map(this::groupTerm).toList());
  }

  private Select.Paging paging(Select.Paging paging) {
    return new Select.Paging(
        paging.orderBy().stream().map(this::ordering).toList(),
        nullable(paging.limit()),
        nullable(paging.offset()),
        paging.withTies());
  }

  private Select.Modifiers modifiers(Select.Modifiers modifiers) {
    Select.Distinct distinct = modifiers.distinctness();
    return new Select.Modifiers(
        new Select.Distinct(distinct.wanted(), expressions(distinct.on())),
        modifiers.locks().stream().map(this::lock).toList(),
        modifiers.options(),
        modifiers.pieces());
  }

  private RowLock lock(RowLock lock) {
    return new RowLock(
        lock.strength(), lock.of().stream().map(this::source).toList(), lock.waiting());
  }

  @Override
  public Statement<?> visitSelect(Select<?> node) {
    return plain(node);
  }

  @Override
  public Statement<?> visitSetOperation(SetOperation<?> node) {
    return operation(node);
  }

  private <R> SetOperation<R> operation(SetOperation<R> node) {
    return new SetOperation<>(
        node.operator(), node.parts().stream().map(this::select).toList(), paging(node.paging()));
  }

  @Override
  public Statement<?> visitValues(Values<?> node) {
    return new Values<>(
        node.projection(),
        node.columns(),
        node.rows().stream().map(this::expressions).toList(),
        paging(node.paging()));
  }

  @Override
  public Statement<?> visitWith(With<?> node) {
    return behind(node);
  }

  private <R> With<R> behind(With<R> node) {
    List<Cte<?>> queries =
        node.queries().stream().<Cte<?>>map(query -> (Cte<?>) source(query)).toList();
    return new With<>(queries, statement(node.statement()));
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
