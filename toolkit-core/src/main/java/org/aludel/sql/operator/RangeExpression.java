package org.aludel.sql.operator;

import org.aludel.sql.Expression;
import org.aludel.sql.Scalar;
import org.aludel.type.value.Range;

/** An expression whose values are ranges. Immutable. */
public record RangeExpression<B>(Expression<Range<B>> operand)
    implements Scalar.Typed<Range<B>>, RangeOperators<B> {
  /** The operators of any expression of such a type. */
  public static <B> RangeExpression<B> of(Expression<Range<B>> operand) {
    return new RangeExpression<>(operand);
  }

  @Override
  public Expression<Range<B>> span() {
    return operand;
  }
}
