package org.aludel.sql.operator;

import java.util.List;
import org.aludel.sql.Expression;
import org.aludel.sql.Scalar;

/** An expression whose values are arrays. Immutable. */
public record ArrayExpression<E>(Expression<List<E>> operand)
    implements Scalar.Typed<List<E>>, ArrayOperators<E> {
  /** The operators of any expression of such a type. */
  public static <E> ArrayExpression<E> of(Expression<List<E>> operand) {
    return new ArrayExpression<>(operand);
  }

  @Override
  public Expression<List<E>> array() {
    return operand;
  }
}
