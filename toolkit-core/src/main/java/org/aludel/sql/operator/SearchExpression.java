package org.aludel.sql.operator;

import org.aludel.sql.Expression;
import org.aludel.sql.Scalar;

/** An expression whose values are search vectors. Immutable. */
public record SearchExpression(Expression<String> operand)
    implements Scalar.Typed<String>, SearchOperators {
  /** The operators of any expression of such a type. */
  public static SearchExpression of(Expression<String> operand) {
    return new SearchExpression(operand);
  }

  @Override
  public Expression<String> vector() {
    return operand;
  }
}
