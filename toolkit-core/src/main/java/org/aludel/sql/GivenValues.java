package org.aludel.sql;

import java.util.LinkedHashMap;
import java.util.Map;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.util.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * The values that a statement gives one row, for a function that computes another one: what the
 * statement says, and what clients gave the columns before. Immutable.
 */
public final class GivenValues {
  private final Map<String, Expression<?>> values;

  /** The values by the names of their columns; copied. */
  public GivenValues(Map<String, Expression<?>> values) {
    this.values = new LinkedHashMap<>(values);
  }

  /** Whether the value of a column is known here: given, and not computed by the database. */
  public boolean has(String column) {
    return values.get(column) instanceof Bind<?>;
  }

  /**
   * The value that the row gets in a column; null for SQL NULL.
   *
   * @throws CompileException with {@code NO_GIVEN_VALUE} where {@link #has} is false
   */
  public @Nullable Object get(String column) {
    if (values.get(column) instanceof Bind<?> bind) {
      return bind.value();
    }
    throw new CompileException(
        Problem.of(SqlCode.NO_GIVEN_VALUE, "cannot tell the value of column \"" + column + "\"")
            .found(
                values.containsKey(column)
                    ? "an expression that the database computes"
                    : "a statement that gives " + names())
            .expected(
                "a value that the statement gives" + Suggestion.phrase(column, values.keySet()))
            .fix("give the column a value in the statement, or ask has(…) first"));
  }

  /**
   * The same as a value of a class.
   *
   * @throws CompileException with {@code NO_GIVEN_VALUE}
   * @throws ClassCastException for a value of another class
   */
  public <T> @Nullable T get(String column, Class<T> type) {
    return type.cast(get(column));
  }

  private String names() {
    return values.isEmpty() ? "no single values" : String.join(", ", values.keySet());
  }
}
