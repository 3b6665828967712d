package org.aludel.sql;

/**
 * One method for each kind of expression, none with a default: a new kind breaks every visitor
 * until it is handled.
 *
 * @param <V> what a visit gives
 */
public interface ExpressionVisitor<V> extends OperationVisitor<V> {
  V visitColumn(ColumnReference<?> node);

  V visitBind(Bind<?> node);

  V visitLiteral(Scalar.Literal<?> node);

  V visitInfix(Scalar.Infix<?> node);

  V visitNegated(Scalar.Negated<?> node);

  V visitFunction(Scalar.FunctionCall<?> node);

  V visitCast(Scalar.Cast<?> node);

  V visitCoerced(Scalar.Coerced<?> node);

  V visitSubscript(Scalar.Subscript<?> node);

  V visitSlice(Scalar.Slice<?> node);

  V visitCase(Scalar.Case<?> node);

  V visitSubquery(Scalar.Subquery<?> node);

  V visitFragment(Scalar.Fragment<?> node);

  V visitExcluded(Scalar.Excluded<?> node);

  V visitLabel(Scalar.Label<?> node);

  V visitComparison(Predicate.Comparison node);

  V visitIsNull(Predicate.IsNull node);

  V visitBetween(Predicate.Between node);

  V visitInValues(Predicate.InValues node);

  V visitInSubquery(Predicate.InSubquery node);

  V visitLike(Predicate.Like node);

  V visitAnd(Predicate.And node);

  V visitOr(Predicate.Or node);

  V visitNot(Predicate.Not node);

  V visitExists(Predicate.Exists node);

  V visitTruth(Predicate.Truth node);

  V visitUnresolved(Predicate.Unresolved node);
}
