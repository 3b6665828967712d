package org.aludel.sql.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aludel.sql.Expression;
import org.aludel.sql.Scalar;
import org.aludel.sql.Sql;
import org.aludel.sql.operator.JsonExpression;
import org.aludel.type.SqlTypes;

/** JSON made of values; what is asked of JSON is in {@code sql.operator}. PostgreSQL 18 §9.16. */
public final class JsonFunctions {
  private JsonFunctions() {}

  /** Any value as {@code jsonb}. */
  public static JsonExpression toJsonb(Expression<?> value) {
    return JsonExpression.of(Calls.call("to_jsonb", SqlTypes.JSONB, value));
  }

  /** An array of {@code jsonb}. */
  public static JsonExpression jsonbArray(Expression<?>... items) {
    return JsonExpression.of(Calls.call("jsonb_build_array", SqlTypes.JSONB, items));
  }

  /** An object of {@code jsonb} with one key. */
  public static JsonExpression jsonbObject(String key, Expression<?> value) {
    return jsonbObject(Map.of(key, value));
  }

  /**
   * An object of {@code jsonb}.
   *
   * @param members in the order of a map that has one
   */
  public static JsonExpression jsonbObject(Map<String, ? extends Expression<?>> members) {
    List<Expression<?>> arguments = new ArrayList<>();
    members.forEach(
        (key, value) -> {
          arguments.add(Sql.literal(key));
          arguments.add(value);
        });
    return JsonExpression.of(
        new Scalar.FunctionCall<>(
            "jsonb_build_object", SqlTypes.JSONB, arguments, Scalar.Form.PLAIN));
  }

  /** Without members that are JSON's null, at any depth. */
  public static JsonExpression stripNulls(Expression<String> jsonb) {
    return JsonExpression.of(Calls.call("jsonb_strip_nulls", SqlTypes.JSONB, jsonb));
  }

  /** Indented, for people. */
  public static Expression<String> pretty(Expression<String> jsonb) {
    return Calls.call("jsonb_pretty", SqlTypes.TEXT, jsonb);
  }
}
