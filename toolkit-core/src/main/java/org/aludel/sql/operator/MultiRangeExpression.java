package org.aludel.sql.operator;

import org.aludel.sql.Expression;
import org.aludel.sql.Scalar;
import org.aludel.type.value.MultiRange;

/** An expression whose values are multiranges. Immutable. */
public record MultiRangeExpression<B>(Expression<MultiRange<B>> operand)
    implements Scalar.Typed<MultiRange<B>>, MultiRangeOperators<B> {
  /** The operators of any expression of such a type. */
  public static <B> MultiRangeExpression<B> of(Expression<MultiRange<B>> operand) {
    return new MultiRangeExpression<>(operand);
  }

  @Override
  public Expression<MultiRange<B>> span() {
    return operand;
  }
}
