package org.aludel.sql.operator;

import java.util.Map;
import org.aludel.sql.Expression;
import org.aludel.sql.Scalar;
import org.jspecify.annotations.Nullable;

/** An expression whose values are maps of text. Immutable. */
public record HstoreExpression(Expression<Map<String, @Nullable String>> operand)
    implements Scalar.Typed<Map<String, @Nullable String>>, HstoreOperators {
  /** The operators of any expression of such a type. */
  public static HstoreExpression of(Expression<Map<String, @Nullable String>> operand) {
    return new HstoreExpression(operand);
  }

  @Override
  public Expression<Map<String, @Nullable String>> hstore() {
    return operand;
  }
}
