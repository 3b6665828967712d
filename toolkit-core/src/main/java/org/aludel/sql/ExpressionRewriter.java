package org.aludel.sql;

/** The part of a {@link Rewriter} that rebuilds expressions. */
abstract class ExpressionRewriter extends OperationRewriter {
  @Override
  public Expression<?> visitColumn(ColumnReference<?> node) {
    return column(node);
  }

  @Override
  public Expression<?> visitBind(Bind<?> node) {
    return node;
  }

  @Override
  public Expression<?> visitLiteral(Scalar.Literal<?> node) {
    return node;
  }

  @Override
  public Expression<?> visitInfix(Scalar.Infix<?> node) {
    return new Scalar.Infix<>(
        node.type(),
        expression(node.left()),
        node.operator(),
        node.rank(),
        expression(node.right()));
  }

  @Override
  public Expression<?> visitNegated(Scalar.Negated<?> node) {
    return new Scalar.Negated<>(expression(node.operand()));
  }

  @Override
  public Expression<?> visitFunction(Scalar.FunctionCall<?> node) {
    return new Scalar.FunctionCall<>(
        node.name(), node.type(), expressions(node.arguments()), node.form());
  }

  @Override
  public Expression<?> visitCast(Scalar.Cast<?> node) {
    return new Scalar.Cast<>(expression(node.operand()), node.type());
  }

  @Override
  public Expression<?> visitCoerced(Scalar.Coerced<?> node) {
    return new Scalar.Coerced<>(expression(node.operand()), node.type());
  }

  @Override
  public Expression<?> visitSubscript(Scalar.Subscript<?> node) {
    return new Scalar.Subscript<>(node.type(), expression(node.array()), expression(node.index()));
  }

  @Override
  public Expression<?> visitSlice(Scalar.Slice<?> node) {
    Expression<Integer> first = node.first();
    Expression<Integer> last = node.last();
    return new Scalar.Slice<>(
        node.type(),
        expression(node.array()),
        first == null ? null : expression(first),
        last == null ? null : expression(last));
  }

  @Override
  public Expression<?> visitCase(Scalar.Case<?> node) {
    return rebuild(node);
  }

  private <T> Scalar.Case<T> rebuild(Scalar.Case<T> node) {
    Expression<T> otherwise = node.otherwise();
    return new Scalar.Case<>(
        node.type(),
        node.branches().stream()
            .map(one -> new Scalar.When<>(predicate(one.condition()), expression(one.value())))
            .toList(),
        otherwise == null ? null : expression(otherwise));
  }

  @Override
  public Expression<?> visitSubquery(Scalar.Subquery<?> node) {
    return rebuild(node);
  }

  private <T> Scalar.Subquery<T> rebuild(Scalar.Subquery<T> node) {
    return new Scalar.Subquery<>(node.type(), select(node.select()));
  }

  @Override
  public Expression<?> visitFragment(Scalar.Fragment<?> node) {
    return new Scalar.Fragment<>(node.type(), node.sql(), expressions(node.parts()));
  }

  @Override
  public Expression<?> visitExcluded(Scalar.Excluded<?> node) {
    return new Scalar.Excluded<>(column(node.column()));
  }

  @Override
  public Expression<?> visitLabel(Scalar.Label<?> node) {
    return new Scalar.Label<>(expression(node.operand()), node.label());
  }

  @Override
  public Expression<?> visitComparison(Predicate.Comparison node) {
    return new Predicate.Comparison(
        expression(node.left()), node.operator(), expression(node.right()));
  }

  @Override
  public Expression<?> visitIsNull(Predicate.IsNull node) {
    return new Predicate.IsNull(expression(node.operand()), node.negated());
  }

  @Override
  public Expression<?> visitBetween(Predicate.Between node) {
    return new Predicate.Between(
        expression(node.operand()),
        expression(node.low()),
        expression(node.high()),
        node.symmetric(),
        node.negated());
  }

  /** The values stay one bind; a subclass that retypes the operand retypes them too. */
  @Override
  public Expression<?> visitInValues(Predicate.InValues node) {
    return new Predicate.InValues(expression(node.operand()), node.values(), node.negated());
  }

  @Override
  public Expression<?> visitInSubquery(Predicate.InSubquery node) {
    return new Predicate.InSubquery(
        expression(node.operand()), select(node.select()), node.negated());
  }

  @Override
  public Expression<?> visitLike(Predicate.Like node) {
    return new Predicate.Like(
        expression(node.operand()),
        expression(node.pattern()),
        node.anyCase(),
        node.escape(),
        node.negated());
  }

  @Override
  public Expression<?> visitAnd(Predicate.And node) {
    return Predicate.And.of(predicates(node.parts()));
  }

  @Override
  public Expression<?> visitOr(Predicate.Or node) {
    return Predicate.Or.of(predicates(node.parts()));
  }

  @Override
  public Expression<?> visitNot(Predicate.Not node) {
    return new Predicate.Not(predicate(node.operand()));
  }

  @Override
  public Expression<?> visitExists(Predicate.Exists node) {
    return new Predicate.Exists(select(node.select()));
  }

  @Override
  public Expression<?> visitTruth(Predicate.Truth node) {
    return new Predicate.Truth(expression(node.operand()));
  }

  @Override
  public Expression<?> visitUnresolved(Predicate.Unresolved node) {
    return node;
  }
}
