package org.aludel.sql;

import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A value that travels beside the SQL text as a bind parameter.
 *
 * @param value null for SQL NULL
 */
public record Bind<T>(SqlType<T> type, @Nullable T value) implements Expression<T> {
  /** A value that is compared, which NULL never is. */
  public static <T> Bind<T> compared(SqlType<T> type, @Nullable T value, Object to) {
    return new Bind<>(type, Refusals.notNull(value, to));
  }

  @Override
  public <V> V accept(ExpressionVisitor<V> visitor) {
    return visitor.visitBind(this);
  }

  /** Without the value, which may be a secret. */
  @Override
  public String toString() {
    return "?" + type;
  }
}
