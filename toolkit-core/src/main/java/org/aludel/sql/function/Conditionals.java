package org.aludel.sql.function;

import java.util.ArrayList;
import java.util.List;
import org.aludel.sql.Bind;
import org.aludel.sql.Expression;
import org.aludel.sql.Scalar;

/**
 * Values chosen from values, besides {@code coalesce}, {@code when} and {@code caseOf} of {@code
 * Sql}. Source: PostgreSQL 18 §9.18.
 */
public final class Conditionals {
  private Conditionals() {}

  /** NULL if they are equal, else the first. */
  public static <T> Expression<T> nullIf(Expression<T> first, Expression<T> second) {
    return Calls.call("nullif", first.type(), first, second);
  }

  /** NULL if it equals the value, else itself. */
  public static <T> Expression<T> nullIf(Expression<T> first, T value) {
    return nullIf(first, Bind.compared(first.type(), value, first));
  }

  /** The greatest that is not NULL. */
  @SafeVarargs // only read
  public static <T> Expression<T> greatest(Expression<T> first, Expression<T>... others) {
    List<Expression<?>> all = new ArrayList<>(List.of(first));
    for (Expression<T> other : others) {
      all.add(other);
    }
    return new Scalar.FunctionCall<>("greatest", first.type(), all, Scalar.Form.PLAIN);
  }

  /** The least that is not NULL. */
  @SafeVarargs // only read
  public static <T> Expression<T> least(Expression<T> first, Expression<T>... others) {
    List<Expression<?>> all = new ArrayList<>(List.of(first));
    for (Expression<T> other : others) {
      all.add(other);
    }
    return new Scalar.FunctionCall<>("least", first.type(), all, Scalar.Form.PLAIN);
  }
}
