package org.aludel.sql.operator;

import org.aludel.sql.Expression;
import org.aludel.sql.Scalar;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;

/**
 * An expression whose values are JSON, as its text. Immutable.
 *
 * @param asText the same as text without quotes
 */
public record JsonExpression(Expression<String> operand, Expression<String> asText)
    implements Scalar.Typed<String>, JsonOperators {
  /** The operators of any expression of type {@code json} or {@code jsonb}. */
  public static JsonExpression of(Expression<?> operand) {
    Expression<String> json = operand.coerce(typeOf(operand));
    return new JsonExpression(json, ((JsonOperators) () -> json).asText());
  }

  /** One step into a document, whose text is a step by the operator for text. */
  static JsonExpression step(Expression<?> json, String operator, Expression<?> key) {
    return new JsonExpression(
        Nodes.infix(typeOf(json), json, operator, key),
        Nodes.infix(SqlTypes.TEXT, json, operator + ">", key));
  }

  private static SqlType<String> typeOf(Expression<?> json) {
    return json.type().name().equals("json") ? SqlTypes.JSON : SqlTypes.JSONB;
  }

  @Override
  public Expression<String> json() {
    return operand;
  }
}
