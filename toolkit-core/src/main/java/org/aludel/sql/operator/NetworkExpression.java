package org.aludel.sql.operator;

import org.aludel.sql.Expression;
import org.aludel.sql.Scalar;

/** An expression whose values are addresses. Immutable. */
public record NetworkExpression<T>(Expression<T> operand)
    implements Scalar.Typed<T>, NetworkOperators<T> {
  /** The operators of any expression of such a type. */
  public static <T> NetworkExpression<T> of(Expression<T> operand) {
    return new NetworkExpression<>(operand);
  }

  @Override
  public Expression<T> network() {
    return operand;
  }
}
