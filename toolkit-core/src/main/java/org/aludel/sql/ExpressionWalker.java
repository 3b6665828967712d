package org.aludel.sql;

/**
 * Visits an expression and all below it, left to right; subqueries are handed to {@link #select}.
 * Subclasses override what they look for and call the method above to go on.
 */
public abstract class ExpressionWalker extends OperationWalker {
  @Override
  public Boolean visitColumn(ColumnReference<?> node) {
    return true;
  }

  @Override
  public Boolean visitBind(Bind<?> node) {
    return true;
  }

  @Override
  public Boolean visitLiteral(Scalar.Literal<?> node) {
    return true;
  }

  @Override
  public Boolean visitInfix(Scalar.Infix<?> node) {
    return walk(node.left(), node.right());
  }

  @Override
  public Boolean visitNegated(Scalar.Negated<?> node) {
    return walk(node.operand());
  }

  @Override
  public Boolean visitFunction(Scalar.FunctionCall<?> node) {
    walk(node.arguments());
    return true;
  }

  @Override
  public Boolean visitCast(Scalar.Cast<?> node) {
    return walk(node.operand());
  }

  @Override
  public Boolean visitCoerced(Scalar.Coerced<?> node) {
    return walk(node.operand());
  }

  @Override
  public Boolean visitSubscript(Scalar.Subscript<?> node) {
    return walk(node.array(), node.index());
  }

  @Override
  public Boolean visitSlice(Scalar.Slice<?> node) {
    Expression<Integer> first = node.first();
    Expression<Integer> last = node.last();
    return walk(node.array()) && (first == null || walk(first)) && (last == null || walk(last));
  }

  @Override
  public Boolean visitCase(Scalar.Case<?> node) {
    node.branches().forEach(branch -> walk(branch.condition(), branch.value()));
    Expression<?> otherwise = node.otherwise();
    return otherwise == null || walk(otherwise);
  }

  @Override
  public Boolean visitSubquery(Scalar.Subquery<?> node) {
    select(node.select());
    return true;
  }

  @Override
  public Boolean visitFragment(Scalar.Fragment<?> node) {
    walk(node.parts());
    return true;
  }

  @Override
  public Boolean visitExcluded(Scalar.Excluded<?> node) {
    return true;
  }

  @Override
  public Boolean visitLabel(Scalar.Label<?> node) {
    return walk(node.operand());
  }

  @Override
  public Boolean visitComparison(Predicate.Comparison node) {
    return walk(node.left(), node.right());
  }

  @Override
  public Boolean visitIsNull(Predicate.IsNull node) {
    return walk(node.operand());
  }

  @Override
  public Boolean visitBetween(Predicate.Between node) {
    return walk(node.operand(), node.low(), node.high());
  }

  @Override
  public Boolean visitInValues(Predicate.InValues node) {
    return walk(node.operand(), node.values());
  }

  @Override
  public Boolean visitInSubquery(Predicate.InSubquery node) {
    walk(node.operand());
    select(node.select());
    return true;
  }

  @Override
  public Boolean visitLike(Predicate.Like node) {
    return walk(node.operand(), node.pattern());
  }

  @Override
  public Boolean visitAnd(Predicate.And node) {
    walk(node.parts());
    return true;
  }

  @Override
  public Boolean visitOr(Predicate.Or node) {
    walk(node.parts());
    return true;
  }

  @Override
  public Boolean visitNot(Predicate.Not node) {
    return walk(node.operand());
  }

  @Override
  public Boolean visitExists(Predicate.Exists node) {
    select(node.select());
    return true;
  }

  @Override
  public Boolean visitTruth(Predicate.Truth node) {
    return walk(node.operand());
  }

  @Override
  public Boolean visitUnresolved(Predicate.Unresolved node) {
    return true;
  }
}
