package org.aludel.sql;

import java.util.List;

/** The part of an {@link ExpressionWalker} for operations, calls and users' constructs. */
abstract class OperationWalker implements ExpressionVisitor<Boolean> {
  /** A subquery was met; walkers that mean the query around it leave it alone. */
  protected abstract void select(Query<?> query);

  /** Visits expressions in order. */
  public final void walk(List<? extends Expression<?>> expressions) {
    expressions.forEach(expression -> expression.accept(this));
  }

  final Boolean walk(Expression<?>... expressions) {
    walk(List.of(expressions));
    return true;
  }

  private void orderings(List<Ordering> terms) {
    terms.forEach(term -> term.expression().accept(this));
  }

  /** Visits what a window is made of. */
  public final void walk(Window window) {
    walk(window.partitionBy());
    orderings(window.orderBy());
    Window.Frame frame = window.frame();
    if (frame != null) {
      edge(frame.from());
      edge(frame.to());
    }
  }

  private void edge(Window.Edge edge) {
    Expression<?> offset = edge.offset();
    if (offset != null) {
      offset.accept(this);
    }
  }

  @Override
  public Boolean visitPrefix(Operation.Prefix<?> node) {
    return walk(node.operand());
  }

  @Override
  public Boolean visitCollated(Operation.Collated<?> node) {
    return walk(node.operand());
  }

  @Override
  public Boolean visitExtract(Operation.Extract node) {
    return walk(node.operand());
  }

  @Override
  public Boolean visitKeyword(Operation.Keyword<?> node) {
    return true;
  }

  @Override
  public Boolean visitChoice(Operation.Choice<?, ?> node) {
    walk(node.subject());
    node.branches().forEach(branch -> walk(branch.match(), branch.value()));
    Expression<?> otherwise = node.otherwise();
    return otherwise == null || walk(otherwise);
  }

  @Override
  public Boolean visitRow(Operation.RowValue<?> node) {
    walk(node.items());
    return true;
  }

  @Override
  public Boolean visitArray(Operation.ArrayValue<?> node) {
    walk(node.items());
    return true;
  }

  @Override
  public Boolean visitArrayQuery(Operation.ArrayQuery<?> node) {
    select(node.select());
    return true;
  }

  @Override
  public Boolean visitQuantified(Operation.Quantified<?> node) {
    select(node.select());
    return true;
  }

  @Override
  public Boolean visitVersion(Operation.Version<?> node) {
    return walk(node.column());
  }

  @Override
  public Boolean visitAggregate(Call.Aggregate<?> node) {
    walk(node.function());
    orderings(node.orderBy());
    orderings(node.withinGroup());
    Predicate filter = node.filter();
    return filter == null || walk(filter);
  }

  @Override
  public Boolean visitOver(Call.Over<?> node) {
    walk(node.call());
    walk(node.window());
    return true;
  }

  @Override
  public Boolean visitConstruct(Construct<?> node) {
    walk(node.operands());
    return true;
  }

  @Override
  public Boolean visitConstant(Predicate.Constant node) {
    return true;
  }

  @Override
  public Boolean visitMatch(Predicate.Match node) {
    return walk(node.operand(), node.pattern());
  }

  @Override
  public Boolean visitIsTruth(Predicate.IsTruth node) {
    return walk(node.operand());
  }

  @Override
  public Boolean visitInRows(Predicate.InRows node) {
    walk(node.operand());
    walk(node.columns());
    return true;
  }
}
