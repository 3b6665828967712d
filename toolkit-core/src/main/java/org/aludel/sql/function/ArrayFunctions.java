package org.aludel.sql.function;

import java.util.List;
import org.aludel.sql.Expression;
import org.aludel.sql.Operation;
import org.aludel.sql.operator.ArrayExpression;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;

/** Functions of arrays, besides what {@code ArrayOperators} asks. PostgreSQL 18 §9.19. */
public final class ArrayFunctions {
  private ArrayFunctions() {}

  /** {@code ARRAY[]} of elements of a type. */
  public static <E> ArrayExpression<E> emptyArray(SqlType<E> element) {
    SqlType<List<E>> type = SqlTypes.array(element);
    return ArrayExpression.of(
        new Operation.ArrayValue<>(type, List.<Expression<E>>of()).cast(type));
  }

  /** Two arrays one after the other. */
  public static <E> ArrayExpression<E> arrayConcat(
      Expression<List<E>> first, Expression<List<E>> second) {
    return ArrayExpression.of(Calls.call("array_cat", first.type(), first, second));
  }

  /** With every element that equals one value replaced by another. */
  public static <E> ArrayExpression<E> arrayReplace(
      Expression<List<E>> array, Expression<E> sought, Expression<E> replacement) {
    return ArrayExpression.of(
        Calls.call("array_replace", array.type(), array, sought, replacement));
  }

  /** So many times the same value. */
  public static <E> ArrayExpression<E> arrayFill(Expression<E> value, int count) {
    return ArrayExpression.of(
        Calls.call(
            "array_fill",
            SqlTypes.array(value.type()),
            value.cast(value.type()),
            Calls.cast(SqlTypes.array(SqlTypes.INTEGER), List.of(count))));
  }

  /** The elements as rows, for the list of a SELECT. */
  public static <E> Expression<E> unnest(Expression<List<E>> array) {
    return Calls.call("unnest", Calls.element(array), array);
  }
}
